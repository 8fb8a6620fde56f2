import type { AddressInfo } from 'node:net'
import type { Database } from '../../../src/adapters/postgres/connect.ts'
import { webFolder } from '../../../src/apps/server/web/build.ts'
import { serveWeb } from '../../../src/apps/server/web/index.ts'
import type { SchoolYearRecords } from '../../../src/records/index.ts'
import { openFilled } from '../../database/support/gradebook.ts'
import { openGradebookServer } from '../../server/support/gradebook-server.ts'

/** The whole server with the pages of schools that have records, and somebody signed in at each. */
export interface SetUpWeb {
  /** 'http://127.0.0.1:…' */
  readonly url: string
  readonly school: Database<'school'>
  readonly bugs: readonly unknown[]
  /** What the browser sends along as somebody of a school: by default the principal, who keeps the system too. */
  cookieOf(records: SchoolYearRecords, person?: Person): Promise<string>
  close(): Promise<void>
}

export interface Person {
  readonly staffCode: string
  readonly isAdministrator: boolean
}

const principalOf = ({ school }: SchoolYearRecords): Person => ({
  staffCode: school.approver.staffCode,
  isAdministrator: true,
})

export const openSetUpWeb = async (
  schools: readonly SchoolYearRecords[],
  clock: () => Date,
): Promise<SetUpWeb> => {
  const filled = await openFilled(...schools)
  const { url, superuserUrl } = filled.server
  const whole = await openGradebookServer({
    school: filled.database,
    url,
    superuserUrl,
    clock,
    web: serveWeb(webFolder),
  })
  await whole.server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = whole.server.server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    school: filled.database,
    bugs: whole.bugs,
    cookieOf: async (records, person = principalOf(records)) => {
      const { staffCode, isAdministrator } = person
      const fullName = records.staff.find((one) => one.staffCode === staffCode)?.fullName ?? staffCode
      const [session] = await whole.signIn({
        schoolCode: records.school.code,
        staffCode,
        fullName,
        isAdministrator,
      })
      return session?.headers.cookie ?? ''
    },
    close: async () => {
      await whole.close()
      await filled.close()
    },
  }
}
