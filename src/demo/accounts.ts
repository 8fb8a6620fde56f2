import { randomUUID } from 'node:crypto'
import type { PasswordHasher } from '../adapters/password-hasher.ts'
import type { Database } from '../adapters/postgres/connect.ts'
import { listSchoolYears, readSchoolYear } from '../adapters/postgres/school/read-school-year.ts'
import { addAccountActs } from '../adapters/postgres/signin/account-acts.ts'
import { addAccounts, hasAccounts } from '../adapters/postgres/signin/accounts.ts'
import { addMemberships } from '../adapters/postgres/signin/memberships.ts'
import { inSignin } from '../adapters/postgres/signin/transaction.ts'
import type { SchoolYearRecords, StaffPost } from '../records/index.ts'
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

/** The teacher whom a visitor may be: of a subject, and of no class. */
const chooseTeacher = ({ classes, assignments }: SchoolYearRecords): string | undefined =>
  assignments.find(({ teacher }) => !classes.some(({ homeroomTeacher }) => homeroomTeacher === teacher))
    ?.teacher

/** A subject group (tổ chuyên môn) and who heads it. */
export interface ChosenGroup {
  readonly name: string
  readonly head: string
}

/** A group in which a colleague, who is none of the others, can head it: that teacher's, else the first there is. */
export const chooseGroup = (records: SchoolYearRecords): ChosenGroup | undefined => {
  const { staff, classes } = records
  const teacher = chooseTeacher(records)
  const others = new Set([teacher, classes[0]?.homeroomTeacher])
  const groups = Map.groupBy(
    staff.filter(({ left }) => left !== true),
    ({ subjectGroup }) => subjectGroup,
  )
  const own = staff.find(({ staffCode }) => staffCode === teacher)?.subjectGroup
  const found = [own, ...groups.keys()].flatMap((name) => {
    const members = name === undefined ? [] : (groups.get(name) ?? [])
    const head = members.length < 2 ? undefined : members.find(({ staffCode }) => !others.has(staffCode))
    return name === undefined || head === undefined ? [] : [{ name, head: head.staffCode }]
  })
  return found[0]
}

const slugOfPost: Partial<Record<StaffPost, readonly [string, string]>> = {
  'vice-principal': ['hieupho', 'Phó hiệu trưởng'],
  clerk: ['vanthu', 'Văn thư'],
  registrar: ['hocvu', 'Học vụ'],
}

/** One of each kind of people at a school: who they are follows from the school's records. */
const choosePeople = (records: SchoolYearRecords): readonly Person[] => {
  const { school, staff, classes } = records
  const nameOf = (code: string): string => staff.find(({ staffCode }) => staffCode === code)?.fullName ?? code
  const [homeroom] = classes
  const slug = slugs[school.level]
  const chosen: readonly (readonly [string, string | undefined, string])[] = [
    ['hieutruong', school.approver.staffCode, 'Hiệu trưởng'],
    ['chunhiem', homeroom?.homeroomTeacher, `Giáo viên chủ nhiệm lớp ${homeroom?.name ?? ''}`],
    ['bomon', chooseTeacher(records), 'Giáo viên bộ môn'],
    ['totruong', chooseGroup(records)?.head, 'Tổ trưởng chuyên môn'],
    ...staff.flatMap(({ post, staffCode }) => {
      const [name, text] = slugOfPost[post] ?? []
      return name === undefined || text === undefined ? [] : [[name, staffCode, text] as const]
    }),
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

/** The staff whom visitors may sign in as: what they do at the school is left for them to do. */
export const listVisitedStaff = (records: SchoolYearRecords): ReadonlySet<string> =>
  new Set(choosePeople(records).flatMap(({ staffCode }) => staffCode ?? []))

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
