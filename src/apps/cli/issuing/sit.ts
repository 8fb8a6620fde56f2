import type { BookData, BookFile } from '../../../bookfile/index.ts'
import {
  affixSchoolSeal,
  releaseBook,
  type Inspect,
  type Seal,
  type SealedBook,
} from '../../../sealing/index.ts'
import {
  listPending,
  openNextSheet,
  openSheet,
  signWave,
  type PersonalSigners,
  type SigningSheet,
} from '../../../signing/index.ts'
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
  /** Moves the clock that the timestamps are made by; the real clock ignores it. */
  readonly turnClockTo: (at: Date) => void
  readonly stopwatch: Stopwatch
}

const isComplete = ({ slots, made }: SigningSheet): boolean => slots.every(({ id }) => made.has(id))

const sealDay = (sheets: readonly SigningSheet[], days: SigningDays): Date => {
  const turn = sheets.flatMap(listPending).find(({ role }) => role === 'school-seal')
  return turn === undefined ? days.seal : dayOf(days, turn)
}

/**
 * One sitting: takes reports with the same days through all their signatures in their order – cover,
 * teachers, homeroom teacher, principal, seal – and releases them. Everybody signs all their parts at once.
 */
export const sit = async (
  drafts: readonly Draft[],
  days: SigningDays,
  { signers, seal, inspect, turnClockTo, stopwatch }: Sitting,
): Promise<readonly SealedBook[]> => {
  let sheets: readonly SigningSheet[] = drafts.map(({ data, before }) =>
    before === undefined ? openSheet(data) : openNextSheet(data, before),
  )
  while (!sheets.every(isComplete)) {
    sheets = await stopwatch.time('sign', () => signWave(sheets, signers, (slot) => dayOf(days, slot)))
    const at = sealDay(sheets, days)
    turnClockTo(at)
    sheets = await stopwatch.time('seal', () => affixSchoolSeal(sheets, seal, { at }))
  }
  return stopwatch.time('verify', () => sheets.map((sheet) => releaseBook(sheet, inspect)))
}
