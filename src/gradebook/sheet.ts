import type { Moment } from '../evaluation/index.ts'
import { levelOfGrade, type EducationLevel, type Grade } from '../shared/education-level.ts'
import type { SchoolYear } from '../shared/school-year.ts'
import { findSubject, isSubjectCode, type SubjectCode } from '../shared/subjects.ts'

/** The sheets of a class that belong to no subject: tổng hợp, điểm danh, quyết định. */
export const classSheets = ['homeroom', 'attendance', 'decisions'] as const
export type ClassSheet = (typeof classSheets)[number]

/** Trang sổ: one sheet of a class's gradebook, a subject's or one of the class. */
export type SheetName = SubjectCode | ClassSheet

export const isSheetName = (value: unknown): value is SheetName =>
  isSubjectCode(value) || (classSheets as readonly unknown[]).includes(value)

/**
 * A part of the year that is closed as a whole (đợt): primary's four moments; of a secondary year 'term1' and, for
 * the second term and the year, 'year'; last what the summer gives.
 */
export type YearPart = Moment | 'summer'

/** A part of the year that is closed already, and why. */
export interface Closing {
  readonly part: YearPart
  /** 'Đã khóa sổ từ 15/01/2027 (Quy chế của trường).' */
  readonly because: string
}

/** How many items of a list are written already, so that the sheet has room for them. */
export type ListLengths = Partial<
  Record<'regular' | 'commendations' | 'certificates' | 'competitions', number>
>

/** What the columns of a sheet follow from. */
export interface SheetContext {
  readonly sheet: SheetName
  readonly schoolYear: SchoolYear
  readonly grade: Grade
  /** Of a subject's sheet: the periods a year of the assignment (số tiết). */
  readonly periodsPerYear?: number | null
  /** Of attendance: the month shown, 'YYYY-MM'; the first of the school year when none is named. */
  readonly month?: string
  readonly closings?: readonly Closing[]
  readonly lengths?: ListLengths
}

const classSheetTitles: Readonly<Record<ClassSheet, string>> = {
  homeroom: 'Tổng hợp của giáo viên chủ nhiệm',
  attendance: 'Điểm danh',
  decisions: 'Quyết định của hiệu trưởng',
}

/** What a sheet is called at a level: 'Toán', 'Điểm danh'. */
export const sheetTitle = (level: EducationLevel, sheet: SheetName): string =>
  isSubjectCode(sheet) ? (findSubject(level, sheet)?.name ?? sheet) : classSheetTitles[sheet]

/** How a level writes a subject down: with marks, by results only, or by level (TT 22/2021, Điều 5; TT 27/2020, Điều 6). */
export const recordKindOf = (
  level: EducationLevel,
  code: SubjectCode,
): 'marked' | 'commented' | 'leveled' | undefined => {
  const subject = findSubject(level, code)
  if (subject === undefined) return undefined
  if (subject.assessedBy === undefined) return 'leveled'
  return subject.assessedBy === 'mark' ? 'marked' : 'commented'
}

/** Whether a class of a grade can have a sheet at all. */
export const isSheetOfGrade = (grade: Grade, sheet: SheetName): boolean =>
  !isSubjectCode(sheet) || (findSubject(levelOfGrade(grade), sheet)?.grades.includes(grade) ?? false)
