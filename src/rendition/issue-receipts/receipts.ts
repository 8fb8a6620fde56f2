import type { PartialDate, PlainDate } from '../../shared/dates.ts'
import type { LookupCode } from '../../shared/ids.ts'
import type { SchoolYear } from '../../shared/school-year.ts'

/** Phiếu phát hành: what one family is told of a book that was issued, without a mark of it. */
export interface IssueReceipt {
  readonly schoolName: string
  readonly schoolYear: SchoolYear
  readonly className: string
  readonly fullName: string
  readonly birthDate: PartialDate
  readonly version: number
  readonly issuedOn: PlainDate
  /** That of the year. */
  readonly lookupCode: LookupCode
  readonly isDemonstration: boolean
}

/** The receipts of a class, several to a sheet, to be cut apart. */
export interface ReceiptSheets {
  readonly title: string
  readonly receipts: readonly IssueReceipt[]
  /** What stands before the lookup code in the QR code. */
  readonly verificationUrl: string
}
