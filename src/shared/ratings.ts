/** The four ratings of learning and of conduct (TT 22/2021, Điều 8-9): Tốt, Khá, Đạt, Chưa đạt. Best first. */
export const ratings = ['good', 'fair', 'pass', 'not-pass'] as const
export type Rating = (typeof ratings)[number]

export const ratingNames: Record<Rating, string> = {
  good: 'Tốt',
  fair: 'Khá',
  pass: 'Đạt',
  'not-pass': 'Chưa đạt',
}

/** The result of a subject assessed by comment (TT 22/2021, Điều 6): Đạt or Chưa đạt. */
export type CommentResult = 'pass' | 'not-pass'

/** Mức đạt được of a primary subject (TT 27/2020, Điều 6): hoàn thành tốt, hoàn thành, chưa hoàn thành. */
export const subjectLevels = ['T', 'H', 'C'] as const
export type SubjectLevel = (typeof subjectLevels)[number]

/** Mức đạt được of a quality or competence (TT 27/2020, Điều 6): tốt, đạt, cần cố gắng. */
export const traitLevels = ['T', 'Đ', 'C'] as const
export type TraitLevel = (typeof traitLevels)[number]

/** Kết quả giáo dục of a primary year (TT 27/2020, Điều 9). Best first. */
export const yearResults = ['excellent', 'well-completed', 'completed', 'not-completed'] as const
export type YearResult = (typeof yearResults)[number]

export const yearResultNames: Record<YearResult, string> = {
  excellent: 'Hoàn thành xuất sắc',
  'well-completed': 'Hoàn thành tốt',
  completed: 'Hoàn thành',
  'not-completed': 'Chưa hoàn thành',
}

/** Danh hiệu (TT 27/2020, Điều 13; TT 22/2021, Điều 15). */
export const awards = ['excellent-student', 'distinguished-student', 'exemplary-student'] as const
export type Award = (typeof awards)[number]

export const awardNames: Record<Award, string> = {
  'excellent-student': 'Học sinh Xuất sắc',
  'distinguished-student': 'Học sinh Giỏi',
  'exemplary-student': 'Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện',
}

/** What the year ends with. `reassessment` (TT 22) and `supplementary` (TT 27) wait for the summer. */
export type Decision = 'promoted' | 'retained' | 'reassessment' | 'supplementary'

/** The assessment circular a year is judged by; one evaluation file each. */
export const circulars = ['TT27/2020', 'TT22/2021'] as const
export type Circular = (typeof circulars)[number]
