import type { DocumentFacts, PdfFinding, PdfSignatureFacts } from '../../crypto/pdf/index.ts'
import { signatureSlots, type YearReport } from '../../bookfile/index.ts'
import { finding, type Finding } from '../findings.ts'
import { isCertificateOfPerson, isCertificateOfSchool } from '../judge-signatures.ts'
import type { TrustedUse, TrustStore } from '../trust.ts'

/** Puts what `crypto/pdf` found into words. */
export const spellPdfFinding = ({ code, at, detail }: PdfFinding): Finding => finding(code, at, detail)

/** An anchor is trusted for one use: a teacher's authority vouches for no school. */
const isAnchoredIn = ({ path }: PdfSignatureFacts, { anchors }: TrustedUse): boolean => {
  const anchor = path?.ok === true ? path.path.at(-1) : undefined
  return anchor !== undefined && anchors.some(({ sha256 }) => sha256 === anchor.sha256)
}

const isSeal = (facts: PdfSignatureFacts, report: YearReport, { schools }: TrustStore): boolean =>
  facts.certificate !== undefined &&
  isCertificateOfSchool(facts.certificate, report) &&
  isAnchoredIn(facts, schools)

const isNamedPerson = (facts: PdfSignatureFacts, report: YearReport, { persons }: TrustStore): boolean => {
  const { certificate } = facts
  if (certificate === undefined || !isAnchoredIn(facts, persons)) return false
  return signatureSlots(report, { coverSignedSeparately: true }).some(
    ({ signatory }) => signatory !== undefined && isCertificateOfPerson(certificate, signatory, report),
  )
}

const judgeSeal = (facts: PdfSignatureFacts, report: YearReport, trust: TrustStore): readonly Finding[] => [
  ...(isSeal(facts, report, trust)
    ? []
    : [finding('page-not-the-school', facts.field, facts.certificate?.subject.commonName)]),
  ...(facts.docMdp.permission === undefined ? [finding('page-permissions-missing', facts.field)] : []),
]

/**
 * Is the first signature of the page the seal of the school that issued the data inside, and every later one that of
 * the school or of somebody whom the data names as a signer?
 */
export const judgeSigners = (
  { signatures }: Pick<DocumentFacts, 'signatures'>,
  report: YearReport,
  trust: TrustStore,
): readonly Finding[] =>
  signatures.flatMap((facts, index) => {
    if (index === 0) return judgeSeal(facts, report, trust)
    return isSeal(facts, report, trust) || isNamedPerson(facts, report, trust)
      ? []
      : [finding('page-signer-unexpected', facts.field, facts.certificate?.subject.commonName)]
  })
