import type { SignerRole, YearReport } from '../../bookfile/index.ts'
import type { Verification } from '../report.ts'
import type { VerifiedFile } from '../verified-file.ts'

/** What the page of one sealed year shows, and the file it carries inside: facts of a verified book alone. */
export interface PageContent {
  readonly report: YearReport
  readonly sealed: {
    readonly xml: Uint8Array
    readonly fileName: string
    readonly signatures: readonly PageSigner[]
  }
  /** The proven time of the school's seal, ISO 8601 with zone. */
  readonly issuedAt: string
  /** What stands before the year's lookup code in the QR code. */
  readonly verificationUrl: string
}

/** One signature of the sealed file as the page names it. */
export interface PageSigner {
  readonly id: string
  readonly role: SignerRole
  readonly signer: string
  readonly signedAt: string
  readonly provenAt: string | null
  readonly certificateSerial: string | null
}

/** A place on a page: page from 1, the rest in points from the page's bottom left corner. */
export interface PagePlace {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A page as it is before anybody signs it, and where on it the school's seal belongs. */
export interface RenderedPage {
  readonly bytes: Uint8Array
  readonly sealPlace: PagePlace
}

/**
 * Makes the official page anew from sealed data (port; joined to `rendition` where both are at hand). One content for
 * a year, several for a book compiled over its years. Undefined for a rendition version it does not know.
 */
export interface Renderer {
  render(contents: readonly PageContent[], version: string): Promise<RenderedPage | undefined>
}

/** What stands for the sealed file inside the page: 'CODE-YEAR.xml' (docs/format.md). */
const attachmentName = ({ identity }: YearReport): string =>
  `${identity.bookLookupCode}-${identity.schoolYear}.xml`

const signersOf = ({ signatures }: Verification): readonly PageSigner[] =>
  signatures.flatMap(({ id, role, signer, signedAt, timestamp, certificateSerial }) =>
    role === null ? [] : [{ id, role, signer, signedAt, provenAt: timestamp, certificateSerial }],
  )

/**
 * What the page of a verified book shows. Undefined where the book did not pass or its date of issue is not proven:
 * such a book has no page.
 */
export const pageContentOf = (
  { bytes, book, verification }: VerifiedFile,
  verificationUrl: string,
): PageContent | undefined => {
  const issuedAt = verification.record?.issuedAt ?? null
  if (verification.verdict === 'failed' || issuedAt === null) return undefined
  const { report } = book.data
  const sealed = { xml: bytes, fileName: attachmentName(report), signatures: signersOf(verification) }
  return { report, sealed, issuedAt, verificationUrl }
}
