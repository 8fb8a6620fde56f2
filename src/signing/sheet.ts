import { signatureSlots, type BookData, type BookFile, type SignatureSlot } from '../bookfile/index.ts'

/** A signature that has been made: its element and the digest by which later ones cover it. */
export interface MadeSignature {
  readonly text: string
  readonly valueDigest: string
}

/** Phiếu kí: one report on its way through the signatures, with those made so far. */
export interface SigningSheet {
  readonly data: BookData
  readonly slots: readonly SignatureSlot[]
  readonly made: ReadonlyMap<string, MadeSignature>
}

/** The digest a reference must carry: of a part of the data, or of an earlier signature's value. */
export const coveredDigest = ({ data, made }: SigningSheet, target: string): string | undefined =>
  target.startsWith('sv-') ? made.get(target.slice(3))?.valueDigest : data.digestOf(target)

/** Whether everything this signature covers exists, so that it may be made now. */
export const isReady = (sheet: SigningSheet, slot: SignatureSlot): boolean =>
  slot.covers.every((target) => coveredDigest(sheet, target) !== undefined)

/** The signatures that may be made now, in order; empty when all are made. */
export const listPending = (sheet: SigningSheet): readonly SignatureSlot[] =>
  sheet.slots.filter((slot) => !sheet.made.has(slot.id) && isReady(sheet, slot))

/** Opens the sheet of a report that nobody has signed yet. */
export const openSheet = (
  data: BookData,
  { coverSignedSeparately = true }: { readonly coverSignedSeparately?: boolean } = {},
): SigningSheet => ({ data, slots: signatureSlots(data.report, { coverSignedSeparately }), made: new Map() })

/**
 * Opens the sheet of a next version: every signature of the version before that covers the same bytes, by the same
 * person, is carried over unchanged; the others fall and must be made anew (docs/format.md).
 */
export const openNextSheet = (data: BookData, before: BookFile): SigningSheet => {
  const coverSignedSeparately = before.signatures.some(({ id }) => id === 's-bia-truong')
  const opened = openSheet(data, { coverSignedSeparately })
  return opened.slots.reduce((sheet, slot) => {
    const index = before.signatures.findIndex(({ id }) => id === slot.id)
    const signature = before.signatures[index]
    const text = before.signatureTexts[index]
    if (signature === undefined || text === undefined) return sheet
    const isSame =
      signature.references.length === slot.covers.length &&
      signature.references.every(
        ({ targetId, digest }, place) =>
          targetId === slot.covers[place] && digest === coveredDigest(sheet, targetId),
      )
    return isSame ? withSignature(sheet, slot, { text, valueDigest: signature.valueDigest }) : sheet
  }, opened)
}

/** The sheet with one more signature. */
export const withSignature = (
  sheet: SigningSheet,
  { id }: SignatureSlot,
  signature: MadeSignature,
): SigningSheet => ({
  ...sheet,
  made: new Map(sheet.made).set(id, signature),
})

/** The made signatures in the order of the file. */
export const signatureTexts = ({ slots, made }: SigningSheet): readonly string[] =>
  slots.flatMap(({ id }) => made.get(id)?.text ?? [])
