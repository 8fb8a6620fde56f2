import type { BookData, BookFile } from '../bookfile/index.ts'
import {
  affixSchoolSeal,
  releaseBook,
  sealPages,
  type Inspect,
  type PageMaking,
  type Seal,
  type SealedBook,
  type SealedPage,
} from '../sealing/index.ts'
import {
  listPending,
  openNextSheet,
  openSheet,
  signWave,
  type PersonalSigners,
  type SigningSheet,
} from '../signing/index.ts'
import { dayOf, type SigningDays } from './calendar.ts'
import type { Stopwatch } from './stopwatch.ts'

/** A report to be signed, with the version before it where there is one. */
export interface Draft {
  readonly data: BookData
  readonly before?: BookFile
}

/** Who signs and seals, and what is asked before release. */
export interface Sitting {
  readonly signers: PersonalSigners
  readonly seal: Seal
  readonly inspect: Inspect
  /** How the official pages are made; without it there is data (XML) alone. */
  readonly pages?: PageMaking
  /** Moves the clock that the timestamps are made by; the real clock ignores it. */
  readonly turnClockTo: (at: Date) => void
  readonly stopwatch: Stopwatch
}

/** A sealed book and, where pages are made, its page. */
export interface Issue {
  readonly sealed: SealedBook
  readonly page?: SealedPage
}

const isComplete = ({ slots, made }: SigningSheet): boolean => slots.every(({ id }) => made.has(id))

const sealDay = (sheets: readonly SigningSheet[], days: SigningDays): Date => {
  const turn = sheets.flatMap(listPending).find(({ role }) => role === 'school-seal')
  return turn === undefined ? days.seal : dayOf(days, turn)
}

/**
 * One sitting: takes reports with the same days through all their signatures in their order – cover,
 * teachers, homeroom teacher, principal, seal – and releases them, data first, then the page that carries it.
 * Everybody signs all their parts at once.
 */
export const sit = async (
  drafts: readonly Draft[],
  days: SigningDays,
  { signers, seal, inspect, pages, turnClockTo, stopwatch }: Sitting,
): Promise<readonly Issue[]> => {
  let sheets: readonly SigningSheet[] = drafts.map(({ data, before }) =>
    before === undefined ? openSheet(data) : openNextSheet(data, before),
  )
  while (!sheets.every(isComplete)) {
    sheets = await stopwatch.time('sign', () => signWave(sheets, signers, (slot) => dayOf(days, slot)))
    const at = sealDay(sheets, days)
    turnClockTo(at)
    sheets = await stopwatch.time('seal', () => affixSchoolSeal(sheets, seal, { at }))
  }
  const books = await stopwatch.time('verify', () => sheets.map((sheet) => releaseBook(sheet, inspect)))
  if (pages === undefined) return books.map((sealed) => ({ sealed }))
  const made = await stopwatch.time('pages', () => sealPages(books, seal, pages, { at: days.seal }))
  return books.map((sealed, index) => ({ sealed, page: made[index] as SealedPage }))
}
