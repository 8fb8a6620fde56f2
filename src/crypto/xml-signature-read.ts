import { isCanonicalBase64 } from './base64.ts'
import { sha256Base64 } from './digest.ts'
import type { SignatureAlgorithm } from './ports.ts'
import { expectLiteral, faultAt, readUntil, skipLiteral, type XmlCursor } from './xml-cursor.ts'
import { findSignatureAlgorithm } from './xml-signature-names.ts'
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
  readonly value: string
  /** SHA-256 (base64) of the canonical SignatureValue element. */
  readonly valueDigest: string
  readonly certificates: readonly string[]
  readonly certificateDigest: string
  readonly signingTime: string
  readonly claimedRole: string
  readonly timestampToken?: string
  readonly certificateValues: readonly string[]
  readonly crlValues: readonly string[]
  readonly ocspValues: readonly string[]
  /** Where the element begins and ends in the text it was read from. */
  readonly start: number
  readonly end: number
}

const limits = { id: 80, references: 64, certificates: 6, base64: 400_000, values: 200 } as const

const readBase64 = (cursor: XmlCursor, limit: number): string => {
  const start = cursor.at
  const text = readUntil(cursor, '<', limit)
  if (!isCanonicalBase64(text)) throw faultAt(start, 'canonical base64')
  return text
}

const readDigest = (cursor: XmlCursor): string => {
  const digest = readUntil(cursor, '<', 44)
  if (digest.length !== 44) throw faultAt(cursor.at, 'a SHA-256 digest')
  return digest
}

const readReferences = (cursor: XmlCursor, signatureId: string): DataReference[] => {
  const references: DataReference[] = []
  while (skipLiteral(cursor, parts.dataReferenceOpen)) {
    if (references.length === limits.references) throw faultAt(cursor.at, `at most ${limits.references} references`)
    expectLiteral(cursor, `r-${signatureId}-${references.length + 1}${parts.dataReferenceUri}`)
    const targetId = readUntil(cursor, '"', limits.id)
    expectLiteral(cursor, parts.referenceDigestOpen)
    const digest = readDigest(cursor)
    expectLiteral(cursor, parts.referenceClose)
    references.push({ targetId, digest })
  }
  return references
}

/** Reads repeated values; whether they are canonical base64 is checked where they are decoded, once per value. */
const readList = (cursor: XmlCursor, open: string, close: string, most: number): string[] => {
  const values: string[] = []
  while (skipLiteral(cursor, open)) {
    if (values.length === most) throw faultAt(cursor.at, `at most ${most} values`)
    values.push(readUntil(cursor, '<', limits.base64))
    expectLiteral(cursor, close)
  }
  return values
}

const readSignedInfo = (
  cursor: XmlCursor,
  id: string,
): Pick<XmlSignature, 'algorithm' | 'references' | 'canonicalSignedInfo'> & { propertiesDigest: string } => {
  expectLiteral(cursor, parts.signedInfoOpen)
  const start = cursor.at
  expectLiteral(cursor, parts.signedInfoHead)
  const algorithm = findSignatureAlgorithm(readUntil(cursor, '"', 120))
  expectLiteral(cursor, parts.signatureMethodEnd)
  const references = readReferences(cursor, id)
  expectLiteral(cursor, `${parts.propertiesReferenceOpen}${id}${parts.referenceDigestOpen}`)
  const propertiesDigest = readDigest(cursor)
  expectLiteral(cursor, parts.referenceClose)
  expectLiteral(cursor, parts.signedInfoClose)
  const canonicalSignedInfo = parts.signedInfoApex + cursor.text.slice(start, cursor.at)
  return { algorithm, references, propertiesDigest, canonicalSignedInfo }
}

const readSignedProperties = (
  cursor: XmlCursor,
  id: string,
  references: number,
): Pick<XmlSignature, 'certificateDigest' | 'signingTime' | 'claimedRole'> & { canonical: string } => {
  expectLiteral(cursor, parts.signedPropertiesOpen)
  const head = cursor.at
  expectLiteral(cursor, id)
  expectLiteral(cursor, parts.signingTimeOpen)
  const signingTime = readUntil(cursor, '<', 40)
  expectLiteral(cursor, parts.certDigestOpen)
  const beforeDigest = cursor.text.slice(head, cursor.at)
  expectLiteral(cursor, parts.certDigestMethod)
  const tail = cursor.at
  const certificateDigest = readDigest(cursor)
  expectLiteral(cursor, parts.claimedRoleOpen)
  const claimedRole = readUntil(cursor, '<', 60)
  expectLiteral(cursor, parts.claimedRoleClose)
  for (let index = 1; index <= references; index++)
    expectLiteral(cursor, `${parts.dataObjectOpen}r-${id}-${index}${parts.dataObjectClose}`)
  expectLiteral(cursor, parts.signedPropertiesClose)
  const canonical =
    parts.signedPropertiesApex + beforeDigest + parts.certDigestMethodApex + cursor.text.slice(tail, cursor.at)
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
  const ocspValues = read(parts.ocspValuesOpen, parts.ocspValueOpen, parts.ocspValueClose, parts.ocspValuesClose)
  expectLiteral(cursor, parts.revocationValuesClose)
  return { crlValues, ocspValues }
}

type Unsigned = Pick<XmlSignature, 'certificateValues' | 'crlValues' | 'ocspValues'> & { timestampToken?: string }

const readUnsigned = (cursor: XmlCursor): Unsigned => {
  if (!skipLiteral(cursor, parts.unsignedOpen)) return { certificateValues: [], crlValues: [], ocspValues: [] }
  expectLiteral(cursor, parts.timestampOpen)
  const timestampToken = readBase64(cursor, limits.base64)
  expectLiteral(cursor, parts.timestampClose)
  let certificateValues: string[] = []
  if (skipLiteral(cursor, parts.certificateValuesOpen)) {
    const { encapsulatedCertificateOpen, encapsulatedCertificateClose } = parts
    certificateValues = readList(cursor, encapsulatedCertificateOpen, encapsulatedCertificateClose, limits.values)
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
  expectLiteral(cursor, '">')
  const signedInfo = readSignedInfo(cursor, id)
  expectLiteral(cursor, `${parts.signatureValueOpen}${id}">`)
  const value = readBase64(cursor, 1400)
  expectLiteral(cursor, parts.signatureValueClose)
  expectLiteral(cursor, parts.keyInfoOpen)
  const certificates = readList(cursor, parts.certificateOpen, parts.certificateClose, limits.certificates)
  expectLiteral(cursor, `${parts.keyInfoClose}${parts.qualifyingOpen}${id}">`)
  const properties = readSignedProperties(cursor, id, signedInfo.references.length)
  const unsigned = readUnsigned(cursor)
  expectLiteral(cursor, parts.signatureClose)
  return {
    id,
    algorithm: signedInfo.algorithm,
    references: signedInfo.references,
    propertiesIntact: sha256Base64(properties.canonical) === signedInfo.propertiesDigest,
    canonicalSignedInfo: signedInfo.canonicalSignedInfo,
    value,
    valueDigest: sha256Base64(canonicalSignatureValue(id, value)),
    certificates,
    certificateDigest: properties.certificateDigest,
    signingTime: properties.signingTime,
    claimedRole: properties.claimedRole,
    ...unsigned,
    start,
    end: cursor.at,
  }
}
