import type { BookMaking } from '../../../src/adapters/postgres/books/book-making.ts'
import { carryOver } from '../../../src/adapters/postgres/books/carry-over.ts'
import { classDigest } from '../../../src/adapters/postgres/books/cell-digests.ts'
import { confirmSheet, readConfirmation } from '../../../src/adapters/postgres/books/confirm-sheet.ts'
import type { CarryOver } from '../../../src/adapters/postgres/books/stored-carry-overs.ts'
import { withTenant } from '../../../src/adapters/postgres/connect.ts'
import type { ClassPlace } from '../../../src/adapters/postgres/gradebook/class-results.ts'
import { demonstrationMark, drawCode } from '../../../src/demo/index.ts'
import type { SheetName } from '../../../src/gradebook/index.ts'
import type { SchoolYearRecords } from '../../../src/records/index.ts'
import type { ConfirmedPart } from '../../../src/workflow/index.ts'
import { openFilled, type FilledDatabase } from './gradebook.ts'
import {
  actorOf,
  colleagues,
  fillClass,
  placeOf,
  plannedClass,
  sheetsOf,
  yearEnd,
  type Colleague,
} from './planned-class.ts'

export * from './planned-class.ts'

/** One class of a school whose gradebook is full. */
export interface FinishedClass extends FilledDatabase {
  readonly records: SchoolYearRecords
  readonly place: ClassPlace
  readonly sheets: readonly SheetName[]
}

/** A database with a school and its full class 7A (or 4A); others are there too, filled as well. */
export const openFinishedClass = async (
  first: SchoolYearRecords = plannedClass(7),
  ...others: readonly SchoolYearRecords[]
): Promise<FinishedClass> => {
  const filled = await openFilled(first, ...others)
  for (const records of [first, ...others]) await fillClass(filled, records)
  const grade = first.classes[0]?.grade ?? 7
  return { ...filled, records: first, place: placeOf(filled.tenant, grade), sheets: sheetsOf(first) }
}

/** With what reports are made in tests: books of a demonstration, codes at random. */
export const making: BookMaking = { drawCode, demonstration: demonstrationMark }

const ownerOf = ({ records }: FinishedClass, sheet: SheetName): Colleague => {
  const code = records.assignments.find(({ subject }) => subject === sheet)?.teacher ?? 'CB02'
  return Object.values(colleagues).find(({ staffCode }) => staffCode === code) ?? colleagues.homeroomTeacher
}

/** Confirms one sheet of the class, by who answers for it. */
export const confirmOne = async (
  finished: FinishedClass,
  sheet: SheetName,
  part: ConfirmedPart = 'year',
  now: Date = yearEnd,
): Promise<void> => {
  const place = { ...finished.place, sheet }
  const acting = { actor: actorOf(ownerOf(finished, sheet), finished.place), now }
  const seen = await readConfirmation(finished.database, place, acting)
  if (seen === undefined) throw new Error(`there is no sheet ${sheet}`)
  const accepted = seen.warnings.map(({ key }) => ({ key, words: 'Đã xem lại, đúng như vậy' }))
  await confirmSheet(finished.database, place, { part, digest: seen.digest, accepted }, acting)
}

/** Confirms every sheet of the class. */
export const confirmAll = async (
  finished: FinishedClass,
  part: ConfirmedPart = 'year',
  now: Date = yearEnd,
): Promise<void> => {
  for (const sheet of finished.sheets) await confirmOne(finished, sheet, part, now)
}

/** What all cells of the class are now. */
export const digestOf = ({ database, tenant, place }: FinishedClass): Promise<string> =>
  withTenant(database, tenant, (transaction) => classDigest(transaction, place))

/** The homeroom teacher carries the class over as it stands. */
export const carryOverNow = async (
  finished: FinishedClass,
  part: ConfirmedPart = 'year',
  now: Date = yearEnd,
): Promise<CarryOver> => {
  const digest = await digestOf(finished)
  const teacher = colleagues.homeroomTeacher
  const done = await carryOver(finished.database, finished.place, { part, digest, teacher, now, making })
  if (done === undefined) throw new Error('there is no such class')
  return done
}
