import { beforeAll } from 'vitest'
import type { YearReport } from '../../../../src/bookfile/index.ts'
import type { SealedBook } from '../../../../src/sealing/index.ts'
import { verifyDocument, type PageContent, type Verification } from '../../../../src/verification/index.ts'
import { issueReport } from '../../../builders/issuing.ts'
import {
  forgePage,
  makePages,
  openPageOffice,
  type PageForgery,
  type PageOffice,
} from '../../../builders/pages.ts'
import { amendedReport, secondaryReport, withPart } from '../../../builders/reports.ts'

/** Whole documents: a page, the data inside it and the seals of both, put together as they should not be. */
export interface DocumentScene {
  readonly office: PageOffice
  readonly book: SealedBook
  readonly page: Uint8Array
  /** The next version of the same year. */
  readonly second: SealedBook
  /** A classmate's. */
  readonly other: SealedBook
  readonly verify: (pdf: Uint8Array) => Promise<Verification>
  readonly forge: (content: PageContent, forgery?: PageForgery) => Promise<Uint8Array>
}

const otherPupil = (): YearReport => {
  const report = secondaryReport()
  const changes = { studentCode: '9900000002', citizenId: '999212000017', fullName: 'Lò Văn Minh' }
  const bookLookupCode = '89abcdef0123456789abcdef01234567'
  const cover = { bookLookupCode, student: { ...report.cover.student, ...changes } }
  return withPart(withPart(report, 'cover', cover), 'identity', { ...changes, bookLookupCode })
}

/** Has an office issue three books and the page of one before the tests of a file. */
export const setDocumentScene = (): { readonly now: () => DocumentScene } => {
  let scene: DocumentScene | undefined
  beforeAll(async () => {
    const office = await openPageOffice()
    const book = await issueReport(secondaryReport(), office)
    const amended = amendedReport(secondaryReport(), 'TOAN', { term2: '9.0', year: '8.8' })
    const second = await issueReport(amended, office, book.book)
    const other = await issueReport(otherPupil(), office)
    const [page] = await makePages(office, [book])
    scene = {
      office,
      book,
      page: page?.bytes ?? new Uint8Array(),
      second,
      other,
      verify: (pdf) => verifyDocument(pdf, office.pageContext),
      forge: (content, forgery) => forgePage(office, content, forgery),
    }
  })
  return {
    now: () => {
      if (scene === undefined) throw new Error('the scene is set before the tests')
      return scene
    },
  }
}

/** The content of a genuine book with its marks in one subject changed, as only the page shows them. */
export const withMark = (content: PageContent, mark: string): PageContent => ({
  ...content,
  report: {
    ...content.report,
    subjects: content.report.subjects.map((subject) =>
      subject.code === 'TOAN' ? { ...subject, term1: mark, term2: mark, year: mark } : subject,
    ),
  },
})
