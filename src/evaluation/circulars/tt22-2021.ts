import { secondaryRuleSet } from './tt22-2021/rule-set.ts'
import type { SecondaryThresholds } from './tt22-2021/rules.ts'

/** Thông tư 22/2021/TT-BGDĐT, 20 July 2021: how secondary students are assessed. Marks are in whole tenths. */
export const tt22Thresholds: SecondaryThresholds = {
  circular: 'TT22/2021',
  version: '2021-07-20',
  fromSchoolYear: '2021-2022',
  // Điều 6, khoản 2, điểm b: regular marks per term by the periods a year.
  regularMarks: [
    { upToPeriods: 35, count: 2 },
    { upToPeriods: 70, count: 3 },
    { upToPeriods: Infinity, count: 4 },
  ],
  // Điều 6, khoản 2, điểm a: regular assessments per term of a subject assessed by comment.
  regularResults: 2,
  // Điều 6, khoản 3: the grades that have cụm chuyên đề, one more regular mark.
  topicMarkGrades: [10, 11, 12],
  // Điều 9, khoản 1, điểm b.
  weights: { midterm: 2, final: 3, secondTerm: 2 },
  // Điều 9, khoản 2, điểm a-c; what reaches none of them is Chưa đạt, điểm d.
  standards: [
    { rating: 'good', point: 'a', everyFrom: 65, enoughFrom: 80, failedComments: 0 },
    { rating: 'fair', point: 'b', everyFrom: 50, enoughFrom: 65, failedComments: 0 },
    { rating: 'pass', point: 'c', everyFrom: 35, enoughFrom: 50, failedComments: 1 },
  ],
  enoughSubjects: 6,
  // Điều 8, khoản 2, điểm b: first the rating of term I, then that of term II.
  conductOfYear: {
    good: { good: 'good', fair: 'fair', pass: 'fair', 'not-pass': 'not-pass' },
    fair: { good: 'good', fair: 'fair', pass: 'pass', 'not-pass': 'not-pass' },
    pass: { good: 'fair', fair: 'fair', pass: 'pass', 'not-pass': 'not-pass' },
    'not-pass': { good: 'fair', fair: 'pass', pass: 'pass', 'not-pass': 'not-pass' },
  },
  // Điều 12, khoản 1, điểm c: sessions, with and without permission together.
  mostAbsences: 45,
  // Điều 14: a subject whose year average is below this may be assessed again.
  reassessedBelow: 50,
  // Điều 15, khoản 1, điểm a.
  excellentFrom: 90,
}

/** The rules that these numbers make. */
export const tt22Of2021 = secondaryRuleSet(tt22Thresholds)
