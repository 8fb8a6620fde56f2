import { decodeBase64 } from './base64.ts'
import { sha256Base64 } from './digest.ts'
import type { SignatureAlgorithm } from './ports.ts'
import { expectLiteral, faultAt, readUntil, skipLiteral, type XmlCursor } from './xml-cursor.ts'
import { findSignatureAlgorithm } from './xml-signature-names.ts'
import { literalsOf, type SignatureLiterals } from './xml-signature-literals.ts'
import * as parts from './xml-signature-parts.ts'
import { canonicalSignatureValue, type DataReference } from './xml-signature-write.ts'

/** A ds:Signature as it stands in a canonical file, with the exact texts that its digests and its value are over. */
export interface XmlSignature {
  readonly id: string
  /** Undefined when the SignatureMethod is none of the three that are accepted. */
  readonly algorithm: SignatureAlgorithm | undefined
  readonly references: readonly DataReference[]
  /** Whether SignedProperties hash to what SignedInfo says. */
  readonly propertiesIntact: boolean
  readonly canonicalSignedInfo: string
  /** The SignatureValue's bytes. */
  readonly value: Uint8Array
  /** SHA-256 (base64) of the canonical SignatureValue element. */
  readonly valueDigest: string
  readonly certificates: readonly string[]
  readonly certificateDigest: string
  readonly signingTime: string
  readonly claimedRole: string
  readonly timestampToken?: Uint8Array
  readonly certificateValues: readonly string[]
  readonly crlValues: readonly string[]
  readonly ocspValues: readonly string[]
  /** Where the element begins and ends in the text it was read from. */
  readonly start: number
  readonly end: number
}

interface Base64Text {
  readonly text: string
  readonly bytes: Uint8Array
}

const limits = { id: 80, references: 64, certificates: 6, base64: 400_000, values: 200 } as const

const readBase64 = (cursor: XmlCursor, limit: number): Base64Text => {
  const start = cursor.at
  const text = readUntil(cursor, '<', limit)
  const bytes = decodeBase64(text)
  if (bytes === undefined) throw faultAt(start, 'canonical base64')
  return { text, bytes }
}

const digestLength = 44

const readDigest = (cursor: XmlCursor): string => {
  const digest = cursor.text.slice(cursor.at, cursor.at + digestLength)
  cursor.at += digestLength
  return digest
}

const readReferences = (cursor: XmlCursor, literals: SignatureLiterals): DataReference[] => {
  const references: DataReference[] = []
  while (skipLiteral(cursor, literals.referenceOpen(references.length + 1))) {
    if (references.length === limits.references)
      throw faultAt(cursor.at, `at most ${limits.references} references`)
    const targetId = readUntil(cursor, '"', limits.id)
    expectLiteral(cursor, parts.referenceDigestOpen)
    const digest = readDigest(cursor)
    expectLiteral(cursor, parts.referenceClose)
    references.push({ targetId, digest })
  }
  return references
}

/**
 * Reads repeated values, one at least; whether they are canonical base64 is checked where they are decoded, once per
 * value.
 */
const readList = (cursor: XmlCursor, open: string, close: string, most: number): string[] => {
  const values: string[] = []
  while (skipLiteral(cursor, open)) {
    if (values.length === most) throw faultAt(cursor.at, `at most ${most} values`)
    values.push(readUntil(cursor, '<', limits.base64))
    expectLiteral(cursor, close)
  }
  if (values.length === 0) throw faultAt(cursor.at, open)
  return values
}

const readSignedInfo = (
  cursor: XmlCursor,
  literals: SignatureLiterals,
): Pick<XmlSignature, 'algorithm' | 'references' | 'canonicalSignedInfo'> & { propertiesDigest: string } => {
  const start = cursor.at
  expectLiteral(cursor, parts.signedInfoHead)
  const algorithm = findSignatureAlgorithm(readUntil(cursor, '"', 120))
  expectLiteral(cursor, parts.signatureMethodEnd)
  const references = readReferences(cursor, literals)
  expectLiteral(cursor, literals.propertiesReference)
  const propertiesDigest = readDigest(cursor)
  expectLiteral(cursor, parts.signedInfoEnd)
  const canonicalSignedInfo = parts.signedInfoApex + cursor.text.slice(start, cursor.at)
  return { algorithm, references, propertiesDigest, canonicalSignedInfo }
}

const readSignedProperties = (
  cursor: XmlCursor,
  literals: SignatureLiterals,
  references: number,
): Pick<XmlSignature, 'certificateDigest' | 'signingTime' | 'claimedRole'> & { canonical: string } => {
  const head = cursor.at
  expectLiteral(cursor, literals.propertiesHead)
  const signingTime = readUntil(cursor, '<', 40)
  expectLiteral(cursor, parts.certDigestOpen)
  const beforeDigest = cursor.text.slice(head, cursor.at)
  expectLiteral(cursor, parts.certDigestMethod)
  const tail = cursor.at
  const certificateDigest = readDigest(cursor)
  expectLiteral(cursor, parts.claimedRoleOpen)
  const claimedRole = readUntil(cursor, '<', 60)
  expectLiteral(cursor, literals.propertiesTail(references))
  const canonical =
    parts.signedPropertiesApex +
    beforeDigest +
    parts.certDigestMethodApex +
    cursor.text.slice(tail, cursor.at)
  return { certificateDigest, signingTime, claimedRole, canonical }
}

const readRevocationValues = (cursor: XmlCursor): Pick<XmlSignature, 'crlValues' | 'ocspValues'> => {
  if (!skipLiteral(cursor, parts.revocationValuesOpen)) return { crlValues: [], ocspValues: [] }
  const read = (open: string, valueOpen: string, valueClose: string, close: string): string[] => {
    if (!skipLiteral(cursor, open)) return []
    const values = readList(cursor, valueOpen, valueClose, limits.values)
    expectLiteral(cursor, close)
    return values
  }
  const crlValues = read(parts.crlValuesOpen, parts.crlValueOpen, parts.crlValueClose, parts.crlValuesClose)
  const ocspValues = read(
    parts.ocspValuesOpen,
    parts.ocspValueOpen,
    parts.ocspValueClose,
    parts.ocspValuesClose,
  )
  if (crlValues.length + ocspValues.length === 0) throw faultAt(cursor.at, 'a revocation value')
  expectLiteral(cursor, parts.revocationValuesClose)
  return { crlValues, ocspValues }
}

type Unsigned = Pick<XmlSignature, 'certificateValues' | 'crlValues' | 'ocspValues'> & {
  timestampToken?: Uint8Array
}

const readUnsigned = (cursor: XmlCursor): Unsigned => {
  if (!skipLiteral(cursor, parts.unsignedOpen))
    return { certificateValues: [], crlValues: [], ocspValues: [] }
  expectLiteral(cursor, parts.timestampOpen)
  const { bytes: timestampToken } = readBase64(cursor, limits.base64)
  expectLiteral(cursor, parts.timestampClose)
  let certificateValues: string[] = []
  if (skipLiteral(cursor, parts.certificateValuesOpen)) {
    const { encapsulatedCertificateOpen, encapsulatedCertificateClose } = parts
    certificateValues = readList(
      cursor,
      encapsulatedCertificateOpen,
      encapsulatedCertificateClose,
      limits.values,
    )
    expectLiteral(cursor, parts.certificateValuesClose)
  }
  const revocation = readRevocationValues(cursor)
  expectLiteral(cursor, parts.unsignedClose)
  return { timestampToken, certificateValues, ...revocation }
}

/**
 * Reads one ds:Signature of the project's XAdES profile (docs/format.md) out of canonical, ASCII text; a fault when
 * a single character differs from the profile. Digests are compared, the value itself is not verified here.
 */
export const readSignature = (cursor: XmlCursor): XmlSignature => {
  const start = cursor.at
  expectLiteral(cursor, parts.signatureOpen)
  const id = readUntil(cursor, '"', limits.id)
  const literals = literalsOf(id)
  expectLiteral(cursor, parts.signedInfoStart)
  const signedInfo = readSignedInfo(cursor, literals)
  expectLiteral(cursor, literals.valueOpen)
  const value = readBase64(cursor, 1400)
  expectLiteral(cursor, parts.valueToCertificates)
  const certificates = readList(cursor, parts.certificateOpen, parts.certificateClose, limits.certificates)
  expectLiteral(cursor, literals.certificatesToProperties)
  const properties = readSignedProperties(cursor, literals, signedInfo.references.length)
  const unsigned = readUnsigned(cursor)
  expectLiteral(cursor, parts.signatureClose)
  return {
    id,
    algorithm: signedInfo.algorithm,
    references: signedInfo.references,
    propertiesIntact: sha256Base64(properties.canonical) === signedInfo.propertiesDigest,
    canonicalSignedInfo: signedInfo.canonicalSignedInfo,
    value: value.bytes,
    valueDigest: sha256Base64(canonicalSignatureValue(id, value.text)),
    certificates,
    certificateDigest: properties.certificateDigest,
    signingTime: properties.signingTime,
    claimedRole: properties.claimedRole,
    ...unsigned,
    start,
    end: cursor.at,
  }
}
