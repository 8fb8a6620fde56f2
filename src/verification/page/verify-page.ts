import {
  verifyPdfSignatures,
  type DocumentFacts,
  type PdfSignatureFacts,
  type PdfVerification,
} from '../../crypto/pdf/index.ts'
import type { DocumentContext, ExaminedDocument } from '../document.ts'
import { finding, verdictOf, type Finding } from '../findings.ts'
import { createShelf, linksOf, relate } from '../links.ts'
import { eachOnce, listMembers, listOpenOfTimestamp, type OpenStatus } from '../open-status.ts'
import type { Verification } from '../report.ts'
import type { TrustStore } from '../trust.ts'
import type { VerifiedFile } from '../verified-file.ts'
import { verificationOfNothing } from '../verify.ts'
import { comparePage } from './compare-page.ts'
import { judgeSigners, spellPdfFinding } from './judge-signers.ts'
import { pageSignatureReports } from './page-report.ts'
import { pageTrustOf } from './page-trust.ts'

type ExamineData = (bytes: Uint8Array, context: DocumentContext) => Promise<ExaminedDocument>

const listOpen = (signatures: readonly PdfSignatureFacts[], trust: TrustStore): readonly OpenStatus[] =>
  eachOnce(
    signatures.flatMap(({ path, revocation, timestamp }) => [
      ...(path?.ok === true && revocation?.status === 'unknown' ? listMembers(path.path) : []),
      ...listOpenOfTimestamp(timestamp, trust),
    ]),
  )

/** Verifies the page's own signatures; where a status is open and a source at hand, it is asked and all judged again. */
const verifySignatures = async (pdf: Uint8Array, context: DocumentContext): Promise<PdfVerification> => {
  const first = verifyPdfSignatures(pdf, pageTrustOf(context))
  const { source, trust, now } = context
  const open = source === undefined ? [] : listOpen(first.facts?.signatures ?? [], trust)
  if (source === undefined || open.length === 0) return first
  const told = await Promise.all(open.map(({ certificate, issuer }) => source.fetch(certificate, issuer)))
  const richer = { ...trust, evidence: [...trust.evidence, ...told.flat()] }
  return verifyPdfSignatures(pdf, pageTrustOf({ trust: richer, now }))
}

/** No book has more years; more files than these are not looked into. */
const mostYears = 16

const byYear = (one: VerifiedFile, other: VerifiedFile): number =>
  one.book.data.report.identity.schoolYear.localeCompare(other.book.data.report.identity.schoolYear)

/** Whether files are different years of one book of one level. */
const isOneBook = (files: readonly VerifiedFile[]): boolean => {
  const books = new Set(
    files.map(({ book: { data } }) => `${data.report.cover.level} ${data.report.identity.bookLookupCode}`),
  )
  return books.size === 1 && new Set(files.map(({ book }) => linksOf(book).schoolYear)).size === files.length
}

/** Files that are no book have findings of their own; too many are not looked into. */
const holdsOneBook = ({ content }: DocumentFacts, files: readonly VerifiedFile[]): boolean =>
  content.files.length <= mostYears && (files.length === 0 || isOneBook(files))

/** Compares the years of a compilation with each other, as files given together are. */
const relateYears = (files: readonly VerifiedFile[]): readonly VerifiedFile[] => {
  if (files.length < 2) return files
  const shelf = createShelf()
  for (const { book, verification } of files) if (verification.verdict === 'passed') shelf.add(linksOf(book))
  return files.map((file) => ({
    ...file,
    verification: relate(file.verification, linksOf(file.book), shelf),
  }))
}

const openAttachments = async (
  { content }: DocumentFacts,
  context: DocumentContext,
  examineData: ExamineData,
): Promise<readonly (ExaminedDocument & { readonly name: string })[]> => {
  const opened: (ExaminedDocument & { readonly name: string })[] = []
  if (content.files.length > mostYears) return opened
  for (const { name, bytes } of content.files) opened.push({ name, ...(await examineData(bytes, context)) })
  return opened
}

/** A compilation is sealed by nobody: what counts is that each year inside is, and that the pages are made of them. */
const isCompilation = ({ signatures }: DocumentFacts, files: readonly VerifiedFile[]): boolean =>
  files.length > 1 && signatures.length === 0

const judgePage = (
  { facts, findings }: { readonly facts: DocumentFacts; readonly findings: PdfVerification['findings'] },
  files: readonly VerifiedFile[],
  trust: TrustStore,
): readonly Finding[] => {
  const newest = files.at(-1)
  const compiled = isCompilation(facts, files)
  return [
    ...findings.filter(({ code }) => !(compiled && code === 'pdf-not-signed')).map(spellPdfFinding),
    ...(compiled ? [finding('page-compilation', 'pdf')] : []),
    ...(holdsOneBook(facts, files) ? [] : [finding('page-several-books', 'pdf')]),
    ...(newest === undefined ? [] : judgeSigners(facts, newest.book.data.report, trust)),
  ]
}

const withPlace = ({ book, verification }: VerifiedFile, isOne: boolean): readonly Finding[] =>
  isOne
    ? verification.findings
    : verification.findings.map((one) => ({ ...one, at: `${linksOf(book).schoolYear} ${one.at}` }))

/**
 * Verifies a page (bản thể hiện, PDF): its own signatures and revisions, the sealed data inside it, whether the seal on
 * it is that of the school that issued the data, and whether page and data say the same. Of a book compiled over its
 * years each year has its own verdict; the worst of all is that of the document.
 */
export const verifyPage = async (
  pdf: Uint8Array,
  context: DocumentContext,
  examineData: ExamineData,
): Promise<ExaminedDocument> => {
  const { facts, findings } = await verifySignatures(pdf, context)
  if (facts === undefined)
    return { verification: verificationOfNothing(findings.map(spellPdfFinding), 'pdf'), books: [] }
  const opened = await openAttachments(facts, context, examineData)
  const files = relateYears(opened.flatMap(({ books }) => books).toSorted(byYear))
  const unreadable = opened
    .filter(({ books }) => books.length === 0)
    .flatMap(({ name, verification }) =>
      verification.findings.map((one) => ({ ...one, at: `${name} ${one.at}` })),
    )
  const judged = judgePage({ facts, findings }, files, context.trust)
  const isWhole = unreadable.length === 0 && files.length > 0 && isOneBook(files)
  const compared = isWhole ? await comparePage({ pdf, facts, files }, context) : undefined
  const pageFindings = [...judged, ...unreadable, ...(compared?.findings ?? [])]
  return {
    verification: report(facts, files, pageFindings, compared),
    books: files,
  }
}

const report = (
  { signatures }: DocumentFacts,
  files: readonly VerifiedFile[],
  pageFindings: readonly Finding[],
  compared: Awaited<ReturnType<typeof comparePage>> | undefined,
): Verification => {
  const isOne = files.length === 1
  const findings = [...pageFindings, ...files.flatMap((file) => withPlace(file, isOne))]
  const newest = files.at(-1)?.verification
  return {
    format: 'pdf',
    verdict: verdictOf(findings),
    findings,
    record: newest?.record ?? null,
    signatures: newest?.signatures ?? [],
    page: {
      agreement: compared?.agreement ?? 'not-compared',
      renditionVersion: compared?.renditionVersion ?? null,
      verificationUrl: compared?.verificationUrl ?? null,
      signatures: pageSignatureReports(signatures, pageFindings),
    },
    ...(files.length > 1 ? { compilation: files.map(({ verification }) => verification) } : {}),
  }
}
