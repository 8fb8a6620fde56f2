import { writeBook } from '../bookfile/index.ts'
import { sha256Hex } from '../crypto/digest.ts'
import { findByCode, type FoundVersion, type FoundYear } from '../registry/index.ts'
import type { ExaminedDocument, Verification, VerifiedFile } from '../verification/index.ts'
import type { FileAnswer, FileYear } from './answers.ts'
import { listChecks } from './checks.ts'
import { describeStanding } from './history.ts'
import type { LookupPorts } from './ports.ts'
import { registryFinding, type LookupFinding } from './registry-findings.ts'
import { verdictFor, worstOf, type Standing } from './verdict.ts'

/**
 * Is the file that somebody brings genuine, and is this very version in force? Verifies it, then asks the registry by
 * the codes inside. Shows the file's own content and never the registry's. A file that failed is shown without its
 * content, and the registry is not asked about it: what it claims to be is not worth asking.
 */
export const lookUpFile = async (
  ports: Pick<LookupPorts, 'verify' | 'years'>,
  bytes: Uint8Array,
  { now }: { readonly now: Date },
): Promise<FileAnswer> => {
  const examined = await ports.verify(bytes, { now })
  const { verification } = examined
  const books = verification.verdict === 'failed' ? [] : examined.books
  const compared = await Promise.all(books.map((book) => compare(book, examined, ports)))
  const years = compared.map(({ year }) => year)
  const findings = compared.flatMap((one) => one.findings)
  const verdict =
    years.length === 0
      ? verdictFor(verification.verdict, 'unknown')
      : worstOf(years.map((year) => year.verdict))
  return {
    kind: 'file',
    format: formatOf(verification),
    verdict,
    checks: listChecks(verification, years.length === 0 ? undefined : findings),
    signatures: verification.signatures,
    findings: [...verification.findings, ...findings],
    ...(verdict === 'not-genuine' ? {} : contentOf(years)),
  }
}

/** XML that is no book at all is of no known kind; a broken PDF is still a PDF. */
const formatOf = ({ format, record }: Verification): FileAnswer['format'] =>
  format === 'pdf' ? 'pdf' : record === null ? 'unknown' : 'xml'

const contentOf = (years: readonly FileYear[]): Partial<FileAnswer> => {
  const [only, ...others] = years
  if (only === undefined) return {}
  if (others.length > 0) return { years }
  const { report, status, newestVersion } = only
  return {
    report,
    ...(status === undefined ? {} : { status }),
    ...(newestVersion === undefined ? {} : { newestVersion }),
  }
}

interface Compared {
  readonly year: FileYear
  readonly findings: readonly LookupFinding[]
}

const compare = async (
  file: VerifiedFile,
  { verification }: ExaminedDocument,
  { years }: Pick<LookupPorts, 'years'>,
): Promise<Compared> => {
  const { report } = file.book.data
  const found = (await findByCode(years, report.identity.yearLookupCode))[0]
  const { standing, known } = standingOf(file, found)
  const newest = found?.versions[0]?.version
  return {
    year: {
      verdict: verdictFor(verification.verdict, standing),
      report,
      ...(known === undefined ? {} : { status: known.status }),
      ...(newest === undefined ? {} : { newestVersion: newest }),
    },
    findings: findingsOf(standing, found, known),
  }
}

interface Place {
  readonly standing: Standing
  readonly known?: FoundVersion
}

/** Is this very file the one that the registry keeps as that version? */
const standingOf = (file: VerifiedFile, found: FoundYear | undefined): Place => {
  const { identity, version } = file.book.data.report
  const known = found?.versions.find((one) => one.version === version.number)
  if (found === undefined) return { standing: 'unknown' }
  const isSameBook =
    found.identity.studentCode === identity.studentCode && found.identity.schoolCode === identity.schoolCode
  if (!isSameBook) return { standing: 'other-file' }
  if (known === undefined) return { standing: 'unknown' }
  return digestsOf(file).includes(known.xml.sha256)
    ? { standing: known.status, known }
    : { standing: 'other-file' }
}

/** Of the file as it came, and of the same content in canonical form: another program may have written it anew. */
const digestsOf = ({ bytes, book }: VerifiedFile): readonly string[] => [
  sha256Hex(bytes),
  sha256Hex(writeBook(book.data, book.signatureTexts)),
]

const findingsOf = (
  standing: Standing,
  found: FoundYear | undefined,
  known: FoundVersion | undefined,
): readonly LookupFinding[] => {
  if (standing === 'unknown') return [registryFinding('registry-unknown')]
  if (standing === 'other-file') return [registryFinding('registry-other-file')]
  return found === undefined || known === undefined ? [] : describeStanding(found, known)
}
