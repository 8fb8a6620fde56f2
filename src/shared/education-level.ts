/** A level of schooling (cấp học). */
export type EducationLevel = 'primary' | 'lower-secondary' | 'upper-secondary'

export const educationLevels = ['primary', 'lower-secondary', 'upper-secondary'] as const

/** Khối lớp: a grade from 1 to 12, never a mark. */
export type Grade = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12

export const isGrade = (value: unknown): value is Grade =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 12

/** The level a grade belongs to. Source: Luật Giáo dục 2019, Điều 28. */
export const levelOfGrade = (grade: Grade): EducationLevel =>
  grade <= 5 ? 'primary' : grade <= 9 ? 'lower-secondary' : 'upper-secondary'

/** The grades of a level, in order. */
export const gradesOfLevel: Record<EducationLevel, readonly Grade[]> = {
  primary: [1, 2, 3, 4, 5],
  'lower-secondary': [6, 7, 8, 9],
  'upper-secondary': [10, 11, 12],
}

/** The last grade of each level, whose completion is the completion of the level. */
export const lastGradeOfLevel: Record<EducationLevel, Grade> = {
  primary: 5,
  'lower-secondary': 9,
  'upper-secondary': 12,
}

export const levelNames: Record<EducationLevel, string> = {
  primary: 'Tiểu học',
  'lower-secondary': 'Trung học cơ sở',
  'upper-secondary': 'Trung học phổ thông',
}
