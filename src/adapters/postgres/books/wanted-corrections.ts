import { isPermitted, type Actor } from '../../../accounts/index.ts'
import { parseCell, subjectCellsOf, type Column } from '../../../gradebook/index.ts'
import type { MarkAmendment } from '../../../records/index.ts'
import { dayInVietnam, formatDate, type PlainDate } from '../../../shared/dates.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import { isSubjectCode, type SubjectCode } from '../../../shared/subjects.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import { refuseInput } from '../set-up/set-up-rows.ts'
import { refuseAct } from './acting.ts'
import type { CorrectableYear } from './correctable-year.ts'
import { findCellColumn } from './sheet-column.ts'

/** One value that was wrong in an issued book, as somebody types it; empty is nothing entered. */
export interface WantedChange {
  readonly studentCode: string
  readonly subject: string
  /** Which cell, by its path in the gradebook: 'terms.2.finalMark', 'comment'. */
  readonly field: string
  readonly oldValue: string
  readonly newValue: string
}

/** The same with both values as the records have them. */
export type ReadChange = Pick<MarkAmendment, 'studentCode' | 'subject' | 'field' | 'oldValue' | 'newValue'>

/** Whose it is to ask: who teaches the lesson, who leads the class, the heads of the school. */
export const requireRequester = ({ classId }: ClassPlace, { subject }: WantedChange, actor: Actor): void => {
  const isHead = actor.roles.includes('principal') || actor.roles.includes('vice-principal')
  const isOfClass = actor.homeroomClasses.includes(classId)
  const teaches = actor.teaches.some((lesson) => lesson.classId === classId && lesson.subject === subject)
  if (
    !isPermitted(actor, 'correction.request', { classId, sheet: subject }) ||
    !(isHead || isOfClass || teaches)
  )
    throw refuseAct(
      'Chỉ giáo viên của môn học, chủ nhiệm của lớp và ban giám hiệu được đề nghị đính chính ô này.',
    )
}

/**
 * Reads one change against what the issued book says: the column takes the new value, and the old one is what stands
 * there now, earlier corrections included. Refused in words otherwise.
 */
export const readChange = (
  schoolYear: SchoolYear,
  year: CorrectableYear,
  { studentCode, subject, field, oldValue, newValue }: WantedChange,
): ReadChange => {
  const column = columnOf(schoolYear, year, subject, field)
  const standing = standingValue(year, subject as SubjectCode, field)
  if (readValue(column, 'Giá trị cũ', oldValue) !== canonical(column, standing))
    throw refuseInput(
      `Mục 'Giá trị cũ': học bạ đã phát hành đang ghi «${standing === '' ? 'chưa có' : standing}», không phải «${oldValue}» → xem lại ô cần đính chính.`,
    )
  const wanted = readValue(column, 'Giá trị mới', newValue)
  if (wanted === canonical(column, standing))
    throw refuseInput("Mục 'Giá trị mới': giống giá trị cũ → ghi giá trị đúng.")
  return { studentCode, subject: subject as SubjectCode, field, oldValue: standing, newValue: wanted }
}

const columnOf = (
  schoolYear: SchoolYear,
  { classRecords: { schoolClass, assignments } }: CorrectableYear,
  subject: string,
  field: string,
): Column => {
  const assignment = isSubjectCode(subject) ? assignments.get(subject) : undefined
  if (!isSubjectCode(subject) || assignment === undefined)
    throw refuseInput(`Mục 'Môn học': lớp ${schoolClass.name} không học môn mã '${subject}' → chọn lại môn.`)
  const { grade } = schoolClass
  const context = { sheet: subject, schoolYear, grade, periodsPerYear: assignment.periodsPerYear }
  const column = findCellColumn(context, field)
  if (column === undefined || !isOfReport(field))
    throw refuseInput("Mục 'Ô cần đính chính': học bạ không có ô này → chọn lại ô.")
  return column
}

/** Moments before the year's end and comments of a term stand in the gradebook alone. */
const isOfReport = (field: string): boolean =>
  !field.startsWith('moments.') && !/^terms\.[12]\.comment$/.test(field)

const standingValue = ({ student }: CorrectableYear, subject: SubjectCode, field: string): string => {
  const record = student.subjects.find((one) => one.subject === subject)
  if (record === undefined)
    throw refuseInput('Học sinh không có kết quả nào của môn này trong học bạ → chọn lại môn.')
  if (record.exempt === true)
    throw refuseInput('Học sinh được miễn môn học này: không có kết quả để đính chính.')
  return subjectCellsOf(record).get(field) ?? ''
}

const readValue = (column: Column, name: string, typed: string): string => {
  if (typed.trim() === '') return ''
  const parsed = parseCell(column, typed)
  if (!parsed.ok) throw refuseInput(`Mục '${name}': ${parsed.fault}`)
  return parsed.value ?? ''
}

/** A workbook may have brought '8.0' where a teacher types '8': one value. */
const canonical = (column: Column, stored: string): string => {
  if (stored === '') return ''
  const parsed = parseCell(column, stored)
  return parsed.ok ? (parsed.value ?? '') : stored
}

/** Ngày chốt: the last day on which an issued book may still be corrected, and how far away it is. */
export interface CorrectionDeadline {
  readonly lockedOn: PlainDate
  readonly daysLeft: number
}

/** Until when this pupil's book may be corrected, by what its newest version says. */
export const deadlineOf = ({ issued }: CorrectableYear, now: Date): CorrectionDeadline => {
  const lockedOn = issued.data.report.version.expectedEffectiveDate
  const day = 86_400_000
  return { lockedOn, daysLeft: Math.round((Date.parse(lockedOn) - Date.parse(dayInVietnam(now))) / day) }
}

/** Refuses once the school's data are locked: what is wrong then is revoked, not corrected. */
export const requireUnlocked = (year: CorrectableYear, now: Date): void => {
  const { lockedOn, daysLeft } = deadlineOf(year, now)
  if (daysLeft >= 0) return
  throw refuseAct(
    `Dữ liệu học bạ đã chốt ngày ${formatDate(lockedOn)}: không đính chính được nữa; ` +
      'nếu học bạ sai, hiệu trưởng ra quyết định thu hồi rồi phát hành lại.',
  )
}
