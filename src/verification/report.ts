import type { BookFile, SignerRole, YearReport } from '../bookfile/index.ts'
import { formatInstant } from '../shared/dates.ts'
import type { BookFacts, SignatureFacts } from './collect.ts'
import { verdictOf, type Finding, type VerdictWord } from './findings.ts'
import type { PageReport } from './page/page-report.ts'

/** Kết quả xác thực: a verdict with its reasons, what the file says it is, and each signature's own verdict. */
export interface Verification {
  /** As what the file was read: data alone, or a page that carries data. */
  readonly format: 'xml' | 'pdf'
  readonly verdict: VerdictWord
  readonly findings: readonly Finding[]
  /** Null when the file could not be read as a book. */
  readonly record: VerifiedRecord | null
  readonly signatures: readonly SignatureReport[]
  /** Of a PDF that could be read: the page itself. Record and signatures are those of the data inside. */
  readonly page?: PageReport
  /** Of a PDF compiled over several years: each year's own verification, in their order. */
  readonly compilation?: readonly Verification[]
}

/** What a verified file speaks of; the whole content is read with `readBook`. */
export interface VerifiedRecord {
  readonly structure: string
  readonly bookLookupCode: string
  readonly yearLookupCode: string
  readonly version: number
  readonly student: { readonly code: string; readonly name: string; readonly birthDate: string }
  readonly school: { readonly code: string; readonly name: string; readonly province: string }
  readonly schoolYear: string
  readonly class: string
  readonly grade: number
  readonly decision: 'promoted' | 'retained'
  readonly completion: boolean | null
  /** The proven time of the school's seal; null when it is not proven. */
  readonly issuedAt: string | null
  readonly expectedEffectiveDate: string
  readonly demonstration: boolean
}

export interface SignatureReport {
  readonly id: string
  readonly role: SignerRole | null
  /** The name in the certificate, or in the record when the certificate could not be read. */
  readonly signer: string
  readonly covers: readonly string[]
  /** As claimed by the signer. */
  readonly signedAt: string
  /** The proven time: the signature's own timestamp or that of the seal over it. */
  readonly timestamp: string | null
  readonly certificateSerial: string | null
  readonly verdict: VerdictWord
}

/** Most signatures of a book share one proven time, so it is spelled once. */
const spellInstants = (): ((at: Date | undefined) => string | null) => {
  const spelled = new Map<number, string>()
  return (at) => {
    if (at === undefined) return null
    const time = at.getTime()
    const known = spelled.get(time) ?? formatInstant(at)
    spelled.set(time, known)
    return known
  }
}

type SpellInstant = ReturnType<typeof spellInstants>

const signatureReport = (
  facts: SignatureFacts,
  findings: readonly Finding[],
  instant: SpellInstant,
): SignatureReport => ({
  id: facts.signature.id,
  role: facts.slot?.role ?? null,
  signer: facts.certificate?.subject.commonName ?? facts.slot?.signatory?.fullName ?? '',
  covers: facts.signature.references.map(({ targetId }) => targetId),
  signedAt: facts.signature.signingTime,
  timestamp: instant(facts.provenAt),
  certificateSerial: facts.certificate?.serialNumber ?? null,
  verdict: verdictOf(findings),
})

const recordOf = (
  { cover, identity, version, summary }: YearReport,
  { signatures }: BookFacts,
  instant: SpellInstant,
): VerifiedRecord => ({
  structure: version.structure,
  bookLookupCode: identity.bookLookupCode,
  yearLookupCode: identity.yearLookupCode,
  version: version.number,
  student: { code: identity.studentCode, name: identity.fullName, birthDate: identity.birthDate },
  school: { code: identity.schoolCode, name: identity.schoolName, province: cover.school.province.name },
  schoolYear: identity.schoolYear,
  class: identity.className,
  grade: identity.grade,
  decision: summary.decision,
  completion: summary.completion ?? null,
  issuedAt: instant(signatures.find(({ signature }) => signature.id === 's-truong')?.provenAt),
  expectedEffectiveDate: version.expectedEffectiveDate,
  demonstration: cover.demonstration !== undefined,
})

/** Joins facts and findings into the report; `perSignature` holds each signature's findings, in file order. */
export const reportOn = (
  { data }: BookFile,
  facts: BookFacts,
  perSignature: readonly (readonly Finding[])[],
  findings: readonly Finding[],
): Verification => {
  const instant = spellInstants()
  return {
    format: 'xml',
    verdict: verdictOf(findings),
    findings,
    record: recordOf(data.report, facts, instant),
    signatures: facts.signatures.map((signature, index) =>
      signatureReport(signature, perSignature[index] ?? [], instant),
    ),
  }
}
