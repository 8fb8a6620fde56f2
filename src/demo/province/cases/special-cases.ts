import type { EducationLevel } from '../../../shared/education-level.ts'

/** Special cases of people and of how a year was written down. */
export const peopleCases = [
  'first-year',
  'year-before-paper',
  'year-before-other-system',
  'earlier-year',
  'transferred-mid-year',
  'foreign-pupil',
  'guardian-only',
  'partial-birth-date',
  'long-name',
  'long-comments',
  'data-missing',
  'amended',
] as const

/** Special cases of what the circulars conclude. */
export const ruleCases = [
  'individual-plan',
  'excellent-student',
  'exemplary-student',
  'supplementary-pending',
  'promoted-not-completed',
  'retained-primary',
  'ethnic-language',
  'early-grade',
  'subject-exempt',
  'practice-exempt',
  'reassessment-pending',
  'reassessed-promoted',
  'reassessed-retained',
  'summer-conduct',
  'absences-45',
  'absences-46',
  'article-9.3-mark',
  'article-9.3-comment',
  'absent-final',
  'distinguished-student',
  'arts-chosen',
  'topic-marks',
] as const

/** The situations that the invented province must show, each at least once whatever its size. */
export const specialCaseNames = [...peopleCases, ...ruleCases] as const

export type SpecialCase = (typeof specialCaseNames)[number]

/** Where in a school a case can sit: any class, only the lowest grade's, only one above it, the Thái class, one that chose both arts. */
export type SeatPlace = 'any' | 'lowest' | 'above' | 'thai-class' | 'arts-class'

export interface Seat {
  readonly case: SpecialCase
  readonly place: SeatPlace
}

const seats = (place: SeatPlace, ...cases: readonly SpecialCase[]): readonly Seat[] =>
  cases.map((name) => ({ case: name, place }))

/** One pupil for each of these, per level; 'earlier-year' and 'amended' are found among the ordinary pupils. */
export const seatsOfLevel: Record<EducationLevel, readonly Seat[]> = {
  primary: [
    ...seats('lowest', 'first-year', 'early-grade', 'individual-plan', 'foreign-pupil'),
    ...seats('thai-class', 'ethnic-language'),
    ...seats('above', 'year-before-paper', 'year-before-other-system', 'transferred-mid-year'),
    ...seats('any', 'excellent-student', 'exemplary-student', 'supplementary-pending'),
    ...seats('any', 'promoted-not-completed', 'retained-primary', 'guardian-only', 'partial-birth-date'),
    ...seats('any', 'long-comments'),
  ],
  'lower-secondary': [
    ...seats('lowest', 'first-year', 'subject-exempt', 'individual-plan'),
    ...seats('above', 'year-before-paper', 'year-before-other-system', 'transferred-mid-year'),
    ...seats('any', 'reassessment-pending', 'reassessed-promoted', 'reassessed-retained'),
    ...seats('any', 'article-9.3-mark', 'article-9.3-comment', 'practice-exempt', 'absences-45'),
    ...seats('any', 'excellent-student', 'distinguished-student', 'long-name'),
  ],
  'upper-secondary': [
    ...seats('lowest', 'first-year'),
    ...seats('arts-class', 'arts-chosen'),
    ...seats('above', 'year-before-paper', 'year-before-other-system', 'transferred-mid-year', 'topic-marks'),
    ...seats('any', 'summer-conduct', 'absences-46', 'absent-final', 'data-missing', 'practice-exempt'),
    ...seats('any', 'excellent-student', 'distinguished-student', 'long-comments'),
    ...seats('any', 'article-9.3-comment', 'reassessed-promoted'),
  ],
}

/** Cases of a pupil who was not in this school's class the year before. */
export const isNewcomer = (name: SpecialCase | undefined): boolean =>
  name === 'year-before-paper' || name === 'year-before-other-system' || name === 'transferred-mid-year'
