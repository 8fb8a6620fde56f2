import type { Assessments } from '../../assessments.ts'
import { regularMarksFor, type SecondaryRules } from './rules.ts'

/** What the secondary circular asks to be assessed in each term of a subject (Điều 6). */
export const secondaryAssessments = (rules: SecondaryRules): Assessments => ({
  // Điều 6, khoản 2: by the periods a year for marks, a fixed number for comments.
  countRegular: (assessedBy, periodsPerYear) =>
    assessedBy === 'mark' ? regularMarksFor(rules, periodsPerYear) : rules.regularResults,
  topicMarkGrades: rules.topicMarkGrades,
  testAt: () => 'none',
})
