import type { Buffer } from 'node:buffer'
import { sha256AlgorithmDer } from './cms-write.ts'
import {
  constructed,
  elementsOf,
  fieldsOf,
  integerHexOf,
  malformed,
  namedBitsOf,
  parseDer,
  rawOf,
  smallIntegerOf,
  tags,
  textOf,
  contentOf,
  type DerElement,
} from './der.ts'
import { derBoolean, derInteger, derOctets, derSequence } from './der-write.ts'
import { readHash } from './certificate-signature.ts'

/** MessageImprint: the algorithm and the digest whose existence is to be proven. */
export const messageImprintDer = (imprint: Uint8Array): Buffer =>
  derSequence(sha256AlgorithmDer(), derOctets(imprint))

/** Reads a MessageImprint; the digest is undefined for any algorithm but SHA-256. Below `parseDer` only. */
export const readMessageImprint = (element: DerElement): Buffer | undefined => {
  const fields = fieldsOf(element)
  const hash = readHash(fields.take())
  const digest = contentOf(fields.take(tags.octetString))
  fields.finish()
  return hash === 'sha256' && digest.length === 32 ? digest : undefined
}

/** What a client asks of a timestamp authority. */
export interface TimestampRequest {
  /** SHA-256, 32 bytes; undefined when the request named another algorithm. */
  readonly imprint: Uint8Array | undefined
  /** Lower-case hexadecimal without leading zero bytes. */
  readonly nonce?: string
  readonly certReq: boolean
}

/**
 * A TimeStampReq (RFC 3161 §2.4.1) for a SHA-256 imprint of 32 bytes. `nonce` is random bytes that the answer must
 * repeat; `certReq` asks for the authority's certificate inside the token.
 */
export const createTimestampRequest = (
  imprint: Uint8Array,
  { nonce, certReq }: { nonce?: Uint8Array; certReq: boolean },
): Buffer =>
  derSequence(
    derInteger(1),
    messageImprintDer(imprint),
    ...(nonce ? [derInteger(nonce)] : []),
    ...(certReq ? [derBoolean(true)] : []),
  )

const readRequest = (root: DerElement): TimestampRequest => {
  const fields = fieldsOf(root)
  if (smallIntegerOf(fields.take()) !== 1) malformed()
  const imprint = readMessageImprint(fields.take())
  fields.maybe(tags.oid)
  const nonce = fields.maybe(tags.integer)
  const certReq = fields.maybe(tags.boolean)
  // RFC 3161 §2.4.1: a server that does not know an extension must not answer as if it did.
  if (fields.maybe(constructed(0))) malformed()
  fields.finish()
  return { imprint, ...(nonce ? { nonce: integerHexOf(nonce) } : {}), certReq: certReq !== undefined }
}

/** Reads a TimeStampReq, for those who answer them; undefined when it is none. */
export const parseTimestampRequest = (der: Uint8Array): TimestampRequest | undefined =>
  parseDer(der, readRequest)

/** A timestamp authority's answer: a token, or the reason why there is none. */
export type TimestampResponse =
  | { readonly granted: true; readonly token: Uint8Array }
  | {
      readonly granted: false
      readonly status: number
      readonly failures: readonly number[]
      readonly text: string
    }

const readResponse = (root: DerElement): TimestampResponse => {
  const fields = fieldsOf(root)
  const info = fieldsOf(fields.take())
  const status = smallIntegerOf(info.take())
  const texts = info.maybe(tags.sequence)
  const failures = info.maybe(tags.bitString)
  const token = fields.maybe(tags.sequence)
  fields.finish()
  // RFC 3161 §2.4.2: 0 granted, 1 granted with modifications; a token must come with these and only with these.
  if (status <= 1) return { granted: true, token: token ? rawOf(token) : malformed() }
  return {
    granted: false,
    status,
    failures: failures ? namedBitsOf(failures) : [],
    text: texts ? elementsOf(texts).map(textOf).join('; ') : '',
  }
}

/** Reads a TimeStampResp (RFC 3161 §2.4.2); the token inside is not yet verified. */
export const parseTimestampResponse = (der: Uint8Array): TimestampResponse | undefined =>
  parseDer(der, readResponse)
