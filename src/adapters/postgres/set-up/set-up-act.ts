import { randomUUID } from 'node:crypto'
import type { EducationLevel } from '../../../shared/education-level.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import { enterAct } from '../books/holding-class.ts'
import { requireOpen } from '../books/require-open.ts'
import type { Database } from '../connect.ts'
import { isWritten, type RowChanges } from '../school/compare-rows.ts'
import { writingSchool, type SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import { writeRows } from '../school/write-rows.ts'

/** Who sets what up, and when. */
export interface SetUpBy {
  readonly account: { readonly accountId: string; readonly fullName: string }
  readonly now: Date
}

/** Which year of which school is set up. */
export interface SetUpPlace {
  readonly schoolCode: string
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
}

/** A school year while it is being set up: nobody else imports or sets up the same school meanwhile. */
export interface OpenYear extends YearScope {
  readonly transaction: SchoolTransaction
  /** Writes what differs, all as one act with its trace. */
  readonly write: (changes: readonly RowChanges[]) => Promise<void>
}

/** Does one act of setting up (thiết lập) in one transaction; nothing of it stays where it is refused half-way. */
export const settingUp = <T>(
  database: Database<'school'>,
  { schoolCode, schoolYear, level }: SetUpPlace,
  by: SetUpBy,
  work: (year: OpenYear) => Promise<T>,
): Promise<T> =>
  writingSchool(database, schoolCode, async (transaction, tenant) => {
    const scope = { tenant, schoolYear, level }
    await requireYear(transaction, scope)
    return work({ ...scope, transaction, write: writerOf(transaction, scope, by, 'set-up') })
  })

const requireYear = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
): Promise<void> => {
  const found = await transaction
    .selectFrom('school.school_year')
    .select('version')
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('level', '=', level)
    .executeTakeFirst()
  if (found === undefined)
    throw new Refusal(
      'school-year-not-found',
      `Trường chưa có năm học ${schoolYear} ở cấp này. Hãy tạo năm học trước.`,
    )
}

/**
 * Writes changes of a year; the act is entered with the first of them, so that what changes nothing leaves none. Refused
 * where anything of it is closed.
 */
export const writerOf = (
  transaction: SchoolTransaction,
  scope: YearScope,
  by: SetUpBy,
  kind: 'set-up' | 'roll-over',
): OpenYear['write'] => {
  const actId = randomUUID()
  let isEntered = false
  return async (changes) => {
    if (!changes.some(isWritten)) return
    await requireOpen(transaction, scope, changes, by)
    if (!isEntered) await enterAct(transaction, { ...scope, actId, kind, by: by.account, now: by.now })
    isEntered = true
    await writeRows({ ...scope, transaction, actId }, changes).catch(tellOvertaken)
  }
}

/** Somebody changed what is to be changed since it was read; their version stays. */
export const refuseChanged = (what: string, cause?: unknown): Refusal =>
  new Refusal(
    'changed-meanwhile',
    `${what} vừa được người khác sửa. Chưa ghi gì; hãy xem nội dung mới rồi sửa lại.`,
    { cause },
  )

const tellOvertaken = (error: unknown): never => {
  throw error instanceof Refusal && error.code === 'act-not-available'
    ? refuseChanged('Dữ liệu này', error)
    : error
}
