import { createRecentCache } from './lru.ts'
import * as parts from './xml-signature-parts.ts'

/** The literal text of a signature that depends on its Id, made once: the same teachers sign book after book. */
export interface SignatureLiterals {
  /** The beginning of the n-th data reference, from 1. */
  referenceOpen(n: number): string
  readonly propertiesReference: string
  readonly valueOpen: string
  readonly certificatesToProperties: string
  readonly propertiesHead: string
  /** From the claimed role to the end of SignedProperties, for a number of data references. */
  propertiesTail(references: number): string
}

/** A text built of pieces is flattened once here, not at every comparison. */
const flat = (text: string): string => Buffer.from(text, 'latin1').toString('latin1')

const remember = (make: (n: number) => string): ((n: number) => string) => {
  const made: string[] = []
  return (n) => (made[n] ??= flat(make(n)))
}

const dataObjects = (id: string, references: number): string =>
  Array.from(
    { length: references },
    (_, index) => `${parts.dataObjectOpen}r-${id}-${index + 1}${parts.dataObjectClose}`,
  ).join('')

const makeLiterals = (id: string): SignatureLiterals => ({
  referenceOpen: remember((n) => `${parts.dataReferenceOpen}r-${id}-${n}${parts.dataReferenceUri}`),
  propertiesReference: flat(`${parts.propertiesReferenceOpen}${id}${parts.referenceDigestOpen}`),
  valueOpen: flat(`${parts.signatureValueOpen}${id}">`),
  certificatesToProperties: flat(
    `${parts.keyInfoClose}${parts.qualifyingOpen}${id}">${parts.signedPropertiesOpen}`,
  ),
  propertiesHead: flat(`${id}${parts.signingTimeOpen}`),
  propertiesTail: remember(
    (references) => `${parts.claimedRoleClose}${dataObjects(id, references)}${parts.signedPropertiesClose}`,
  ),
})

const recent = createRecentCache<string, SignatureLiterals>(512)

/** The literals of a signature Id; remembered for the most recent ones, since Ids in hostile files are endless. */
export const literalsOf = (id: string): SignatureLiterals => {
  const known = recent.get(id)
  if (known !== undefined) return known
  // A copy: a slice of a file's text would keep the whole file in memory.
  const own = flat(id)
  const made = makeLiterals(own)
  recent.set(own, made)
  return made
}
