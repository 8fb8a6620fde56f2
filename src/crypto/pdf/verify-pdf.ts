import { withoutFault, type PdfFault, type PdfFaultCode } from './fault.ts'
import type { PdfFinding } from './findings.ts'
import { judgeDocument, type DocumentFacts } from './judge-document.ts'
import { judgePdfSignature } from './judge-signature.ts'
import { readPdf } from './read-pdf.ts'
import { listRevisionChanges } from './revision-changes.ts'
import { observeSignature, type PdfTrust } from './signature-facts.ts'
import { findUnsafeContent } from './unsafe-content.ts'

/** What was observed of a PDF and what that means. No finding: every check passed. */
export interface PdfVerification {
  readonly findings: readonly PdfFinding[]
  /** Absent when the file could not be read as a PDF. */
  readonly facts?: DocumentFacts
}

const collectFacts = (pdf: Uint8Array, trust: PdfTrust): DocumentFacts | PdfFault => {
  const content = readPdf(pdf)
  if (!content.ok) return content
  const { document, objects, fields, otherFields } = content
  return withoutFault(() => ({
    content,
    signatures: fields
      .flatMap((field) => (field.signature ? [{ ...field, signature: field.signature }] : []))
      .toSorted((one, other) => one.signature.revision - other.signature.revision)
      .map((field) => observeSignature(document, field, trust)),
    revisions: listRevisionChanges(document, objects),
    unsafe: findUnsafeContent(document, objects.flat(), otherFields),
  }))
}

const structureFinding = (fault: PdfFaultCode): PdfFinding => ({
  code: fault === 'trailing-bytes' ? 'pdf-not-covered-to-end' : 'pdf-structure',
  at: 'pdf',
  detail: fault,
})

/**
 * Verifies the signatures of a PDF (EN 319 142-1, level B-T) and what its revisions changed: for each signature
 * coverage, digest, value, certificate, path, status and time; for each later revision that it wrote only what it
 * may; that the page holds nothing that could change it. Pure and bounded; never throws.
 */
export const verifyPdfSignatures = (pdf: Uint8Array, trust: PdfTrust): PdfVerification => {
  const facts = collectFacts(pdf, trust)
  if ('fault' in facts) return { findings: [structureFinding(facts.fault)] }
  return { facts, findings: [...facts.signatures.flatMap(judgePdfSignature), ...judgeDocument(facts)] }
}
