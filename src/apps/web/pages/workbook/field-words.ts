import type { TFunction } from 'i18next'

const tables = [
  'school_year',
  'staff',
  'class',
  'assignment',
  'co_teacher',
  'enrolment',
  'schooling_history',
  'assessment',
  'homeroom_entry',
  'amendment',
] as const
type Table = (typeof tables)[number]

/** Whether a table has a name in the words. */
export const isTable = (name: string): name is Table => (tables as readonly string[]).includes(name)

const fields = [
  'name',
  'ward_code',
  'ward_name',
  'province_code',
  'province_name',
  'signing_place',
  'article9_3',
  'approver',
  'citizen_id',
  'full_name',
  'birth_date',
  'post',
  'subject_group',
  'has_left',
  'grade',
  'homeroom_teacher',
  'foreign_language',
  'teacher',
  'periods_per_year',
  'class_id',
  'register_number',
  'gender',
  'ethnicity',
  'nationality',
  'birth_place',
  'hometown',
  'address',
  'policy_group',
  'father_name',
  'father_occupation',
  'mother_name',
  'mother_occupation',
  'guardian_name',
  'guardian_occupation',
  'entry_date',
  'year_before',
  'individual_plan',
  'school_name',
  'class_name',
] as const
type Field = (typeof fields)[number]

const isField = (name: string): name is Field => (fields as readonly string[]).includes(name)

/** What a changed value is called; the name of a cell of marks stays as the book writes it. */
export const describeField = (t: TFunction<'setup'>, what: string): string =>
  isField(what) ? t(`workbook.fields.${what}`) : what
