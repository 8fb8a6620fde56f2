import { Buffer } from 'node:buffer'
import type { InspectReport } from '../registry/index.ts'
import { Refusal } from '../shared/refusal.ts'
import { examineDocument, verifyBook, verifyWithStatus, type DocumentContext } from '../verification/index.ts'

/**
 * Joins verification to the registry: reported data are verified as any stranger's, and so is the page, which must
 * carry these very data. Refused ('book-not-accepted') where it carries others.
 */
export const createInspection =
  (context: Omit<DocumentContext, 'now' | 'verified'>, clock: () => Date): InspectReport =>
  async ({ xml, pdf, book, notes }) => {
    const { trust, source } = context
    const now = clock()
    const verification =
      source === undefined
        ? verifyBook(book, { trust, now, notes })
        : await verifyWithStatus(book, { trust, now, notes }, source)
    if (pdf === undefined || verification.verdict !== 'passed') return verification
    const verified = [{ bytes: xml, book, verification }]
    const page = await examineDocument(pdf, { ...context, now, verified })
    const carried = page.books.map(({ bytes }) => bytes)
    if (carried.length !== 1 || Buffer.compare(carried[0] ?? new Uint8Array(), xml) !== 0)
      throw new Refusal(
        'book-not-accepted',
        `Chưa tiếp nhận: bản PDF của ${book.data.report.identity.fullName} không mang đúng dữ liệu XML gửi kèm. ` +
          'Hãy gửi đúng cặp tệp đã phát hành.',
      )
    return page.verification
  }
