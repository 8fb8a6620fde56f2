import type {
  HomeroomRecord,
  MarkAmendment,
  SchoolClass,
  SchoolYearRecords,
  StudentYear,
  TeachingAssignment,
} from '../../../records/index.ts'
import { amendedCaption } from '../layout/amendments.ts'
import type { RowValues } from './table-plan.ts'

/** Who is called what: staff by code, pupils by code. */
export interface Names {
  readonly staff: ReadonlyMap<string, string>
  readonly students: ReadonlyMap<string, string>
}

export const namesOf = (records: SchoolYearRecords): Names => ({
  staff: new Map(records.staff.map(({ staffCode, fullName }) => [staffCode, fullName])),
  students: new Map(records.students.map(({ profile }) => [profile.studentCode, profile.fullName])),
})

export const schoolRow = ({
  school,
  schoolYear,
}: Pick<SchoolYearRecords, 'school' | 'schoolYear'>): RowValues => ({
  schoolYear,
  level: school.level,
  code: school.code,
  name: school.name,
  wardCode: school.ward.code,
  wardName: school.ward.name,
  districtCode: school.district?.code,
  districtName: school.district?.name,
  provinceCode: school.province.code,
  provinceName: school.province.name,
  signingPlace: school.signingPlace,
  article9_3: school.article9_3,
  approver: school.approver.staffCode,
  onBehalfDecision: school.approver.onBehalf?.decisionNumber,
  onBehalfReason: school.approver.onBehalf?.reason,
})

export const classRow = (schoolClass: SchoolClass, names: Names): RowValues => ({
  ...schoolClass,
  homeroomName: names.staff.get(schoolClass.homeroomTeacher),
})

export const assignmentRow = (assignment: TeachingAssignment, names: Names): RowValues => ({
  ...assignment,
  teacherName: names.staff.get(assignment.teacher),
  substitutionDecision: assignment.principalSigns?.decisionNumber,
  substitutionReason: assignment.principalSigns?.reason,
})

export const studentRow = ({ profile, ...year }: StudentYear): RowValues => ({
  ...profile,
  fatherName: profile.father?.fullName,
  fatherJob: profile.father?.occupation,
  motherName: profile.mother?.fullName,
  motherJob: profile.mother?.occupation,
  guardianName: profile.guardian?.fullName,
  guardianJob: profile.guardian?.occupation,
  classId: year.classId,
  entryDate: year.entryDate,
  yearBefore: year.yearBefore,
  individualPlan: year.individualPlan ? true : undefined,
  bookLookupCode: year.bookLookupCode,
  yearLookupCode: year.yearLookupCode,
})

export const historyRows = ({ profile, history }: StudentYear): readonly RowValues[] =>
  history.map((row) => ({ ...row, studentCode: profile.studentCode, studentName: profile.fullName }))

export const summaryRow = ({ profile, homeroom }: StudentYear): RowValues => ({
  ...homeroom,
  studentCode: profile.studentCode,
  studentName: profile.fullName,
  ...conductOf(homeroom),
  excused: homeroom.absences?.excused,
  unexcused: homeroom.absences?.unexcused,
  outstanding: homeroom.outstanding ? true : undefined,
})

const conductOf = ({ conduct }: HomeroomRecord): RowValues => ({
  conduct1: conduct?.[1],
  conduct2: conduct?.[2],
  conductAfterSummer: conduct?.afterSummer,
})

export const amendmentRow = (amendment: MarkAmendment, names: Names): RowValues => ({
  ...amendment,
  studentName: names.students.get(amendment.studentCode),
  oldValue: amendedCaption(amendment.field, amendment.oldValue),
  newValue: amendedCaption(amendment.field, amendment.newValue),
})
