import { randomUUID } from 'node:crypto'
import { dayInVietnam, isPlainDate } from '../../../shared/dates.ts'
import { withTenant, type Database } from '../connect.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import { refuseInput } from '../set-up/set-up-rows.ts'
import { readText } from '../set-up/typed-values.ts'
import { decidesAsPrincipal, readReason, refuseAct, type Acting, type MakingActing } from './acting.ts'
import { listFallen } from './fallen-signatures.ts'
import { grant, type Deciding, type Order } from './grant-correction.ts'
import { enterAct, holdingClass } from './holding-class.ts'
import type { FallingSignature } from './preview-correction.ts'
import { listStoredCorrections, type Correction, type StoredCorrection } from './stored-corrections.ts'

/** What the principal says to a request. */
export type Decision =
  | {
      readonly decision: 'granted'
      readonly decisionNumber: string
      readonly decidedOn: string
      readonly words: string
    }
  | { readonly decision: 'refused'; readonly words: string }

/** A request once it is decided, and whose signatures fell with it. */
export interface DecidedCorrection {
  readonly correction: Correction
  readonly fallen: readonly FallingSignature[]
}

/**
 * Decides a request (quyết định đính chính): a granted one becomes an amendment, and the next version of the report is
 * made in the same transaction, with the signatures that still cover what it shows. Grants of one decision number join
 * in one version. The same decision again changes nothing. Undefined where there is no such request.
 */
export const decideCorrection = async (
  database: Database<'school'>,
  scope: YearScope,
  correctionId: string,
  decision: Decision,
  acting: MakingActing,
): Promise<DecidedCorrection | undefined> => {
  const place = await findPlace(database, scope, correctionId, acting)
  if (place === undefined) return undefined
  return holdingClass(database, place, async (transaction) => {
    if (!(await decidesAsPrincipal(transaction, scope, acting.actor)))
      throw refuseAct('Chỉ hiệu trưởng (hoặc người kí thay hiệu trưởng) quyết định đề nghị đính chính.')
    const typed = readDecision(decision, acting.now)
    const request = await getRequest(transaction, place, acting, correctionId)
    if (request.correction.decision !== null) return sameDecision(transaction, place, request, typed)
    const actId = randomUUID()
    await enterAct(transaction, { ...place, actId, kind: 'correction', by: acting.actor, now: acting.now })
    if (typed.decision === 'granted')
      await grant(transaction, place, request.correction, typed, { ...acting, actId })
    await writeDecision(transaction, place, correctionId, typed, { ...acting, actId })
    return decided(transaction, place, await getRequest(transaction, place, acting, correctionId))
  })
}

const findPlace = (
  database: Database<'school'>,
  scope: YearScope,
  correctionId: string,
  { actor }: Acting,
): Promise<ClassPlace | undefined> =>
  withTenant(database, scope.tenant, async (transaction) => {
    const [found] = await listStoredCorrections(transaction, scope, actor, { correctionId })
    return found === undefined ? undefined : { ...scope, classId: found.correction.classId }
  })

const getRequest = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  { actor }: Acting,
  correctionId: string,
): Promise<StoredCorrection> => {
  const [found] = await listStoredCorrections(transaction, scope, actor, { correctionId })
  if (found === undefined) throw new Error(`a request is gone: ${correctionId}`)
  return found
}

type ReadDecision =
  | (Order & { readonly decision: 'granted'; readonly words: string })
  | Extract<Decision, { readonly decision: 'refused' }>

const readDecision = (decision: Decision, now: Date): ReadDecision => {
  if (decision.decision === 'refused')
    return { ...decision, words: readReason('Lí do không đồng ý', decision.words) }
  const { decidedOn } = decision
  if (!isPlainDate(decidedOn)) throw refuseInput("Mục 'Ngày quyết định': không phải ngày → ghi lại.")
  if (decidedOn > dayInVietnam(now))
    throw refuseInput("Mục 'Ngày quyết định': ngày này chưa tới → ghi ngày của quyết định.")
  const decisionNumber = readText('Số quyết định', decision.decisionNumber, 60)
  return { ...decision, decidedOn, decisionNumber, words: decision.words.trim() }
}

const sameDecision = (
  transaction: SchoolTransaction,
  place: ClassPlace,
  stored: StoredCorrection,
  wanted: ReadDecision,
): Promise<DecidedCorrection> => {
  const { correction: request } = stored
  const isSame =
    request.decision === wanted.decision &&
    (request.decisionWords ?? '') === wanted.words &&
    (wanted.decision === 'refused' ||
      (request.decisionNumber === wanted.decisionNumber && request.decidedOn === wanted.decidedOn))
  if (isSame) return decided(transaction, place, stored)
  const outcome =
    request.decision === 'granted' ? `đồng ý theo quyết định ${request.decisionNumber ?? ''}` : 'không đồng ý'
  throw refuseAct(
    `Đề nghị này đã được ${request.decidedBy ?? ''} quyết định: ${outcome}. Nếu cần sửa thêm, hãy lập đề nghị mới.`,
  )
}

const decided = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  { correction, decideActId }: StoredCorrection,
): Promise<DecidedCorrection> => ({
  correction,
  fallen: await listFallen(transaction, place, correction.studentCode, decideActId),
})

const writeDecision = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: ClassPlace,
  correctionId: string,
  decision: ReadDecision,
  { actId, actor }: Deciding,
): Promise<void> => {
  const isGranted = decision.decision === 'granted'
  await transaction
    .updateTable('school.correction')
    .set({
      decision: decision.decision,
      decision_number: isGranted ? decision.decisionNumber : null,
      decided_on: isGranted ? decision.decidedOn : null,
      decision_words: decision.words,
      decided_by: actor.fullName,
      decide_act_id: actId,
    })
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('correction_id', '=', correctionId)
    .execute()
}
