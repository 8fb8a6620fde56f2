import { sql } from 'kysely'
import type { Closing, SheetContext, SheetName } from '../../../gradebook/index.ts'
import type { EducationLevel, Grade } from '../../../shared/education-level.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { gatheredEntryFacts, type GatheredFacts } from './stored-entry-facts.ts'

/** A sheet of a class of one year of one school. */
export interface SheetPlace {
  readonly tenant: number
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
  readonly classId: string
  readonly sheet: SheetName
}

/** What of a class and its plan a sheet follows from. */
export interface SheetFactsRow {
  readonly class_id: string
  readonly name: string
  readonly grade: Grade
  readonly foreign_language: string | null
  readonly article9_3: 'mask' | 'replace' | null
  readonly periods_per_year: number | null
  /** Who answers for the sheet first, then who teaches it too. */
  readonly teachers: readonly string[]
  readonly facts: GatheredFacts
}

// The name of a sheet is one of a closed list, and so is safe within the text.
const ofClass = {
  tenant: 'c.tenant_id',
  schoolYear: 'c.school_year',
  level: 'c.level',
  classId: 'c.class_id',
} as const

/** The class with what the sheet follows from; undefined where the level has no such class this year. */
export const findSheetFacts = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, classId, sheet }: SheetPlace,
  now = new Date(0),
): Promise<SheetFactsRow | undefined> => {
  const { rows } = await sql<SheetFactsRow>`
    select c.class_id, c.name, c.grade, c.foreign_language, y.article9_3, a.periods_per_year,
      array(
        select s.full_name from (
          select coalesce(a.teacher, case when ${sheet} in ('homeroom', 'attendance') then c.homeroom_teacher end) as code,
            -1 as position
          union all
          select o.staff_code, o.position from school.co_teacher o
          where o.tenant_id = ${tenant} and o.school_year = ${schoolYear} and o.class_id = ${classId}
            and o.subject = ${sheet}
        ) t join school.staff s on s.staff_code = t.code
        where s.tenant_id = ${tenant} and s.school_year = ${schoolYear} and s.level = ${level}
        order by t.position
      ) as teachers, ${sql.raw(gatheredEntryFacts({ ...ofClass, sheet: `'${sheet}'`, now: `'${now.toISOString()}'` }))} as facts
    from school.class c
    join school.school_year y using (tenant_id, school_year, level)
    left join school.assignment a
      on a.tenant_id = c.tenant_id and a.school_year = c.school_year and a.class_id = c.class_id
      and a.subject = ${sheet}
    where c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.class_id = ${classId}
      and c.level = ${level}`.execute(transaction)
  return rows[0]
}

/** What the columns of the sheet follow from. */
export const contextOf = (
  { sheet, schoolYear }: SheetPlace,
  { grade, periods_per_year }: SheetFactsRow,
  closings: readonly Closing[],
): SheetContext => ({ sheet, schoolYear, grade, periodsPerYear: periods_per_year, closings })
