import { randomUUID } from 'node:crypto'
import type { PasswordHasher } from '../adapters/password-hasher.ts'
import type { Database } from '../adapters/postgres/connect.ts'
import { listSchoolYears, readSchoolYear } from '../adapters/postgres/school/read-school-year.ts'
import { addAccountActs } from '../adapters/postgres/signin/account-acts.ts'
import { addAccounts, hasAccounts } from '../adapters/postgres/signin/accounts.ts'
import { addMemberships } from '../adapters/postgres/signin/memberships.ts'
import { inSignin } from '../adapters/postgres/signin/transaction.ts'
import type { SchoolYearRecords } from '../records/index.ts'
import type { EducationLevel } from '../shared/education-level.ts'

/** What everybody of the invented province signs in with: it protects nothing. */
export const demoPassword = 'minh họa 2026 học bạ'

/** Somebody a visitor of the demonstration may sign in as. */
export interface DemoAccount {
  readonly username: string
  readonly text: string
}

interface Person {
  readonly username: string
  readonly fullName: string
  readonly staffCode: string | null
  readonly isAdministrator: boolean
  readonly text: string
}

const slugs: Readonly<Record<EducationLevel, string>> = {
  primary: 'tieuhoc',
  'lower-secondary': 'thcs',
  'upper-secondary': 'thpt',
}

/** One of each kind of people at a school: who they are follows from the school's records. */
const choosePeople = ({ school, staff, classes, assignments }: SchoolYearRecords): readonly Person[] => {
  const nameOf = (code: string): string => staff.find(({ staffCode }) => staffCode === code)?.fullName ?? code
  const [homeroom] = classes
  const taught = assignments.find(
    ({ teacher }) => !classes.some(({ homeroomTeacher }) => homeroomTeacher === teacher),
  )
  const posts = staff.filter(({ post }) => post === 'clerk' || post === 'registrar')
  const slug = slugs[school.level]
  const chosen: readonly (readonly [string, string | undefined, string])[] = [
    ['hieutruong', school.approver.staffCode, 'Hiệu trưởng'],
    ['chunhiem', homeroom?.homeroomTeacher, `Giáo viên chủ nhiệm lớp ${homeroom?.name ?? ''}`],
    ['bomon', taught?.teacher, 'Giáo viên bộ môn'],
    ...posts.map(
      ({ post, staffCode }) =>
        [post === 'clerk' ? 'vanthu' : 'hocvu', staffCode, post === 'clerk' ? 'Văn thư' : 'Học vụ'] as const,
    ),
  ]
  return [
    ...chosen.flatMap(([name, staffCode, text]) =>
      staffCode === undefined
        ? []
        : [
            {
              username: `${name}.${slug}`,
              fullName: nameOf(staffCode),
              staffCode,
              isAdministrator: false,
              text: `${text}, ${school.name}`,
            },
          ],
    ),
    {
      username: `quantri.${slug}`,
      fullName: 'Người quản trị giả định',
      staffCode: null,
      isAdministrator: true,
      text: `Quản trị hệ thống, ${school.name}`,
    },
  ]
}

const withoutTwins = (people: readonly Person[]): readonly Person[] =>
  people.filter(
    ({ username, staffCode }, index) =>
      people.findIndex(
        (one) => one.username === username || (staffCode !== null && one.staffCode === staffCode),
      ) === index,
  )

/** Where accounts are kept, and what hashes their password. */
export interface AccountStore {
  readonly signin: Database<'signin'>
  readonly hasher: PasswordHasher
}

interface AccountPlace extends AccountStore {
  readonly school: Database<'school'>
}

const newestRecords = async (
  school: Database<'school'>,
  schoolCode: string,
): Promise<SchoolYearRecords | undefined> => {
  const newest = (await listSchoolYears(school, schoolCode)).at(-1)
  return newest === undefined
    ? undefined
    : readSchoolYear(school, schoolCode, newest.schoolYear, { level: newest.level })
}

/** Gives the invented schools their accounts, unless anybody has one already; gives what to sign in with. */
export const addDemoAccounts = async (
  { school, signin, hasher }: AccountPlace,
  schoolCodes: readonly string[],
  now: Date,
): Promise<readonly DemoAccount[]> => {
  const isDone = await hasAccounts(signin)
  const passwordHash = await hasher.hash(demoPassword)
  const accounts: DemoAccount[] = []
  for (const schoolCode of schoolCodes) {
    const records = await newestRecords(school, schoolCode)
    if (records === undefined) continue
    const people = withoutTwins(choosePeople(records)).map((one) => ({ ...one, accountId: randomUUID() }))
    accounts.push(...people.map(({ username, text }) => ({ username, text })))
    const office = people.find(({ isAdministrator }) => isAdministrator)
    if (isDone || office === undefined) continue
    await inSignin(signin, { schoolCode }, async (transaction) => {
      await addAccounts(
        transaction,
        people.map((one) => ({ ...one, usernameKey: one.username, passwordHash })),
        now,
      )
      await addMemberships(
        transaction,
        people.map((one) => ({ ...one, schoolCode })),
      )
      await addAccountActs(
        transaction,
        people.map(({ accountId, username, isAdministrator }) => ({
          actId: randomUUID(),
          schoolCode,
          at: now,
          byAccount: office.accountId,
          aboutAccount: accountId,
          kind: isAdministrator ? 'set-up' : 'add',
          detail: username,
        })),
      )
    })
  }
  return accounts
}
