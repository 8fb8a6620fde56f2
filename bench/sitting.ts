import type { BookData } from '../src/bookfile/index.ts'
import { affixSchoolSeal, releaseBook, type SealedBook } from '../src/sealing/index.ts'
import { openSheet, signWave, type SigningSheet } from '../src/signing/index.ts'
import { verifyBook } from '../src/verification/index.ts'
import { signedAt, type Office } from './office.ts'

const isUnfinished = ({ slots, made }: SigningSheet): boolean => made.size < slots.length

/** Takes sheets through every signature, wave after wave, as `hocba issue` does. */
export const signSheets = async (
  opened: readonly SigningSheet[],
  { signers, seal }: Pick<Office, 'signers' | 'seal'>,
): Promise<readonly SigningSheet[]> => {
  let sheets = opened
  while (sheets.some(isUnfinished)) {
    sheets = await signWave(sheets, signers, () => signedAt)
    sheets = await affixSchoolSeal(sheets, seal, { at: signedAt })
  }
  return sheets
}

/** From written data to released books: signed, sealed, timestamped, written, read again and verified. */
export const sealBooks = async (
  books: readonly BookData[],
  office: Office,
  { coverSignedSeparately }: { readonly coverSignedSeparately: boolean },
): Promise<readonly SealedBook[]> => {
  const opened = books.map((data) => openSheet(data, { coverSignedSeparately }))
  const sheets = await signSheets(opened, office)
  return sheets.map((sheet) => releaseBook(sheet, (book) => verifyBook(book, office.context)))
}

/**
 * A sheet whose signatures cover parts of the data only, as some libraries require: no reference to an earlier
 * signature's value. Nothing such is ever issued.
 */
export const withoutValueReferences = (sheet: SigningSheet): SigningSheet => ({
  ...sheet,
  slots: sheet.slots.map((slot) => ({
    ...slot,
    covers: slot.covers.filter((target) => !target.startsWith('sv-')),
  })),
})
