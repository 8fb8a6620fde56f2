import { randomUUID } from 'node:crypto'
import { isPermitted } from '../../../accounts/index.ts'
import type { Database } from '../connect.ts'
import { readCells } from '../gradebook/cell-rows.ts'
import { cellTableOf } from '../gradebook/cell-tables.ts'
import { hasSheet } from '../gradebook/read-sheet.ts'
import { findSheetFacts, type SheetPlace } from '../gradebook/sheet-facts.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { refuseInput } from '../set-up/set-up-rows.ts'
import { readReason, refuseAct, type Acting } from './acting.ts'
import { findCellStanding, type CellStanding } from './cell-standing.ts'
import { holdDrafts } from './current-drafts.ts'
import { enterAct, holdingClass } from './holding-class.ts'
import { findKnownSendBack, getSentBack, type WantedSendBack } from './known-send-back.ts'
import { preparedIn } from './prepared-in.ts'
import { confirmedPartOf, findCellColumn } from './sheet-column.ts'
import type { SentBack } from './stored-send-backs.ts'

/**
 * Sends one cell back to who answers for it (trả lại), with the reason: of a sheet that is confirmed or carried over, of
 * a pupil whose book is not issued. From then on that cell alone may be written, until it is answered. The same again is
 * answered as it was. Undefined where there is no such class or sheet.
 */
export const sendBackCell = (
  database: Database<'school'>,
  place: SheetPlace,
  wanted: WantedSendBack,
  acting: Acting,
): Promise<SentBack | undefined> =>
  holdingClass(database, place, async (transaction) => {
    const facts = await findSheetFacts(transaction, place)
    if (facts === undefined || !hasSheet(place, facts)) return undefined
    if (!isPermitted(acting.actor, 'cell.send-back', place))
      throw refuseAct('Chỉ ban giám hiệu, chủ nhiệm của lớp và tổ trưởng của môn được trả lại ô này.')
    const typed = { ...wanted, reason: readReason('Lí do trả lại', wanted.reason) }
    const context = { ...place, grade: facts.grade, periodsPerYear: facts.periods_per_year }
    if (findCellColumn(context, typed.path) === undefined)
      throw refuseInput('Trang sổ này không có ô như vậy → chọn lại ô trên trang.')
    const known = await findKnownSendBack(transaction, place, typed, acting)
    if (known !== undefined) return known
    const part = confirmedPartOf(context, typed.path)
    // From here on nobody seals the report; one that is just being sealed goes out first.
    await holdDrafts(transaction, place, [typed.studentCode])
    requireClosed(place, typed, await findCellStanding(transaction, place, typed.studentCode, part))
    await insertSendBack(transaction, place, typed, acting)
    return getSentBack(transaction, place, acting, typed.sendBackId)
  })

const requireClosed = (
  { classId }: SheetPlace,
  { studentCode }: WantedSendBack,
  standing: CellStanding | undefined,
): void => {
  if (standing === undefined) throw refuseInput(`Lớp ${classId} không có học sinh mã ${studentCode}.`)
  if (standing.isIssued)
    throw refuseAct(
      `Học bạ của ${standing.fullName} đã phát hành: không trả lại được nữa; hãy lập đề nghị đính chính.`,
    )
  if (!standing.isConfirmed && !standing.isCarriedOver)
    throw refuseAct(
      'Trang sổ này chưa được xác nhận nên chưa cần trả lại: hãy báo giáo viên phụ trách sửa trước khi xác nhận.',
    )
}

const insertSendBack = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  { sendBackId, studentCode, path, reason }: WantedSendBack,
  { actor, now }: Acting,
): Promise<void> => {
  const { tenant, schoolYear, level, classId, sheet } = place
  const actId = randomUUID()
  await enterAct(transaction, { ...place, actId, kind: 'send-back', by: actor, now })
  await transaction
    .insertInto('school.send_back')
    .values({
      tenant_id: tenant,
      send_back_id: sendBackId,
      school_year: schoolYear,
      level,
      class_id: classId,
      sheet,
      student_code: studentCode,
      path,
      value_then: await findValue(transaction, place, studentCode, path),
      reason,
      by_name: actor.fullName,
      act_id: actId,
    })
    .execute()
}

/** What stands in a cell now. */
const findValue = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  studentCode: string,
  path: string,
): Promise<string | null> => {
  const table = cellTableOf(place.level, place.sheet)
  const cells = await readCells(preparedIn(transaction), place, table, [{ studentCode, path }])
  return [...cells.values()][0]?.value ?? null
}
