import { formatDate } from '../../shared/dates.ts'
import type { RenditionInput } from '../input.ts'
import { exact, type Content } from '../printable.ts'
import { dayOf } from './words.ts'

/** What the foot of each page says; the QR code is drawn from `addressOf`. */
export const footerContent = (input: RenditionInput, lookupCode: string): Content => ({
  lookupCode: exact(lookupCode),
  version: input.report.version.number,
  issuedOn: formatDate(dayOf(input.issuedAt)),
  effectiveOn: formatDate(input.report.version.expectedEffectiveDate),
  site: siteOf(input.verificationUrl),
})

/** The address of verification as it is read and typed. */
export const siteOf = (verificationUrl: string): string =>
  verificationUrl.replace(/^https?:\/\//u, '').replace(/[/?#=]+$/u, '')

/** Where a reader checks the book: the address given for it and the lookup code, no personal data. */
export const addressOf = ({ verificationUrl }: RenditionInput, lookupCode: string): string =>
  verificationUrl + lookupCode
