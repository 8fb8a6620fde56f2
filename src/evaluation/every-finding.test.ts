import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'
import type { FindingCode } from './result.ts'
import { averages, findingsOf, primaryCase, secondaryCase, withMath, withSubject } from './testing.ts'

const known = { average: '7.0' }
const marks = { regularMarks: ['8', '8', '8', '8'], midtermMark: '8', finalMark: '8' }
const withTerm = (term: object): object => withMath({ terms: { 1: term, 2: known } })
const { subjects } = secondaryCase()

/** One case for every code there is, with the one finding it must give; a forgotten code does not compile. */
const cases = {
  'not-json': [[], ''],
  'unknown-circular': [{ ...secondaryCase(), circular: 'TT22' }, 'circular'],
  'grade-not-in-circular': [{ ...secondaryCase(), grade: 5 }, 'grade'],
  'bad-value': [{ ...secondaryCase(), schoolYear: '2026-2025' }, 'schoolYear'],
  'not-a-mark': [withTerm({ ...marks, finalMark: 'giỏi' }), 'subjects.TOAN.terms.1.finalMark'],
  'mark-out-of-range': [withTerm({ average: '10.1' }), 'subjects.TOAN.terms.1.average'],
  'mark-too-precise': [withTerm({ ...marks, midtermMark: '7.25' }), 'subjects.TOAN.terms.1.midtermMark'],
  'score-not-integer': [withSubject('TOAN', { level: 'T', finalScore: 8.5 }), 'subjects.TOAN.finalScore'],
  'score-not-allowed': [withSubject('GDTC', { level: 'T', finalScore: 8 }), 'subjects.GDTC.finalScore'],
  'wrong-number-of-regular-marks': [
    withTerm({ ...marks, regularMarks: [] }),
    'subjects.TOAN.terms.1.regularMarks',
  ],
  'unknown-level': [{ ...secondaryCase(), conduct: { 1: 'good', 2: 'bad' } }, 'conduct.2'],
  'unknown-subject': [{ ...secondaryCase(), subjects: [...subjects, { code: 'X' }] }, 'subjects.X'],
  'subject-not-in-grade': [
    { ...secondaryCase(), subjects: [...subjects, { code: 'VAT_LI' }] },
    'subjects.VAT_LI',
  ],
  'duplicate-subject': [{ ...secondaryCase(), subjects: [...subjects, { code: 'TOAN' }] }, 'subjects.TOAN'],
  'summer-not-allowed': [
    withMath({ terms: { 1: known, 2: known }, reassessedMark: '9' }),
    'subjects.TOAN.reassessedMark',
  ],
  'missing-mark': [withTerm({ ...marks, finalMark: null }), 'subjects.TOAN.terms.1.finalMark'],
  'missing-result': [withSubject('GDTC', {}), 'subjects.GDTC.level'],
  'missing-periods': [
    withMath({ periodsPerYear: null, terms: { 1: marks, 2: known } }),
    'subjects.TOAN.periodsPerYear',
  ],
  'missing-conduct': [{ ...secondaryCase(), conduct: { 1: 'good' } }, 'conduct.2'],
  'missing-absences': [{ ...secondaryCase(), absences: { excused: 1 } }, 'absences.unexcused'],
  'missing-subject': [primaryCase({ subjects: primaryCase().subjects.slice(1) }), 'subjects.TIENG_VIET'],
  'missing-score': [withSubject('TOAN', { level: 'T' }), 'subjects.TOAN.finalScore'],
  'missing-quality': [
    { ...primaryCase(), qualities: { ...primaryCase().qualities, YEU_NUOC: null } },
    'qualities.YEU_NUOC',
  ],
  'missing-competence': [
    { ...primaryCase(), competences: { ...primaryCase().competences, THAM_MI: null } },
    'competences.THAM_MI',
  ],
  'missing-decision': [{ ...secondaryCase(), individualPlan: true }, 'principalDecision'],
  'too-few-marked-subjects': [secondaryCase({ subjects: averages('7', '7', '7', '7', '7') }), 'subjects'],
} satisfies Record<FindingCode, readonly [unknown, string]>

describe('every finding', () => {
  it.each(Object.entries(cases))('%s', (code, [input, at]) => {
    expect(findingsOf(input)).toEqual([`${code} ${at}`])
    const isMissing =
      code.startsWith('missing-') || code.startsWith('too-few') || code.startsWith('wrong-number')
    expect(evaluate(input).status).toBe(isMissing ? 'incomplete' : 'invalid')
  })

  it('that is impossible outweighs those that are missing', () => {
    const both = { ...secondaryCase(), conduct: { 1: 'bad' } }
    expect(findingsOf(both)).toEqual(['missing-conduct conduct.2', 'unknown-level conduct.1'])
    expect(evaluate(both).status).toBe('invalid')
  })
})
