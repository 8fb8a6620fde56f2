import { Refusal } from '../../../shared/refusal.ts'
import type { SheetPlace } from '../gradebook/sheet-facts.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { refuseAct, type Acting } from './acting.ts'
import { listStoredSendBacks, type SentBack } from './stored-send-backs.ts'

/** A cell that somebody wants to send back; `sendBackId` is drawn by them and stands for this cell and reason alone. */
export interface WantedSendBack {
  readonly sendBackId: string
  readonly studentCode: string
  readonly path: string
  readonly reason: string
}

interface OpenRow {
  readonly school_year: string
  readonly send_back_id: string
  readonly student_code: string
  readonly path: string
  readonly sheet: string
  readonly class_id: string
  readonly reason: string
  readonly by_name: string
  readonly account_id: string | null
}

/** What is on record already: the same act, or the same wish of the same person; another's is refused. */
export const findKnownSendBack = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  wanted: WantedSendBack,
  acting: Acting,
): Promise<SentBack | undefined> => {
  const rows = await findSameOrOpen(transaction, place, wanted)
  const same = rows.find(({ send_back_id }) => send_back_id === wanted.sendBackId)
  const found = same ?? rows[0]
  if (found === undefined) return undefined
  const isSame =
    isSameCell(found, place, wanted) &&
    found.reason === wanted.reason &&
    found.account_id === acting.actor.accountId
  if (isSame) return getSentBack(transaction, place, acting, found.send_back_id)
  if (same !== undefined)
    throw new Refusal(
      'changed-meanwhile',
      'Mã của lần trả lại này đã dùng cho một nội dung khác; chưa ghi gì. Hãy trả lại lần nữa với mã mới.',
    )
  throw refuseAct(
    `Ô này đang được ${found.by_name} trả lại («${found.reason}») và chưa có trả lời. Hãy đợi trả lời rồi trả lại nếu cần.`,
  )
}

const isSameCell = (
  row: OpenRow,
  { schoolYear, classId, sheet }: SheetPlace,
  { studentCode, path }: WantedSendBack,
): boolean =>
  row.school_year === schoolYear &&
  row.class_id === classId &&
  row.sheet === sheet &&
  row.student_code === studentCode &&
  row.path === path

const findSameOrOpen = (
  transaction: SchoolTransaction,
  { tenant, schoolYear, sheet }: SheetPlace,
  { sendBackId, studentCode, path }: WantedSendBack,
): Promise<readonly OpenRow[]> =>
  transaction
    .selectFrom('school.send_back as b')
    .innerJoin('school.act as a', (join) =>
      join.onRef('a.tenant_id', '=', 'b.tenant_id').onRef('a.act_id', '=', 'b.act_id'),
    )
    .select([
      'b.school_year',
      'b.send_back_id',
      'b.student_code',
      'b.path',
      'b.sheet',
      'b.class_id',
      'b.reason',
      'b.by_name',
      'a.account_id',
    ])
    .where('b.tenant_id', '=', tenant)
    .where((is) =>
      is.or([
        is.eb('b.send_back_id', '=', sendBackId),
        is.and([
          is.eb('b.school_year', '=', schoolYear),
          is.eb('b.student_code', '=', studentCode),
          is.eb('b.sheet', '=', sheet),
          is.eb('b.path', '=', path),
          is.eb('b.answer', 'is', null),
        ]),
      ]),
    )
    .execute()

/** One cell that went back, as it is on record. */
export const getSentBack = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  { actor }: Acting,
  sendBackId: string,
): Promise<SentBack> => {
  const [found] = await listStoredSendBacks(transaction, place, actor, { sendBackId })
  if (found === undefined) throw new Error(`what was sent back is not there: ${sendBackId}`)
  return found.sent
}
