import { randomUUID } from 'node:crypto'
import { closeEntryOrder, giveEntryOrder } from '../../../src/adapters/postgres/books/entry-orders.ts'
import { enterAct, holdingClass } from '../../../src/adapters/postgres/books/holding-class.ts'
import { makeAnew, type MadeReports } from '../../../src/adapters/postgres/books/make-anew.ts'
import { withTenant } from '../../../src/adapters/postgres/connect.ts'
import { readSheets, type StoredReport } from '../../../src/adapters/postgres/books/stored-reports.ts'
import type { CellOutcome } from '../../../src/adapters/postgres/gradebook/save-cells.ts'
import type { SheetName } from '../../../src/gradebook/index.ts'
import { actorsOf } from './actors.ts'
import { colleagues, making, type FinishedClass } from './finished-class.ts'
import { save, saveOf, schoolYear, want } from './gradebook.ts'
import { askAll } from './rows.ts'

/** The principal opens the class's whole book again for a day; gives the order's number. */
export const openAgain = async (finished: FinishedClass, now: Date): Promise<string> => {
  const { orderId } = await giveEntryOrder(
    finished.database,
    finished.place,
    {
      orderId: randomUUID(),
      orderNumber: '12/LMS',
      reason: 'Rà soát sổ cuối năm',
      classId: finished.place.classId,
      sheet: null,
      part: null,
      endsAt: new Date(now.getTime() + 86_400_000),
    },
    { actor: actorsOf(finished).principal, now },
  )
  return orderId
}

/** The principal closes it before its end. */
export const closeAgain = (finished: FinishedClass, orderId: string, now: Date): Promise<unknown> =>
  closeEntryOrder(finished.database, finished.place, orderId, { actor: actorsOf(finished).principal, now })

/** Writes one cell as its teacher does who sees what stands there; a test that cannot is wrong. */
export const writeCell = async (
  { database, place }: FinishedClass,
  sheet: SheetName,
  [studentCode, path, value]: readonly [studentCode: string, path: string, value: string | null],
  now: Date,
): Promise<void> => {
  const write = async (seenVersion: number): Promise<CellOutcome | undefined> => {
    const cells = [want(studentCode, path, value, seenVersion)]
    return (await save(database, saveOf({ ...place, sheet }, cells, { now })))[0]
  }
  const first = await write(0)
  const last = first?.outcome === 'conflict' ? await write(first.version) : first
  if (last?.outcome !== 'saved') throw new Error(`${path} of ${studentCode}: ${last?.message ?? ''}`)
}

/** Makes reports anew as an answer to a sent-back cell does. */
export const makeAnewNow = async (
  { database, place }: FinishedClass,
  studentCodes: readonly string[],
  now: Date,
): Promise<MadeReports> => {
  const made = await holdingClass(database, place, async (transaction) => {
    const actId = randomUUID()
    await enterAct(transaction, { ...place, actId, kind: 'answer', by: colleagues.subjectTeacher, now })
    return makeAnew(transaction, place, studentCodes, { actId, making })
  })
  if (made === undefined) throw new Error('there is no such class')
  return made
}

/** The current drafts of the school, covers first, each opened as its sheet. */
export const readCurrent = async ({
  server,
  database,
  tenant,
}: FinishedClass): Promise<readonly StoredReport[]> => {
  const keys = await askAll<{ studentCode: string; version: number; draft: number }>(
    server,
    `select student_code as "studentCode", version, draft from school.report
     where tenant_id = $1 and is_current order by version = 0 desc, student_code`,
    [tenant],
  )
  return withTenant(database, tenant, (transaction) => readSheets(transaction, { tenant, schoolYear }, keys))
}

/** The current report of one pupil. */
export const reportOf = async (finished: FinishedClass, studentCode: string): Promise<StoredReport> => {
  const found = (await readCurrent(finished)).find(
    (one) => one.studentCode === studentCode && one.version > 0,
  )
  if (found === undefined) throw new Error(`${studentCode} has no report`)
  return found
}

/** Which slots of a draft are signed. */
export const signedIds = ({ sheet }: StoredReport): readonly string[] => [...sheet.made.keys()]
