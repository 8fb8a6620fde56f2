import { beforeAll, describe, expect, it } from 'vitest'
import type { BookFile, YearBefore, YearReport } from '../../src/bookfile/index.ts'
import { createShelf, linksOf, relate, verifyBook, type Verification } from '../../src/verification/index.ts'
import { issueReport, openOffice, type TestOffice } from '../builders/issuing.ts'
import { amendedReport, secondaryReport, withPart } from '../builders/reports.ts'
import { listFindings } from './support/judge.ts'
import { forge } from './support/forge.ts'
import { readBook } from '../../src/bookfile/index.ts'

/** The chain of years: what a book says of the year before is compared with that year, when it is at hand. */
let office: TestOffice
let before: BookFile
let beforeAmended: BookFile
beforeAll(async () => {
  office = await openOffice()
  before = (await issueReport(yearOf('2024-2025'), office)).book
  beforeAmended = (
    await issueReport(
      amendedReport(yearOf('2024-2025'), 'TOAN', { term2: '9.0', year: '8.8' }),
      office,
      before,
    )
  ).book
})

function yearOf(
  schoolYear: '2024-2025' | '2025-2026',
  changes: Partial<YearReport['version']> = {},
): YearReport {
  const grade = schoolYear === '2024-2025' ? 7 : 8
  const report = withPart(secondaryReport(), 'identity', {
    schoolYear,
    grade,
    classId: `${grade}A1`,
    className: `${grade}A1`,
  })
  return withPart(report, 'version', { ruleSet: report.version.ruleSet, ...changes })
}

const following = (book: BookFile): YearBefore => ({
  digest: book.data.digestOf('hb') ?? '',
  version: book.data.report.version.number,
})

const issueAfter = async (yearBefore: YearBefore): Promise<BookFile> =>
  (await issueReport(yearOf('2025-2026', { yearBefore }), office)).book

/** Verifies books together as the command does: only those that pass by themselves testify about the others. */
const judgeTogether = (books: readonly BookFile[]): readonly Verification[] => {
  const shelf = createShelf()
  const alone = books.map((book) => ({
    verification: verifyBook(book, office.context),
    links: linksOf(book),
  }))
  for (const { verification, links } of alone) if (verification.verdict === 'passed') shelf.add(links)
  return alone.map(({ verification, links }) => relate(verification, links, shelf))
}

const lastOf = (
  verifications: readonly Verification[],
): { verdict?: string; findings: readonly string[] } => {
  const last = verifications.at(-1)
  return last === undefined ? { findings: [] } : { verdict: last.verdict, findings: listFindings(last) }
}

const checked = { verdict: 'passed', findings: ['year-before-checked@pb.NamTruoc'] }
const unchecked = { verdict: 'passed', findings: ['year-before-not-checked@pb.NamTruoc'] }
const mismatch = { verdict: 'failed', findings: ['year-before-mismatch@pb.NamTruoc'] }

describe('the year before', () => {
  it('is checked when it is at hand', async () => {
    expect(lastOf(judgeTogether([before, await issueAfter(following(before))]))).toEqual(checked)
  })

  it('is said to be unchecked when it is not, and the verdict stands', async () => {
    expect(lastOf(judgeTogether([await issueAfter(following(before))]))).toEqual(unchecked)
  })

  it('in another content than the one followed fails', async () => {
    const other = await issueAfter({ digest: `${'A'.repeat(43)}=`, version: 1 })
    expect(lastOf(judgeTogether([before, other]))).toEqual(mismatch)
  })

  it('in a version that is not the one followed is not the one to compare with', async () => {
    const after = await issueAfter(following(before))
    expect(lastOf(judgeTogether([beforeAmended, after]))).toEqual(unchecked)
    expect(lastOf(judgeTogether([beforeAmended, before, after]))).toEqual(checked)
  })

  it('whose second version was in force then is compared with that version', async () => {
    const after = await issueAfter(following(beforeAmended))
    expect(lastOf(judgeTogether([before, beforeAmended, after]))).toEqual(checked)
  })

  it('forged cannot discredit the genuine year after it', async () => {
    const bytes = await forge(withPart(yearOf('2024-2025'), 'summary', { decision: 'retained' }), office)
    const reading = readBook(bytes)
    if ('fault' in reading) throw new Error('the forgery must be readable')
    const [first, last] = judgeTogether([reading.book, await issueAfter(following(before))])
    expect(first?.verdict).toBe('failed')
    expect(last?.verdict).toBe('passed')
  })

  it('issued twice under one number: the one that was followed counts, in whatever order they come', async () => {
    const again = (
      await issueReport(withPart(yearOf('2024-2025'), 'summary', { comment: 'Em ngoan.' }), office)
    ).book
    const after = await issueAfter(following(before))
    expect(lastOf(judgeTogether([before, again, after]))).toEqual(checked)
    expect(lastOf(judgeTogether([again, before, after]))).toEqual(checked)
    expect(lastOf(judgeTogether([again, after]))).toEqual(mismatch)
  })

  it('of another pupil says nothing', async () => {
    const code = 'f'.repeat(32)
    const report = yearOf('2024-2025')
    const others = withPart(withPart(report, 'cover', { bookLookupCode: code }), 'identity', {
      bookLookupCode: code,
    })
    const other = (await issueReport(others, office)).book
    expect(lastOf(judgeTogether([other, await issueAfter(following(before))]))).toEqual(unchecked)
  })
})

describe('versions of one year', () => {
  it('an older version says that a newer one is at hand, the newer one does not', () => {
    const [first, second] = judgeTogether([before, beforeAmended])
    expect(first && listFindings(first)).toEqual(['newer-version-at-hand@pb.So'])
    expect(second && listFindings(second)).toEqual([])
    expect([first?.verdict, second?.verdict]).toEqual(['passed', 'passed'])
  })
})
