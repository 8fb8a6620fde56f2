/** Why a file is not read as a PDF: each says what was found instead. */
export const pdfFaultCodes = [
  'too-large',
  'not-pdf',
  'truncated',
  'trailing-bytes',
  'xref',
  'xref-stream',
  'hybrid',
  'encrypted',
  'trailer',
  'object',
  'object-unlisted',
  'object-stream',
  'stream',
  'too-deep',
  'too-many',
  'catalog',
  'pages',
  'form',
  'attachments',
  'inflation',
] as const

export type PdfFaultCode = (typeof pdfFaultCodes)[number]

export type PdfFault = { readonly ok: false; readonly fault: PdfFaultCode }

// Built once: a stack for each bad file would make hostile input expensive.
const errors = new Map(pdfFaultCodes.map((code) => [code, new Error(`malformed PDF: ${code}`)]))
const codes = new Map<unknown, PdfFaultCode>([...errors].map(([code, error]) => [error, code]))

/** Ends the reading. To be called below `withoutFault` only. */
export const fault = (code: PdfFaultCode): never => {
  throw errors.get(code) ?? new Error(code)
}

/** What `read` gives, or the fault that ended it; a bug in `read` still surfaces. */
export const withoutFault = <T extends object>(read: () => T): T | PdfFault => {
  try {
    return read()
  } catch (cause) {
    const code = codes.get(cause)
    if (code === undefined) throw cause
    return { ok: false, fault: code }
  }
}
