import type { AddressInfo } from 'node:net'
import { oneTimeCodesAlwaysFor } from '../../../src/accounts/index.ts'
import { createPasswordHasher } from '../../../src/adapters/password-hasher.ts'
import { connect, type Database } from '../../../src/adapters/postgres/connect.ts'
import { openTestDatabase } from '../../../src/adapters/postgres/testing.ts'
import { createServer } from '../../../src/apps/server/create-server.ts'
import { createMemoryLimiter } from '../../../src/apps/server/limits/rate-limiter.ts'
import { drawSetUpCode } from '../../../src/apps/server/school/accounts/set-up-code.ts'
import { usualLimits } from '../../../src/apps/server/settings.ts'
import { webFolder } from '../../../src/apps/server/web/build.ts'
import { serveWeb } from '../../../src/apps/server/web/index.ts'

/** The whole server with the school's pages, new as after an installation: nobody has an account. */
export interface SchoolWeb {
  /** 'http://127.0.0.1:…/truong' */
  readonly url: string
  readonly setUpCode: string
  readonly school: Database<'school'>
  readonly bugs: readonly unknown[]
  close(): Promise<void>
}

const nothing = (): Promise<undefined> => Promise.resolve(undefined)
const noBooks = {
  years: { list: () => Promise.resolve([]) },
  files: { read: nothing },
  standIn: { find: nothing },
  verify: (): never => {
    throw new Error('nobody looks a book up here')
  },
  memory: { recall: nothing as never },
}

export const openSchoolWeb = async (): Promise<SchoolWeb> => {
  const database = await openTestDatabase()
  const school = await connect(database.url, 'school')
  const signin = await connect(database.url, 'signin')
  const setUpCode = drawSetUpCode()
  const bugs: unknown[] = []
  const clock = (): Date => new Date()
  const server = createServer({
    lookup: noBooks,
    settings: {
      secondDatum: 'birth-date-and-last-four',
      demonstration: false,
      trustProxy: false,
      linkKey: new Uint8Array(32),
      limits: { ...usualLimits, requestsPerMinute: 1_000_000 },
    },
    clock,
    report: (_instance, _route, error) => void bugs.push(error),
    school: {
      school,
      signin,
      clock,
      hasher: await createPasswordHasher(),
      secretKey: new Uint8Array(32),
      oneTimeCodesFor: oneTimeCodesAlwaysFor,
      setUpCode,
      verificationUrl: 'https://tracuu.example/hoc-ba/',
      attempts: createMemoryLimiter({ most: 100, windowSeconds: 60 }),
    },
    web: serveWeb(webFolder),
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/truong`,
    setUpCode: setUpCode.text,
    school,
    bugs,
    close: async () => {
      await server.close()
      await school.destroy()
      await signin.destroy()
      await database.close()
    },
  }
}
