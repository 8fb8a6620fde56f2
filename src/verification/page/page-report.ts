import { formatInstant } from '../../shared/dates.ts'
import type { PdfSignatureFacts } from '../../crypto/pdf/index.ts'
import { verdictOf, type Finding, type VerdictWord } from '../findings.ts'

/**
 * How page and data were compared: the page made anew has the same bytes; every value was found in its text; they say
 * different things; or it was not done.
 */
export type PageAgreement = 'same-bytes' | 'same-text' | 'disagrees' | 'not-compared'

/** One signature of the PDF itself; those of the data inside are reported apart. */
export interface PageSignatureReport {
  readonly field: string
  readonly signer: string
  /** As claimed by the signer; null when it cannot be read. */
  readonly signedAt: string | null
  /** Its own timestamp; null when no time is proven. */
  readonly provenAt: string | null
  readonly certificateSerial: string | null
  readonly verdict: VerdictWord
}

/** Bản thể hiện: what was found of the page that carries the data. */
export interface PageReport {
  readonly agreement: PageAgreement
  /** The rendition version that the file names; null when it names none. */
  readonly renditionVersion: string | null
  /** What stands before the lookup code in the QR code, where the comparison established it. */
  readonly verificationUrl: string | null
  readonly signatures: readonly PageSignatureReport[]
}

const instant = (at: Date | undefined): string | null => (at === undefined ? null : formatInstant(at))

/** Reports the PDF's own signatures; `findings` are all that were made about the page. */
export const pageSignatureReports = (
  signatures: readonly PdfSignatureFacts[],
  findings: readonly Finding[],
): readonly PageSignatureReport[] =>
  signatures.map(({ field, certificate, signerName, claimedAt, provenAt }) => ({
    field,
    signer: certificate?.subject.commonName ?? signerName ?? '',
    signedAt: instant(claimedAt),
    provenAt: instant(provenAt),
    certificateSerial: certificate?.serialNumber ?? null,
    verdict: verdictOf(findings.filter(({ at }) => at === field)),
  }))
