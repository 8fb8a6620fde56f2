import { Buffer } from 'node:buffer'
import type { InspectReport } from '../registry/index.ts'
import { Refusal } from '../shared/refusal.ts'
import { examineDocument, verifyBook, verifyWithStatus, type DocumentContext } from '../verification/index.ts'
import type { OwnPages } from './own-pages.ts'

/** What reported data are verified with; of pages that the desk beside the registry made, it is known already. */
export interface InspectionContext extends Omit<DocumentContext, 'now' | 'verified'> {
  readonly ownPages?: OwnPages
}

/**
 * Joins verification to the registry: reported data are verified as any stranger's, and so is the page, which must
 * carry these very data. Refused ('book-not-accepted') where it carries others. A page of the desk's own was verified
 * with this trust before it was let go: only the status of certificates is still asked for, where there is a source.
 */
export const createInspection =
  ({ ownPages, ...context }: InspectionContext, clock: () => Date): InspectReport =>
  async ({ xml, pdf, book, notes }) => {
    const { trust, source } = context
    const own = pdf === undefined ? undefined : ownPages?.take({ xml, pdf })
    if (own !== undefined && source === undefined) return own.verification
    const now = clock()
    const verification =
      source === undefined
        ? verifyBook(book, { trust, now, notes })
        : await verifyWithStatus(book, { trust, now, notes }, source)
    if (pdf === undefined || verification.verdict !== 'passed') return verification
    const verified = [{ bytes: xml, book, verification }]
    const setBefore = own && { renderer: { render: () => Promise.resolve(own.rendered) } }
    const page = await examineDocument(pdf, { ...context, ...setBefore, now, verified })
    const carried = page.books.map(({ bytes }) => bytes)
    if (carried.length !== 1 || Buffer.compare(carried[0] ?? new Uint8Array(), xml) !== 0)
      throw new Refusal(
        'book-not-accepted',
        `Chưa tiếp nhận: bản PDF của ${book.data.report.identity.fullName} không mang đúng dữ liệu XML gửi kèm. ` +
          'Hãy gửi đúng cặp tệp đã phát hành.',
      )
    return page.verification
  }
