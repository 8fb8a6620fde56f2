import { describe, expect, it } from 'vitest'
import { columnsOf } from './columns/columns-of.ts'
import { computeRow, evaluateRow, type SheetFacts } from './evaluate-row.ts'
import { mathSheet, physicalEducation, primarySheet } from './testing.ts'

const computed = (facts: SheetFacts, values: Readonly<Record<string, string>>): unknown =>
  Object.fromEntries(
    computeRow(
      facts,
      new Map(columnsOf(facts).map((column) => [column.path, column])),
      new Map(Object.entries(values)),
    ),
  )

const term = (number: 1 | 2, marks: readonly string[], midterm: string, final: string) => ({
  ...Object.fromEntries(marks.map((mark, index) => [`terms.${number}.regularMarks.${index}`, mark])),
  [`terms.${number}.midtermMark`]: midterm,
  [`terms.${number}.finalMark`]: final,
})

describe('the results of a row as one types', () => {
  const first = term(1, ['8', '7', '9', '8'], '8', '7.5')

  it('have the average of a term as soon as its marks are all there (TT 22/2021, Điều 9.1)', () => {
    // (8 + 7 + 9 + 8 + 2·8 + 3·7,5) : 9 = 70,5 : 9 = 7,83…
    expect(computed(mathSheet, first)).toEqual({
      'computed.terms.1': '7.8',
      'computed.terms.2': null,
      'computed.year': null,
      'computed.reassessed': null,
    })
  })

  it('have no average while a mark is missing, and say which', () => {
    const gap = new Map(Object.entries(first).filter(([path]) => path !== 'terms.1.midtermMark'))
    const { subject, findings } = evaluateRow(mathSheet, gap)
    expect(subject?.terms[1]).toBe(null)
    expect(findings).toContainEqual({ code: 'missing-mark', at: 'terms.1.midtermMark' })
  })

  it('count a missed final mark as 0', () => {
    expect(computed(mathSheet, { ...first, 'terms.1.finalMark': 'absent' })).toMatchObject({
      'computed.terms.1': '5.3',
    })
  })

  it('of a subject with comments only are passed when all are (Điều 9.1.a)', () => {
    const passed = {
      'terms.2.regularResults.0': 'pass',
      'terms.2.regularResults.1': 'pass',
      'terms.2.midtermResult': 'pass',
      'terms.2.finalResult': 'pass',
    }
    expect(computed(physicalEducation, passed)).toMatchObject({ 'computed.year': 'pass' })
    expect(computed(physicalEducation, { ...passed, 'terms.2.midtermResult': 'not-pass' })).toMatchObject({
      'computed.year': 'not-pass',
    })
  })

  it('of conduct follow from both terms (Điều 8.2.b)', () => {
    const homeroom: SheetFacts = { ...mathSheet, sheet: 'homeroom' }
    expect(computed(homeroom, { 'conduct.1': 'good', 'conduct.2': 'fair' })).toEqual({
      'computed.conduct': 'fair',
    })
  })

  it('of attendance are the totals of the year', () => {
    const attendance: SheetFacts = { ...mathSheet, sheet: 'attendance' }
    const values = { 'absentOn.2026-10-01': 'excused', 'absentOn.2027-02-01': 'unexcused' }
    expect(computed(attendance, values)).toEqual({
      'computed.absences': '2',
      'computed.absences.excused': '1',
      'computed.absences.unexcused': '1',
    })
  })

  it('of a primary subject are none: the year is concluded over all of them', () => {
    expect(computed(primarySheet, { level: 'T', finalScore: '9' })).toEqual({})
  })
})
