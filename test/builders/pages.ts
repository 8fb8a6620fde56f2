import { createPageRenderer } from '../../src/adapters/page-renderer.ts'
import {
  finishPdfSignature,
  pdfTimestampImprint,
  preparePdfSignature,
  type PdfSignatureOptions,
} from '../../src/crypto/pdf/index.ts'
import type { Signer } from '../../src/crypto/ports.ts'
import { createRenderer, type Renderer as Typesetter } from '../../src/rendition/index.ts'
import { sealPages, type PageMaking, type SealedBook, type SealedPage } from '../../src/sealing/index.ts'
import {
  pageContentOf,
  verifyDocument,
  type DocumentContext,
  type PageContent,
  type Verification,
} from '../../src/verification/index.ts'
import { openOffice, signedAt, type TestOffice } from './issuing.ts'

export const verificationUrl = 'https://tracuu.example/hoc-ba/'

/** An office that makes pages too, and verifies them as a stranger with the same trust would. */
export interface PageOffice extends TestOffice {
  readonly typesetter: Typesetter
  readonly pageContext: DocumentContext
  readonly making: PageMaking
}

export const openPageOffice = async (...algorithm: Parameters<typeof openOffice>): Promise<PageOffice> => {
  const office = await openOffice(...algorithm)
  const typesetter = await createRenderer()
  const pageContext = { ...office.context, renderer: createPageRenderer(typesetter), verificationUrl }
  const making: PageMaking = {
    typesetter,
    verificationUrl,
    inspectPage: (pdf, book, rendered) =>
      verifyDocument(pdf, {
        ...office.context,
        verified: [book],
        renderer: { render: () => Promise.resolve(rendered) },
      }),
  }
  return { ...office, typesetter, pageContext, making }
}

/** Seals the pages of released books as the clerk's sitting does. */
export const makePages = (
  office: PageOffice,
  books: readonly SealedBook[],
  changes: Partial<PageMaking> = {},
): Promise<readonly SealedPage[]> =>
  sealPages(
    books,
    { signer: office.seal, timestamps: office.authority.timestampAuthority(() => office.clock.now) },
    { ...office.making, ...changes },
    { at: office.clock.now },
  )

/** What the page of a released book shows. */
export const contentOf = (book: SealedBook, address = verificationUrl): PageContent => {
  const content = pageContentOf(book, address)
  if (content === undefined) throw new Error('the book did not pass')
  return content
}

/** What a forger's page and its seal have otherwise than they should. */
export interface PageForgery {
  readonly seal?: Signer
  readonly isWithoutTime?: boolean
  /** Says nothing of what may be changed afterwards. */
  readonly isWithoutPermission?: boolean
  readonly appearance?: PdfSignatureOptions['appearance'] & object
  /** Changes the page before it is sealed. */
  readonly spoil?: (pdf: Uint8Array) => Uint8Array
}

/** Has any page sealed, whatever it shows: nothing is checked. */
export const forgePage = async (
  office: PageOffice,
  content: PageContent,
  forgery: PageForgery = {},
): Promise<Uint8Array> => {
  const { bytes, sealPlace } = await office.typesetter.renderForSealing(content)
  const { page, x, y, width, height } = sealPlace
  const { spoil = (pdf: Uint8Array) => pdf, seal = office.seal } = forgery
  const prepared = preparePdfSignature(spoil(bytes), {
    fieldName: 'con-dau',
    signerName: content.report.cover.school.name,
    reason: `Phát hành học bạ số. Tra cứu tại ${verificationUrl}`,
    location: content.report.summary.signingPlace,
    signingTime: signedAt,
    ...(forgery.isWithoutPermission === true ? {} : { docMdp: 2 as const }),
    appearance: forgery.appearance ?? { page, rect: [x, y, x + width, y + height], drawing: '0 0 m 9 9 l S' },
    chain: seal.chain,
    algorithm: seal.algorithm,
  })
  const [value = new Uint8Array()] = await seal.sign([prepared.toBeSigned])
  if (forgery.isWithoutTime === true) return finishPdfSignature(prepared, value)
  const timestamps = office.authority.timestampAuthority(() => signedAt)
  const [token] = await timestamps.timestamp([pdfTimestampImprint(prepared, value)])
  return finishPdfSignature(prepared, value, token)
}

/** The findings as 'code@place', without the one that every book of the tests has. */
export const findingsOf = ({ findings }: Verification): readonly string[] =>
  findings.filter(({ code }) => code !== 'demonstration').map(({ code, at }) => `${code}@${at}`)
