/** Everything that can be found about a PDF and its signatures; the words for it belong to verification. */
export const pdfFindingCodes = [
  'pdf-structure',
  'pdf-not-signed',
  'pdf-not-covered-to-end',
  'pdf-byte-range',
  'pdf-signature-format',
  'pdf-digest',
  'pdf-signature-value',
  'pdf-algorithm',
  'pdf-certificate-not-bound',
  'pdf-certificate-untrusted',
  'pdf-certificate-expired',
  'pdf-certificate-not-yet-valid',
  'pdf-certificate-use',
  'pdf-certificate-weak',
  'pdf-certificate-revoked',
  'pdf-certificate-stray',
  'pdf-revocation-unknown',
  'pdf-timestamp-missing',
  'pdf-timestamp-invalid',
  'pdf-timestamp-untrusted',
  'pdf-timestamp-status-unknown',
  'pdf-signing-time',
  'pdf-permissions',
  'pdf-revision-not-allowed',
  'pdf-unsafe-content',
  'pdf-attachment-missing',
  'pdf-attachment-ambiguous',
] as const

export type PdfFindingCode = (typeof pdfFindingCodes)[number]

/** One thing found. `at` is a field's name, `revision 2` or `object 12`; `detail` a closed word, never free text. */
export interface PdfFinding {
  readonly code: PdfFindingCode
  readonly at: string
  readonly detail?: string
}

/** Makes a list of one finding, or of none where nothing is wrong. */
export const when = (
  isWrong: boolean,
  code: PdfFindingCode,
  at: string,
  detail?: string,
): readonly PdfFinding[] => (isWrong ? [{ code, at, ...(detail === undefined ? {} : { detail }) }] : [])
