import type { AnswerOf, BodyOf } from './request.ts'

/** A member of staff as others name them. */
export interface NamedStaff {
  readonly staffCode: string
  readonly fullName: string
}

/** Chức vụ. */
export type Post = BodyOf<'saveStaff'>['post']
export const posts = [
  'principal',
  'vice-principal',
  'teacher',
  'clerk',
  'registrar',
  'accountant',
  'other',
] as const satisfies readonly Post[]

/** Cán bộ, giáo viên. */
export type StaffLine = AnswerOf<'listStaff'>['staff'][number]

/** Tổ chuyên môn; without a version while only its members name it. */
export type GroupLine = AnswerOf<'listSubjectGroups'>['groups'][number]

/** Lớp. */
export type ClassLine = AnswerOf<'listClasses'>['classes'][number]

/** Một môn trong kế hoạch dạy học của một khối. */
export type PlannedSubject = AnswerOf<'listSubjectPlan'>['subjects'][number]

/** Một phân công giảng dạy. */
export type AssignmentLine = AnswerOf<'listAssignments'>['assignments'][number]

/** Một học sinh trong danh sách. */
export type StudentLine = AnswerOf<'listStudents'>['students'][number]

/** Một học sinh với hồ sơ, miễn học, chuyển lớp. */
export type StudentFile = AnswerOf<'getStudent'>

/** Một cài đặt của năm học, và ai định ra nó. */
export type SettingLine = AnswerOf<'listSettings'>['settings'][number]

/** Một năm học nhìn chung. */
export type YearOverview = AnswerOf<'getYear'>
