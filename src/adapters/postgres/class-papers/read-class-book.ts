import { sql } from 'kysely'
import type {
  BookStudent,
  CellValues,
  ClassBook,
  SheetName,
  TaughtSubject,
} from '../../../gradebook/index.ts'
import type { Grade } from '../../../shared/education-level.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import { withTenant, type Database } from '../connect.ts'
import { readAllCells, type ClassPlace, type StudentCells } from '../gradebook/class-results.ts'
import { recordOf, type Row } from '../school/columns.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { enrolmentColumns } from '../school/tables.ts'

/**
 * All that the papers of one class are made of, seen at one moment; undefined where there is no such class. Four queries,
 * however many pupils and subjects.
 */
export const readClassBook = (
  database: Database<'school'>,
  place: ClassPlace,
): Promise<ClassBook | undefined> =>
  withTenant(database, place.tenant, async (transaction) => {
    const head = await readHead(transaction, place)
    if (head === undefined) return undefined
    const subjects = await readSubjects(transaction, place)
    const pupils = await readPupils(transaction, place)
    const cells = await readAllCells(transaction, place)
    return {
      ...headOf(place, head),
      subjects,
      students: pupils.map((row) => studentOf(row, cells.get(String(row['student_code'])) ?? new Map())),
    }
  })

interface Head {
  readonly name: string
  readonly ward_name: string
  readonly district_name: string | null
  readonly province_name: string
  readonly signing_place: string
  readonly article9_3: 'mask' | 'replace' | null
  readonly on_behalf_decision: string | null
  readonly principal: string | null
  readonly class_id: string
  readonly class_name: string
  readonly grade: Grade
  readonly foreign_language: string | null
  readonly homeroom_teacher: string | null
}

const readHead = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, classId }: ClassPlace,
): Promise<Head | undefined> => {
  const { rows } = await sql<Head>`
    select y.name, y.ward_name, y.district_name, y.province_name, y.signing_place, y.article9_3, y.on_behalf_decision,
      p.full_name as principal, c.class_id, c.name as class_name, c.grade, c.foreign_language,
      h.full_name as homeroom_teacher
    from school.class c
    join school.school_year y using (tenant_id, school_year, level)
    left join school.staff p on p.tenant_id = c.tenant_id and p.school_year = c.school_year and p.level = c.level
      and p.staff_code = y.approver
    left join school.staff h on h.tenant_id = c.tenant_id and h.school_year = c.school_year and h.level = c.level
      and h.staff_code = c.homeroom_teacher
    where c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.level = ${level}
      and c.class_id = ${classId}`.execute(transaction)
  return rows[0]
}

const headOf = ({ schoolYear, level }: ClassPlace, head: Head): Omit<ClassBook, 'subjects' | 'students'> => ({
  school: {
    name: head.name,
    wardName: head.ward_name,
    districtName: head.district_name,
    provinceName: head.province_name,
    signingPlace: head.signing_place,
    article9_3: head.article9_3 ?? 'mask',
    principal: head.principal ?? '',
    onBehalf: head.on_behalf_decision !== null,
  },
  schoolYear,
  level,
  schoolClass: {
    classId: head.class_id,
    name: head.class_name,
    grade: head.grade,
    homeroomTeacher: head.homeroom_teacher ?? '',
    foreignLanguage: head.foreign_language,
  },
})

interface SubjectRow {
  readonly subject: SubjectCode
  readonly periods_per_year: number
  readonly teachers: readonly string[]
}

const readSubjects = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, classId }: ClassPlace,
): Promise<readonly TaughtSubject[]> => {
  const { rows } = await sql<SubjectRow>`
    select a.subject, a.periods_per_year, array_remove(array_agg(s.full_name order by t.position), null) as teachers
    from school.assignment a
    cross join lateral (
      select a.teacher as code, -1 as position
      union all
      select o.staff_code, o.position from school.co_teacher o
      where o.tenant_id = a.tenant_id and o.school_year = a.school_year and o.class_id = a.class_id
        and o.subject = a.subject
    ) t
    left join school.staff s on s.tenant_id = a.tenant_id and s.school_year = a.school_year and s.level = ${level}
      and s.staff_code = t.code
    where a.tenant_id = ${tenant} and a.school_year = ${schoolYear} and a.class_id = ${classId}
    group by a.subject, a.periods_per_year`.execute(transaction)
  return rows.map(({ subject, periods_per_year, teachers }) => ({
    code: subject,
    periodsPerYear: periods_per_year,
    teachers,
  }))
}

const readPupils = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, classId }: ClassPlace,
): Promise<readonly Row[]> => {
  const columns = sql.join(Object.keys(enrolmentColumns).map((name) => sql.ref(name)))
  const { rows } = await sql<Row>`
    select ${columns} from school.enrolment
    where tenant_id = ${tenant} and school_year = ${schoolYear} and level = ${level} and class_id = ${classId}
    order by given_name, full_name, student_code`.execute(transaction)
  return rows
}

const studentOf = (row: Row, cells: StudentCells): BookStudent => {
  const { profile, individualPlan } = recordOf(enrolmentColumns, row)
  return { profile, individualPlan: individualPlan === true, cells: apart(cells) }
}

/** Single days and the principal's decision are sheets of their own. */
const apart = (cells: StudentCells): ReadonlyMap<SheetName, CellValues> => {
  const homeroom = [...(cells.get('homeroom') ?? [])]
  const sheetOf = (path: string): SheetName =>
    path.startsWith('absentOn.') ? 'attendance' : path === 'principalDecision' ? 'decisions' : 'homeroom'
  const grouped = Map.groupBy(homeroom, ([path]) => sheetOf(path))
  return new Map<SheetName, CellValues>([
    ...cells,
    ...[...grouped].map(([sheet, own]) => [sheet, new Map(own)] as const),
  ])
}
