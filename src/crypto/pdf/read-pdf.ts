import { openDocument, type PdfDocument, lastRevision } from './document.ts'
import { readAttachments, type PdfAttachments } from './embedded-files.ts'
import { withoutFault, type PdfFault } from './fault.ts'
import { readInformation, type PdfInformation } from './information.ts'
import { listObjects } from './objects.ts'
import { readForm, type PdfForm } from './signature-fields.ts'
import type { PdfObject } from './values.ts'

/** A PDF that was read whole: its structure is sound, nothing in it has been verified. */
export interface PdfContent extends PdfForm, PdfAttachments, PdfInformation {
  readonly ok: true
  readonly document: PdfDocument
  /** All objects by the revision that wrote them. */
  readonly objects: readonly (readonly PdfObject[])[]
}

export type PdfReading = PdfContent | PdfFault

/**
 * Reads a PDF of at most 32 MB from a stranger (ISO 32000-1): classical cross-reference tables only, every byte an
 * object that is listed, as of its last revision. What is not so is a fault; never throws, never hangs.
 */
export const readPdf = (pdf: Uint8Array): PdfReading =>
  withoutFault((): PdfReading => {
    const document = openDocument(pdf)
    const objects = listObjects(document)
    const asOf = lastRevision(document)
    return {
      ok: true,
      document,
      objects,
      ...readForm(document, asOf),
      ...readAttachments(document, objects.flat(), asOf),
      ...readInformation(document, asOf),
    }
  })
