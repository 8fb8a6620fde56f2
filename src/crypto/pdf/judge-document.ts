import { when, type PdfFinding } from './findings.ts'
import type { PdfContent } from './read-pdf.ts'
import type { PdfRevisionChanges } from './revision-changes.ts'
import type { PdfSignatureFacts } from './signature-facts.ts'
import type { UnsafeContent } from './unsafe-content.ts'

/** What is judged of a document as a whole; signatures in the order of their revisions. */
export interface DocumentFacts {
  readonly content: PdfContent
  readonly signatures: readonly PdfSignatureFacts[]
  readonly revisions: readonly PdfRevisionChanges[]
  readonly unsafe: readonly UnsafeContent[]
}

type Judge = (facts: DocumentFacts) => readonly PdfFinding[]

/** Validation data alone may lie behind the last signature: it shows nothing, and proves itself. */
const isValidationData = ({ changes }: PdfRevisionChanges): boolean =>
  changes.some(({ kind }) => kind === 'validation-data') &&
  changes.every(({ kind, isAllowed }) => isAllowed && (kind === 'validation-data' || kind === 'catalog'))

const judgeCoverage: Judge = ({ signatures, revisions }) => {
  const last = signatures.at(-1)
  if (!last) return [{ code: 'pdf-not-signed', at: 'pdf' }]
  const behind = revisions.filter(({ revision }) => revision > last.revision)
  const isCovered = last.coversWholeFile || (behind.length > 0 && behind.every(isValidationData))
  // A range that is wrong in itself has its own finding.
  return when(last.coversRevision && !isCovered, 'pdf-not-covered-to-end', last.field)
}

const judgeRevisions: Judge = ({ revisions }) =>
  revisions.flatMap(({ revision, changes }) => {
    const kinds = new Set(changes.filter(({ isAllowed }) => !isAllowed).map(({ kind }) => kind))
    return [...kinds].flatMap((kind) => when(true, 'pdf-revision-not-allowed', `revision ${revision}`, kind))
  })

/** Only the first signature sets permissions, the catalog names it, and they are kept (ISO 32000-1 §12.8.2.2). */
const judgePermissions: Judge = ({ signatures, revisions }) =>
  signatures.flatMap(({ field, revision, docMdp: { permission, isNamed } }, index) => [
    ...when(permission === 'malformed', 'pdf-permissions', field, 'malformed'),
    ...when(index > 0 && permission !== undefined, 'pdf-permissions', field, 'not-first'),
    ...when((permission !== undefined) !== (isNamed && index === 0), 'pdf-permissions', field, 'not-named'),
    ...when(
      permission === 1 && revisions.some(({ revision: later }) => later > revision),
      'pdf-permissions',
      field,
      'no-change-allowed',
    ),
  ])

const judgeContent: Judge = ({ content, unsafe }) => [
  ...unsafe.flatMap(({ kind, object }) => when(true, 'pdf-unsafe-content', `object ${object}`, kind)),
  ...when(content.files.length === 0, 'pdf-attachment-missing', 'pdf'),
  ...when(content.isAmbiguous, 'pdf-attachment-ambiguous', 'pdf'),
]

const judges: readonly Judge[] = [judgeCoverage, judgeRevisions, judgePermissions, judgeContent]

/** Judges coverage, later revisions, permissions and content. */
export const judgeDocument = (facts: DocumentFacts): readonly PdfFinding[] =>
  judges.flatMap((judge) => judge(facts))
