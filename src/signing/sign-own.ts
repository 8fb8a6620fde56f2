import type { SignedData } from '../bookfile/index.ts'
import { certificateFromDer } from '../crypto/certificate.ts'
import type { Signer } from '../crypto/ports.ts'
import { readSignature } from '../crypto/xml-signature-read.ts'
import { isValueValid } from '../crypto/xml-signature-verify.ts'
import { listPending, type SigningSheet } from './sheet.ts'
import { placeSignature, signTasks, type SigningTask } from './sign.ts'

/** Phần kí của một người trên một phiếu: the slots that one person signs on one sheet. */
export interface OwnPart {
  readonly sheet: SigningSheet<SignedData>
  readonly slotIds: readonly string[]
}

/** Whether a certificate is that of the person with this number (số định danh cá nhân). */
export const isKeyOf = ({ chain }: Signer, citizenId: string): boolean => {
  const [own] = chain
  return own !== undefined && certificateFromDer(own)?.subject.userId === `CCCD:${citizenId}`
}

/** A signature is written once: one that its own certificate does not confirm is never placed. */
const requireValid = (sheet: SigningSheet<SignedData>, id: string, { chain }: Signer): void => {
  const text = sheet.made.get(id)?.text ?? ''
  const certificate = certificateFromDer(chain[0] ?? new Uint8Array())
  if (certificate === undefined || !isValueValid(readSignature({ text, at: 0 }), certificate))
    throw new Error(`the value given for ${id} is not that of the signer's certificate`)
}

/**
 * Has one person sign their parts of any number of sheets, in each the slots that are named: one call of the key, and
 * one more where somebody's later signature covers their own earlier one. `at` is the claimed time.
 */
export const signOwnParts = async (
  parts: readonly OwnPart[],
  signer: Signer,
  { at }: { readonly at: Date },
): Promise<readonly SigningSheet<SignedData>[]> => {
  const sheets = parts.map(({ sheet }) => sheet)
  for (;;) {
    const tasks = parts.flatMap(({ slotIds }, index) => listTasks(sheets[index], slotIds, index))
    if (tasks.length === 0) return sheets
    const signed = await signTasks(tasks, signer, { at })
    for (const [place, task] of signed.entries()) {
      const index = tasks[place]?.index ?? 0
      const sheet = placeSignature(sheets[index] ?? task.sheet, task)
      requireValid(sheet, task.slot.id, signer)
      sheets[index] = sheet
    }
  }
}

const listTasks = (
  sheet: SigningSheet<SignedData> | undefined,
  slotIds: readonly string[],
  index: number,
): readonly (SigningTask<SignedData> & { readonly index: number })[] =>
  sheet === undefined
    ? []
    : listPending(sheet)
        .filter(({ id }) => slotIds.includes(id))
        .map((slot) => ({ sheet, slot, index }))
