import type { Actor } from '../../../accounts/index.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import { refuseAct, type Acting } from './acting.ts'
import { listStoredCorrections, type Correction } from './stored-corrections.ts'
import type { WantedChange } from './wanted-corrections.ts'

/** A request as somebody makes it; `correctionId` is drawn by them and stands for this content alone. */
export interface WantedCorrection extends WantedChange {
  readonly correctionId: string
  readonly reason: string
  /** Minh chứng: what proves it, in words: the paper, the sheet, where it is kept. */
  readonly evidence: string
}

/** The request on record, where it is the one wanted; refused where its number, or its cell, is another's. */
export const findKnownCorrection = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  wanted: WantedCorrection,
  { actor }: Acting,
): Promise<Correction | undefined> => {
  const rows = await findSameOrOpen(transaction, place, wanted)
  const same = rows.find(({ correction_id }) => correction_id === wanted.correctionId)
  if (same === undefined) {
    if (rows[0] === undefined) return undefined
    throw refuseAct(
      `Ô này đang có đề nghị đính chính của ${rows[0].by_name} chờ quyết định. Hãy đợi quyết định ấy.`,
    )
  }
  const isSame =
    same.school_year === place.schoolYear &&
    same.class_id === place.classId &&
    same.student_code === wanted.studentCode &&
    same.subject === wanted.subject &&
    same.field === wanted.field &&
    same.reason === wanted.reason &&
    same.evidence === wanted.evidence &&
    same.by_account === actor.accountId
  if (isSame) return getCorrection(transaction, place, actor, same.correction_id)
  throw new Refusal(
    'changed-meanwhile',
    'Mã của đề nghị này đã dùng cho một nội dung khác; chưa ghi gì. Hãy lập đề nghị mới.',
  )
}

const findSameOrOpen = (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: ClassPlace,
  { correctionId, studentCode, subject, field }: WantedCorrection,
) =>
  transaction
    .selectFrom('school.correction')
    .select([
      'school_year',
      'class_id',
      'correction_id',
      'student_code',
      'subject',
      'field',
      'reason',
      'evidence',
      'by_name',
      'by_account',
    ])
    .where('tenant_id', '=', tenant)
    .where((is) =>
      is.or([
        is.eb('correction_id', '=', correctionId),
        is.and([
          is.eb('school_year', '=', schoolYear),
          is.eb('student_code', '=', studentCode),
          is.eb('subject', '=', subject),
          is.eb('field', '=', field),
          is.eb('decision', 'is', null),
        ]),
      ]),
    )
    .execute()

/** One request as it is on record. */
export const getCorrection = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  actor: Actor,
  correctionId: string,
): Promise<Correction> => {
  const [found] = await listStoredCorrections(transaction, scope, actor, { correctionId })
  if (found === undefined) throw new Error(`a request is not there: ${correctionId}`)
  return found.correction
}
