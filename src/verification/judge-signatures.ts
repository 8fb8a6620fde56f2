import { claimedRoles, identityDigest, type Signatory, type YearReport } from '../bookfile/index.ts'
import type { Certificate } from '../crypto/certificate.ts'
import type { PathFailureCode } from '../crypto/certificate-path.ts'
import type { TimestampFailureCode } from '../crypto/timestamp.ts'
import { isSameName } from '../shared/text.ts'
import type { BookFacts, SignatureFacts } from './collect.ts'
import { finding, type Finding, type FindingCode } from './findings.ts'

/** A claim of time may run ahead of the proof by this much: clocks in schools are not exact. */
const clockTolerance = 10 * 60 * 1000

type Judge = (facts: SignatureFacts, report: YearReport) => readonly Finding[]

const when = (wrong: boolean, code: FindingCode, at: string, detail?: string): readonly Finding[] =>
  wrong ? [finding(code, at, detail)] : []

/** Does the signature say what the record calls for, and is what it covers unchanged? */
const judgeIntegrity: Judge = ({ signature, slot, coversExactly, changed }) => [
  ...when(slot === undefined, 'signature-unexpected', signature.id),
  ...when(slot !== undefined && !coversExactly, 'wrong-coverage', signature.id),
  ...changed.map((target) => finding('content-changed', signature.id, target)),
  ...when(!signature.propertiesIntact, 'signed-properties-changed', signature.id),
  ...when(
    slot !== undefined && signature.claimedRole !== claimedRoles[slot.role],
    'role-mismatch',
    signature.id,
    signature.claimedRole,
  ),
]

/** Did the key of the certificate named in the signed properties make it? */
const judgeValue: Judge = ({ signature, certificate, isSigningCertificate, valueValid }) => [
  ...when(signature.algorithm === undefined, 'algorithm-not-allowed', signature.id),
  ...when(certificate === undefined, 'certificate-unreadable', signature.id),
  ...when(certificate !== undefined && !isSigningCertificate, 'certificate-substituted', signature.id),
  ...when(
    certificate !== undefined && signature.algorithm !== undefined && !valueValid,
    'value-invalid',
    signature.id,
  ),
]

const pathFindings: Record<PathFailureCode, FindingCode> = {
  untrusted: 'certificate-untrusted',
  expired: 'certificate-expired',
  'not-yet-valid': 'certificate-not-yet-valid',
  'key-usage': 'certificate-use',
  constraint: 'certificate-untrusted',
  'weak-algorithm': 'certificate-weak',
}

/** Was the certificate to be trusted for this use, valid and not revoked, at the proven time? */
const judgeCertificate: Judge = ({
  signature,
  certificate,
  path,
  revocation,
  strayCertificates,
  unreadableEvidence,
}) => [
  ...when(strayCertificates, 'certificate-stray', signature.id),
  ...when(unreadableEvidence, 'evidence-unreadable', signature.id),
  ...(path?.ok === false
    ? [finding(pathFindings[path.code], signature.id, certificate?.subject.commonName)]
    : []),
  ...(revocation ?? []).flatMap(({ certificate: { subject }, status }) => [
    ...when(status.status === 'revoked', 'certificate-revoked', signature.id, subject.commonName),
    ...when(status.status === 'unknown', 'revocation-unknown', signature.id, subject.commonName),
  ]),
]

/** Is a certificate that of the school that issues a report, by code and name? */
export const isCertificateOfSchool = ({ subject }: Certificate, { cover: { school } }: YearReport): boolean =>
  subject.userId === `MT:${school.code}` && isSameName(subject.commonName ?? '', school.name)

/** Is a certificate that of a person whom a report names, by citizen number and name? */
export const isCertificateOfPerson = (
  { subject: { commonName = '', userId = '' } }: Certificate,
  { fullName, identityDigest: expected }: Signatory,
  { identity }: YearReport,
): boolean => {
  const citizenId = /^CCCD:(\d{12})$/.exec(userId)?.[1]
  return (
    citizenId !== undefined &&
    identityDigest(identity.yearLookupCode, citizenId) === expected &&
    isSameName(commonName, fullName)
  )
}

/** Is the certificate's holder the person, or the school, that the record names? */
const judgeSigner: Judge = ({ signature, slot, certificate }, report) => {
  if (slot === undefined || certificate === undefined) return []
  const { commonName = '' } = certificate.subject
  if (slot.signatory === undefined)
    return when(!isCertificateOfSchool(certificate, report), 'not-the-school', signature.id, commonName)
  return when(
    !isCertificateOfPerson(certificate, slot.signatory, report),
    'not-the-person',
    signature.id,
    `${commonName}, học bạ ghi ${slot.signatory.fullName}`,
  )
}

/** Is the claimed time readable and not later than the proof; is a seal timestamped? */
const judgeTime: Judge = ({ signature, slot, signingTime, timestamp, provenAt }) => [
  ...when(signingTime === undefined, 'signing-time-malformed', signature.id),
  ...when(
    signingTime !== undefined &&
      provenAt !== undefined &&
      signingTime.getTime() > provenAt.getTime() + clockTolerance,
    'signing-time-after-proof',
    signature.id,
  ),
  ...when(slot?.role === 'school-seal' && timestamp === undefined, 'timestamp-missing', signature.id),
  ...(timestamp?.ok === false
    ? [finding(timestampFindings[timestamp.code], signature.id, timestamp.code)]
    : []),
]

const timestampFindings: Record<TimestampFailureCode, FindingCode> = {
  malformed: 'timestamp-invalid',
  'wrong-imprint': 'timestamp-invalid',
  broken: 'timestamp-invalid',
  'authority-not-bound': 'timestamp-invalid',
  'in-future': 'timestamp-invalid',
  'authority-missing': 'timestamp-untrusted',
  untrusted: 'timestamp-untrusted',
  expired: 'timestamp-untrusted',
  'not-yet-valid': 'timestamp-untrusted',
  'key-usage': 'timestamp-untrusted',
  'weak-algorithm': 'timestamp-untrusted',
  constraint: 'timestamp-untrusted',
  revoked: 'timestamp-untrusted',
  'revocation-unknown': 'timestamp-status-unknown',
}

const judges: readonly Judge[] = [judgeIntegrity, judgeValue, judgeCertificate, judgeSigner, judgeTime]

/** Judges each signature by itself. */
export const judgeSignature = (facts: SignatureFacts, report: YearReport): readonly Finding[] =>
  judges.flatMap((judge) => judge(facts, report))

/** Judges the set: every signature the record calls for is there, in order, and no other. */
export const judgeCompleteness = ({ slots, signatures }: BookFacts): readonly Finding[] => {
  const present = new Set(signatures.map(({ signature }) => signature.id))
  const expectedOrder = slots.map(({ id }) => id).filter((id) => present.has(id))
  const actualOrder = signatures.flatMap(({ slot }) => slot?.id ?? [])
  return [
    ...slots.filter(({ id }) => !present.has(id)).map(({ id }) => finding('signature-missing', id)),
    ...when(
      expectedOrder.some((id, index) => actualOrder[index] !== id),
      'signature-order',
      'ChuKys',
    ),
  ]
}
