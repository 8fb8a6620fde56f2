import { describe, expect, it } from 'vitest'
import type { SubjectRecord } from '../../../records/index.ts'
import { cellsOf, subjectRecordsOf } from './assessment-cells.ts'

const marked: SubjectRecord = {
  kind: 'marked',
  subject: 'TOAN',
  comment: 'Có tiến bộ',
  practiceExempt: true,
  terms: { 1: { regularMarks: ['8', null, '7.0'], midtermMark: 'absent' }, 2: { average: '6.5' } },
  reassessedMark: '5',
}
const commented: SubjectRecord = {
  kind: 'commented',
  subject: 'GDTC',
  terms: { 1: { regularResults: [null, 'pass'], finalResult: 'absent' }, 2: { result: 'not-pass' } },
  reassessedResult: 'pass',
}

describe('the cells of a subject', () => {
  it('are one for each value, a mark as it was typed, and none for a gap', () => {
    const cells = cellsOf('lower-secondary', '0112345601', marked)
    expect(cells.map(({ kind, term, number, value }) => [kind, term, number, value])).toEqual([
      ['comment', 0, 0, 'Có tiến bộ'],
      ['practice-exempt', 0, 0, 'true'],
      ['regular', 1, 0, '8'],
      ['regular', 1, 2, '7.0'],
      ['midterm', 1, 0, 'absent'],
      ['average', 2, 0, '6.5'],
      ['reassessed', 0, 0, '5'],
    ])
    expect(
      new Set(cells.map(({ student_code, subject }) => `${String(student_code)}/${String(subject)}`)),
    ).toEqual(new Set(['0112345601/TOAN']))
  })

  it('make up the record again, in whatever order they come, gaps and all', () => {
    const cells = [commented, marked].flatMap((record) => cellsOf('lower-secondary', 'a', record))
    expect(subjectRecordsOf('lower-secondary', cells)).toEqual([marked, commented])
    expect(subjectRecordsOf('lower-secondary', cells.toReversed())).toEqual([marked, commented])
  })

  it('of a primary subject keep its score a number', () => {
    const record: SubjectRecord = { kind: 'leveled', subject: 'TOAN', level: 'T', finalScore: 10 }
    const cells = cellsOf('primary', 'a', record)
    expect(cells.map(({ value }) => value)).toEqual(['T', '10'])
    expect(subjectRecordsOf('primary', cells)).toEqual([record])
  })

  it('are not made of a record that its level writes down otherwise', () => {
    expect(() => cellsOf('primary', 'a', marked)).toThrow('primary/TOAN is not written down as marked')
    expect(() => cellsOf('primary', 'a', commented)).toThrow('primary/GDTC')
  })

  it('that no record of the kind has are no record', () => {
    const cell = { student_code: 'a', subject: 'GDTC', kind: 'topic', term: 1, number: 0, value: '8' }
    expect(() => subjectRecordsOf('lower-secondary', [cell])).toThrow('a commented subject has no topic')
  })
})
