import type { PathFailureCode } from '../certificate-path.ts'
import type { TimestampFailureCode } from '../timestamp.ts'
import { when, type PdfFinding, type PdfFindingCode } from './findings.ts'
import type { PdfSignatureFacts } from './signature-facts.ts'

/** A claim of time may run ahead of the proof by this much: clocks in schools are not exact. */
const clockTolerance = 10 * 60 * 1000

type Judge = (facts: PdfSignatureFacts) => readonly PdfFinding[]

/** Does it cover what it must, and is that unchanged? */
const judgeIntegrity: Judge = ({ field, subFilter, coversRevision, isReadable, isDigestValid }) => [
  ...when(subFilter !== 'ETSI.CAdES.detached', 'pdf-signature-format', field, 'sub-filter'),
  ...when(!coversRevision, 'pdf-byte-range', field),
  ...when(!isReadable, 'pdf-signature-format', field, 'contents'),
  ...when(isReadable && coversRevision && !isDigestValid, 'pdf-digest', field),
]

/** Did the key of the certificate that the signed attributes bind make it? */
const judgeValue: Judge = (facts) =>
  facts.isReadable
    ? [
        ...when(!facts.isAlgorithmAllowed, 'pdf-algorithm', facts.field),
        ...when(!facts.isCertificateBound, 'pdf-certificate-not-bound', facts.field),
        ...when(!facts.isValueValid, 'pdf-signature-value', facts.field),
      ]
    : []

const pathFindings: Record<PathFailureCode, PdfFindingCode> = {
  untrusted: 'pdf-certificate-untrusted',
  expired: 'pdf-certificate-expired',
  'not-yet-valid': 'pdf-certificate-not-yet-valid',
  'key-usage': 'pdf-certificate-use',
  constraint: 'pdf-certificate-untrusted',
  'weak-algorithm': 'pdf-certificate-weak',
}

/** Was the certificate to be trusted, valid and not revoked? */
const judgeCertificate: Judge = ({ field, path, revocation, strayCertificates }) => [
  ...(path?.ok === false ? [{ code: pathFindings[path.code], at: field, detail: path.code }] : []),
  ...when(revocation?.status === 'revoked', 'pdf-certificate-revoked', field),
  ...when(revocation?.status === 'unknown', 'pdf-revocation-unknown', field),
  ...when(strayCertificates, 'pdf-certificate-stray', field),
]

const invalid: readonly TimestampFailureCode[] = [
  'malformed',
  'wrong-imprint',
  'broken',
  'authority-not-bound',
  'in-future',
]

const timestampFinding = (code: TimestampFailureCode): PdfFindingCode => {
  if (code === 'revocation-unknown') return 'pdf-timestamp-status-unknown'
  return invalid.includes(code) ? 'pdf-timestamp-invalid' : 'pdf-timestamp-untrusted'
}

/** Is its time proven (EN 319 142-1 §6.3, level B-T), and not before the time it claims? */
const judgeTime: Judge = ({ field, isReadable, timestamp, provenAt, claimedAt }) => [
  ...when(isReadable && timestamp === undefined, 'pdf-timestamp-missing', field),
  ...(timestamp?.ok === false
    ? [{ code: timestampFinding(timestamp.code), at: field, detail: timestamp.code }]
    : []),
  ...when(claimedAt === undefined, 'pdf-signing-time', field, 'malformed'),
  ...when(
    claimedAt !== undefined &&
      provenAt !== undefined &&
      claimedAt.getTime() > provenAt.getTime() + clockTolerance,
    'pdf-signing-time',
    field,
    'after-proof',
  ),
]

const judges: readonly Judge[] = [judgeIntegrity, judgeValue, judgeCertificate, judgeTime]

/** Judges one signature by itself. */
export const judgePdfSignature = (facts: PdfSignatureFacts): readonly PdfFinding[] =>
  judges.flatMap((judge) => judge(facts))
