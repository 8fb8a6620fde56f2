import { identityDigest, type ApprovingSignatory, type Signatory } from '../bookfile/index.ts'
import type { ClassRecords } from '../gradebook/index.ts'
import type { StaffMember, StudentYear, TeachingAssignment } from '../records/index.ts'
import type { LookupCode } from '../shared/ids.ts'
import { findSubject } from '../shared/subjects.ts'
import { withoutGaps, type SubjectSigners } from './subject-result.ts'

/** The people of one report as it names them. */
export interface ReportPeople {
  readonly homeroomTeacher: Signatory
  readonly approver: ApprovingSignatory
  readonly signersOf: (assignment: TeachingAssignment) => SubjectSigners
}

/** Who has to sign and is not there yet, in a teacher's words; empty when everybody is. */
export const listMissingPeople = (classRecords: ClassRecords, student: StudentYear): readonly string[] => {
  const { records, schoolClass, assignments, staff } = classRecords
  const { level } = records.school
  const teachers = student.subjects.flatMap(({ subject }) => {
    const name = findSubject(level, subject)?.name ?? subject
    const teacher = assignments.get(subject)?.teacher
    if (teacher === undefined) return [`Chưa phân công giáo viên môn ${name}`]
    return staff.has(teacher) ? [] : [`Giáo viên môn ${name} (mã ${teacher}) không có trong danh sách cán bộ`]
  })
  const isLed = staff.has(schoolClass.homeroomTeacher)
  return [
    ...teachers,
    ...(isLed ? [] : ['Lớp chưa có giáo viên chủ nhiệm']),
    ...missingApprover(classRecords),
  ]
}

/** The same of the cover, which the head of the school signs alone. */
export const missingApprover = ({ records, staff }: ClassRecords): readonly string[] => {
  const { staffCode } = records.school.approver
  return staff.has(staffCode)
    ? []
    : [`Chưa có người kí của nhà trường (mã ${staffCode} không có trong danh sách cán bộ)`]
}

const signatoryIn =
  ({ staff }: ClassRecords, yearLookupCode: LookupCode) =>
  (staffCode: string): Signatory => {
    const member: StaffMember | undefined = staff.get(staffCode)
    if (member === undefined) throw new Error(`no member of staff has the code ${staffCode}`)
    const { fullName, citizenId } = member
    return { staffCode, fullName, identityDigest: identityDigest(yearLookupCode, citizenId) }
  }

/** The head of the school as a book names them; `missingApprover` was asked before. */
export const approverOf = (classRecords: ClassRecords, yearLookupCode: LookupCode): ApprovingSignatory => {
  const { staffCode, onBehalf } = classRecords.records.school.approver
  return withoutGaps<ApprovingSignatory>({
    ...signatoryIn(classRecords, yearLookupCode)(staffCode),
    post: onBehalf === undefined ? 'principal' : 'vice-principal',
    onBehalf,
  })
}

/** Everybody as a report names them; `listMissingPeople` was asked before. */
export const peopleOf = (classRecords: ClassRecords, yearLookupCode: LookupCode): ReportPeople => {
  const signatory = signatoryIn(classRecords, yearLookupCode)
  const { records, schoolClass } = classRecords
  const signersOf = ({ teacher, principalSigns }: TeachingAssignment): SubjectSigners => ({
    teacher: signatory(teacher),
    ...(principalSigns === undefined
      ? {}
      : { substitute: { ...signatory(records.school.approver.staffCode), ...principalSigns } }),
  })
  return {
    homeroomTeacher: signatory(schoolClass.homeroomTeacher),
    approver: approverOf(classRecords, yearLookupCode),
    signersOf,
  }
}
