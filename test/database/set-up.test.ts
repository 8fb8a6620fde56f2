import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withTenant, type Database } from '../../src/adapters/postgres/connect.ts'
import { saveSchoolYear } from '../../src/adapters/postgres/school/save-school-year.ts'
import { listAssignments } from '../../src/adapters/postgres/set-up/list-assignments.ts'
import { findYear, listClasses, listStaff, listStudents } from '../../src/adapters/postgres/set-up/lists.ts'
import { findStudent } from '../../src/adapters/postgres/set-up/read-student.ts'
import { saveAssignments } from '../../src/adapters/postgres/set-up/save-assignments.ts'
import { saveClass } from '../../src/adapters/postgres/set-up/save-class.ts'
import { saveExemptions } from '../../src/adapters/postgres/set-up/save-exemptions.ts'
import { saveStaff } from '../../src/adapters/postgres/set-up/save-staff.ts'
import { moveStudent } from '../../src/adapters/postgres/set-up/save-student.ts'
import { readSettings, saveSetting } from '../../src/adapters/postgres/set-up/settings.ts'
import { listSubjectGroups, saveSubjectGroup } from '../../src/adapters/postgres/set-up/subject-groups.ts'
import { listSubjectPlan, saveSubjectPlan } from '../../src/adapters/postgres/set-up/subject-plan.ts'
import { subjectsOfLevel } from '../../src/shared/subjects.ts'
import { emptyClass, now, openFilled, schoolYear, type FilledDatabase } from './support/gradebook.ts'
import { askAll } from './support/rows.ts'
import { watched } from './support/statements.ts'

const own = emptyClass(7, 20)
const school = {
  ...own,
  classes: [...own.classes, { classId: '7B', name: '7B', grade: 7 as const, homeroomTeacher: 'CB03' }],
}
const place = { schoolCode: school.school.code, schoolYear, level: 'lower-secondary' } as const
const by = { account: { accountId: '018f0000-0000-7000-8000-000000000009', fullName: 'Lường Thị Sổ' }, now }
const pupil = '7A0001'

let filled: FilledDatabase
beforeAll(async () => {
  filled = await openFilled(school, emptyClass(7, 3, '0079000888'))
})
afterAll(() => filled.close())

type Read = (database: Database<'school'>, tenant: number) => Promise<unknown>
const at = (tenant: number) => ({ tenant, schoolYear, level: 'lower-secondary' as const })

const reads: readonly (readonly [string, Read])[] = [
  ['the year', (database, tenant) => findYear(database, at(tenant))],
  ['classes', (database, tenant) => listClasses(database, at(tenant))],
  ['staff', (database, tenant) => listStaff(database, at(tenant))],
  ['lessons', (database, tenant) => listAssignments(database, at(tenant))],
  ['pupils', (database, tenant) => listStudents(database, at(tenant), { page: 1, pageSize: 200 })],
  ['one pupil', (database, tenant) => findStudent(database, { ...at(tenant), classId: '7A' }, '7A0002')],
  ['groups', (database, tenant) => listSubjectGroups(database, at(tenant))],
  ['the plan', (database, tenant) => listSubjectPlan(database, at(tenant))],
  ['settings', (database, tenant) => readSettings(database, at(tenant))],
]

const plan7 = subjectsOfLevel['lower-secondary'].map(({ code, periodsPerYear }) => ({
  subject: code,
  periodsPerYear: periodsPerYear[7] ?? 35,
}))
const lessons = ['TOAN', 'NGU_VAN'].map((subject) => ({
  classId: '7B',
  subject,
  teacher: 'CB02',
  otherTeachers: ['CB03'],
  periodsPerYear: 140,
}))
const gdtc = { subject: 'GDTC', kind: 'exempt', reason: 'Khuyết tật', decisionNumber: null } as const
const member = {
  fullName: 'Hà Thị Mới',
  citizenId: '001080000099',
  birthDate: null,
  post: 'principal',
  subjectGroup: null,
  hasLeft: false,
  seenVersion: null,
} as const
const ofPupil = { ...place, classId: '7A', studentCode: pupil }

type Write = (database: Database<'school'>) => Promise<unknown>
const writes: readonly (readonly [string, Write])[] = [
  ['a member of staff', (database) => saveStaff(database, place, 'CB70', member, by)],
  [
    'a subject group',
    (database) => saveSubjectGroup(database, place, { name: 'Tổ Văn', head: 'CB03', seenVersion: null }, by),
  ],
  [
    'a class',
    (database) =>
      saveClass(
        database,
        place,
        '7C',
        { name: '7C', grade: 7, homeroomTeacher: null, foreignLanguage: null, seenVersion: null },
        by,
      ),
  ],
  ['a plan', (database) => saveSubjectPlan(database, place, { grade: 7, subjects: plan7 }, by)],
  ['lessons', (database) => saveAssignments(database, place, lessons, by)],
  ['exemptions', (database) => saveExemptions(database, ofPupil, [gdtc], by)],
  [
    'a move',
    (database) =>
      moveStudent(database, ofPupil, { toClassId: '7B', movedOn: '2026-10-01', reason: 'Đơn' }, by),
  ],
  [
    'a setting',
    (database) => saveSetting(database, place, { name: 'article9_3', value: 'replace', reason: 'NQ 3' }, by),
  ],
]

const countAll = async (): Promise<unknown> => {
  const tables = [
    'act',
    'superseded',
    'staff',
    'class',
    'assignment',
    'co_teacher',
    'enrolment',
    'assessment',
  ]
  const more = ['subject_group', 'subject_plan', 'setting', 'exemption_order', 'student_move']
  const counts = [...tables, ...more].map((name) => `(select count(*)::int from school.${name}) as ${name}`)
  return (await askAll(filled.server, `select ${counts.join(', ')}`))[0]
}

const statementsOf = async (work: Write): Promise<number> => {
  let statements = 0
  await work(watched(filled.database, (count) => (statements = count)))
  return statements
}

describe('an act of setting up', () => {
  // Each act runs on what the acts before it left, cut off before each of its statements first.
  it.each(writes)('that is cut off before any of its statements leaves nothing: %s', async (_what, write) => {
    const before = await countAll()
    const cutOff = async (at: number): Promise<boolean> => {
      const database = watched(filled.database, (count) => {
        if (count === at) throw new Error('cut off')
      })
      return write(database).then(
        () => false,
        (error: unknown) => {
          expect(String(error)).toContain('cut off')
          return true
        },
      )
    }
    let at = 1
    for (; await cutOff(at); at++) expect(await countAll()).toEqual(before)
    expect(at).toBeGreaterThan(3)
    expect(await countAll()).not.toEqual(before)
  })
})

describe('row security', () => {
  it.each(reads)('shows nothing of another school, whatever is asked: %s', async (_what, read) => {
    const seen = JSON.stringify((await read(filled.database, filled.tenant)) ?? null)
    const other = await askAll<{ readonly tenant_id: number }>(
      filled.server,
      'select tenant_id from school.school where tenant_id <> $1',
      [filled.tenant],
    )
    const stranger = await read(filled.database, other[0]?.tenant_id ?? 0).catch(() => undefined)
    expect(JSON.stringify(stranger ?? null)).not.toContain('Tổ Văn')
    expect(JSON.stringify(stranger ?? null)).not.toContain('CB70')
    expect(JSON.stringify(stranger ?? null)).not.toContain('NQ 3')
    expect(seen).not.toBe('null')
  })

  it.each(['subject_group', 'subject_plan', 'setting', 'exemption_order', 'student_move'] as const)(
    'stands behind the queries of %s: without its tenant no row is there, and none can be written',
    async (name) => {
      const all = await askAll(filled.server, `select 1 from school.${name}`)
      expect(all.length).toBeGreaterThan(0)
      const table = `school.${name}` as const
      const [other] = await askAll<{ readonly tenant_id: number }>(
        filled.server,
        'select tenant_id from school.school where tenant_id <> $1',
        [filled.tenant],
      )
      const rows = await withTenant(filled.database, other?.tenant_id ?? 0, (transaction) =>
        transaction.selectFrom(table).selectAll().execute(),
      )
      expect(rows).toEqual([])
      expect(await filled.database.selectFrom(table).selectAll().execute()).toEqual([])
      await expect(
        withTenant(filled.database, other?.tenant_id ?? 0, (transaction) =>
          transaction
            .insertInto('school.setting')
            .values({
              tenant_id: filled.tenant,
              school_year: schoolYear,
              level: 'lower-secondary',
              name: 'x',
              value: 'y',
              reason: 'z',
              act_id: '018f0000-0000-7000-8000-000000000009',
            })
            .execute(),
        ),
      ).rejects.toThrow(/row-level security/)
    },
  )
})

describe('the number of statements', () => {
  it.each(reads)('does not grow with the school: %s', async (_what, read) => {
    const small = await statementsOf((database) => read(database, filled.tenant))
    const large = emptyClass(7, 200)
    const other = await openFilled(large)
    let statements = 0
    await read(
      watched(other.database, (count) => (statements = count)),
      other.tenant,
    )
    await other.close()
    expect(small).toBeGreaterThan(1)
    expect(statements).toBe(small)
  })

  it('of giving lessons out is the same for two as for twelve', async () => {
    const many = plan7.slice(0, 12).map((one) => ({ ...one, classId: '7B', teacher: 'CB03' }))
    const two = await statementsOf((database) => saveAssignments(database, place, many.slice(0, 2), by))
    expect(await statementsOf((database) => saveAssignments(database, place, many, by))).toBeLessThanOrEqual(
      two + 1,
    )
  })
})

describe('an import', () => {
  it('leaves groups, plan, settings and orders alone, which no workbook expresses', async () => {
    const before = await countAll()
    await saveSchoolYear(filled.database, school, { now, by: 'Nhập sổ' })
    const after = await countAll()
    const kept = ['subject_group', 'subject_plan', 'setting', 'exemption_order', 'student_move'] as const
    const pick = (counts: unknown) => kept.map((name) => (counts as Record<string, number>)[name])
    expect(pick(after)).toEqual(pick(before))
  })
})
