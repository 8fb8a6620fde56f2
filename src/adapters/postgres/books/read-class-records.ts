import { listClassRecords, type ClassRecords } from '../../../book/index.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { loadRows } from '../school/load-rows.ts'
import { recordsOfRows } from '../school/year-records.ts'

/**
 * One class as records: its pupils with all that was written about them, its lessons, the level's staff. Refused where
 * the level has no such class this year. As many statements as there are tables.
 */
export const readClassRecords = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
): Promise<ClassRecords> => {
  const schoolCode = await findSchoolCode(transaction, place)
  const rows = await loadRows(transaction, place)
  // Emptied cells are no part of what is written down.
  const written = new Map([...rows].map(([name, own]) => [name, own.filter((row) => row['value'] !== null)]))
  const [found] = listClassRecords(recordsOfRows({ schoolCode, ...place }, written))
  if (found === undefined) throw refuseMissing(place)
  return found
}

const findSchoolCode = async (
  transaction: SchoolTransaction,
  { tenant }: Pick<ClassPlace, 'tenant'>,
): Promise<string> => {
  const { school_code } = await transaction
    .selectFrom('school.school')
    .select('school_code')
    .where('tenant_id', '=', tenant)
    .executeTakeFirstOrThrow()
  return school_code
}

const refuseMissing = ({ classId, schoolYear }: ClassPlace): Refusal =>
  new Refusal(
    'school-year-not-found',
    `Năm học ${schoolYear} của trường không có lớp mã ${classId} ở cấp này. Hãy kiểm tra lại lớp và năm học.`,
  )
