import { beforeAll, describe, expect, it } from 'vitest'
import { issueReport, openOffice, type TestOffice } from '../../test/builders/issuing.ts'
import { primaryReport, secondaryReport, withPart, withSubject } from '../../test/builders/reports.ts'
import type { YearReport } from '../bookfile/index.ts'
import {
  findingKinds,
  openBook,
  verdictOf,
  verifyBook,
  type FindingCode,
  type Verification,
} from './index.ts'

/* What attackers and conspirators try is in test/attack. */

describe('the verdict', () => {
  const codesWith = (effect: string): readonly FindingCode[] =>
    (Object.keys(findingKinds) as FindingCode[]).filter((code) => findingKinds[code].effect === effect)
  const verdict = (...codes: readonly FindingCode[]) =>
    verdictOf(codes.map((code) => ({ code, at: '', text: '' })))

  it('is passed without findings, and with any that only inform', () => {
    expect(verdict()).toBe('passed')
    for (const code of codesWith('informs')) expect(verdict(code), code).toBe('passed')
  })

  it('is indeterminate with any that unsettles, never passed', () => {
    for (const code of codesWith('unsettles'))
      expect(verdict('demonstration', code), code).toBe('indeterminate')
  })

  it('is failed with any that fails, whatever else there is', () => {
    for (const code of codesWith('fails'))
      expect(verdict('revocation-unknown', code, 'demonstration'), code).toBe('failed')
  })

  it('has Vietnamese words for every finding, each its own', () => {
    const texts = Object.values(findingKinds).map(({ text }) => text)
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) expect(text).toMatch(/^[\p{Lu}][^.]*[^.\s]$/u)
  })
})

describe('a genuine book', () => {
  let office: TestOffice
  beforeAll(async () => {
    office = await openOffice()
  })
  const verified = async (report: YearReport): Promise<Verification> =>
    (await issueReport(report, office)).verification

  it('is reported with what it is and since when it is issued', async () => {
    const { record } = await verified(secondaryReport())
    expect(record).toEqual({
      structure: 'hocba-1',
      bookLookupCode: '0123456789abcdef0123456789abcdef',
      yearLookupCode: 'fedcba9876543210fedcba9876543210',
      version: 1,
      student: { code: '9900000001', name: 'Nguyễn Thị Thùy Dương', birthDate: '2012-03-09' },
      school: { code: '99001001', name: 'Trường THCS Bến Nứa', province: 'Tỉnh Sông Lam Hạ' },
      schoolYear: '2025-2026',
      class: '8A1',
      grade: 8,
      decision: 'promoted',
      completion: true,
      issuedAt: '2026-05-29T09:00:00+07:00',
      expectedEffectiveDate: '2026-06-30',
      demonstration: true,
    })
  })

  it('is reported with every signature: who, as what, over what, when', async () => {
    const { signatures } = await verified(secondaryReport())
    expect(signatures).toHaveLength(8)
    expect(signatures[2]).toEqual({
      id: 's-gv-CB002',
      role: 'subject-teacher',
      signer: 'Vũ Minh Khôi',
      covers: ['dd', 'mon-NGU_VAN', 'mon-GDCD', 'mon-HDTN_HN', 'mon-GDDP'],
      signedAt: '2026-05-29T09:00:00+07:00',
      timestamp: '2026-05-29T09:00:00+07:00',
      certificateSerial: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      verdict: 'passed',
    })
  })

  it('without the demonstration’s mark has no finding at all', async () => {
    const unmarked = (part: object): object =>
      Object.fromEntries(Object.entries(part).filter(([key]) => key !== 'demonstration'))
    const { cover, identity, ...rest } = secondaryReport()
    const report = { ...rest, cover: unmarked(cover), identity: unmarked(identity) } as YearReport
    expect((await verified(report)).findings).toEqual([])
  })

  it.each<readonly [string, YearReport]>([
    ['primary', primaryReport()],
    ['retained, as the rules have it', retained()],
    ['adjusted by article 9.3', adjusted()],
    ['reassessed in summer', reassessed()],
    ['of a primary pupil kept back by the principal after the check', keptBack()],
  ])('%s agrees with the circular', async (_, report) => {
    const { verdict, findings } = await verified(report)
    expect(findings.filter(({ code }) => code !== 'demonstration')).toEqual([])
    expect(verdict).toBe('passed')
  })
})

/** Two excused and 44 unexcused sessions are more than 45; the award goes by the ratings alone (Điều 15). */
function retained(): YearReport {
  return withPart(secondaryReport(), 'summary', {
    unexcusedAbsences: 44,
    decision: 'retained',
    completion: false,
  })
}

function withoutAward(report: YearReport): YearReport {
  const summary = { ...report.summary }
  delete summary.award
  return { ...report, summary }
}

/** One mark far below the rest takes a Tốt down two ratings; article 9.3 gives one of them back. */
function adjusted(): YearReport {
  const report = withSubject(withoutAward(secondaryReport()), 'GDCD', {
    term1: '4.9',
    term2: '4.9',
    year: '4.9',
  })
  const learning = {
    term1: 'fair',
    term2: 'fair',
    year: 'fair',
    yearBeforeArticle9_3: 'pass',
    articleCulprit: 'GDCD',
  } as const
  return withPart(report, 'summary', { learning })
}

function reassessed(): YearReport {
  const weak = withoutAward(secondaryReport())
  const codes = ['TOAN', 'NGU_VAN', 'KHTN'] as const
  const low = codes.reduce(
    (one, code) => withSubject(one, code, { term1: '3.2', term2: '3.2', year: '3.2', reassessed: '6.0' }),
    weak,
  )
  const learning = {
    term1: 'not-pass',
    term2: 'not-pass',
    year: 'not-pass',
    afterReassessment: 'pass',
  } as const
  return withPart(low, 'summary', { learning })
}

function keptBack(): YearReport {
  const report = withoutAward(withSubject(primaryReport(), 'TOAN', { level: 'C', finalScore: 3 }))
  return withPart(report, 'summary', {
    yearResult: 'not-completed',
    principalDecision: 'retained',
    decision: 'retained',
    completion: false,
  })
}

describe('opening a file', () => {
  it('gives findings instead of a book, never an error', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('<'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('%PDF-1.7'),
    ]) {
      const opened = await openBook(bytes)
      expect('findings' in opened && opened.findings).toHaveLength(1)
    }
  })
})

describe('verification', () => {
  it('is the same however often it is asked, and whatever was verified in between', async () => {
    const office = await openOffice()
    const { book } = await issueReport(secondaryReport(), office)
    const first = verifyBook(book, office.context)
    await issueReport(primaryReport(), office)
    expect(verifyBook(book, office.context)).toEqual(first)
  })
})
