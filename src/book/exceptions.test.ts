import { describe, expect, it } from 'vitest'
import {
  amendedReport,
  primaryReport,
  secondaryReport,
  withPart,
  withSubject,
} from '../../test/builders/reports.ts'
import type { YearReport } from '../bookfile/index.ts'
import type { EvaluationResult } from '../evaluation/index.ts'
import { exceptionKinds, listExceptions } from './exceptions.ts'

const result: EvaluationResult = {
  id: null,
  status: 'complete',
  findings: [],
  decision: 'promoted',
  completion: true,
  award: null,
  reasons: [],
}

const ordinary = withPart(secondaryReport(), 'summary', {})
const primary = withPart(primaryReport(), 'summary', { award: 'exemplary-student' })
const kindsOf = (report: YearReport): readonly string[] =>
  listExceptions(report, result).map(({ kind }) => kind)
const [maths] = secondaryReport().subjects
const order = { decisionNumber: '12/QĐ', reason: 'Nghỉ chế độ' }

describe('what a principal should look at', () => {
  it('is nothing in an ordinary report', () => {
    expect([listExceptions(ordinary, result), listExceptions(primary, result)]).toEqual([[], []])
  })

  it.each([
    ['retained', withPart(ordinary, 'summary', { decision: 'retained' }), 'TT 22/2021, Điều 12'],
    [
      'not-completed',
      withPart(primary, 'summary', { yearResult: 'not-completed' }),
      'TT 27/2020, Điều 9, khoản 2',
    ],
    [
      'conduct-not-pass',
      withPart(ordinary, 'summary', { conduct: { term1: 'pass', term2: 'not-pass', year: 'not-pass' } }),
      'TT 22/2021, Điều 8',
    ],
    [
      'learning-not-pass',
      withPart(ordinary, 'summary', { learning: { term1: 'pass', term2: 'not-pass', year: 'not-pass' } }),
      'TT 22/2021, Điều 9',
    ],
    ['reassessed', withSubject(ordinary, 'TOAN', { reassessed: '6.0' }), 'TT 22/2021, Điều 14'],
    [
      'principal-decision',
      withPart(ordinary, 'summary', { principalDecision: 'promoted' }),
      'TT 22/2021, Điều 12',
    ],
    [
      'article-9.3',
      withPart(ordinary, 'summary', {
        learning: {
          term1: 'fair',
          term2: 'good',
          year: 'good',
          yearBeforeArticle9_3: 'fair',
          articleCulprit: 'TOAN',
        },
      }),
      'TT 22/2021, Điều 9, khoản 3',
    ],
    ['award-excellent', withPart(ordinary, 'summary', { award: 'excellent-student' }), 'TT 22/2021, Điều 15'],
    ['individual-plan', withPart(ordinary, 'summary', { individualPlan: true }), 'TT 22/2021, Điều 11'],
    ['exempt', withSubject(ordinary, 'GDTC', { exemption: 'subject' }), 'TT 22/2021, Điều 11'],
    [
      'substitute',
      withSubject(ordinary, 'TOAN', {
        substitute: { ...(maths?.teacher ?? ordinary.summary.homeroomTeacher), ...order },
      }),
      null,
    ],
    ['amendment', amendedReport(ordinary, 'TOAN', { year: '8.6' }), null],
  ] as const)('is %s', (kind, report, article) => {
    const found = listExceptions(report, result)
    expect(found.map((one) => [one.kind, one.article])).toEqual([[kind, article]])
  })

  it('tells every kind in words of its own', () => {
    const report = withPart(
      withSubject(ordinary, 'TOAN', { exemption: 'practice', reassessed: '6.0' }),
      'summary',
      {
        decision: 'retained',
        award: 'excellent-student',
      },
    )
    expect(listExceptions(report, result)).toEqual([
      { kind: 'retained', text: 'Không được lên lớp', article: 'TT 22/2021, Điều 12' },
      { kind: 'reassessed', text: 'Đánh giá lại trong hè: Toán', article: 'TT 22/2021, Điều 14' },
      { kind: 'award-excellent', text: 'Danh hiệu Học sinh Xuất sắc', article: 'TT 22/2021, Điều 15' },
      { kind: 'exempt', text: 'Miễn phần thực hành: Toán', article: 'TT 22/2021, Điều 10' },
    ])
  })

  it('does not hold a year against a pupil that the summer put right', () => {
    const report = withPart(ordinary, 'summary', {
      conduct: { term1: 'pass', term2: 'not-pass', year: 'not-pass', afterSummer: 'pass' },
    })
    expect(kindsOf(report)).toEqual(['reassessed'])
  })

  it('proves Điều 9.3 in the words of the evaluation', () => {
    const learning = { year: 'good', yearBeforeArticle9_3: 'fair', articleCulprit: 'TOAN' } as const
    const reasons = [{ rule: 'TT22/2021 Điều 9.3', text: 'Chỉ do môn Toán nên được điều chỉnh.' }]
    const found = listExceptions(withPart(ordinary, 'summary', { learning }), { ...result, reasons })
    expect(found.map(({ text }) => text)).toEqual(['Chỉ do môn Toán nên được điều chỉnh.'])
  })

  it('has every kind once in its list', () => {
    expect(new Set(exceptionKinds).size).toBe(exceptionKinds.length)
  })
})
