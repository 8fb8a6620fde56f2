import { describe, expect, it } from 'vitest'
import { pupil, secondaryYear, withTerm } from '../results/testing.ts'
import { groupBorderline, listOpen } from '../borderline/groups.ts'
import { articleOf } from './articles.ts'
import { proofOf, provenResults } from './proof-of.ts'
import { listSubjectRows } from './subject-rows.ts'

// Factors and divisors hang together with spaces that do not break.
const spaced = (text: string): string =>
  text.replaceAll(' × ', '\u00a0×\u00a0').replaceAll(' : ', '\u00a0:\u00a0')

describe('the proof of a year', () => {
  it('hands every step to the result that it proves, and loses none', () => {
    const { result, proof, subjects, formula } = proofOf(secondaryYear({ TOAN: '4.9' }))
    const ofResults = provenResults.flatMap((name) => proof[name])
    const ofSubjects = subjects.flatMap(({ reason }) => reason ?? [])
    const comments = result.reasons.filter(({ rule }) => rule.endsWith('9.1.a'))
    expect(new Set([...ofResults, ...ofSubjects, ...comments, formula])).toEqual(new Set(result.reasons))
    expect(proof.learning[0]?.text).toMatch(/^Cả năm, học tập/)
    expect(proof.learning1[0]?.text).toMatch(/^Học kì I,/)
    expect(proof.learning2[0]?.text).toMatch(/^Học kì II,/)
    expect(proof.decision.map(({ rule }) => rule)).toEqual(['TT22/2021 Điều 14'])
  })

  it('tells the summer apart from the decision that follows from it', () => {
    const failed = {
      ...secondaryYear(),
      conduct: { 1: 'not-pass', 2: 'not-pass', afterSummer: 'pass' },
    } as const
    const { proof } = proofOf(failed)
    expect(proof.conductAfter.map(({ rule }) => rule)).toEqual(['TT22/2021 Điều 13'])
    expect(proof.decision.map(({ rule }) => rule)).toEqual(['TT22/2021 Điều 12.1'])
  })

  it('shows the marks that an average comes from', () => {
    const input = withTerm(secondaryYear(), 'TOAN', 1, {
      regularMarks: ['8', '7.5', '9', '8'],
      midtermMark: '8',
      finalMark: 'absent',
    })
    const row = listSubjectRows(input, proofOf(input)).find(({ code }) => code === 'TOAN')
    expect(row?.terms[0].value).toBe('5.4')
    expect(row?.terms[0].formula).toBe(spaced('(8 + 7,5 + 9 + 8 + 2 × 8 + 3 × 0 (vắng, không làm bù)) : 9'))
    expect(row?.year.formula).toBe(spaced('(5,4 + 2 × 7,0) : 3'))
  })
})

describe('a term without its average', () => {
  it('shows the marks that stand there, and the place of the missing one', () => {
    const input = withTerm(secondaryYear(), 'TOAN', 1, { regularMarks: ['8', null], midtermMark: 'absent' })
    const row = listSubjectRows(input, proofOf(input)).find(({ code }) => code === 'TOAN')
    expect(row?.terms[0].value).toBeNull()
    expect(row?.terms[0].entered).toEqual([
      { kind: 'regular', values: ['8', '–'] },
      { kind: 'midterm', values: ['V'] },
    ])
  })
})

describe('an article', () => {
  it('is read out with its text and what it is about', () => {
    expect(articleOf('TT22/2021 Điều 9.2.a')).toEqual({
      text: 'Thông tư 22/2021/TT-BGDĐT',
      place: 'Điều 9, khoản 2, điểm a',
      about: 'Các mức kết quả học tập',
    })
    expect(articleOf('TT27/2020 Điều 11.1').about).toBe('Hoàn thành chương trình lớp học, lên lớp')
  })

  it('of an unknown form is shown as it stands', () => {
    expect(articleOf('Quy chế của trường')).toEqual({ text: '', place: 'Quy chế của trường', about: '' })
  })
})

describe('the list before the meeting', () => {
  const near = pupil('Bình', secondaryYear({ TOAN: '6.4', NGU_VAN: '8.0' }))
  const open = pupil('Chi', { ...secondaryYear(), conduct: { 1: 'good' } })

  it('groups pupils by what one condition keeps from them, in the order of the book', () => {
    const failing = secondaryYear({ TOAN: '3.4', NGU_VAN: '3.4', GDCD: '5.0' })
    const groups = groupBorderline([
      pupil('An', { ...secondaryYear(), conduct: { 1: 'not-pass', 2: 'not-pass' } }),
      near,
      open,
      pupil('Dung', failing),
    ])
    const decision = groups.find(({ kind }) => kind === 'decision')
    expect(decision?.pupils.map(({ student }) => student.fullName)).toEqual(['An'])
    expect(groups.find(({ kind }) => kind === 'learning')?.pupils[0]).toMatchObject({
      student: { fullName: 'Bình' },
    })
  })

  it('leaves out who is not complete, and says so', () => {
    expect(listOpen([near, open]).map(({ fullName }) => fullName)).toEqual(['Chi'])
    const names = groupBorderline([near, open]).flatMap(({ pupils }) =>
      pupils.map(({ student }) => student.fullName),
    )
    expect(names).not.toContain('Chi')
  })
})
