import type { YearReport } from '../bookfile/index.ts'
import { findByCode, type FoundVersion, type FoundYear } from '../registry/index.ts'
import { parseLookupCode } from '../shared/ids.ts'
import { openBook } from '../verification/index.ts'
import type { CodeAnswer, MaskedYear, OpenedYear, SecondDatum } from './answers.ts'
import { listChecks, maskChecks } from './checks.ts'
import type { KnownBook } from './book-memory.ts'
import { describeStanding, historyOf } from './history.ts'
import { maskName } from './mask-name.ts'
import type { LookupPorts } from './ports.ts'
import { isDatumOf, type SecondDatumKind } from './second-datum.ts'
import { verdictFor } from './verdict.ts'

/** What somebody types: the code as people write it (upper case, hyphens), and the datum where they have it. */
export interface CodeQuestion {
  readonly code: string
  readonly datum?: SecondDatum
}

/** When, and which datum the place asks for. */
export interface LookupContext {
  readonly now: Date
  readonly secondDatum: SecondDatumKind
}

/** No code: 128 random bits are never all zero. What is no code at all is looked up as this one, and finds nothing. */
const codeOfNobody = '0'.repeat(32)

/**
 * What a lookup code (mã tra cứu) leads to. Without the second datum masked; with the right one opened; a wrong code,
 * a wrong datum and what is no code at all are alike: `not-found`.
 *
 * They are alike in time too, because with a datum the same work is done in any case, in this order: one search by
 * key; one stand-in named; one kept file read and parsed – the newest year's where the code is right, else the
 * stand-in's – and one comparison of digests in constant time. Only then do the ways part. Nothing of that work is
 * remembered between lookups, since a memory would answer known codes faster.
 */
export const lookUpCode = async (
  ports: LookupPorts,
  { code, datum }: CodeQuestion,
  context: LookupContext,
): Promise<CodeAnswer> => {
  const years = await findByCode(ports.years, parseLookupCode(code) ?? codeOfNobody)
  if (datum !== undefined && !(await isOpenedBy(datum, years, ports, context))) return { kind: 'not-found' }
  if (years.length === 0) return { kind: 'not-found' }
  return datum === undefined
    ? { kind: 'masked', years: await Promise.all(years.map((year) => maskYear(year, ports, context))) }
    : { kind: 'opened', years: await Promise.all(years.map((year) => openYear(year, ports, context))) }
}

const isOpenedBy = async (
  datum: SecondDatum,
  years: readonly FoundYear[],
  { files, standIn }: LookupPorts,
  { secondDatum }: LookupContext,
): Promise<boolean> => {
  const newest = years.at(-1)?.versions[0]?.xml
  const other = await standIn.find()
  const sha256 = (newest ?? other)?.sha256
  // An empty registry has neither: there is no right code yet from which a wrong one could be told.
  if (sha256 === undefined) return false
  const isRight = isDatumOf(datum, await readReport(await getFile(files, sha256)), secondDatum)
  return newest !== undefined && isRight
}

const getFile = async (files: LookupPorts['files'], sha256: string): Promise<Uint8Array> => {
  const bytes = await files.read(sha256)
  if (bytes === undefined) throw new Error(`the registry's file ${sha256} is gone`)
  return bytes
}

const readReport = async (bytes: Uint8Array): Promise<YearReport> => {
  const opened = await openBook(bytes)
  if ('findings' in opened) throw new Error('an accepted file is no book')
  return opened.book.data.report
}

const getNewest = ({ versions }: FoundYear): FoundVersion => {
  const [newest] = versions
  if (newest === undefined) throw new Error('a registered year has no version')
  return newest
}

/** The newest version's book, verified as any stranger's file is. */
const verifyNewest = (year: FoundYear, ports: LookupPorts, { now }: LookupContext): Promise<KnownBook> => {
  const { sha256 } = getNewest(year).xml
  return ports.memory.recall(sha256, now, async () => {
    const bytes = await getFile(ports.files, sha256)
    const { verification, books } = await ports.verify(bytes, { now })
    return { verification, report: books[0]?.book.data.report ?? (await readReport(bytes)) }
  })
}

const openYear = async (year: FoundYear, ports: LookupPorts, context: LookupContext): Promise<OpenedYear> => {
  const shown = getNewest(year)
  const { report, verification } = await verifyNewest(year, ports, context)
  return {
    verdict: verdictFor(verification.verdict, shown.status),
    found: year,
    shown,
    report,
    verification,
    checks: listChecks(verification, describeStanding(year, shown)),
    signatures: verification.signatures,
  }
}

const maskYear = async (year: FoundYear, ports: LookupPorts, context: LookupContext): Promise<MaskedYear> => {
  const { verdict, shown, report, checks } = await openYear(year, ports, context)
  return {
    verdict,
    maskedName: maskName(report.identity.fullName),
    schoolName: year.identity.schoolName,
    schoolYear: year.identity.schoolYear,
    version: shown.version,
    history: historyOf(year),
    checks: maskChecks(checks),
  }
}
