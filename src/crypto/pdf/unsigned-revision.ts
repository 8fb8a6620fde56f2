import { openDocument, type PdfDocument } from './document.ts'
import { withoutFault } from './fault.ts'
import { readForm } from './signature-fields.ts'

/** Where the first update begins: an update opens with one line end, which belongs to it. */
const firstUpdateAt = ({ bytes, revisions }: PdfDocument): number => {
  const [first, second] = revisions
  if (!first || !second) return bytes.length
  let start = second.at
  for (const offset of second.entries.values()) if (offset > 0 && offset < start) start = offset
  return bytes[start - 1] === 0x0a && start > first.eof ? start - 1 : start
}

/**
 * The file as it was rendered, before anybody signed: its first revision to the byte. Undefined when it cannot be
 * read or when the first revision is signed already.
 */
export const extractUnsignedRevision = (pdf: Uint8Array): Uint8Array | undefined => {
  const found = withoutFault(() => {
    const document = openDocument(pdf)
    const isSigned = readForm(document, 0).fields.some(({ signature }) => signature)
    return isSigned ? [] : [document.bytes.subarray(0, firstUpdateAt(document))]
  })
  return Array.isArray(found) ? found[0] : undefined
}
