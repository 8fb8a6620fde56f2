import type { BookMaking } from '../../../src/adapters/postgres/books/book-making.ts'
import { carryOver } from '../../../src/adapters/postgres/books/carry-over.ts'
import { drawCode } from '../../../src/demo/index.ts'
import {
  colleagues,
  confirmAll,
  digestOf,
  placeOf,
  plannedClass,
  sheetsOf,
  yearEnd,
  type FinishedClass,
} from './finished-class.ts'
import { openSigningBench, type SigningBench } from './signing-bench.ts'

/** The finished class 7A with the desk at which its people sign. */
export interface SignableClass extends FinishedClass, SigningBench {}

/** The same once it is carried over, with what its reports are made. */
export interface CarriedOverClass extends SignableClass {
  readonly making: BookMaking
}

/** A class that is confirmed and carried over: its reports wait for their signatures. */
export const openCarriedOver = async (records = plannedClass(7, 3)): Promise<CarriedOverClass> => {
  const bench = await openSigningBench(records, { withDrafts: false })
  const { demonstration } = bench.desk
  const making = { drawCode, ...(demonstration === undefined ? {} : { demonstration }) }
  const place = placeOf(bench.tenant, records.classes[0]?.grade ?? 7)
  const finished = { ...bench, records, place, sheets: sheetsOf(records), making }
  await confirmAll(finished)
  await carryOver(bench.database, place, {
    part: 'year',
    digest: await digestOf(finished),
    teacher: colleagues.homeroomTeacher,
    now: yearEnd,
    making,
  })
  return finished
}

/** The covers are closed, then everybody signs up to the principal. */
export const signThrough = async ({ sit }: SigningBench): Promise<void> => {
  const { principal, clerk, subjectTeacher, artsTeacher, homeroomTeacher } = colleagues
  await sit(principal)
  await sit(clerk, 'seal')
  for (const who of [subjectTeacher, artsTeacher, homeroomTeacher, principal]) await sit(who)
}

/** The same, then the clerk seals: every report of the class is issued. */
export const issueAll = async (bench: SigningBench): Promise<void> => {
  await signThrough(bench)
  const { done, misses } = await bench.sit(colleagues.clerk, 'seal')
  if (misses.length > 0) throw new Error(`${done} issued, but ${JSON.stringify(misses)}`)
}
