import {
  coverSlots,
  signatureSlots,
  type BookData,
  type CoverData,
  type SignatureSlot,
  type SignedData,
} from '../bookfile/index.ts'

/** A signature that has been made: its element and the digest by which later ones cover it. */
export interface MadeSignature {
  readonly text: string
  readonly valueDigest: string
}

/** Phiếu kí: one report, or a cover by itself, on its way through the signatures, with those made so far. */
export interface SigningSheet<Data extends SignedData = BookData> {
  readonly data: Data
  readonly slots: readonly SignatureSlot[]
  readonly made: ReadonlyMap<string, MadeSignature>
}

/** The digest a reference must carry: of a part of the data, or of an earlier signature's value. */
export const coveredDigest = (
  { data, made }: SigningSheet<SignedData>,
  target: string,
): string | undefined =>
  target.startsWith('sv-') ? made.get(target.slice(3))?.valueDigest : data.digestOf(target)

/** Whether everything this signature covers exists, so that it may be made now. */
export const isReady = (sheet: SigningSheet<SignedData>, slot: SignatureSlot): boolean =>
  slot.covers.every((target) => coveredDigest(sheet, target) !== undefined)

/** The signatures that may be made now, in order; empty when all are made. */
export const listPending = (sheet: SigningSheet<SignedData>): readonly SignatureSlot[] =>
  sheet.slots.filter((slot) => !sheet.made.has(slot.id) && isReady(sheet, slot))

/** Opens the sheet of a report that nobody has signed yet. */
export const openSheet = (
  data: BookData,
  { coverSignedSeparately = true }: { readonly coverSignedSeparately?: boolean } = {},
): SigningSheet => ({ data, slots: signatureSlots(data.report, { coverSignedSeparately }), made: new Map() })

/** Opens the sheet of a cover that is signed at the start of the year, before there is a report. */
export const openCoverSheet = (data: CoverData): SigningSheet<CoverData> => ({
  data,
  slots: coverSlots(data),
  made: new Map(),
})

/** Whether a sheet is that of a whole report, not of a cover alone. */
export const isReportSheet = (sheet: SigningSheet<SignedData>): sheet is SigningSheet =>
  'report' in sheet.data

/** The sheet with one more signature. */
export const withSignature = <Data extends SignedData>(
  sheet: SigningSheet<Data>,
  { id }: SignatureSlot,
  signature: MadeSignature,
): SigningSheet<Data> => ({
  ...sheet,
  made: new Map(sheet.made).set(id, signature),
})

/** The made signatures in the order of the file. */
export const signatureTexts = ({ slots, made }: SigningSheet<SignedData>): readonly string[] =>
  slots.flatMap(({ id }) => made.get(id)?.text ?? [])
