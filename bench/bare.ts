import { sign, verify, type KeyObject } from 'node:crypto'
import type { BookFile } from '../src/bookfile/index.ts'
import { parseTimestampToken } from '../src/crypto/timestamp-token.ts'
import type { OfficeKey } from './office.ts'

/** One signature as arithmetic: message, key and value, without anything around them. */
export interface BareSignature {
  readonly message: Uint8Array
  readonly value: Uint8Array
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

/** What the processor cannot be spared for one book. */
export interface BareBook {
  readonly signatures: readonly BareSignature[]
  readonly timestamps: readonly BareSignature[]
}

const bare = (
  message: Uint8Array,
  value: Uint8Array,
  { privateKey, certificate }: OfficeKey,
): BareSignature => {
  const { publicKey } = certificate
  // ECDSA values are random anyway: a fresh one in DER, which Node verifies fastest, stands for the book's r‖s.
  const own = privateKey.asymmetricKeyType === 'ec' ? sign('sha256', message, privateKey) : value
  const signature = { message, value: own, privateKey, publicKey }
  if (!verifyBare(signature)) throw new Error('a bare signature must verify')
  return signature
}

/** The same messages, keys and values as in a sealed book; each is checked once. */
export const bareBook = ({ signatures }: BookFile, keys: readonly OfficeKey[]): BareBook => {
  const byText = new Map(keys.map((key) => [Buffer.from(key.certificate.der).toString('base64'), key]))
  const stampKey = keys.at(-1)
  return {
    signatures: signatures.map(({ canonicalSignedInfo, value, certificates: [own = ''] }) => {
      const key = byText.get(own)
      if (key === undefined) throw new Error('a signature of another office')
      return bare(Buffer.from(canonicalSignedInfo, 'latin1'), value, key)
    }),
    timestamps: signatures.flatMap(({ timestampToken }) => {
      if (timestampToken === undefined || stampKey === undefined) return []
      const token = parseTimestampToken(timestampToken)
      if (token === undefined) throw new Error('a timestamp that cannot be read')
      return [bare(token.signedData.signer.signedAttributes, token.signedData.signer.signature, stampKey)]
    }),
  }
}

/** One sign and nothing else: the bare key object, since any option beside it costs 12 µs a call in Node 24. */
export const signBare = ({ message, privateKey }: BareSignature): Uint8Array =>
  sign('sha256', message, privateKey)

/** One verify and nothing else. */
export const verifyBare = ({ message, value, publicKey }: BareSignature): boolean =>
  verify('sha256', message, publicKey, value)

/** The same signs on libuv's threads, as a batch of one key is signed. */
export const signOnThreads = (batch: readonly BareSignature[]): Promise<readonly Uint8Array[]> =>
  Promise.all(
    batch.map(
      ({ message, privateKey }) =>
        new Promise<Uint8Array>((resolve, reject) => {
          sign('sha256', message, privateKey, (error, value) => {
            if (error) reject(error)
            else resolve(value)
          })
        }),
    ),
  )
