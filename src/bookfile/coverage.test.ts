import { describe, expect, it } from 'vitest'
import { people, primaryReport, secondaryReport, withPart, withSubject } from '../../test/builders/reports.ts'
import { coverSlots, signatureSlots, type SignatureSlot, type YearReport } from './index.ts'

const slotsOf = (report: YearReport, coverSignedSeparately = true): readonly SignatureSlot[] =>
  signatureSlots(report, { coverSignedSeparately })

const coversOf = (report: YearReport, coverSignedSeparately = true): Record<string, readonly string[]> =>
  Object.fromEntries(slotsOf(report, coverSignedSeparately).map(({ id, covers }) => [id, covers]))

describe('the signatures of a book', () => {
  it('cover exactly these parts, in this order', () => {
    expect(coversOf(secondaryReport())).toEqual({
      's-bia-ht': ['bia'],
      's-bia-truong': ['bia', 'sv-s-bia-ht'],
      's-gv-CB002': ['dd', 'mon-NGU_VAN', 'mon-GDCD', 'mon-HDTN_HN', 'mon-GDDP'],
      's-gv-CB003': ['dd', 'mon-TOAN', 'mon-KHTN', 'mon-CONG_NGHE', 'mon-TIN_HOC'],
      's-gv-CB004': ['dd', 'mon-NGOAI_NGU_1', 'mon-LICH_SU_DIA_LI', 'mon-GDTC', 'mon-NGHE_THUAT'],
      's-gvcn': ['hb', 'sv-s-bia-truong', 'sv-s-gv-CB002', 'sv-s-gv-CB003', 'sv-s-gv-CB004'],
      's-hieutruong': ['hb', 'sv-s-gvcn'],
      's-truong': ['hb', 'sv-s-hieutruong'],
    })
  })

  it('stand in the order in which they are made: each covers only what comes before it', () => {
    const made = new Set<string>()
    for (const { id, covers } of slotsOf(secondaryReport())) {
      for (const target of covers.filter((one) => one.startsWith('sv-'))) expect(made).toContain(target)
      made.add(`sv-${id}`)
    }
  })

  it('are one for each teacher, however many subjects the teacher has', () => {
    expect(coversOf(primaryReport())).toMatchObject({
      's-gv-CB002': ['dd', 'mon-TIENG_VIET', 'mon-TOAN', 'mon-DAO_DUC', 'mon-TNXH', 'mon-HDTN'],
      's-gv-CB003': ['dd', 'mon-GDTC', 'mon-AM_NHAC', 'mon-MI_THUAT'],
    })
  })

  it('cover every subject once', () => {
    const report = secondaryReport()
    const covered = slotsOf(report).flatMap(({ covers }) =>
      covers.filter((target) => target.startsWith('mon-')),
    )
    expect(covered.toSorted()).toEqual(report.subjects.map(({ code }) => `mon-${code}`).toSorted())
  })

  it('without a cover signed by itself are those of the year alone', () => {
    const covers = coversOf(secondaryReport(), false)
    expect(Object.keys(covers)).toEqual([
      's-gv-CB002',
      's-gv-CB003',
      's-gv-CB004',
      's-gvcn',
      's-hieutruong',
      's-truong',
    ])
    expect(covers['s-gvcn']).toEqual(['hb', 'sv-s-gv-CB002', 'sv-s-gv-CB003', 'sv-s-gv-CB004'])
  })

  it('name the persons the record names; a seal is the school’s and names nobody', () => {
    const named = slotsOf(secondaryReport()).map(({ id, signatory }) => [id, signatory?.staffCode])
    expect(named).toEqual([
      ['s-bia-ht', people.principal.staffCode],
      ['s-bia-truong', undefined],
      ['s-gv-CB002', people.homeroom.staffCode],
      ['s-gv-CB003', people.second.staffCode],
      ['s-gv-CB004', people.third.staffCode],
      ['s-gvcn', people.homeroom.staffCode],
      ['s-hieutruong', people.principal.staffCode],
      ['s-truong', undefined],
    ])
  })
})

describe('the role of a signature', () => {
  const roleOf = (report: YearReport, wanted: string): string | undefined =>
    slotsOf(report).find(({ id }) => id === wanted)?.role
  const onBehalf = { decisionNumber: '12/QĐ', reason: 'Đi công tác' }

  it('of the head of school follows the post', () => {
    const report = secondaryReport()
    expect(roleOf(report, 's-hieutruong')).toBe('principal')
    const approver = { ...report.summary.approver, post: 'vice-principal', onBehalf } as const
    expect(roleOf(withPart(report, 'summary', { approver }), 's-hieutruong')).toBe('vice-principal-on-behalf')
    expect(roleOf(withPart(report, 'cover', { approver }), 's-bia-ht')).toBe('vice-principal-on-behalf')
    expect(roleOf(withPart(report, 'summary', { approver }), 's-bia-ht')).toBe('principal')
  })

  it('of one who signs for an absent teacher says so, and covers that teacher’s subjects', () => {
    const report = secondaryReport()
    const { staffCode, fullName, identityDigest } = report.summary.approver
    const substitute = { staffCode, fullName, identityDigest, ...onBehalf }
    const changed = ['TOAN', 'KHTN'] as const
    const substituted = changed.reduce((one, code) => withSubject(one, code, { substitute }), report)
    expect(roleOf(substituted, 's-gv-CB001')).toBe('principal-for-absent-teacher')
    expect(coversOf(substituted)).toMatchObject({
      's-gv-CB001': ['dd', 'mon-TOAN', 'mon-KHTN'],
      's-gv-CB003': ['dd', 'mon-CONG_NGHE', 'mon-TIN_HOC'],
    })
  })
})

it('the cover’s slots are the first two of the book', () => {
  expect(slotsOf(secondaryReport()).slice(0, 2)).toEqual(coverSlots(secondaryReport()))
})
