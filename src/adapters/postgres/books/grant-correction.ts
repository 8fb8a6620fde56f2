import { sql } from 'kysely'
import type { MarkAmendment } from '../../../records/index.ts'
import { formatDate, type PlainDate } from '../../../shared/dates.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { refuseInput } from '../set-up/set-up-rows.ts'
import { refuseAct, type MakingActing } from './acting.ts'
import { getCorrectableYear, type CorrectableYear } from './correctable-year.ts'
import { holdYear } from './entry-orders.ts'
import { makeAnew } from './make-anew.ts'
import { makeCorrected, pendingDecisionOf } from './preview-correction.ts'
import type { Correction } from './stored-corrections.ts'
import { readChange, requireUnlocked } from './wanted-corrections.ts'

/** Quyết định đính chính: the order by which a request is granted. */
export interface Order {
  readonly decisionNumber: string
  readonly decidedOn: PlainDate
}

/** Who decides, by which act, and with what the next version is made. */
export interface Deciding extends MakingActing {
  readonly actId: string
}

/**
 * Turns a granted request into an amendment and makes the next version of the report. Refused where the old value no
 * longer stands, after the data are locked, and where the decision cannot join (requireJoinable).
 */
export const grant = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  request: Correction,
  { decisionNumber, decidedOn }: Order,
  { actId, now, making }: Deciding,
): Promise<void> => {
  const year = await getCorrectableYear(transaction, place, request.studentCode)
  requireUnlocked(year, now)
  const change = readChange(place.schoolYear, year, request)
  requireJoinable(year, decisionNumber, decidedOn)
  const amendment: MarkAmendment = { ...change, reason: request.reason, decisionNumber, decidedOn }
  const corrected = makeCorrected(year, amendment)
  if ('notIssued' in corrected)
    throw refuseAct(`Đính chính như vậy thì không lập được học bạ: ${corrected.notIssued}.`)
  await insertAmendment(transaction, place, amendment, actId)
  await makeAnew(transaction, place, [request.studentCode], { actId, making })
}

/** One decision makes one version: it is not spread over two, and a next one waits until it has gone out. */
const requireJoinable = (year: CorrectableYear, decisionNumber: string, decidedOn: PlainDate): void => {
  const { sets, issued } = year
  const pending = pendingDecisionOf(year)
  const set = sets.find((one) => one.decisionNumber === decisionNumber)
  if (set === undefined && pending !== undefined)
    throw refuseAct(
      `Phiên bản ${issued.number + 1} theo quyết định ${pending} chưa phát hành: hãy phát hành trước, ` +
        'hoặc ghi đính chính này vào cùng quyết định ấy.',
    )
  if (set !== undefined && decisionNumber !== pending)
    throw refuseAct(
      `Quyết định ${decisionNumber} đã phát hành thành một phiên bản của học bạ này: hãy dùng quyết định khác.`,
    )
  const before = set?.amendments[0]?.decidedOn
  if (before !== undefined && before !== decidedOn)
    throw refuseInput(`Quyết định ${decisionNumber} đã ghi ngày ${formatDate(before)} → ghi cùng ngày ấy.`)
}

const insertAmendment = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: ClassPlace,
  { studentCode, subject, field, oldValue, newValue, reason, decisionNumber, decidedOn }: MarkAmendment,
  actId: string,
): Promise<void> => {
  // The number is the next of the whole year: one class at a time takes it.
  await holdYear(transaction, { tenant, schoolYear, level })
  await sql`
    insert into school.amendment (tenant_id, school_year, level, number, student_code, subject, field, old_value,
      new_value, reason, decision_number, decided_on, act_id)
    select y.tenant_id, y.school_year, y.level, coalesce((select max(a.number) + 1 from school.amendment a
        where a.tenant_id = ${tenant} and a.school_year = ${schoolYear} and a.level = ${level}), 0),
      ${studentCode}, ${subject}, ${field}, ${oldValue}, ${newValue}, ${reason}, ${decisionNumber},
      ${decidedOn}::date, ${actId}::uuid
    from school.school_year y
    where y.tenant_id = ${tenant} and y.school_year = ${schoolYear} and y.level = ${level}`.execute(
    transaction,
  )
}
