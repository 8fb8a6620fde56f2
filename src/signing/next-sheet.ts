import {
  claimedRoles,
  type BookData,
  type BookFile,
  type SignatureSlot,
  type SignedData,
} from '../bookfile/index.ts'
import { readOrFault } from '../crypto/xml-cursor.ts'
import { readSignature, type XmlSignature } from '../crypto/xml-signature-read.ts'
import { coveredDigest, openSheet, withSignature, type SigningSheet } from './sheet.ts'

/** A signature as it was read, with its text. */
interface ReadSignature {
  readonly signature: XmlSignature
  readonly text: string
}

/** Whether a signature, in the same slot and role, refers to the same parts with the same bytes, in the same order. */
const covers = (sheet: SigningSheet<SignedData>, slot: SignatureSlot, signature: XmlSignature): boolean =>
  signature.id === slot.id &&
  signature.claimedRole === claimedRoles[slot.role] &&
  signature.references.length === slot.covers.length &&
  signature.references.every(
    ({ targetId, digest }, place) =>
      targetId === slot.covers[place] && digest === coveredDigest(sheet, targetId),
  )

const keepFitting = <Data extends SignedData>(
  opened: SigningSheet<Data>,
  find: (slot: SignatureSlot) => ReadSignature | undefined,
): SigningSheet<Data> =>
  opened.slots.reduce((sheet, slot) => {
    const found = sheet.made.has(slot.id) ? undefined : find(slot)
    if (found === undefined || !covers(sheet, slot, found.signature)) return sheet
    return withSignature(sheet, slot, { text: found.text, valueDigest: found.signature.valueDigest })
  }, opened)

/**
 * Opens the sheet of a next version: every signature of the version before that covers the same bytes, by the same
 * person, is carried over unchanged; the others fall and must be made anew (docs/format.md).
 */
export const openNextSheet = (data: BookData, before: BookFile): SigningSheet => {
  const coverSignedSeparately = before.signatures.some(({ id }) => id === 's-bia-truong')
  return keepFitting(openSheet(data, { coverSignedSeparately }), ({ id }) => {
    const index = before.signatures.findIndex((signature) => signature.id === id)
    const [signature, text] = [before.signatures[index], before.signatureTexts[index]]
    return signature === undefined || text === undefined ? undefined : { signature, text }
  })
}

const readWhole = (text: string): ReadSignature => {
  const read = readOrFault(() => readSignature({ text, at: 0 }))
  if ('fault' in read) throw new Error('a kept signature must be readable', { cause: read.fault })
  return { signature: read.value, text }
}

/**
 * The sheet with those of the earlier signatures, by their slots, that cover what it shows to the byte: as
 * `openNextSheet` does from a file, here from drafts that were kept. Which they are says `made`.
 */
export const keepSignatures = <Data extends SignedData>(
  sheet: SigningSheet<Data>,
  earlier: ReadonlyMap<string, string>,
): SigningSheet<Data> =>
  keepFitting(sheet, ({ id }) => {
    const text = earlier.get(id)
    return text === undefined ? undefined : readWhole(text)
  })
