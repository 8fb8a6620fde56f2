import type {
  MarkAmendment,
  School,
  SchoolClass,
  SchoolingHistoryRow,
  StaffMember,
  StudentYear,
  TeachingAssignment,
} from '../../../records/index.ts'
import { typesOf, type Columns, type ColumnType } from './columns.ts'

/** A table of one school year. Every one of them also has tenant_id, school_year, version and act_id. */
export interface YearTable {
  readonly name: TableName
  /** The columns that, with tenant_id and school_year (and level, of staff and amendments), tell rows apart. */
  readonly key: readonly string[]
  /** Whether rows say which level they belong to, or are found by their pupils. */
  readonly by: 'level' | 'pupils'
  /** Every column but those that all tables have and the level. */
  readonly types: Readonly<Record<string, ColumnType>>
  /** Which of its rows are the gradebook's own: no records of a year express them, and no import touches them. */
  readonly besides?: string
}

export type TableName =
  | 'school_year'
  | 'staff'
  | 'class'
  | 'assignment'
  | 'co_teacher'
  | 'enrolment'
  | 'schooling_history'
  | 'assessment'
  | 'homeroom_entry'
  | 'amendment'
  // What only a person sets up by hand: no workbook expresses it.
  | 'subject_group'
  | 'subject_plan'
  | 'setting'
  | 'exemption_order'
  | 'student_move'

export const schoolColumns: Columns<Omit<School, 'code' | 'level'>> = {
  name: ['name', 'text'],
  ward_code: ['ward.code', 'text'],
  ward_name: ['ward.name', 'text'],
  district_code: ['district.code', 'text'],
  district_name: ['district.name', 'text'],
  province_code: ['province.code', 'text'],
  province_name: ['province.name', 'text'],
  signing_place: ['signingPlace', 'text'],
  article9_3: ['article9_3', 'school.article9_3'],
  approver: ['approver.staffCode', 'text'],
  on_behalf_decision: ['approver.onBehalf.decisionNumber', 'text'],
  on_behalf_reason: ['approver.onBehalf.reason', 'text'],
}

export const staffColumns: Columns<StaffMember> = {
  staff_code: ['staffCode', 'text'],
  citizen_id: ['citizenId', 'text'],
  full_name: ['fullName', 'text'],
  birth_date: ['birthDate', 'date'],
  post: ['post', 'school.staff_post'],
  subject_group: ['subjectGroup', 'text'],
  has_left: ['left', 'boolean'],
}

export const classColumns: Columns<SchoolClass> = {
  class_id: ['classId', 'text'],
  name: ['name', 'text'],
  grade: ['grade', 'smallint'],
  homeroom_teacher: ['homeroomTeacher', 'text'],
  foreign_language: ['foreignLanguage', 'text'],
}

export const assignmentColumns: Columns<Omit<TeachingAssignment, 'otherTeachers'>> = {
  class_id: ['classId', 'text'],
  subject: ['subject', 'text'],
  teacher: ['teacher', 'text'],
  periods_per_year: ['periodsPerYear', 'integer'],
  principal_decision: ['principalSigns.decisionNumber', 'text'],
  principal_reason: ['principalSigns.reason', 'text'],
}

export const enrolmentColumns: Columns<Omit<StudentYear, 'history' | 'subjects' | 'homeroom'>> = {
  student_code: ['profile.studentCode', 'text'],
  class_id: ['classId', 'text'],
  citizen_id: ['profile.citizenId', 'text'],
  foreign_paper: ['profile.foreignPaper', 'text'],
  register_number: ['profile.registerNumber', 'text'],
  full_name: ['profile.fullName', 'text'],
  gender: ['profile.gender', 'school.gender'],
  birth_date: ['profile.birthDate', 'text'],
  ethnicity: ['profile.ethnicity', 'text'],
  nationality: ['profile.nationality', 'text'],
  birth_place: ['profile.birthPlace', 'text'],
  hometown: ['profile.hometown', 'text'],
  address: ['profile.address', 'text'],
  policy_group: ['profile.policyGroup', 'text'],
  father_name: ['profile.father.fullName', 'text'],
  father_occupation: ['profile.father.occupation', 'text'],
  mother_name: ['profile.mother.fullName', 'text'],
  mother_occupation: ['profile.mother.occupation', 'text'],
  guardian_name: ['profile.guardian.fullName', 'text'],
  guardian_occupation: ['profile.guardian.occupation', 'text'],
  entry_date: ['entryDate', 'date'],
  book_lookup_code: ['bookLookupCode', 'text'],
  year_lookup_code: ['yearLookupCode', 'text'],
  year_before: ['yearBefore', 'school.year_before'],
  individual_plan: ['individualPlan', 'boolean'],
}

export const historyColumns: Columns<SchoolingHistoryRow> = {
  earlier_year: ['schoolYear', 'text'],
  class_name: ['className', 'text'],
  school_code: ['schoolCode', 'text'],
  school_name: ['schoolName', 'text'],
  register_number: ['registerNumber', 'text'],
  entry_date: ['entryDate', 'date'],
}

export const amendmentColumns: Columns<MarkAmendment> = {
  student_code: ['studentCode', 'text'],
  subject: ['subject', 'text'],
  field: ['field', 'text'],
  old_value: ['oldValue', 'text'],
  new_value: ['newValue', 'text'],
  reason: ['reason', 'text'],
  decision_number: ['decisionNumber', 'text'],
  decided_on: ['decidedOn', 'date'],
}

/** The row's place in the list that was written down; what only stands elsewhere in the list has not changed. */
const position = { position: 'integer' } as const

/** The tables of a school year, each after those it refers to. */
export const yearTables: readonly YearTable[] = [
  { name: 'school_year', key: [], by: 'level', types: typesOf(schoolColumns) },
  { name: 'staff', key: ['staff_code'], by: 'level', types: { ...typesOf(staffColumns), ...position } },
  { name: 'class', key: ['class_id'], by: 'level', types: { ...typesOf(classColumns), ...position } },
  {
    name: 'assignment',
    key: ['class_id', 'subject'],
    by: 'level',
    types: { ...typesOf(assignmentColumns), ...position },
  },
  {
    name: 'co_teacher',
    key: ['class_id', 'subject', 'staff_code'],
    by: 'level',
    types: { class_id: 'text', subject: 'text', staff_code: 'text', ...position },
  },
  {
    name: 'enrolment',
    key: ['student_code'],
    by: 'level',
    types: { ...typesOf(enrolmentColumns), ...position },
  },
  {
    name: 'schooling_history',
    key: ['student_code', 'row_number'],
    by: 'level',
    types: { student_code: 'text', row_number: 'integer', ...typesOf(historyColumns) },
  },
  {
    name: 'assessment',
    key: ['student_code', 'subject', 'kind', 'term', 'number'],
    by: 'pupils',
    types: {
      student_code: 'text',
      subject: 'text',
      kind: 'school.assessment_kind',
      term: 'smallint',
      number: 'smallint',
      value: 'text',
    },
    // Primary's earlier moments, and comments of one term.
    besides:
      "kind in ('midterm-level', 'midterm-score', 'midterm-comment') or term > 0 and kind in ('level', 'score', 'comment')",
  },
  {
    name: 'homeroom_entry',
    key: ['student_code', 'field', 'item'],
    by: 'pupils',
    types: { student_code: 'text', field: 'text', item: 'text', value: 'text' },
    besides: "field = 'moments'",
  },
  {
    name: 'amendment',
    key: ['number'],
    by: 'level',
    types: { number: 'integer', ...typesOf(amendmentColumns) },
  },
]

/** The rows of one school year, by table. */
export type YearRows<R> = ReadonlyMap<TableName, readonly R[]>

/** What teachers and the principal write themselves: who may not write that brings in the rest alone. */
export const tablesOfMarks: ReadonlySet<TableName> = new Set(['assessment', 'homeroom_entry', 'amendment'])
