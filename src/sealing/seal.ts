import { readBook, writeBook, type BookFile, type SignatureSlot, type SignedData } from '../bookfile/index.ts'
import type { Signer, TimestampAuthority } from '../crypto/ports.ts'
import { addUnsignedProperties, signatureValueImprint } from '../crypto/xml-signature-write.ts'
import {
  listPending,
  placeSignature,
  signatureTexts,
  signTasks,
  withSignature,
  type SignedTask,
  type SigningSheet,
} from '../signing/index.ts'
import type { Verification } from '../verification/index.ts'
import { refuseRelease, refuseTimestamp } from './refuse.ts'

/** The school's seal and what proves when it was affixed. */
export interface Seal {
  readonly signer: Signer
  readonly timestamps: TimestampAuthority
}

/** Học bạ đã niêm phong: the bytes to release and what our own verification says of them. */
export interface SealedBook {
  readonly bytes: Uint8Array
  readonly book: BookFile
  readonly verification: Verification
}

/** Verifies a book before it leaves; joined to `verification` with the trust of the place that issues. */
export type Inspect = (book: BookFile) => Verification

const isSeal = ({ role }: SignatureSlot): boolean => role === 'school-seal'

/** Affixes the seal, with its timestamp, on every sheet where it is the seal's turn: covers, then finished years. */
export const affixSchoolSeal = async <Data extends SignedData>(
  sheets: readonly SigningSheet<Data>[],
  { signer, timestamps }: Seal,
  { at }: { readonly at: Date },
): Promise<readonly SigningSheet<Data>[]> => {
  const turns = sheets.flatMap((sheet, index) =>
    listPending(sheet)
      .filter(isSeal)
      .map((slot) => ({ sheet, slot, index })),
  )
  const signed = await signTasks(turns, signer, { at })
  const tokens = await stamp(signed, timestamps)
  const result = [...sheets]
  for (const [place, task] of signed.entries()) {
    const index = turns[place]?.index ?? 0
    result[index] = placeTimestamp(placeSignature(task.sheet, task), task, tokens[place])
  }
  return result
}

const stamp = (
  signed: readonly SignedTask<SignedData>[],
  timestamps: TimestampAuthority,
): Promise<readonly Uint8Array[]> =>
  refuseTimestamp(() =>
    timestamps.timestamp(signed.map(({ slot, value }) => signatureValueImprint(slot.id, value))),
  )

const placeTimestamp = <Data extends SignedData>(
  sheet: SigningSheet<Data>,
  { slot }: SignedTask<Data>,
  timestampToken: Uint8Array | undefined,
): SigningSheet<Data> => {
  const made = sheet.made.get(slot.id)
  if (made === undefined || timestampToken === undefined) throw new Error('a timestamp follows its signature')
  return withSignature(sheet, slot, { ...made, text: addUnsignedProperties(made.text, { timestampToken }) })
}

/**
 * Releases a fully signed and sealed report as a file. What our own verification does not pass is refused, so that
 * nothing wrong ever leaves.
 */
export const releaseBook = (sheet: SigningSheet, inspect: Inspect): SealedBook => {
  const bytes = writeBook(sheet.data, signatureTexts(sheet))
  const reading = readBook(bytes)
  if ('fault' in reading) throw new Error('a book must be readable as written', { cause: reading.fault })
  const verification = inspect(reading.book)
  if (verification.verdict !== 'passed') throw refuseRelease(sheet.data.report, verification)
  return { bytes, book: reading.book, verification }
}
