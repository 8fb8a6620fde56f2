import type { SignedData } from '../bookfile/index.ts'
import { register, type RegisteredVersion } from '../registry/index.ts'
import {
  affixSchoolSeal,
  releaseBook,
  sealPages,
  type PageMaking,
  type Seal,
  type SealedBook,
  type SealedPage,
} from '../sealing/index.ts'
import { Refusal } from '../shared/refusal.ts'
import { isReportSheet, listPending, type SigningSheet } from '../signing/index.ts'
import type { SigningDesk } from './signing-desk.ts'
import { listYearsOf, takeOver } from './take-over.ts'

/** With what sheets are sealed and put on record. */
export interface SheetIssuing extends Pick<SigningDesk, 'inspect' | 'pages' | 'registry' | 'inspectReport'> {
  readonly seal: Seal
  readonly clock: () => Date
  /** Who reports the books to the registry. */
  readonly by: string
  /** Sheets that are to be sealed no more: what of them is on record is taken over all the same. */
  readonly held?: ReadonlySet<SigningSheet<SignedData>>
}

type AnySheet = SigningSheet<SignedData>
interface Failure {
  readonly kind: 'failed'
  readonly message: string
}

/**
 * What became of one sheet: the seal is in its place; with it the book was issued and is on record, now or already
 * before; or neither, with the reason, or because it was held.
 */
export type SheetOutcome =
  | { readonly kind: 'sealed'; readonly sheet: AnySheet }
  | { readonly kind: 'issued'; readonly sheet: AnySheet; readonly version: RegisteredVersion }
  | { readonly kind: 'held' }
  | Failure

const ownRefusals = new Set(['own-verification-failed', 'book-not-accepted', 'act-not-available'])

/** A refusal that concerns one sheet becomes its outcome; anything else concerns them all. */
const failureOf = (error: unknown): Failure => {
  if (!(error instanceof Refusal) || !ownRefusals.has(error.code)) throw error
  return { kind: 'failed', message: error.message }
}

/** Whether the next seal on a sheet is the one that issues the year, not that of its cover. */
const isFinishing = (sheet: AnySheet): sheet is SigningSheet =>
  isReportSheet(sheet) && listPending(sheet).some(({ id }) => id === 's-truong')

/**
 * Seals sheets on which it is the seal's turn, covers and years, in one sitting, and puts the finished years on record.
 * The registry is asked first: what is there with the same data is taken over, never sealed twice, so that it may be
 * cut off at any moment and called again. Refused as a whole, and nothing is issued, without timestamps. The outcomes
 * are in the order of the sheets.
 */
export const issueSheets = async (
  sheets: readonly AnySheet[],
  issuing: SheetIssuing,
): Promise<readonly SheetOutcome[]> => {
  const taken = await takeOverAll(sheets, issuing)
  const sealed = await sealSheets(
    sheets.filter((sheet) => !taken.has(sheet) && issuing.held?.has(sheet) !== true),
    issuing,
  )
  return sheets.map((sheet) => taken.get(sheet) ?? sealed.get(sheet) ?? { kind: 'held' })
}

type Outcomes = ReadonlyMap<AnySheet, SheetOutcome>

const takeOverAll = async (sheets: readonly AnySheet[], { registry }: SheetIssuing): Promise<Outcomes> => {
  const finishing = sheets.filter(isFinishing)
  const years = await listYearsOf(finishing, registry)
  const outcomes = new Map<AnySheet, SheetOutcome>()
  for (const sheet of finishing)
    try {
      const found = await takeOver(sheet, years, registry)
      if (found !== undefined) outcomes.set(sheet, { kind: 'issued', ...found })
    } catch (error) {
      outcomes.set(sheet, failureOf(error))
    }
  return outcomes
}

/** A sealed year on its way out; `of` is the sheet as it came. */
interface Released {
  readonly of: AnySheet
  readonly sheet: SigningSheet
  readonly book: SealedBook
}

const sealSheets = async (sheets: readonly AnySheet[], issuing: SheetIssuing): Promise<Outcomes> => {
  const outcomes = new Map<AnySheet, SheetOutcome>()
  if (sheets.length === 0) return outcomes
  const at = issuing.clock()
  const released: Released[] = []
  for (const [index, sheet] of (await affixSchoolSeal(sheets, issuing.seal, { at })).entries()) {
    const of = sheets[index] ?? sheet
    if (!isFinishing(of) || !isReportSheet(sheet)) outcomes.set(of, { kind: 'sealed', sheet })
    else
      try {
        released.push({ of, sheet, book: releaseBook(sheet, issuing.inspect) })
      } catch (error) {
        outcomes.set(of, failureOf(error))
      }
  }
  const pages = await makePages(released, issuing, at)
  const records = await recordAll(released, pages, issuing)
  for (const [index, { of }] of released.entries()) {
    const outcome = records[index]
    if (outcome !== undefined) outcomes.set(of, outcome)
  }
  return outcomes
}

/** All at once: each waits for its own files to be on disk. Where one breaks off, the others are finished first. */
const recordAll = async (
  released: readonly Released[],
  pages: readonly PageOrFailure[],
  issuing: SheetIssuing,
): Promise<readonly SheetOutcome[]> => {
  const records = released.map((one, index) => put(one, pages[index], issuing))
  for (const record of await Promise.allSettled(records))
    if (record.status === 'rejected') throw record.reason
  return Promise.all(records)
}

/** The page of a book, or why it has none; undefined where no pages are made. */
type PageOrFailure = SealedPage | Failure | undefined

/** All in one call of the key; where one of them does not pass, one by one, so that it alone stays behind. */
const makePages = async (
  released: readonly Released[],
  { pages, seal }: SheetIssuing,
  at: Date,
): Promise<readonly PageOrFailure[]> => {
  if (pages === undefined) return []
  const books = released.map(({ book }) => book)
  try {
    return await sealPages(books, seal, pages, { at })
  } catch (error) {
    failureOf(error)
  }
  const made: PageOrFailure[] = []
  for (const book of books) made.push(await makePage(book, { pages, seal }, at))
  return made
}

const makePage = async (
  book: SealedBook,
  { pages, seal }: { readonly pages: PageMaking; readonly seal: Seal },
  at: Date,
): Promise<PageOrFailure> => {
  try {
    return (await sealPages([book], seal, pages, { at }))[0]
  } catch (error) {
    return failureOf(error)
  }
}

/** Files first, then the record: what is on record has its files. */
const put = async (
  { sheet, book }: Released,
  page: PageOrFailure,
  { registry, inspectReport, clock, by }: SheetIssuing,
): Promise<SheetOutcome> => {
  if (page !== undefined && 'kind' in page) return page
  const files = { xml: book.bytes, ...(page === undefined ? {} : { pdf: page.bytes }) }
  try {
    const { version } = await register(registry, files, { inspect: inspectReport, now: clock(), by })
    return { kind: 'issued', sheet, version }
  } catch (error) {
    return failureOf(error)
  }
}
