import type { AddressInfo } from 'node:net'
import { webFolder } from '../../../src/apps/server/web/build.ts'
import { serveWeb } from '../../../src/apps/server/web/index.ts'
import { openSchoolServer, type Member, type SchoolServer } from '../../server/support/school-server.ts'
import { openSchools } from '../../server/support/small-school.ts'

/** The pages of two schools whose members sign in with the password of the tests; a principal needs one-time codes. */
export interface AccountWeb {
  /** 'http://127.0.0.1:…' */
  readonly url: string
  readonly server: SchoolServer
  close(): Promise<void>
}

export const openAccountWeb = async (members: readonly Member[]): Promise<AccountWeb> => {
  const filled = await openSchools()
  const server = await openSchoolServer({
    school: filled.database,
    url: filled.server.url,
    // Chromium drops a cookie that has expired by its own clock.
    startsAt: new Date(),
    oneTimeCodesFor: ['principal'],
    web: serveWeb(webFolder),
  })
  await server.addMembers(...members)
  await server.server.listen({ host: '127.0.0.1', port: 0 })
  return {
    url: `http://127.0.0.1:${(server.server.server.address() as AddressInfo).port}`,
    server,
    close: async () => {
      await server.close()
      await filled.close()
    },
  }
}
