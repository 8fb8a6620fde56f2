import { amendRecords, listAmendmentSets, type AmendmentSet, type ClassRecords } from '../../../book/index.ts'
import { readData, type BookData } from '../../../bookfile/index.ts'
import type { StudentYear } from '../../../records/index.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { refuseInput } from '../set-up/set-up-rows.ts'
import { refuseAct } from './acting.ts'
import { readClassRecords } from './read-class-records.ts'

/** A pupil's issued year with what was corrected of it so far. */
export interface CorrectableYear {
  readonly classRecords: ClassRecords
  /** The pupil's records as the gradebook has them. */
  readonly written: StudentYear
  /** The records as earlier corrections left them. */
  readonly student: StudentYear
  readonly sets: readonly AmendmentSet[]
  /** The newest version that went out. */
  readonly issued: IssuedVersion
}

/** A version that went out: its data, and what it carries of signatures. */
export interface IssuedVersion {
  readonly number: number
  readonly data: BookData
  readonly slots: readonly IssuedSlot[]
}

/** One signature of an issued version. */
export interface IssuedSlot {
  readonly slotId: string
  readonly signature: string
}

/** The issued year of a pupil of the class; refused where the class has no such pupil, or nothing was issued. */
export const getCorrectableYear = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  studentCode: string,
): Promise<CorrectableYear> => {
  const classRecords = await readClassRecords(transaction, place)
  const written = classRecords.students.find(({ profile }) => profile.studentCode === studentCode)
  if (written === undefined) throw refuseInput(`Lớp ${place.classId} không có học sinh mã ${studentCode}.`)
  const issued = await findIssued(transaction, place, studentCode)
  if (issued === undefined)
    throw refuseAct(
      `Học bạ của ${written.profile.fullName} chưa phát hành: hãy trả lại ô cần sửa cho giáo viên, không cần đính chính.`,
    )
  const sets = listAmendmentSets(classRecords.records.amendments, studentCode)
  return { classRecords, written, student: sets.reduce(amendRecords, written), sets, issued }
}

const findIssued = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: ClassPlace,
  studentCode: string,
): Promise<IssuedVersion | undefined> => {
  const report = await transaction
    .selectFrom('school.report')
    .select(['version', 'draft', 'data'])
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('student_code', '=', studentCode)
    .where('issued_at', 'is not', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (report === undefined) return undefined
  const slots = await transaction
    .selectFrom('school.signature_slot')
    .select(['slot_id as slotId', 'signature'])
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('student_code', '=', studentCode)
    .where('version', '=', report.version)
    .where('draft', '=', report.draft)
    .orderBy('position')
    .execute()
  return {
    number: report.version,
    data: dataOf(report.data),
    slots: slots.flatMap(({ slotId, signature }) => (signature === null ? [] : [{ slotId, signature }])),
  }
}

/** What was kept of an issued version is what was signed: that it cannot be read is a bug. */
const dataOf = (text: string): BookData => {
  const reading = readData(text)
  if ('fault' in reading) throw new Error('an issued version must be readable', { cause: reading.fault })
  return reading.data
}
