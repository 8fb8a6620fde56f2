import type { KeyObject } from 'node:crypto'
import { createSoftwareSigner } from '../../adapters/software-signer.ts'
import { generateKeys } from './certificates.ts'
import { createHierarchy, type Hierarchy } from './hierarchy.ts'
import type { TimestampKey } from './timestamps.ts'

/** For what a hierarchy vouches: anchors are kept per use, so that a timestamp root never vouches for a teacher. */
export const uses = ['persons', 'schools', 'timestamps'] as const
export type Use = (typeof uses)[number]

/** As people read it in the names of the CAs. */
export const useNames: Readonly<Record<Use, string>> = {
  persons: 'Cá nhân',
  schools: 'Nhà trường',
  timestamps: 'Dấu thời gian',
}

/** Every key of the demonstration's authorities (cơ quan chứng thực) with its certificate. */
export interface Estate extends Readonly<Record<Use, Hierarchy>> {
  readonly timestampKey: KeepableTimestampKey
}

/** A timestamp authority's key that can be written down. */
export interface KeepableTimestampKey extends TimestampKey {
  readonly privateKey: KeyObject
}

export const timestampKeyOf = (
  { issuing }: Hierarchy,
  certificate: TimestampKey['certificate'],
  privateKey: KeyObject,
): KeepableTimestampKey => ({
  certificate,
  signer: createSoftwareSigner(privateKey, [certificate.der, issuing.certificate.der], 'rsa-pkcs1-sha256'),
  privateKey,
})

const createTimestampKey = async (hierarchy: Hierarchy): Promise<KeepableTimestampKey> => {
  const { publicKey, privateKey } = await generateKeys('rsa')
  const subject = { commonName: 'Dấu thời gian minh họa' }
  const certificate = await hierarchy.issuing.issue({ subject, publicKey, profile: 'timestamp-authority' })
  return timestampKeyOf(hierarchy, certificate, privateKey)
}

/** How long everything of an estate is valid: ten years unless told otherwise. */
export interface Validity {
  readonly now: Date
  readonly validUntil?: Date
}

/** Makes all keys and certificates anew. */
export const inventEstate = async (validity: Validity): Promise<Estate> => {
  const [persons, schools, timestamps] = await Promise.all([
    createHierarchy(useNames.persons, validity),
    createHierarchy(useNames.schools, validity),
    createHierarchy(useNames.timestamps, validity),
  ])
  return { persons, schools, timestamps, timestampKey: await createTimestampKey(timestamps) }
}
