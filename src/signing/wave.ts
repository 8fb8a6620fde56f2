import type { SignatureSlot, SignedData, SignerRole } from '../bookfile/index.ts'
import type { Signer } from '../crypto/ports.ts'
import { listPending, type SigningSheet } from './sheet.ts'
import { placeSignature, signTasks, type SigningTask } from './sign.ts'

/** Finds the key of a member of staff; refuses when there is none. */
export type PersonalSigners = (staffCode: string) => Signer

const isPersonal = ({ role }: SignatureSlot): boolean => role !== 'school-seal'

/** When each role is held to sign; a claim, later proven by the seal's timestamp. */
export type SigningTimes = (slot: SignatureSlot) => Date

/**
 * Lets everyone sign whose turn it is, one authorisation per person over all the sheets: one wave. Signatures of the
 * school's seal are left to sealing.
 */
export const signWave = async <Data extends SignedData>(
  sheets: readonly SigningSheet<Data>[],
  signers: PersonalSigners,
  times: SigningTimes,
): Promise<readonly SigningSheet<Data>[]> => {
  const tasks = sheets.flatMap((sheet, index) =>
    listPending(sheet)
      .filter(isPersonal)
      .map((slot): SigningTask<Data> & { index: number } => ({ sheet, slot, index })),
  )
  const result = [...sheets]
  for (const [, own] of Map.groupBy(tasks, ({ slot }) => `${slot.signatory?.staffCode ?? ''} ${slot.role}`)) {
    const [first] = own
    if (first?.slot.signatory === undefined) throw new Error('a personal signature names its signatory')
    const signed = await signTasks(own, signers(first.slot.signatory.staffCode), { at: times(first.slot) })
    for (const [place, task] of signed.entries()) {
      const index = own[place]?.index ?? 0
      result[index] = placeSignature(result[index] as SigningSheet<Data>, task)
    }
  }
  return result
}

/** The roles that sign a sheet, in order, without repetition: what is still to come. */
export const listPendingRoles = (sheet: SigningSheet<SignedData>): readonly SignerRole[] => [
  ...new Set(sheet.slots.filter(({ id }) => !sheet.made.has(id)).map(({ role }) => role)),
]
