import { formatDate, formatInstant } from '../../shared/dates.ts'
import { siteOf } from '../content/footer.ts'
import { schoolInCapitals, spelledYear } from '../content/words.ts'
import type { Coverage } from '../face.ts'
import { exact, makePrintable, type Content, type Printable } from '../printable.ts'
import { drawQrCode } from '../qr.ts'
import type { IssueReceipt, ReceiptSheets } from './receipts.ts'

const groupsOf = (code: string): readonly string[] => code.match(/.{1,4}/gu) ?? []

const textOf = (receipt: IssueReceipt): Content => ({
  school: schoolInCapitals(receipt.schoolName),
  schoolYear: exact(spelledYear(receipt.schoolYear)),
  className: receipt.className,
  fullName: receipt.fullName,
  birthDate: exact(formatDate(receipt.birthDate)),
  version: exact(String(receipt.version)),
  issuedOn: exact(formatDate(receipt.issuedOn)),
  lookupCode: groupsOf(receipt.lookupCode).map(exact),
  isDemonstration: receipt.isDemonstration,
})

/** The receipts of a class as the template reads them: texts printable, and beside them what the machinery reads. */
export const receiptsContent = (
  { title, receipts, verificationUrl }: ReceiptSheets,
  { at }: { readonly at: Date },
  has: Coverage,
): Printable => ({
  text: makePrintable({ title, site: siteOf(verificationUrl), receipts: receipts.map(textOf) }, has),
  date: formatInstant(at).slice(0, 19).split(/[-T:]/u).map(Number),
  qrCodes: receipts.map(({ lookupCode }) => drawQrCode(verificationUrl + lookupCode)),
})
