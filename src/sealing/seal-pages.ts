import {
  finishPdfSignature,
  pdfTimestampImprint,
  preparePdfSignature,
  timestampBytesOf,
  type PdfImage,
  type PreparedPdfSignature,
} from '../crypto/pdf/index.ts'
import type { Signer, TimestampAuthority } from '../crypto/ports.ts'
import type { Renderer as Typesetter } from '../rendition/index.ts'
import { pageContentOf, type RenderedPage, type Verification } from '../verification/index.ts'
import { refuseRelease, refuseTimestamp } from './refuse.ts'
import { drawSeal } from './seal-picture.ts'
import type { Seal, SealedBook } from './seal.ts'

/** Bản thể hiện đã đóng dấu: the page of a sealed book, sealed itself, and what our own verification says of it. */
export interface SealedPage {
  readonly bytes: Uint8Array
  readonly verification: Verification
}

/** How pages are made and checked before they leave. */
export interface PageMaking {
  readonly typesetter: Pick<Typesetter, 'renderForSealing'>
  /** What stands before the year's lookup code in the QR code, e.g. 'https://tracuu.example/'. */
  readonly verificationUrl: string
  /** The picture of the school's seal; two rings and a star without one. */
  readonly sealImage?: PdfImage
  /** Verifies a finished page that carries a book verified a moment ago; `rendered` is the page before the seal. */
  readonly inspectPage: (pdf: Uint8Array, book: SealedBook, rendered: RenderedPage) => Promise<Verification>
}

/** The field of the school's seal in every page. */
const sealField = 'con-dau'

const renderPage = (book: SealedBook, { typesetter, verificationUrl }: PageMaking): Promise<RenderedPage> => {
  const content = pageContentOf(book, verificationUrl)
  if (content === undefined) throw new Error('only a book that passed has a page')
  return typesetter.renderForSealing(content)
}

interface Preparation {
  readonly seal: Seal
  readonly at: Date
  readonly timestampBytes: number
  readonly making: PageMaking
}

/** PAdES with DocMDP: after the seal only further signatures may be added (docs/format.md). */
const prepare = (
  { book: { data } }: SealedBook,
  { bytes, sealPlace }: RenderedPage,
  { seal: { signer }, at, timestampBytes, making: { verificationUrl, sealImage } }: Preparation,
): PreparedPdfSignature => {
  const { page, x, y, width, height } = sealPlace
  const picture = sealImage === undefined ? { drawing: drawSeal(width) } : { image: sealImage }
  return preparePdfSignature(bytes, {
    fieldName: sealField,
    signerName: data.report.cover.school.name,
    reason: `Phát hành học bạ số. Tra cứu tại ${verificationUrl}`,
    location: data.report.summary.signingPlace,
    signingTime: at,
    docMdp: 2,
    appearance: { page, rect: [x, y, x + width, y + height], ...picture },
    chain: signer.chain,
    algorithm: signer.algorithm,
    timestampBytes,
  })
}

const signAll = async (
  prepared: readonly PreparedPdfSignature[],
  signer: Signer,
): Promise<readonly Uint8Array[]> => {
  const values = await signer.sign(prepared.map(({ toBeSigned }) => toBeSigned))
  if (values.length !== prepared.length) throw new Error('a signer gives a value for every page')
  return values
}

const stampAll = async (
  prepared: readonly PreparedPdfSignature[],
  values: readonly Uint8Array[],
  timestamps: TimestampAuthority,
): Promise<readonly Uint8Array[]> => {
  const imprints = prepared.map((one, index) => pdfTimestampImprint(one, values[index] ?? new Uint8Array()))
  const tokens = await refuseTimestamp(() => timestamps.timestamp(imprints))
  if (tokens.length !== prepared.length) throw new Error('a timestamp follows every signature')
  return tokens
}

/**
 * Makes and seals the pages of books sealed in the same sitting: all signatures in one call of the signer, all
 * timestamps in one call of their authority. Refused as a whole without timestamps (PAdES B-T), and where a finished
 * page does not pass our own verification.
 */
export const sealPages = async (
  books: readonly SealedBook[],
  seal: Seal,
  making: PageMaking,
  { at }: { readonly at: Date },
): Promise<readonly SealedPage[]> => {
  if (books.length === 0) return []
  const timestampBytes = await refuseTimestamp(() => timestampBytesOf(seal.timestamps))
  // All are asked for at once: a typesetter beside this thread sets the next while this one is prepared.
  const drafts = await Promise.all(
    books.map(async (book) => {
      const rendered = await renderPage(book, making)
      return { book, rendered, prepared: prepare(book, rendered, { seal, at, timestampBytes, making }) }
    }),
  )
  const prepared = drafts.map((draft) => draft.prepared)
  const values = await signAll(prepared, seal.signer)
  const tokens = await stampAll(prepared, values, seal.timestamps)
  const pages: SealedPage[] = []
  for (const [index, { book, rendered, prepared: one }] of drafts.entries()) {
    const bytes = finishPdfSignature(one, values[index] ?? new Uint8Array(), tokens[index])
    pages.push({ bytes, verification: await release(bytes, book, rendered, making) })
  }
  return pages
}

const release = async (
  pdf: Uint8Array,
  book: SealedBook,
  rendered: RenderedPage,
  { inspectPage }: PageMaking,
): Promise<Verification> => {
  const verification = await inspectPage(pdf, book, rendered)
  if (verification.verdict !== 'passed') throw refuseRelease(book.book.data.report, verification)
  return verification
}
