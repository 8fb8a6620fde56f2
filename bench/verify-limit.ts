import { hash, verify, type KeyObject } from 'node:crypto'
import { readBook, type BookFile } from '../src/bookfile/index.ts'
import { certificateFromBase64, certificateFromDer } from '../src/crypto/certificate.ts'
import { derOfRawEcdsa } from './raw-ecdsa.ts'
import { parseTimestampToken } from '../src/crypto/timestamp-token.ts'
import { dsDeclaration, xadesDeclaration } from '../src/crypto/xml-signature-parts.ts'

interface BareVerify {
  readonly message: Uint8Array
  readonly value: Uint8Array
  readonly key: KeyObject
}

/** What no verifier of this book can be spared: the public-key verifies, and SHA-256 of everything that is digested. */
export interface VerifyLimit {
  readonly verifies: readonly BareVerify[]
  readonly digested: readonly Uint8Array[]
}

const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`no ${what}`)
  return value
}

const verifiesOf = ({ signatures }: BookFile): readonly BareVerify[] =>
  signatures.flatMap(({ canonicalSignedInfo, value, certificates: [own = ''], timestampToken }) => {
    const { publicKey: key, keyKind } = must(certificateFromBase64(own), 'certificate')
    const message = Buffer.from(canonicalSignedInfo, 'latin1')
    const signature = { message, key, value: keyKind === 'rsa' ? value : derOfRawEcdsa(value) }
    return timestampToken === undefined ? [signature] : [signature, timestampVerify(timestampToken)]
  })

const timestampVerify = (der: Uint8Array): BareVerify => {
  const { signer, certificates } = must(parseTimestampToken(der), 'timestamp').signedData
  const { publicKey: key } = must(certificateFromDer(must(certificates[0], 'authority')), 'authority')
  return { message: signer.signedAttributes, value: signer.signature, key }
}

/** The canonical form of an element: inherited namespaces are declared at the apex. */
const canonical = (element: string, declaration: string): Buffer =>
  Buffer.from(
    element.replace(/^<[\w:]+/, (open) => open + declaration),
    'utf8',
  )

const elementsNamed = (file: string, name: string): readonly string[] =>
  file.match(new RegExp(`<${name}[ >].*?</${name}>`, 'gs')) ?? []

/** Every part of the data, every SignedProperties and every SignatureValue, each once. */
const digestedOf = (bytes: Uint8Array): readonly Uint8Array[] => {
  const file = Buffer.from(bytes).toString('utf8')
  const namespace = must(/ xmlns="[^"]+"/.exec(file)?.[0], 'namespace')
  const data = ['DuLieu', 'DinhDanh', 'MonHoc'].flatMap((name) => elementsNamed(file, name))
  const inner = (properties: string): string =>
    properties.replaceAll(/<ds:Digest(?:Method|Value)/g, (open) => open + dsDeclaration)
  return [
    ...data.map((element) => canonical(element, namespace)),
    ...elementsNamed(file, 'xades:SignedProperties').map((one) => canonical(inner(one), xadesDeclaration)),
    ...elementsNamed(file, 'ds:SignatureValue').map((one) => canonical(one, dsDeclaration)),
  ]
}

/** Takes a book apart and proves that nothing is left out: every digest that a signature names is among them. */
export const verifyLimit = (bytes: Uint8Array): VerifyLimit => {
  const reading = readBook(bytes)
  if (!('book' in reading)) throw new Error('a book of the benchmarks must be readable')
  const limit = { verifies: verifiesOf(reading.book), digested: digestedOf(bytes) }
  const made = new Set(limit.digested.map((part) => hash('sha256', part, 'base64')))
  const named = reading.book.signatures.flatMap(({ references }) => references.map(({ digest }) => digest))
  if (named.some((digest) => !made.has(digest)))
    throw new Error('a digest that a signature names was left out')
  if (!limit.verifies.every(verifyOne)) throw new Error('a bare signature must verify')
  return limit
}

const verifyOne = ({ message, value, key }: BareVerify): boolean => verify('sha256', message, key, value)

export const doVerifies = ({ verifies }: VerifyLimit): void => {
  for (const one of verifies) verifyOne(one)
}

/** Does only what cannot be spared, one after the other. */
export const doLimit = (limit: VerifyLimit): void => {
  doVerifies(limit)
  for (const part of limit.digested) hash('sha256', part, 'base64')
}
