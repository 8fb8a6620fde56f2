import { expect } from 'vitest'
import { peopleCases } from './special-cases.ts'
import { describeCases, expectPromoted } from '../testing.ts'

describeCases('the special cases of people and records', peopleCases, {
  'first-year': [
    ['primary', 'lower-secondary', 'upper-secondary'],
    (judged) => {
      expect(judged.year).toMatchObject({ yearBefore: 'first', history: [], entryDate: '2025-09-05' })
      expectPromoted(judged)
    },
  ],
  'year-before-paper': [
    ['primary', 'lower-secondary', 'upper-secondary'],
    (judged) => {
      expect(judged.year.yearBefore).toBe('paper')
      expectPromoted(judged)
    },
  ],
  'year-before-other-system': [
    ['primary', 'lower-secondary', 'upper-secondary'],
    (judged) => {
      expect(judged.year.yearBefore).toBe('other-system')
      expect(judged.year.history.every(({ schoolCode }) => schoolCode?.startsWith('98'))).toBe(true)
      expectPromoted(judged)
    },
  ],
  'earlier-year': [
    ['primary', 'lower-secondary', 'upper-secondary'],
    ({ year }) => {
      expect(year.yearBefore).toBeUndefined()
    },
  ],
  'transferred-mid-year': [
    ['primary', 'lower-secondary', 'upper-secondary'],
    (judged) => {
      const { year, records } = judged
      expect(year.history.at(-1)).toMatchObject({ schoolYear: '2025-2026' })
      expect(year.history.at(-1)?.schoolCode).not.toBe(records.school.code)
      for (const subject of year.subjects) {
        if (subject.kind === 'marked') expect(Object.keys(subject.terms[1] ?? {})).toEqual(['average'])
        if (subject.kind === 'commented') expect(subject.terms[1]).toEqual({ result: 'pass' })
      }
      expectPromoted(judged)
    },
  ],
  'foreign-pupil': [
    ['primary'],
    (judged) => {
      expect(judged.year.profile).toMatchObject({ nationality: 'Hàn Quốc', ethnicity: 'Người nước ngoài' })
      expect(judged.year.profile.foreignPaper).toBeDefined()
      expect('citizenId' in judged.year.profile).toBe(false)
      expectPromoted(judged)
    },
  ],
  'guardian-only': [
    ['primary'],
    ({ year: { profile } }) => {
      expect(profile.guardian).toBeDefined()
      expect(profile.father ?? profile.mother).toBeUndefined()
    },
  ],
  'partial-birth-date': [
    ['primary'],
    (judged) => {
      expect(judged.year.profile.birthDate).toMatch(/^\d{4}$/)
      expectPromoted(judged)
    },
  ],
  'long-name': [
    ['lower-secondary'],
    (judged) => {
      expect(judged.year.profile.fullName.length).toBeGreaterThan(70)
      expect(judged.year.profile.fullName.length).toBeLessThanOrEqual(150)
      expectPromoted(judged)
    },
  ],
  'long-comments': [
    ['primary', 'upper-secondary'],
    (judged) => {
      const { year } = judged
      const comments = [year.homeroom.comment, ...year.subjects.map(({ comment }) => comment)].map(
        (one) => one?.length ?? 0,
      )
      const long = comments.filter((length) => length >= 900)
      expect(long.length).toBe(judged.records.school.level === 'primary' ? 1 : 2)
      expect(Math.max(...comments)).toBeLessThanOrEqual(1000)
      expectPromoted(judged)
    },
  ],
  'data-missing': [
    ['upper-secondary'],
    ({ result }) => {
      expect(result.status).toBe('incomplete')
      expect(result.findings).toEqual([{ code: 'missing-mark', at: 'subjects.NGU_VAN.terms.2.finalMark' }])
      expect(result.decision).toBeNull()
    },
  ],
  amended: [
    ['primary', 'lower-secondary', 'upper-secondary'],
    (judged) => {
      expect(judged.records.amendments.map(({ studentCode }) => studentCode)).toContain(
        judged.year.profile.studentCode,
      )
      expectPromoted(judged)
    },
  ],
})
