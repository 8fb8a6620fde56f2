import { expect } from 'vitest'
import { ruleCases } from './special-cases.ts'
import { describeCases, expectPromoted, subjectOf } from '../testing.ts'

describeCases('the special cases of the rules', ruleCases, {
  'individual-plan': [
    ['primary', 'lower-secondary'],
    (judged) => {
      expect(judged.year.individualPlan).toBe(true)
      expect(judged.year.homeroom.principalDecision).toBe('promoted')
      expect(judged.year.subjects.some(({ exempt }) => exempt === true)).toBe(true)
      expect(judged.result.award).toBeNull()
      expectPromoted(judged)
    },
  ],
  'excellent-student': [
    ['primary', 'lower-secondary', 'upper-secondary'],
    (judged) => {
      expect(judged.result.award).toBe('excellent-student')
      expectPromoted(judged)
    },
  ],
  'exemplary-student': [
    ['primary'],
    (judged) => {
      expect(judged.year.homeroom.outstanding).toBe(true)
      expect(judged.result).toMatchObject({ yearResult: 'well-completed', award: 'exemplary-student' })
      expectPromoted(judged)
    },
  ],
  'supplementary-pending': [
    ['primary'],
    ({ result }) => {
      expect(result).toMatchObject({
        status: 'complete',
        decision: 'supplementary',
        yearResult: 'not-completed',
      })
    },
  ],
  'promoted-not-completed': [
    ['primary'],
    ({ result }) => {
      expect(result).toMatchObject({
        status: 'complete',
        decision: 'promoted',
        completion: false,
        yearResult: 'not-completed',
      })
    },
  ],
  'retained-primary': [
    ['primary'],
    ({ result }) => {
      expect(result).toMatchObject({
        status: 'complete',
        decision: 'retained',
        yearResult: 'not-completed',
      })
    },
  ],
  'ethnic-language': [
    ['primary'],
    (judged) => {
      expect(subjectOf(judged, 'TIENG_DAN_TOC')).toMatchObject({
        kind: 'leveled',
        finalScore: expect.any(Number) as number,
      })
      expectPromoted(judged)
    },
  ],
  'early-grade': [
    ['primary'],
    (judged) => {
      expect(Object.keys(judged.year.homeroom.competences ?? {})).toHaveLength(8)
      expect(judged.year.homeroom.competences).not.toHaveProperty('TIN_HOC')
      expectPromoted(judged)
    },
  ],
  'subject-exempt': [
    ['lower-secondary'],
    (judged) => {
      expect(subjectOf(judged, 'NGOAI_NGU_1')).toMatchObject({ exempt: true })
      expect(judged.result.subjects).not.toHaveProperty('NGOAI_NGU_1')
      expectPromoted(judged)
    },
  ],
  'practice-exempt': [
    ['lower-secondary', 'upper-secondary'],
    (judged) => {
      expect(subjectOf(judged, 'GDTC')).toMatchObject({ practiceExempt: true })
      expect(judged.result.subjects).toMatchObject({ GDTC: { year: 'pass' } })
      expectPromoted(judged)
    },
  ],
  'reassessment-pending': [
    ['lower-secondary'],
    ({ result }) => {
      expect(result).toMatchObject({
        status: 'complete',
        decision: 'reassessment',
        learning: { year: 'not-pass' },
      })
    },
  ],
  'reassessed-promoted': [
    ['lower-secondary', 'upper-secondary'],
    (judged) => {
      expect(judged.result.learning).toMatchObject({ year: 'not-pass', afterReassessment: 'pass' })
      expectPromoted(judged)
    },
  ],
  'reassessed-retained': [
    ['lower-secondary'],
    ({ result }) => {
      expect(result).toMatchObject({
        status: 'complete',
        decision: 'retained',
        learning: { afterReassessment: 'not-pass' },
      })
    },
  ],
  'summer-conduct': [
    ['upper-secondary'],
    (judged) => {
      expect(judged.result.conduct).toMatchObject({ year: 'not-pass', afterSummer: 'pass' })
      expect(judged.year.homeroom.summerComment).toBeDefined()
      expectPromoted(judged)
    },
  ],
  'absences-45': [
    ['lower-secondary'],
    (judged) => {
      expect(judged.year.homeroom.absences).toEqual({ excused: 38, unexcused: 7 })
      expectPromoted(judged)
    },
  ],
  'absences-46': [
    ['upper-secondary'],
    ({ result }) => {
      expect(result).toMatchObject({ status: 'complete', decision: 'retained', completion: false })
      expect(result.learning?.year).not.toBe('not-pass')
    },
  ],
  'article-9.3-mark': [
    ['lower-secondary'],
    (judged) => {
      expect(judged.result.learning).toMatchObject({
        year: 'fair',
        yearBeforeArticle9_3: 'pass',
        articleCulprit: 'NGOAI_NGU_1',
      })
      expectPromoted(judged)
    },
  ],
  'article-9.3-comment': [
    ['lower-secondary', 'upper-secondary'],
    (judged) => {
      expect(judged.result.learning).toMatchObject({
        year: 'fair',
        yearBeforeArticle9_3: 'pass',
        articleCulprit: 'GDTC',
      })
      expectPromoted(judged)
    },
  ],
  'absent-final': [
    ['upper-secondary'],
    (judged) => {
      expect(subjectOf(judged, 'LICH_SU')).toMatchObject({ terms: { 1: { finalMark: 'absent' } } })
      expectPromoted(judged)
    },
  ],
  'distinguished-student': [
    ['lower-secondary', 'upper-secondary'],
    (judged) => {
      expect(judged.result.award).toBe('distinguished-student')
      expectPromoted(judged)
    },
  ],
  'arts-chosen': [
    ['upper-secondary'],
    (judged) => {
      expect(subjectOf(judged, 'AM_NHAC')?.kind).toBe('commented')
      expect(subjectOf(judged, 'MI_THUAT')?.kind).toBe('commented')
      expectPromoted(judged)
    },
  ],
  'topic-marks': [
    ['upper-secondary'],
    (judged) => {
      const withTopic = judged.year.subjects.filter(
        (one) => one.kind === 'marked' && one.terms[2]?.topicMark !== undefined,
      )
      expect(withTopic).toHaveLength(3)
      expectPromoted(judged)
    },
  ],
})
