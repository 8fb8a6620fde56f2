import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Refusal } from '../../../shared/refusal.ts'
import type { ConfirmedPart } from '../../../workflow/index.ts'
import type { Database } from '../connect.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { prepareMaking, type BookMaking } from './book-making.ts'
import { classDigest } from './cell-digests.ts'
import { holdDrafts } from './current-drafts.ts'
import { requireHomeroomTeacher, type ClassTeacher } from './homeroom-teacher.ts'
import { enterAct, holdingClass } from './holding-class.ts'
import { writePlan } from './make-anew.ts'
import { planReports, type DraftPlan, type NotMade } from './plan-drafts.ts'
import { requireConfirmed } from './require-confirmed.ts'
import { findCarryOver, type CarryOver } from './stored-carry-overs.ts'

/** What of a class is carried over, as whoever asks has seen it, by whom and with what. */
export interface CarryOverRequest {
  readonly part: ConfirmedPart
  /** Of all cells of the class, as they were shown (`classDigest`). */
  readonly digest: string
  readonly teacher: ClassTeacher
  readonly now: Date
  readonly making: BookMaking
}

/**
 * Kết chuyển: the homeroom teacher publishes a class's gradebook, all sheets of which are confirmed, into report books.
 * Whoever can be issued gets a report to be signed; the others are listed with the reason. Repeated with nothing changed
 * it is answered as before; after changes it makes anew only what differs, and issued years stay as they are. Undefined
 * where there is no such class; refused for anybody else, before all is confirmed, or where the book is not the one seen.
 */
export const carryOver = (
  database: Database<'school'>,
  place: ClassPlace,
  request: CarryOverRequest,
): Promise<CarryOver | undefined> =>
  holdingClass(database, place, async (transaction) => {
    await requireHomeroomTeacher(transaction, place, request.teacher, 'kết chuyển sổ')
    await requireConfirmed(transaction, place, request.part)
    await requireSeen(transaction, place, request.digest)
    const ready = await prepareMaking(transaction, place, undefined, request.making)
    const codes = ready.classRecords.students.map(({ profile }) => profile.studentCode)
    const plan = planReports(ready, await holdDrafts(transaction, place, codes))
    const before = await findCarryOver(transaction, place, request.part)
    if (before !== undefined && isSame(before, request, plan)) return before
    await write(transaction, place, request, plan)
    return findCarryOver(transaction, place, request.part)
  })

const requireSeen = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  digest: string,
): Promise<void> => {
  if ((await classDigest(transaction, place)) === digest) return
  throw new Refusal(
    'changed-meanwhile',
    'Sổ của lớp vừa thay đổi so với bản đang xem; chưa kết chuyển. Hãy tải lại, xem chỗ mới rồi kết chuyển.',
  )
}

const isSame = (before: CarryOver, { digest }: CarryOverRequest, plan: DraftPlan): boolean =>
  before.digest === digest &&
  plan.drafts.length === 0 &&
  plan.retired.length === 0 &&
  JSON.stringify(before.notMade.map(toReason)) === JSON.stringify(plan.notMade.map(toReason))

const toReason = ({ studentCode, reason }: NotMade): readonly string[] => [studentCode, reason]

const write = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  { part, digest, teacher, now }: CarryOverRequest,
  plan: DraftPlan,
): Promise<void> => {
  const { tenant, schoolYear, level, classId } = place
  const actId = randomUUID()
  await enterAct(transaction, { ...place, actId, kind: 'carry-over', by: teacher, now })
  const made = await writePlan(transaction, place, plan, actId)
  await sql`
    insert into school.carry_over (tenant_id, school_year, class_id, number, part, level, digest, made, not_made, act_id)
    select ${tenant}::integer, ${schoolYear}::text, ${classId}::text,
      1 + coalesce((select max(number) from school.carry_over
        where tenant_id = ${tenant} and school_year = ${schoolYear} and class_id = ${classId}), 0),
      ${part}::text, ${level}::school.education_level, decode(${digest}, 'hex'), ${made.length}::integer,
      ${JSON.stringify(plan.notMade)}::jsonb, ${actId}::uuid
    from school.class
    where tenant_id = ${tenant} and school_year = ${schoolYear} and class_id = ${classId}`.execute(
    transaction,
  )
}
