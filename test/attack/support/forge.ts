import {
  writeBook,
  writeData,
  type BookFile,
  type SignatureSlot,
  type YearReport,
} from '../../../src/bookfile/index.ts'
import type { Signer, TimestampAuthority } from '../../../src/crypto/ports.ts'
import { affixSchoolSeal } from '../../../src/sealing/index.ts'
import {
  openNextSheet,
  openSheet,
  signatureTexts,
  signWave,
  type SigningSheet,
} from '../../../src/signing/index.ts'
import type { TestOffice } from '../../builders/issuing.ts'

/** What the conspirators do otherwise than the law wants; everything else goes its ordinary way. */
export interface Forgery {
  /** Whose key signs for the person of this staff code. */
  readonly signers?: (staffCode: string) => Signer
  readonly seal?: Signer
  readonly timestamps?: TimestampAuthority
  /** The time that each signer claims. */
  readonly claimedAt?: (slot: SignatureSlot) => Date
  /** Other roles or other parts covered than the record calls for. */
  readonly slots?: (slots: readonly SignatureSlot[]) => readonly SignatureSlot[]
  /** The version before, whose signatures are carried over where they still fit. */
  readonly before?: BookFile
}

const isComplete = ({ slots, made }: SigningSheet): boolean => made.size === slots.length

const open = (report: YearReport, { before, slots = (own) => own }: Forgery): SigningSheet => {
  const data = writeData(report)
  const sheet = before === undefined ? openSheet(data) : openNextSheet(data, before)
  return { ...sheet, slots: slots(sheet.slots) }
}

/** Signs and seals a report whatever it says: everyone who is asked signs, and nothing is checked at the end. */
export const forge = async (
  report: YearReport,
  office: TestOffice,
  forgery: Forgery = {},
): Promise<Buffer> => {
  const at = office.clock.now
  const { claimedAt = () => at } = forgery
  const timestamps = forgery.timestamps ?? office.authority.timestampAuthority(() => at)
  let sheets: readonly SigningSheet[] = [open(report, forgery)]
  for (let round = 0; !sheets.every(isComplete); round++) {
    if (round > 5) throw new Error('the forged signatures wait for each other')
    sheets = await signWave(sheets, forgery.signers ?? office.signers, claimedAt)
    sheets = await affixSchoolSeal(sheets, { signer: forgery.seal ?? office.seal, timestamps }, { at })
  }
  return Buffer.concat(sheets.map((sheet) => writeBook(sheet.data, signatureTexts(sheet))))
}
