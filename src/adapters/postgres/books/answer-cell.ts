import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { withTenant, type Database } from '../connect.ts'
import { readCells } from '../gradebook/cell-rows.ts'
import { cellTableOf } from '../gradebook/cell-tables.ts'
import { saveCellsIn } from '../gradebook/save-cells.ts'
import type { SheetPlace } from '../gradebook/sheet-facts.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import { refuseInput } from '../set-up/set-up-rows.ts'
import { refuseAct, type MakingActing } from './acting.ts'
import { listFallen } from './fallen-signatures.ts'
import { enterAct, holdingClass } from './holding-class.ts'
import { keepStandings } from './keep-standings.ts'
import { makeAnew } from './make-anew.ts'
import { preparedIn } from './prepared-in.ts'
import type { FallingSignature } from './preview-correction.ts'
import { readAnswer, type CellAnswer, type ReadAnswer } from './read-answer.ts'
import { listStoredSendBacks, type SentBack, type StoredSendBack } from './stored-send-backs.ts'

/** A cell once it is answered, and whose signatures fell with a changed value. */
export interface AnsweredSendBack {
  readonly sendBack: SentBack
  readonly fallen: readonly FallingSignature[]
  /** Why the pupil's year can no longer be reported with the changed value. */
  readonly notMade: string | null
}

/**
 * Answers a cell that was sent back (trả lời ô trả lại): by who answers for the sheet alone. A changed value is written
 * as any other, with its trace; in the same transaction the pupil's report is made anew and what was confirmed and
 * carried over is so again with it. The same answer again changes nothing. Undefined where there is no such cell.
 */
export const answerSendBack = async (
  database: Database<'school'>,
  scope: YearScope,
  sendBackId: string,
  answer: CellAnswer,
  acting: MakingActing,
): Promise<AnsweredSendBack | undefined> => {
  const place = await findPlace(database, scope, sendBackId, acting)
  if (place === undefined) return undefined
  return holdingClass(database, place, async (transaction) => {
    const stored = await getSent(transaction, place, acting, sendBackId)
    const { sent } = stored
    const wanted = await readAnswer(transaction, place, sent, answer)
    if (sent.answer !== null) return sameAnswer(transaction, place, stored, wanted, acting)
    if (!sent.canAnswer)
      throw refuseAct(`Chỉ ${sent.responsible ?? 'người phụ trách trang này'} trả lời ô này.`)
    const actId = randomUUID()
    await enterAct(transaction, { ...place, actId, kind: 'answer', by: acting.actor, now: acting.now })
    // The cell is open as long as it waits for its answer.
    if (!wanted.keep) await change(transaction, place, sent, wanted, { ...acting, actId })
    await writeAnswer(transaction, place, sent, wanted, actId)
    return answered(transaction, place, await getSent(transaction, place, acting, sendBackId))
  })
}

const findPlace = (
  database: Database<'school'>,
  scope: YearScope,
  sendBackId: string,
  { actor }: MakingActing,
): Promise<SheetPlace | undefined> =>
  withTenant(database, scope.tenant, async (transaction) => {
    const [found] = await listStoredSendBacks(transaction, scope, actor, { sendBackId })
    return found === undefined
      ? undefined
      : { ...scope, classId: found.sent.classId, sheet: found.sent.sheet }
  })

const getSent = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  { actor }: MakingActing,
  sendBackId: string,
): Promise<StoredSendBack> => {
  const [found] = await listStoredSendBacks(transaction, scope, actor, { sendBackId })
  if (found === undefined) throw new Error(`what was sent back is gone: ${sendBackId}`)
  return found
}

const sameAnswer = (
  transaction: SchoolTransaction,
  place: SheetPlace,
  stored: StoredSendBack,
  wanted: ReadAnswer,
  { actor }: MakingActing,
): Promise<AnsweredSendBack> => {
  const { sent, answererAccount } = stored
  const isSame =
    sent.answer === (wanted.keep ? 'kept' : 'changed') &&
    sent.answerWords === wanted.words &&
    (wanted.keep || sent.valueAfter === wanted.value) &&
    answererAccount === actor.accountId
  if (isSame) return answered(transaction, place, stored)
  throw refuseAct(
    `Ô này đã được ${sent.answeredBy ?? ''} trả lời. Nếu vẫn chưa đúng, hãy nhờ trả lại lần nữa.`,
  )
}

const answered = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  stored: StoredSendBack,
): Promise<AnsweredSendBack> => ({
  sendBack: stored.sent,
  fallen: await listFallen(transaction, place, stored.sent.studentCode, stored.answerActId),
  notMade: await findNotMade(transaction, place, stored),
})

/** What the carry-over of the answer's own act says of the pupil. */
const findNotMade = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, classId }: SheetPlace,
  { answerActId, sent: { studentCode } }: StoredSendBack,
): Promise<string | null> => {
  const { rows } = await sql<{ readonly reason: string }>`
    select one ->> 'reason' as reason
    from school.carry_over o cross join lateral jsonb_array_elements(o.not_made) one
    where o.tenant_id = ${tenant} and o.school_year = ${schoolYear} and o.class_id = ${classId}
      and o.act_id = ${answerActId}::uuid and one ->> 'studentCode' = ${studentCode}`.execute(transaction)
  return rows[0]?.reason ?? null
}

const writeAnswer = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  { sendBackId, studentCode, path }: SentBack,
  { keep, value, words }: ReadAnswer,
  actId: string,
): Promise<void> => {
  const standing = keep ? await findCell(transaction, place, studentCode, path) : { value }
  await transaction
    .updateTable('school.send_back')
    .set({
      answer: keep ? 'kept' : 'changed',
      answer_words: words,
      value_after: standing.value,
      answer_act_id: actId,
    })
    .where('tenant_id', '=', place.tenant)
    .where('school_year', '=', place.schoolYear)
    .where('send_back_id', '=', sendBackId)
    .execute()
}

const findCell = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  studentCode: string,
  path: string,
): Promise<{ readonly value: string | null; readonly version: number }> => {
  const table = cellTableOf(place.level, place.sheet)
  const cells = await readCells(preparedIn(transaction), place, table, [{ studentCode, path }])
  return [...cells.values()][0] ?? { value: null, version: 0 }
}

interface Changing extends MakingActing {
  readonly actId: string
}

/** Writes the new value; then report, confirmation and carry-over follow it, as far as they agreed before. */
const change = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  { studentCode, path }: SentBack,
  { value }: ReadAnswer,
  { actor, now, making, actId }: Changing,
): Promise<void> => {
  const { value: before, version } = await findCell(transaction, place, studentCode, path)
  if (before === value)
    throw refuseInput("Mục 'Giá trị mới': giống giá trị đang có → chọn giữ nguyên và ghi vì sao.")
  await keepStandings(transaction, place, { studentCode, actId }, async () => {
    await writeCell(transaction, {
      saveId: actId,
      place,
      account: actor,
      source: 'typed',
      cells: [{ studentCode, path, value, seenVersion: version }],
      isAnswer: true,
      now,
    })
    return makeAnew(transaction, place, [studentCode], { actId, making })
  })
}

const writeCell = async (
  transaction: SchoolTransaction,
  save: Parameters<typeof saveCellsIn>[1],
): Promise<void> => {
  const [outcome] = (await saveCellsIn(preparedIn(transaction), save)) ?? []
  if (outcome?.outcome !== 'saved') throw refuseAct(outcome?.message ?? 'Lớp không còn trang sổ này.')
}
