import { constants, sign, type KeyObject, type SignKeyObjectInput } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { SignatureAlgorithm, Signer } from '../crypto/ports.ts'

const keyInputs: Record<SignatureAlgorithm, (key: KeyObject) => SignKeyObjectInput> = {
  'rsa-pkcs1-sha256': (key) => ({ key, padding: constants.RSA_PKCS1_PADDING }),
  'rsa-pss-sha256': (key) => ({ key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }),
  // XML Signature wants r‖s, 64 bytes (RFC 4050); CMS converts.
  'ecdsa-p256-sha256': (key) => ({ key, dsaEncoding: 'ieee-p1363' }),
}

const isKeyFor = (key: KeyObject, algorithm: SignatureAlgorithm): boolean =>
  algorithm === 'ecdsa-p256-sha256'
    ? key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1'
    : key.asymmetricKeyType === 'rsa'

/** How many signatures are handed to the thread pool, or made between two turns of the event loop, at a time. */
const stride = 128

const strides = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / stride) }, (_, at) =>
    list.slice(at * stride, (at + 1) * stride),
  )

// An RSA signature is long enough for libuv's threads to gain a second core; one alone is faster without them.
const signOnThreads = (message: Uint8Array, key: SignKeyObjectInput): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    sign('sha256', message, key, (error, signature) => {
      if (error) reject(error)
      else resolve(signature)
    })
  })

const signWithRsa = async (messages: readonly Uint8Array[], key: SignKeyObjectInput): Promise<Buffer[]> => {
  if (messages.length === 1) return messages.map((message) => sign('sha256', message, key))
  const signatures: Buffer[] = []
  for (const part of strides(messages)) {
    signatures.push(...(await Promise.all(part.map((message) => signOnThreads(message, key)))))
  }
  return signatures
}

// An ECDSA signature is shorter than the way to a thread and back.
const signWithEcdsa = async (messages: readonly Uint8Array[], key: SignKeyObjectInput): Promise<Buffer[]> => {
  const signatures: Buffer[] = []
  for (const part of strides(messages)) {
    if (signatures.length > 0) await setImmediate()
    for (const message of part) signatures.push(sign('sha256', message, key))
  }
  return signatures
}

/**
 * A signer whose private key is in this process: for demonstrations, tests and keys imported from PKCS#12.
 * `chain` is DER, the signer's own certificate first, without the anchor. Throws when the key cannot make the
 * algorithm's signatures.
 */
export const createSoftwareSigner = (
  privateKey: KeyObject,
  chain: readonly Uint8Array[],
  algorithm: SignatureAlgorithm,
): Signer => {
  if (!isKeyFor(privateKey, algorithm)) {
    throw new Error(`a key of type ${String(privateKey.asymmetricKeyType)} does not sign with ${algorithm}`)
  }
  const key = keyInputs[algorithm](privateKey)
  const signAll = algorithm === 'ecdsa-p256-sha256' ? signWithEcdsa : signWithRsa
  return { algorithm, chain, sign: (messages) => signAll(messages, key) }
}
