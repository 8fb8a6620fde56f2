import { readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { writeXlsx } from 'hucre/xlsx'
import type { Response } from 'light-my-request'
import { writeWorkbook } from '../../../src/adapters/workbook/index.ts'
import { typedPupil as pupil } from '../../builders/typed-pupil.ts'
import { subjectsOfLevel } from '../../../src/shared/subjects.ts'
import { schoolYear, want } from '../../database/support/gradebook.ts'
import { fullSchool, ofSchool } from '../../database/support/school-years.ts'
import { smallSchool, type staff } from './small-school.ts'

const description = JSON.parse(
  readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'),
) as { readonly paths: Readonly<Record<string, object>> }

const base = '/api/v1/schools/{schoolCode}'

/** Every documented operation on a school, after the address of the school: 'GET /years'. */
export const documented: readonly string[] = Object.entries(description.paths).flatMap(([path, methods]) =>
  path.startsWith(`${base}/`)
    ? Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.slice(base.length)}`)
    : [],
)

export type Asking = keyof typeof staff | 'administrator'

/** What is sent: values of the address, what comes after it, a body or a workbook. */
export interface Sent {
  readonly query?: string
  readonly body?: object
  readonly workbook?: Uint8Array
  readonly [place: string]: unknown
}

/** Sends the operation's request as somebody, and gives the answer, which is a success. */
export type Ask = (by: Asking, sent?: Sent) => Promise<Response>

/** What an operation asks; `last` is the last answer of an earlier one. */
export type Operation = (ask: Ask, last: (operation: string) => Response) => Promise<unknown>

const cells = (...all: readonly ReturnType<typeof want>[]): Sent => ({
  body: { saveId: randomUUID(), cells: all },
})

const member = {
  fullName: 'Hà Thị Mới',
  citizenId: '001080000099',
  birthDate: '05/09/1990',
  post: 'teacher',
  subjectGroup: 'Tổ Văn',
  hasLeft: false,
}

const studentCode = '4000000777'
const before = (className: string) => [
  { schoolYear: '2025-2026', className, schoolName: 'Trường THCS Khe Sú' },
]

const lines = {
  name: 'Trường Liên cấp Mường Lống Mới',
  wardCode: '00007',
  wardName: 'Xã Mường Lống',
  provinceCode: '40',
  provinceName: 'Tỉnh Sông Lam',
  signingPlace: 'Mường Lống',
}

const plan = (more: number) =>
  subjectsOfLevel['lower-secondary'].map(({ code, periodsPerYear }) => ({
    subject: code,
    periodsPerYear: (periodsPerYear[7] ?? 35) + more,
  }))

const { school } = smallSchool
const book = ofSchool(fullSchool, school.code)
/** A pupil fewer, and the others live elsewhere. */
const changedBook = {
  ...book,
  students: book.students
    .slice(0, -1)
    .map((one) => ({ ...one, profile: { ...one.profile, address: 'Thôn Hạ' } })),
}

const accountIdOf = (answer: Response): string =>
  answer.json<{ readonly account: { readonly accountId: string } }>().account.accountId

const year = '/years/{schoolYear}/{level}'
const ofClass = `${year}/classes/{classId}`
const ofStudent = `${ofClass}/students/{studentCode}`
const ofSheet = `${ofClass}/sheets/{sheet}`
const person = '/accounts/{accountId}'

/** What goes unless the request says otherwise. */
export const usual: Readonly<Record<string, string>> = {
  schoolCode: school.code,
  schoolYear,
  level: 'lower-secondary',
  classId: '7A',
  studentCode: '7A0001',
  sheet: 'TOAN',
}

/** A success of every operation, in an order in which each finds what it needs. */
export const operations: Readonly<Record<string, Operation>> = {
  'POST /accounts': (ask) =>
    ask('administrator', {
      body: { fullName: 'Hờ Thị Mới', username: 'moi.ho', staffCode: 'CB09', isAdministrator: false },
    }),
  [`PATCH ${person}`]: async (ask, last) => {
    const accountId = accountIdOf(last('POST /accounts'))
    await ask('administrator', { accountId, body: { isAdministrator: true, staffCode: 'CB11' } })
    await ask('administrator', { accountId, body: { state: 'suspended' } })
    await ask('administrator', { accountId, body: { state: 'active' } })
  },
  [`POST ${person}/recovery`]: (ask, last) =>
    ask('administrator', {
      accountId: accountIdOf(last('POST /accounts')),
      body: { reason: 'quên mật khẩu' },
    }),
  'GET /accounts': (ask) => ask('administrator', { query: '?search=Lo&page=1&pageSize=20' }),
  'POST /accounts/from-staff': (ask) =>
    ask('administrator', { body: { schoolYear, level: 'lower-secondary' } }),
  'GET /accounts/file': (ask) => ask('administrator'),
  'POST /accounts/file': async (ask) => {
    const rows = [
      ['Họ và tên', 'Tên đăng nhập', 'Mã cán bộ', 'Quản trị'],
      ['Thào A Một', 'mot.thao', null, null],
    ]
    const workbook = Buffer.from(await writeXlsx({ sheets: [{ name: 'Tài khoản', rows }] }))
    for (const query of ['', '?commit=true']) await ask('administrator', { workbook, query })
  },
  'GET /account-acts': (ask) => ask('administrator', { query: '?page=1' }),
  'GET /years': (ask) => ask('subjectTeacher'),
  'POST /years': (ask) => ask('registrar', { body: { schoolYear, level: 'primary', ...lines } }),
  'POST /workbooks': async (ask) => {
    const workbook = await writeWorkbook(book)
    await ask('registrar', { workbook })
    await ask('administrator', { workbook, query: '?commit=true' })
    await ask('registrar', { workbook, query: '?commit=true' })
    await ask('registrar', { workbook: await writeWorkbook(changedBook), query: '?commit=true' })
  },
  [`GET ${year}/workbook.xlsx`]: async (ask) => {
    await ask('principal')
    await ask('administrator', { schoolYear: '2025-2026' })
  },
  [`GET ${year}`]: (ask) => ask('subjectTeacher'),
  [`PUT ${year}`]: (ask) =>
    ask('registrar', { body: { ...lines, approver: 'CB01', onBehalf: null, seenVersion: 1 } }),
  [`PUT ${year}/staff/{staffCode}`]: async (ask) => {
    await ask('registrar', { staffCode: 'CB90', body: { ...member, seenVersion: null } })
    await ask('registrar', { staffCode: 'CB90', body: { ...member, post: 'clerk', seenVersion: 1 } })
  },
  [`GET ${year}/staff`]: (ask) => ask('registrar'),
  [`DELETE ${year}/staff/{staffCode}`]: (ask) =>
    ask('registrar', { staffCode: 'CB90', query: '?seenVersion=2' }),
  [`PUT ${year}/subject-groups/{name}`]: async (ask) => {
    await ask('registrar', { name: 'Tổ Văn', body: { head: 'CB09', seenVersion: null } })
    await ask('registrar', { name: 'Tổ Văn', body: { head: 'CB10', seenVersion: 1 } })
  },
  [`GET ${year}/subject-groups`]: (ask) => ask('registrar'),
  [`PUT ${ofClass}`]: async (ask) => {
    const typed = { name: '7C', grade: 7, homeroomTeacher: null, foreignLanguage: 'Tiếng Anh' }
    await ask('registrar', { classId: '7C', body: { ...typed, seenVersion: null } })
    await ask('registrar', { classId: '7C', body: { ...typed, homeroomTeacher: 'CB10', seenVersion: 1 } })
    await ask('registrar', { classId: '7C', body: { ...typed, grade: 8, seenVersion: 2 } })
  },
  [`GET ${year}/classes`]: (ask) => ask('registrar'),
  [`DELETE ${ofClass}`]: (ask) => ask('registrar', { classId: '7C', query: '?seenVersion=3' }),
  [`PUT ${year}/subject-plan/{grade}`]: async (ask) => {
    for (const more of [1, 2]) await ask('registrar', { grade: '7', body: { subjects: plan(more) } })
    const compulsory = plan(2).filter(({ subject }) => !/NGOAI_NGU_2|DAN_TOC/.test(subject))
    await ask('registrar', { grade: '7', body: { subjects: compulsory } })
  },
  [`GET ${year}/subject-plan`]: (ask) => ask('registrar'),
  [`PUT ${ofClass}/assignments/{subject}`]: async (ask) => {
    const lesson = { teacher: 'CB09', otherTeachers: ['CB10'], periodsPerYear: 140 }
    const send = (body: object) => ask('registrar', { classId: '7B', subject: 'TOAN', body })
    await send({ ...lesson, seenVersion: null })
    await send({ ...lesson, teacher: 'CB07', otherTeachers: ['CB09'], seenVersion: 1 })
    await send({ ...lesson, teacher: null, seenVersion: 2 })
  },
  [`POST ${year}/assignments/bulk`]: async (ask) => {
    for (const teacher of ['CB09', 'CB10'])
      await ask('registrar', {
        body: {
          assignments: ['TOAN', 'NGU_VAN'].map((subject) => ({
            classId: '7B',
            subject,
            teacher,
            periodsPerYear: 140,
          })),
        },
      })
  },
  [`GET ${year}/assignments`]: (ask) => ask('registrar'),
  [`PUT ${ofStudent}`]: async (ask) => {
    const send = (body: object) => ask('registrar', { classId: '7B', studentCode, body })
    await send({ ...pupil, history: before('6A'), seenVersion: null })
    await send({ ...pupil, address: 'Bản Nà', history: before('6B'), seenVersion: 1 })
    await send({ ...pupil, address: 'Bản Nà', history: [], seenVersion: 2 })
  },
  [`PUT ${ofStudent}/exemptions`]: async (ask) => {
    const exempt = { subject: 'GDTC', kind: 'practice-exempt', reason: 'Sức khỏe', decisionNumber: '7/QĐ' }
    for (const exemptions of [[exempt], [{ ...exempt, reason: 'Khuyết tật' }], [], [exempt]])
      await ask('registrar', { classId: '7B', studentCode, body: { exemptions } })
  },
  [`POST ${ofStudent}/moves`]: (ask) =>
    ask('registrar', {
      classId: '7B',
      studentCode,
      body: { toClassId: '7A', movedOn: '10/10/2026', reason: 'Theo đơn của gia đình' },
    }),
  [`GET ${ofStudent}`]: (ask) => ask('registrar', { studentCode }),
  [`GET ${year}/students`]: (ask) =>
    ask('registrar', { query: '?search=L%C6%B0%C6%A1ng&classId=7A&page=1&pageSize=20' }).then(() =>
      ask('registrar'),
    ),
  [`PUT ${year}/settings/{name}`]: async (ask) => {
    for (const value of ['replace', 'mask'])
      await ask('principal', { name: 'article9_3', body: { value, reason: 'NQ hội đồng' } })
    await ask('principal', { name: 'entry-closes.year', body: { value: '2027-05-29', reason: 'KH 05' } })
  },
  [`GET ${year}/settings`]: (ask) => ask('principal'),
  [`POST ${ofSheet}/cells`]: async (ask) => {
    const first = cells(want('7A0001', 'terms.1.finalMark', '8'), want('7A0002', 'comment', 'Khá'))
    for (const sent of [first, first]) await ask('subjectTeacher', sent)
    await ask('subjectTeacher', cells(want('7A0001', 'terms.1.finalMark', '9', 1)))
    for (const [sheet, path, old, value] of [
      ['homeroom', 'conduct.1', 'good', 'fair'],
      ['attendance', 'absentOn.2026-10-01', 'excused', 'unexcused'],
    ] as const) {
      await ask('homeroomTeacher', { sheet, ...cells(want('7A0001', path, old)) })
      await ask('homeroomTeacher', { sheet, ...cells(want('7A0001', path, value, 1)) })
      await ask('homeroomTeacher', { sheet, ...cells(want('7A0001', path, null, 2)) })
      await ask('homeroomTeacher', { sheet, ...cells(want('7A0001', path, old, 3)) })
    }
  },
  [`GET ${year}/work`]: async (ask) => {
    for (const by of ['principal', 'homeroomTeacher', 'subjectTeacher', 'groupHead'] as const) await ask(by)
  },
  [`GET ${ofSheet}`]: async (ask) => {
    await ask('subjectTeacher')
    for (const sheet of ['homeroom', 'attendance', 'decisions']) await ask('principal', { sheet })
  },
  [`GET ${ofSheet}/changes`]: async (ask) => {
    for (const sheet of ['TOAN', 'homeroom', 'attendance', 'decisions'])
      await ask('principal', { sheet, query: '?since=2026-01-01T00:00:00Z' })
  },
  [`GET ${ofClass}/results`]: (ask) => ask('homeroomTeacher'),
  [`GET ${ofSheet}/trace`]: async (ask) => {
    await ask('subjectTeacher')
    await ask('subjectTeacher', { query: '?studentCode=7A0001&path=terms.1.finalMark' })
    await ask('principal', { sheet: 'homeroom', query: '?studentCode=7A0001' })
  },
  [`GET ${ofStudent}/trace`]: (ask) => ask('principal'),
  [`GET ${ofClass}/tracking-book.pdf`]: (ask) => ask('principal'),
  [`GET ${ofClass}/tracking-book.xlsx`]: (ask) => ask('principal'),
  [`GET ${ofClass}/class-summary.pdf`]: (ask) => ask('principal', { query: '?term=1' }),
  [`GET ${ofClass}/class-summary.xlsx`]: (ask) => ask('principal', { query: '?term=year' }),
  [`GET ${ofSheet}/page.pdf`]: (ask) => ask('principal'),
  [`GET ${ofSheet}/file.xlsx`]: (ask) => ask('subjectTeacher'),
  [`POST ${ofSheet}/file`]: (ask, last) =>
    ask('subjectTeacher', { workbook: last(`GET ${ofSheet}/file.xlsx`).rawPayload }),
  [`POST ${year}/roll-over/rehearsal`]: (ask) => ask('registrar', { body: {} }),
  [`POST ${year}/roll-over`]: (ask, last) =>
    ask('registrar', {
      body: {
        digest: last(`POST ${year}/roll-over/rehearsal`).json<{ readonly digest: string }>().digest,
        confirmUndecided: true,
      },
    }),
}
