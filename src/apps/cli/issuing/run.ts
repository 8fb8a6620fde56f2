import { makeFolder, type FolderInTheMaking } from '../../../adapters/atomic-folder.ts'
import { pageMakingOf } from '../../../adapters/page-making.ts'
import { listClassRecords } from '../../../book/index.ts'
import {
  createDemoAuthority,
  demonstrationMark,
  drawCode,
  setUpOffice,
  validUntil,
  type AlgorithmChoice,
  type DemoOffice,
} from '../../../demo/index.ts'
import {
  createIssuedYears,
  createStopwatch,
  issueClass,
  type ClassOutcome,
  type IssuingContext,
  type NotIssued,
  type SigningCalendar,
  type Stopwatch,
} from '../../../issuing/index.ts'
import type { SchoolYearRecords } from '../../../records/index.ts'
import type { PageMaking } from '../../../sealing/index.ts'
import { verifyBook, type TrustStore } from '../../../verification/index.ts'
import { openTypesetter } from './typesetter.ts'

/** What `DIR/summary.json` says. */
export interface IssuingSummary {
  /** Sealed files, every version counted. */
  readonly books: number
  readonly notIssued: readonly NotIssued[]
  readonly signatures: number
  /** Sealed pages; 0 where none were wanted. */
  readonly pages: number
  readonly secondsByStage: Readonly<Record<string, number>>
}

export interface IssuingOptions {
  readonly out: string
  readonly calendar: SigningCalendar
  readonly algorithmOf: AlgorithmChoice
  /** When the demonstration certificates begin; not later than the first signature. */
  readonly certificatesFrom: Date
  readonly now: Date
  /** Further files for the folder, as the demonstration's workbooks. */
  readonly extraFiles?: ReadonlyMap<string, Uint8Array>
  /** What stands before the lookup code in the pages' QR codes; without it no pages are made. */
  readonly verificationUrl?: string
  readonly onProgress: (done: number, total: number) => void
}

const bySchoolYear = (one: SchoolYearRecords, other: SchoolYearRecords): number =>
  one.schoolYear.localeCompare(other.schoolYear)

/** What every school of a run has in common; signers and seal are each school's own. */
type CommonContext = Omit<IssuingContext, 'signers' | 'seal'>

/**
 * Issues the books of any number of school years, earlier years first, into one new folder: all of it or nothing.
 * Keys, certificates and timestamps are a demonstration's.
 */
export const issueYears = async (
  years: readonly SchoolYearRecords[],
  options: IssuingOptions,
): Promise<IssuingSummary> => {
  const { out, now, certificatesFrom, calendar, extraFiles = [] } = options
  const stopwatch = createStopwatch(() => performance.now())
  const authority = await createDemoAuthority({ now: certificatesFrom, validUntil: validUntil({ now }) })
  const office = await setUpOffice(authority, options)
  await stopwatch.time('keys', async () => {
    for (const records of years) await office.keys.prepare(records)
  })
  const { trust, trustFiles, turnClockTo } = office
  const pages = await stopwatch.time('pages', () => preparePages(options, trust))
  const common = {
    inspect: (book: Parameters<typeof verifyBook>[0]) => verifyBook(book, { trust, now }),
    ...(pages === undefined ? {} : { pages }),
    turnClockTo,
    stopwatch,
    issued: createIssuedYears(),
    calendar,
    drawCode,
    demonstration: demonstrationMark,
  }
  return makeFolder(out, async (folder) => {
    for (const [name, bytes] of trustFiles) await folder.write(`trust/${name}`, bytes)
    for (const [name, bytes] of extraFiles) await folder.write(name, bytes)
    const totals = await issueInto(folder, years.toSorted(bySchoolYear), { office, common, ...options })
    const summary = { ...totals, secondsByStage: stopwatch.seconds() }
    await folder.write('summary.json', `${JSON.stringify(summary, null, 2)}\n`)
    return summary
  })
}

const preparePages = async (
  { verificationUrl, now }: IssuingOptions,
  trust: TrustStore,
): Promise<PageMaking | undefined> =>
  verificationUrl === undefined
    ? undefined
    : pageMakingOf({ typesetter: await openTypesetter(), verificationUrl, clock: () => now }, trust)

interface FolderRun extends Pick<IssuingOptions, 'onProgress'> {
  readonly office: DemoOffice
  readonly common: CommonContext
}

const issueInto = async (
  folder: FolderInTheMaking,
  years: readonly SchoolYearRecords[],
  { office: { keys, timestamps }, common, onProgress }: FolderRun,
): Promise<Omit<IssuingSummary, 'secondsByStage'>> => {
  const total = years.reduce((sum, { students }) => sum + students.length, 0)
  const notIssued: NotIssued[] = []
  let [books, signatures, pages, done] = [0, 0, 0, 0]
  for (const records of years) {
    const seal = { signer: keys.sealOf(records.school), timestamps }
    const context = { ...common, signers: keys.signersOf(records), seal }
    for (const classRecords of listClassRecords(records)) {
      const outcome = await issueClass(classRecords, context)
      await writeClass(folder, outcome, context.stopwatch)
      notIssued.push(...outcome.notIssued)
      books += outcome.years.length
      signatures += outcome.years.reduce((sum, year) => sum + year.signatures, 0)
      pages += outcome.years.filter(({ pdf }) => pdf !== undefined).length
      onProgress((done += classRecords.students.length), total)
    }
  }
  return { books, notIssued, signatures, pages }
}

const writeClass = (
  folder: FolderInTheMaking,
  { years }: ClassOutcome,
  stopwatch: Stopwatch,
): Promise<unknown> =>
  stopwatch.time('files', () =>
    Promise.all(
      years.flatMap(({ name, xml, pdf }) => [
        folder.write(`xml/${name}.xml`, xml),
        ...(pdf === undefined ? [] : [folder.write(`pdf/${name}.pdf`, pdf)]),
      ]),
    ),
  )
