import type { SchoolYearRecords } from '../../../records/index.ts'
import { levelNames, type EducationLevel } from '../../../shared/education-level.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import type { Database } from '../connect.ts'
import { readingSchool, type SchoolTransaction } from './enter-school.ts'
import { loadRows } from './load-rows.ts'
import { tablesOfMarks } from './tables.ts'
import { recordsOfRows } from './year-records.ts'

/** One school year of the database, as a list shows it. */
export interface StoredSchoolYear {
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
  readonly schoolName: string
  readonly classes: number
  readonly students: number
}

const listYears = async (
  transaction: SchoolTransaction,
  tenant: number,
): Promise<readonly StoredSchoolYear[]> => {
  const rows = await transaction
    .selectFrom('school.school_year as y')
    .select(['y.school_year', 'y.level', 'y.name'])
    .select((is) => [
      is
        .selectFrom('school.class as c')
        .select(is.fn.countAll().as('count'))
        .where('c.tenant_id', '=', tenant)
        .whereRef('c.school_year', '=', 'y.school_year')
        .whereRef('c.level', '=', 'y.level')
        .as('classes'),
      is
        .selectFrom('school.enrolment as e')
        .select(is.fn.countAll().as('count'))
        .where('e.tenant_id', '=', tenant)
        .whereRef('e.school_year', '=', 'y.school_year')
        .whereRef('e.level', '=', 'y.level')
        .as('students'),
    ])
    .where('y.tenant_id', '=', tenant)
    .orderBy('y.school_year')
    .orderBy('y.level')
    .execute()
  return rows.map(({ school_year, level, name, classes, students }) => ({
    schoolYear: school_year as SchoolYear,
    level,
    schoolName: name,
    classes: Number(classes),
    students: Number(students),
  }))
}

/** The school years stored of one school, earliest first; none of a school that nothing was written of. */
export const listSchoolYears = (
  database: Database<'school'>,
  schoolCode: string,
): Promise<readonly StoredSchoolYear[]> =>
  readingSchool(database, schoolCode, async (transaction, tenant) =>
    tenant === undefined ? [] : listYears(transaction, tenant),
  )

interface ReadOptions {
  readonly level?: EducationLevel
  /** People, classes and lessons alone, without what teachers wrote. */
  readonly isStructureOnly?: boolean
}

/**
 * The records of a school's year as they were saved, seen at one moment. Refused where the year is not there, and where
 * the school has several levels in it and none is named.
 */
export const readSchoolYear = (
  database: Database<'school'>,
  schoolCode: string,
  schoolYear: SchoolYear,
  { level, isStructureOnly = false }: ReadOptions = {},
): Promise<SchoolYearRecords> =>
  readingSchool(database, schoolCode, async (transaction, tenant) => {
    const years = tenant === undefined ? [] : await listYears(transaction, tenant)
    const ofYear = years.filter((one) => one.schoolYear === schoolYear)
    const fitting = ofYear.filter((one) => level === undefined || one.level === level)
    const [found] = fitting
    if (found === undefined || tenant === undefined) throw refuseMissing(schoolCode, schoolYear, years)
    if (fitting.length > 1) throw refuseSeveral(schoolYear, fitting)
    const rows = await loadRows(transaction, { tenant, schoolYear, level: found.level })
    const wanted = isStructureOnly ? withoutMarks(rows) : withoutEmptied(rows)
    return recordsOfRows({ schoolCode, schoolYear, level: found.level }, wanted)
  })

const withoutMarks = (rows: Awaited<ReturnType<typeof loadRows>>): typeof rows =>
  new Map([...rows].filter(([name]) => !tablesOfMarks.has(name)))

/** Emptied cells are no part of what is written down. */
const withoutEmptied = (rows: Awaited<ReturnType<typeof loadRows>>): typeof rows =>
  new Map([...rows].map(([name, own]) => [name, own.filter((row) => row['value'] !== null)]))

const describeYear = ({ schoolYear, level }: StoredSchoolYear): string =>
  `${schoolYear} (${levelNames[level]})`

const refuseMissing = (
  schoolCode: string,
  schoolYear: SchoolYear,
  years: readonly StoredSchoolYear[],
): Refusal =>
  new Refusal(
    'school-year-not-found',
    `Cơ sở dữ liệu chưa có năm học ${schoolYear} của trường mang mã ${schoolCode}. ` +
      (years.length === 0
        ? 'Trường này chưa có năm học nào. '
        : `Đang có: ${years.map(describeYear).join(', ')}. `) +
      'Hãy kiểm tra lại mã và năm học, hoặc nhập sổ trước: hocba import SỔ.xlsx.',
  )

const refuseSeveral = (schoolYear: SchoolYear, years: readonly StoredSchoolYear[]): Refusal =>
  new Refusal(
    'school-year-not-found',
    `Năm học ${schoolYear} của trường này có nhiều cấp học: ${years.map(({ level }) => level).join(', ')}. ` +
      'Hãy nêu cấp học bằng --level.',
  )
