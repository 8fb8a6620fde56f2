import type { Grade } from '../../../shared/education-level.ts'
import type { Subject } from '../../../shared/subjects.ts'
import type { Assessments, Moment } from '../../assessments.ts'
import type { PrimaryThresholds } from './standards.ts'

/** What the primary circular asks to be assessed: levels at four moments, tests at some of them (Điều 7). */
export const primaryAssessments = (thresholds: PrimaryThresholds): Assessments => ({
  countRegular: () => 0,
  topicMarkGrades: [],
  testAt: (subject, grade, moment) => testAt(thresholds, subject, grade, moment),
})

// Điều 7, khoản 1, điểm b: at the end of each term where the grade is tested, in its middle only some subjects.
const testAt = (
  { midtermTested, optionallyTested }: PrimaryThresholds,
  subject: Subject,
  grade: Grade,
  moment: Moment,
): 'required' | 'allowed' | 'none' => {
  if (moment === 'midterm1' || moment === 'midterm2')
    return midtermTested.subjects.includes(subject.code) && midtermTested.grades.includes(grade)
      ? 'required'
      : 'none'
  if (subject.testedInGrades?.includes(grade) === true) return 'required'
  return optionallyTested.includes(subject.code) ? 'allowed' : 'none'
}
