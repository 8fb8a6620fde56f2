import { catalogOf, dictionaryOf, type PdfDocument } from './document.ts'
import type { PdfSignature } from './signature-fields.ts'
import { arrayOf } from './document.ts'
import { entryOf, isReference, nameOf, type PdfDictionary } from './values.ts'

/** What a document's first signer allows afterwards: 1 nothing, 2 filling in and signing, 3 comments too. */
export type DocMdpPermission = 1 | 2 | 3

/** The DocMDP transform (ISO 32000-1 §12.8.2.2) of one signature. */
export interface DocMdp {
  /** Undefined where the signature has none, 'malformed' where it says something that means nothing. */
  readonly permission: DocMdpPermission | 'malformed' | undefined
  /** Whether the catalog's /Perms names this signature. */
  readonly isNamed: boolean
}

const permissions: readonly DocMdpPermission[] = [1, 2, 3]

const referenceKeys = [
  'Type',
  'TransformMethod',
  'TransformParams',
  'Data',
  'DigestMethod',
  'DigestValue',
  'DigestLocation',
]

const permissionIn = (
  document: PdfDocument,
  reference: PdfDictionary,
  asOf: number,
): DocMdp['permission'] => {
  const isDocMdp = nameOf(reference.entries.get('TransformMethod')) === 'DocMDP'
  const isPlain = [...reference.entries.keys()].every((key) => referenceKeys.includes(key))
  const parameters = dictionaryOf(document, reference.entries.get('TransformParams'), asOf)
  // ISO 32000-1, table 254: P is 2 when it is left out.
  const stated = parameters?.entries.get('P') ?? 2
  return (isDocMdp && isPlain && permissions.find((one) => one === stated)) || 'malformed'
}

/** Reads what a signature says about later changes. */
export const readDocMdp = (document: PdfDocument, signature: PdfSignature, asOf: number): DocMdp => {
  const permitted = dictionaryOf(document, catalogOf(document, asOf).entries.get('Perms'), asOf)
  const named = entryOf(permitted, 'DocMDP')
  const isNamed = isReference(named) && named.object === signature.object
  const references = signature.dictionary.entries.get('Reference')
  if (references === undefined) return { permission: undefined, isNamed }
  const [first, ...others] = arrayOf(document, references, asOf)?.items ?? []
  const reference = dictionaryOf(document, first, asOf)
  const permission = reference && others.length === 0 ? permissionIn(document, reference, asOf) : 'malformed'
  return { permission, isNamed }
}
