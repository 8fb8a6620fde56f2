import { makeFolder, type FolderInTheMaking } from '../../../adapters/atomic-folder.ts'
import { trustStoreFrom } from '../../../adapters/trust-folder.ts'
import { listClassRecords } from '../../../book/index.ts'
import { createDemoAuthority, demonstrationMark } from '../../../demo/index.ts'
import type { SchoolYearRecords } from '../../../records/index.ts'
import { verifyBook } from '../../../verification/index.ts'
import type { SigningCalendar } from './calendar.ts'
import { createIssuedYears } from './editions.ts'
import { issueClass, type ClassOutcome, type IssuingContext, type NotIssued } from './issue-class.ts'
import { createKeyRing, type AlgorithmChoice, type KeyRing } from './key-ring.ts'
import { createStopwatch, type Stopwatch } from './stopwatch.ts'

/** What `DIR/summary.json` says. */
export interface IssuingSummary {
  /** Sealed files, every version counted. */
  readonly books: number
  readonly notIssued: readonly NotIssued[]
  readonly signatures: number
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
  readonly onProgress: (done: number, total: number) => void
}

/** The clock that the demonstration's timestamps are made by: turned to each sitting's day. */
interface TurnableClock {
  readonly read: () => Date
  readonly turnTo: (at: Date) => void
}

const createTurnableClock = (start: Date): TurnableClock => {
  let current = start
  return {
    read: () => current,
    turnTo: (at) => {
      current = at
    },
  }
}

const twentyYears = 20 * 365.25 * 24 * 60 * 60 * 1000

const bySchoolYear = (a: SchoolYearRecords, b: SchoolYearRecords): number =>
  a.schoolYear.localeCompare(b.schoolYear)

/**
 * Issues the books of any number of school years, earlier years first, into one new folder: all of it or nothing.
 * Keys, certificates and timestamps are a demonstration's.
 */
export const issueYears = async (
  years: readonly SchoolYearRecords[],
  options: IssuingOptions,
): Promise<IssuingSummary> => {
  const stopwatch = createStopwatch(() => performance.now())
  const validUntil = new Date(options.now.getTime() + twentyYears)
  const authority = await createDemoAuthority({ now: options.certificatesFrom, validUntil })
  const keys = createKeyRing(authority, options.algorithmOf)
  await stopwatch.time('keys', async () => {
    for (const records of years) await keys.prepare(records)
  })
  const trustFiles = await authority.trustFiles({ at: options.now, nextUpdate: validUntil })
  const trust = trustStoreFrom(trustFiles)
  const clock = createTurnableClock(options.now)
  const common = {
    timestamps: authority.timestampAuthority(clock.read),
    turnClockTo: clock.turnTo,
    inspect: (book: Parameters<typeof verifyBook>[0]) => verifyBook(book, { trust, now: options.now }),
    stopwatch,
    issued: createIssuedYears(),
    calendar: options.calendar,
    demonstration: demonstrationMark,
  }
  return makeFolder(options.out, async (folder) => {
    for (const [name, bytes] of trustFiles) await folder.write(`trust/${name}`, bytes)
    for (const [name, bytes] of options.extraFiles ?? []) await folder.write(name, bytes)
    const totals = await issueInto(folder, [...years].sort(bySchoolYear), keys, common, options)
    const summary = { ...totals, secondsByStage: stopwatch.seconds() }
    await folder.write('summary.json', `${JSON.stringify(summary, null, 2)}\n`)
    return summary
  })
}

type CommonContext = Omit<IssuingContext, 'signers' | 'seal'> & {
  readonly timestamps: IssuingContext['seal']['timestamps']
}

const issueInto = async (
  folder: FolderInTheMaking,
  years: readonly SchoolYearRecords[],
  keys: KeyRing,
  { timestamps, ...common }: CommonContext,
  { onProgress }: IssuingOptions,
): Promise<Omit<IssuingSummary, 'secondsByStage'>> => {
  const total = years.reduce((sum, { students }) => sum + students.length, 0)
  const notIssued: NotIssued[] = []
  let [books, signatures, done] = [0, 0, 0]
  for (const records of years) {
    const seal = { signer: keys.sealOf(records.school), timestamps }
    const context = { ...common, signers: keys.signersOf(records), seal }
    for (const classRecords of listClassRecords(records)) {
      const outcome = await issueClass(classRecords, context)
      await writeClass(folder, outcome, context.stopwatch)
      notIssued.push(...outcome.notIssued)
      books += outcome.files.length
      signatures += outcome.files.reduce((sum, file) => sum + file.signatures, 0)
      onProgress((done += classRecords.students.length), total)
    }
  }
  return { books, notIssued, signatures }
}

const writeClass = (
  folder: FolderInTheMaking,
  { files }: ClassOutcome,
  stopwatch: Stopwatch,
): Promise<unknown> =>
  stopwatch.time('files', () =>
    Promise.all(files.map(({ name, bytes }) => folder.write(`xml/${name}`, bytes))),
  )
