import { beforeAll, describe, expect, it } from 'vitest'
import { issueReport, now, trustOf } from '../../test/builders/issuing.ts'
import {
  contentOf,
  findingsOf,
  makePages,
  openPageOffice,
  verificationUrl,
  type PageOffice,
} from '../../test/builders/pages.ts'
import { secondaryReport, withPart } from '../../test/builders/reports.ts'
import type { RevocationSource } from '../crypto/ports.ts'
import type { SealedBook } from '../sealing/index.ts'
import { examineDocument, linksOf, maxPageBytes, verifyDocument, type DocumentContext } from './index.ts'

let office: PageOffice
let book: SealedBook
let page: Uint8Array
beforeAll(async () => {
  office = await openPageOffice()
  book = await issueReport(secondaryReport(), office)
  const [sealed] = await makePages(office, [book])
  page = sealed?.bytes ?? new Uint8Array()
})

const verify = (bytes: Uint8Array, changes: Partial<DocumentContext> = {}) =>
  verifyDocument(bytes, { ...office.pageContext, ...changes })

describe('a file from outside', () => {
  it('is read as what it is: data or page, with the same record and signatures', async () => {
    const [data, shown] = [await verify(book.bytes), await verify(page)]
    expect([data.format, shown.format]).toEqual(['xml', 'pdf'])
    expect([data.verdict, shown.verdict]).toEqual(['passed', 'passed'])
    expect(shown.record).toEqual(data.record)
    expect(shown.signatures).toEqual(data.signatures)
    expect(data.page).toBeUndefined()
    expect(shown.compilation).toBeUndefined()
  })

  it('gives the book in it, to be shown or registered', async () => {
    const { books } = await examineDocument(page, office.pageContext)
    expect(books.map(({ bytes }) => Buffer.from(bytes).equals(book.bytes))).toEqual([true])
    expect(books[0]?.book.data.report).toEqual(secondaryReport())
  })

  it.each<readonly [string, string, string]>([
    ['nothing', '', 'xml'],
    ['a web page', '<!doctype html>', 'xml'],
    ['a picture', '\u0089PNG\r\n', 'xml'],
    ['the head of a PDF', '%PDF-1.7\n', 'pdf'],
    ['a PDF behind white space', '\n%PDF-1.7\n', 'xml'],
  ])('that is %s fails without an error', async (_, text, format) => {
    const verification = await verify(Buffer.from(text, 'latin1'))
    expect(verification).toMatchObject({ format, verdict: 'failed', record: null, signatures: [] })
  })

  it('that is larger than any page is not looked into', async () => {
    const large = Buffer.alloc(maxPageBytes + 1, '%PDF-')
    expect(findingsOf(await verify(large))).toEqual(['too-large@file'])
  })
})

describe('a book verified a moment ago', () => {
  it('is not verified again inside its page', async () => {
    const verification = { ...book.verification, verdict: 'indeterminate' as const }
    const { signatures } = await verify(page, { verified: [{ ...book, verification }] })
    expect(signatures).toBe(verification.signatures)
  })

  it('counts only for the very bytes', async () => {
    const other = { ...book, bytes: Buffer.from('<HocBa>') }
    const { signatures } = await verify(page, { verified: [other] })
    expect(signatures).not.toBe(book.verification.signatures)
  })
})

describe('the status of certificates', () => {
  const withoutEvidence = (): DocumentContext['trust'] => ({ ...office.pageContext.trust, evidence: [] })

  it('leaves a page open where nobody tells it', async () => {
    const verification = await verify(page, { trust: withoutEvidence() })
    expect(verification.verdict).toBe('indeterminate')
    const codes = new Set(verification.findings.map(({ code }) => code))
    expect(codes).toContain('pdf-timestamp-status-unknown')
    expect(codes).toContain('page-not-compared')
  })

  it('is asked for page and data alike where there is somebody to ask', async () => {
    const { evidence } = await trustOf(office.authority)
    const source: RevocationSource = { fetch: () => Promise.resolve(evidence) }
    const verification = await verify(page, { trust: withoutEvidence(), source })
    expect(findingsOf(verification)).toEqual([])
    expect(verification.verdict).toBe('passed')
  })
})

describe('a compiled book', () => {
  const compile = async (): Promise<{ years: readonly SealedBook[]; pdf: Uint8Array }> => {
    const before = await issueReport(
      withPart(
        withPart(secondaryReport(), 'identity', {
          schoolYear: '2024-2025',
          grade: 7,
          classId: '7A1',
          className: '7A1',
        }),
        'cover',
        { history: [] },
      ),
      office,
    )
    const { digest, version } = linksOf(before.book)
    const after = await issueReport(
      withPart(secondaryReport(), 'version', { yearBefore: { digest, version } }),
      office,
    )
    const years = [before, after]
    const pdf = await office.typesetter.renderBook(years.map((one) => contentOf(one)))
    return { years, pdf }
  }

  it('has a verdict for each year and the worst of them for itself', async () => {
    const { pdf } = await compile()
    const verification = await verify(pdf)
    expect(verification.compilation?.map(({ verdict }) => verdict)).toEqual(['passed', 'passed'])
    expect(verification.compilation?.map(({ record }) => record?.schoolYear)).toEqual([
      '2024-2025',
      '2025-2026',
    ])
    expect(findingsOf(verification)).toEqual([
      'page-compilation@pdf',
      'year-before-checked@2025-2026 pb.NamTruoc',
    ])
    expect(verification).toMatchObject({ verdict: 'passed', record: { schoolYear: '2025-2026' } })
  })

  it('fails as a whole where one year fails, and its pages are not even compared', async () => {
    const { years } = await compile()
    const [before, after] = years.map((one) => contentOf(one))
    if (before === undefined || after === undefined) throw new Error('two years')
    const text = Buffer.from(before.sealed.xml).toString('utf8').replace('<CaNam>8.5<', '<CaNam>9.5<')
    const forged = { ...before, sealed: { ...before.sealed, xml: Buffer.from(text, 'utf8') } }
    const verification = await verify(await office.typesetter.renderBook([forged, after]))
    expect(verification.compilation?.map(({ verdict }) => verdict)).toEqual(['failed', 'passed'])
    expect(verification).toMatchObject({ verdict: 'failed', page: { agreement: 'not-compared' } })
    expect(findingsOf(verification)).toContain('content-changed@2024-2025 s-gv-CB003')
  })

  it('leads where its foot says, also where that is not the verifier’s own', async () => {
    const { pdf } = await compile()
    const verification = await verify(pdf, { verificationUrl: 'https://khac.example/' })
    expect(verification.page).toMatchObject({ agreement: 'same-bytes', verificationUrl })
    expect(findingsOf(verification)).toContain('page-other-address@pdf')
  })

  it('is never taken for compared by its letters: nobody sealed it', async () => {
    const { pdf } = await compile()
    const text = Buffer.from(pdf).toString('latin1').replaceAll('hocba-rendition:', 'other-rendition:')
    const verification = await verify(Buffer.from(text, 'latin1'))
    expect(verification.verdict).toBe('indeterminate')
    expect(findingsOf(verification)).toContain('page-not-compared@pdf')
  })
})

describe('the moment of asking', () => {
  it('does not change what a page says', async () => {
    const later = new Date(now.getTime() + 5 * 365 * 24 * 3_600_000)
    expect(findingsOf(await verify(page, { now: later }))).toEqual([])
  })
})
