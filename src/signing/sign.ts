import { claimedRoles, type BookData, type SignatureSlot, type SignedData } from '../bookfile/index.ts'
import { encodeBase64 } from '../crypto/base64.ts'
import { sha256Base64 } from '../crypto/digest.ts'
import type { Signer } from '../crypto/ports.ts'
import {
  finishSignature,
  prepareSignature,
  signatureValueDigest,
  type PreparedSignature,
} from '../crypto/xml-signature-write.ts'
import { formatInstant } from '../shared/dates.ts'
import { coveredDigest, withSignature, type SigningSheet } from './sheet.ts'

/** One signature to be made on one sheet. */
export interface SigningTask<Data extends SignedData = BookData> {
  readonly sheet: SigningSheet<Data>
  readonly slot: SignatureSlot
}

interface Credentials {
  readonly certificates: readonly string[]
  readonly certificateDigest: string
}

const credentials = new WeakMap<Signer, Credentials>()

/** A signer's certificates as they stand in KeyInfo; encoded once, not once per signature. */
const credentialsOf = (signer: Signer): Credentials => {
  const known = credentials.get(signer)
  if (known !== undefined) return known
  const [own] = signer.chain
  if (own === undefined) throw new Error('a signer has at least its own certificate')
  const made = { certificates: signer.chain.map(encodeBase64), certificateDigest: sha256Base64(own) }
  credentials.set(signer, made)
  return made
}

const prepare = (
  { sheet, slot }: SigningTask<SignedData>,
  signer: Signer,
  signingTime: string,
): PreparedSignature =>
  prepareSignature({
    id: slot.id,
    algorithm: signer.algorithm,
    references: slot.covers.map((targetId) => {
      const digest = coveredDigest(sheet, targetId)
      if (digest === undefined) throw new Error(`${slot.id} cannot be made before ${targetId}`)
      return { targetId, digest }
    }),
    ...credentialsOf(signer),
    signingTime,
    claimedRole: claimedRoles[slot.role],
  })

/** A value that came back from the key, joined to what it signs. */
export interface SignedTask<Data extends SignedData = BookData> extends SigningTask<Data> {
  readonly prepared: PreparedSignature
  readonly value: Uint8Array
}

/** Has one signer sign any number of tasks in one authorisation. `at` is the claimed signing time. */
export const signTasks = async <Data extends SignedData>(
  tasks: readonly SigningTask<Data>[],
  signer: Signer,
  { at }: { readonly at: Date },
): Promise<readonly SignedTask<Data>[]> => {
  const signingTime = formatInstant(at)
  const prepared = tasks.map((task) => prepare(task, signer, signingTime))
  const values = await signer.sign(prepared.map(({ signedInfo }) => Buffer.from(signedInfo, 'latin1')))
  return tasks.map((task, index) => {
    const value = values[index]
    const own = prepared[index]
    if (value === undefined || own === undefined)
      throw new Error('a signer returns one value for each message')
    return { ...task, prepared: own, value }
  })
}

/** The sheet of a signed task, with the signature in its place. */
export const placeSignature = <Data extends SignedData>(
  sheet: SigningSheet<Data>,
  { slot, prepared, value }: SignedTask<Data>,
): SigningSheet<Data> =>
  withSignature(sheet, slot, {
    text: finishSignature(prepared, value),
    valueDigest: signatureValueDigest(slot.id, value),
  })
