import { describe, expect, it } from 'vitest'
import type { MarkAmendment, StudentYear } from '../records/index.ts'
import { Refusal } from '../shared/refusal.ts'
import { amendRecords, listAmendments, listAmendmentSets } from './index.ts'

const student = {
  profile: { studentCode: '9900000001' },
  subjects: [
    {
      kind: 'marked',
      subject: 'TOAN',
      terms: { 1: { regularMarks: ['8', '7.5', null] }, 2: { regularMarks: ['9'], finalMark: '6.5' } },
      comment: 'Em học tốt.',
    },
    { kind: 'leveled', subject: 'TIENG_VIET', level: 'H', finalScore: 6 },
  ],
  homeroom: {},
} as unknown as StudentYear

const amendment = (changes: Partial<MarkAmendment> = {}): MarkAmendment => ({
  studentCode: '9900000001',
  subject: 'TOAN',
  field: 'terms.2.finalMark',
  oldValue: '6.5',
  newValue: '7.0',
  reason: 'Cộng sót điểm',
  decisionNumber: '61/QĐ-THCS',
  decidedOn: '2026-06-12',
  ...changes,
})

const amended = (changes: Partial<MarkAmendment>): readonly unknown[] =>
  amendRecords(student, { decisionNumber: '61/QĐ-THCS', amendments: [amendment(changes)] }).subjects

describe('a correction', () => {
  it('replaces the one value it names and nothing else', () => {
    expect(amended({})).toEqual([
      {
        ...student.subjects[0],
        terms: { 1: { regularMarks: ['8', '7.5', null] }, 2: { regularMarks: ['9'], finalMark: '7.0' } },
      },
      student.subjects[1],
    ])
  })

  it('leaves the records it was given as they were', () => {
    const before = structuredClone(student)
    amended({})
    expect(student).toEqual(before)
  })

  it('reaches one mark of several, which stay a list in their order', () => {
    const [maths] = amended({ field: 'terms.1.regularMarks.1', oldValue: '7.5', newValue: '8.5' })
    expect(maths).toMatchObject({ terms: { 1: { regularMarks: ['8', '8.5', null] } } })
  })

  it('of a whole number stays a number', () => {
    const [, literature] = amended({
      subject: 'TIENG_VIET',
      field: 'finalScore',
      oldValue: '6',
      newValue: '7',
    })
    expect(literature).toMatchObject({ finalScore: 7, level: 'H' })
  })

  it.each<readonly [string, Partial<MarkAmendment>]>([
    ['whose old value is not what stands there', { oldValue: '6.0' }],
    ['of a value that is not there', { field: 'terms.2.midtermMark' }],
    ['of a mark that was not entered', { field: 'terms.1.regularMarks.2', oldValue: 'null' }],
    ['of a place that leads nowhere', { field: 'comment.length', oldValue: '11' }],
    ['of a term that was not entered', { subject: 'TIENG_VIET', field: 'terms.1.average' }],
  ])('%s is refused, with pupil, subject and both values', (_, changes) => {
    expect(() => amended(changes)).toThrow(Refusal)
    expect(() => amended(changes)).toThrow(/9900000001.*giá trị cũ ghi/)
  })
})

describe('the corrections of one pupil', () => {
  it('are gathered by decision, in the order decided; others’ are left out', () => {
    const sets = listAmendmentSets(
      [
        amendment(),
        amendment({ studentCode: '9900000002' }),
        amendment({ subject: 'TIENG_VIET', field: 'finalScore' }),
        amendment({ decisionNumber: '75/QĐ-THCS' }),
      ],
      '9900000001',
    )
    expect(sets.map(({ decisionNumber, amendments }) => [decisionNumber, amendments.length])).toEqual([
      ['61/QĐ-THCS', 2],
      ['75/QĐ-THCS', 1],
    ])
  })

  it('count once for each subject and decision, numbered on', () => {
    const sets = listAmendmentSets(
      [
        amendment(),
        amendment({ field: 'comment' }),
        amendment({ subject: 'TIENG_VIET', field: 'finalScore' }),
        amendment({ decisionNumber: '75/QĐ-THCS', reason: 'Nhập nhầm', decidedOn: '2026-07-01' }),
      ],
      '9900000001',
    )
    expect(listAmendments(sets)).toEqual([
      {
        subject: 'TOAN',
        revision: 1,
        reason: 'Cộng sót điểm',
        decisionNumber: '61/QĐ-THCS',
        decidedOn: '2026-06-12',
      },
      {
        subject: 'TIENG_VIET',
        revision: 1,
        reason: 'Cộng sót điểm',
        decisionNumber: '61/QĐ-THCS',
        decidedOn: '2026-06-12',
      },
      {
        subject: 'TOAN',
        revision: 2,
        reason: 'Nhập nhầm',
        decisionNumber: '75/QĐ-THCS',
        decidedOn: '2026-07-01',
      },
    ])
  })
})
