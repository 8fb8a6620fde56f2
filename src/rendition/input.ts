import type { SignerRole, YearReport } from '../bookfile/index.ts'

/** What the page of one sealed year shows, and the file it carries inside. */
export interface RenditionInput {
  readonly report: YearReport
  readonly sealed: SealedFile
  /** Thời điểm phát hành: the proven time of the school's seal, ISO 8601 with zone. */
  readonly issuedAt: string
  /** What stands before the year's lookup code in the QR code, e.g. 'https://tracuu.example/'. */
  readonly verificationUrl: string
  /** A released rendition version to print by; the newest for the report when absent. */
  readonly version?: string
}

/** The sealed XML, attached to the page as its source, and what was verified of each of its signatures. */
export interface SealedFile {
  readonly xml: Uint8Array
  readonly fileName: string
  readonly signatures: readonly SealedSignature[]
}

/** Chữ ký số: one signature of the sealed file as the page names it. Times are ISO 8601 with zone. */
export interface SealedSignature {
  /** The Id in the file, e.g. 's-gvcn': says whose block it belongs to. */
  readonly id: string
  readonly role: SignerRole
  /** The name in the certificate. */
  readonly signer: string
  /** As claimed by the signer. */
  readonly signedAt: string
  /** By timestamp; null where no time is proven. */
  readonly provenAt: string | null
  /** Hexadecimal; null when the certificate could not be read. */
  readonly certificateSerial: string | null
}
