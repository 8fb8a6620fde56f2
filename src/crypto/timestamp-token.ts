import { parseSignedData, type SignedData } from './cms.ts'
import { readExtensions } from './certificate-extensions.ts'
import {
  constructed,
  fieldsOf,
  integerHexOf,
  malformed,
  oidOf,
  parseDer,
  smallIntegerOf,
  tags,
  timeOf,
  type DerElement,
} from './der.ts'
import { readMessageImprint } from './timestamp-request.ts'

/** A timestamp token (dấu thời gian, RFC 3161 §2.4.2), read but not yet verified. */
export interface TimestampToken {
  /** The digest whose existence it claims; undefined for any algorithm but SHA-256. */
  readonly imprint: Uint8Array | undefined
  /** The time it claims. */
  readonly at: Date
  readonly serialNumber: string
  readonly policy: string
  /** Lower-case hexadecimal without leading zero bytes. */
  readonly nonce?: string
  readonly content: Uint8Array
  readonly signedData: SignedData
}

const contentType = '1.2.840.113549.1.9.16.1.4'

const readTokenInfo = (root: DerElement): Omit<TimestampToken, 'content' | 'signedData'> => {
  const fields = fieldsOf(root)
  if (smallIntegerOf(fields.take()) !== 1) malformed()
  const policy = oidOf(fields.take())
  const imprint = readMessageImprint(fields.take())
  const serialNumber = integerHexOf(fields.take())
  const at = timeOf(fields.take(tags.generalizedTime))
  fields.maybe(tags.sequence)
  fields.maybe(tags.boolean)
  const nonce = fields.maybe(tags.integer)
  fields.maybe(constructed(0))
  const extensions = fields.maybe(constructed(1))
  fields.finish()
  // [1] IMPLICIT Extensions: the same elements under another tag. None that is critical is known here.
  const list = extensions ? [...readExtensions(extensions, constructed(1)).values()] : []
  if (list.some(({ critical }) => critical)) malformed()
  return { imprint, at, serialNumber, policy, ...(nonce ? { nonce: integerHexOf(nonce) } : {}) }
}

/** Reads a DER TimeStampToken; undefined when it is none. Nothing in it is verified yet. */
export const parseTimestampToken = (der: Uint8Array): TimestampToken | undefined => {
  const signedData = parseSignedData(der)
  if (signedData?.contentType !== contentType || !signedData.content) return undefined
  const { content } = signedData
  const info = parseDer(content, readTokenInfo)
  return info && { ...info, content, signedData }
}
