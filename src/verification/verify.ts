import {
  canonicalize,
  readBook,
  type BookFault,
  type BookFile,
  type CanonicalizationFault,
} from '../bookfile/index.ts'
import type { RevocationSource } from '../crypto/ports.ts'
import { collectFacts, type BookFacts, type CollectionContext } from './collect.ts'
import { finding, verdictOf, type Finding, type FindingCode } from './findings.ts'
import { judgeContent } from './judge-content.ts'
import { judgeRules } from './judge-rules.ts'
import { judgeCompleteness, judgeSignature } from './judge-signatures.ts'
import { eachOnce, listOpenOfTimestamp, type OpenStatus } from './open-status.ts'
import { reportOn, type Verification } from './report.ts'

export interface VerificationContext extends CollectionContext {
  /** What was noticed when the file was opened. */
  readonly notes?: readonly Finding[]
}

/**
 * Verifies a book that has been read: observes its signatures, judges them and the content by the policy, and
 * reports (docs/adr/0006-facts-judgement-report.md). Pure: no network, no clock but `now`.
 */
export const verifyBook = (book: BookFile, context: VerificationContext): Verification =>
  judge(book, collectFacts(book, context), context)

const judge = (book: BookFile, facts: BookFacts, { notes = [] }: VerificationContext): Verification => {
  const { report } = book.data
  const perSignature = facts.signatures.map((signature) => judgeSignature(signature, report))
  const findings = [
    ...notes,
    ...judgeContent(book),
    ...judgeCompleteness(facts),
    ...perSignature.flat(),
    ...judgeRules(report),
  ]
  return reportOn(book, facts, perSignature, findings)
}

/** What a file turned out to be: a book, or findings that say why it is none. */
export type Opened =
  { readonly book: BookFile; readonly notes: readonly Finding[] } | { readonly findings: readonly Finding[] }

/** Reads a file strictly; where that fails, once more after canonicalization (another vendor's serialisation). */
export const openBook = async (bytes: Uint8Array): Promise<Opened> => {
  const strict = readBook(bytes)
  if ('book' in strict) return { book: strict.book, notes: [] }
  const canonical = await canonicalize(bytes)
  if ('fault' in canonical) return { findings: [finding(canonicalizationFindings[canonical.fault], 'file')] }
  const again = readBook(canonical.bytes)
  return 'book' in again
    ? { book: again.book, notes: [finding('other-serialisation', 'file')] }
    : { findings: [faultFinding(again.fault)] }
}

const canonicalizationFindings: Record<CanonicalizationFault, FindingCode> = {
  'too-large': 'too-large',
  'too-complex': 'too-complex',
  'not-utf8': 'not-utf8',
  dtd: 'dtd-not-allowed',
  'comment-or-instruction': 'comment-not-allowed',
  entity: 'entity-not-allowed',
  'not-xml': 'not-xml',
}

const partNames: Record<BookFault['part'], string> = { file: 'file', data: 'DuLieu', signatures: 'ChuKys' }

const faultFinding = ({ code, part, fault, at }: BookFault): Finding =>
  finding(code, at ?? (fault === undefined ? partNames[part] : `${partNames[part]}:${fault.at}`))

/** The certificates, of signers and of timestamp authorities, whose status the evidence at hand leaves open. */
const listUnknown = ({ signatures }: BookFacts, { trust }: CollectionContext): readonly OpenStatus[] =>
  eachOnce([
    ...signatures.flatMap(({ revocation }) =>
      (revocation ?? []).filter(({ status }) => status.status === 'unknown'),
    ),
    ...signatures.flatMap(({ timestamp }) => listOpenOfTimestamp(timestamp, trust)),
  ])

/** Asks the outside for the status of certificates whose status the evidence at hand leaves unknown, then judges again. */
export const verifyWithStatus = async (
  book: BookFile,
  context: VerificationContext,
  source: RevocationSource,
): Promise<Verification> => {
  const facts = collectFacts(book, context)
  const unknown = listUnknown(facts, context)
  if (unknown.length === 0) return judge(book, facts, context)
  const fetched = await Promise.all(
    unknown.map(({ certificate, issuer }) => source.fetch(certificate, issuer)),
  )
  const trust = { ...context.trust, evidence: [...context.trust.evidence, ...fetched.flat()] }
  return verifyBook(book, { ...context, trust })
}

/** The verification of something that is no book. */
export const verificationOfNothing = (
  findings: readonly Finding[],
  format: Verification['format'] = 'xml',
): Verification => ({
  format,
  verdict: verdictOf(findings),
  findings,
  record: null,
  signatures: [],
})
