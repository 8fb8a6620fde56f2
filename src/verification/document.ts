import { maxBookBytes } from '../bookfile/index.ts'
import type { RevocationSource } from '../crypto/ports.ts'
import type { CollectionContext } from './collect.ts'
import { finding } from './findings.ts'
import type { Renderer } from './page/renderer.ts'
import { verifyPage } from './page/verify-page.ts'
import type { Verification } from './report.ts'
import type { VerifiedFile } from './verified-file.ts'
import { openBook, verificationOfNothing, verifyBook, verifyWithStatus } from './verify.ts'

/** With what a file is verified, whatever it is. */
export interface DocumentContext extends CollectionContext {
  /** Makes pages anew; without it a page is not compared with its data, and the verdict stays open. */
  readonly renderer?: Renderer
  /** Where the status of certificates is asked for; without it only the evidence at hand counts. */
  readonly source?: RevocationSource
  /** What stands before the lookup code in the QR codes of this verifier's own lookup. */
  readonly verificationUrl?: string
  /** Files that were verified a moment ago with this very trust: they are not verified again. */
  readonly verified?: readonly VerifiedFile[]
}

/** The verdict on a document, and the books that were found in it: one for a file of data or a year's page. */
export interface ExaminedDocument {
  readonly verification: Verification
  readonly books: readonly VerifiedFile[]
}

/** Pages above this are refused unread: a year's is 250 KB, a book compiled over twelve years 3 MB. */
export const maxPageBytes = 20 * 1024 * 1024

/** The longest file that is worth reading at all. */
export const maxDocumentBytes = Math.max(maxBookBytes, maxPageBytes)

const pdfHead = Buffer.from('%PDF-')

const isPdf = (bytes: Uint8Array): boolean => Buffer.compare(bytes.subarray(0, pdfHead.length), pdfHead) === 0

const examineData = async (bytes: Uint8Array, context: DocumentContext): Promise<ExaminedDocument> => {
  const known = context.verified?.find((one) => Buffer.compare(one.bytes, bytes) === 0)
  if (known !== undefined) return { verification: known.verification, books: [known] }
  const opened = await openBook(bytes)
  if ('findings' in opened) return { verification: verificationOfNothing(opened.findings), books: [] }
  const { book, notes } = opened
  const { trust, now, source } = context
  const verification =
    source === undefined
      ? verifyBook(book, { trust, now, notes })
      : await verifyWithStatus(book, { trust, now, notes }, source)
  return { verification, books: [{ bytes, book, verification }] }
}

/** Reads a file as what it is – sealed data (XML) or the page that carries it (PDF) – and verifies it. */
export const examineDocument = (bytes: Uint8Array, context: DocumentContext): Promise<ExaminedDocument> => {
  if (!isPdf(bytes)) return examineData(bytes, context)
  return bytes.length > maxPageBytes
    ? Promise.resolve({
        verification: verificationOfNothing([finding('too-large', 'file')], 'pdf'),
        books: [],
      })
    : verifyPage(bytes, context, examineData)
}

/**
 * Is this document genuine? The one entrance for files from outside, XML or PDF, by their first bytes: hostile ones
 * too. Reaches out only through `source` and `renderer`.
 */
export const verifyDocument = async (bytes: Uint8Array, context: DocumentContext): Promise<Verification> =>
  (await examineDocument(bytes, context)).verification
