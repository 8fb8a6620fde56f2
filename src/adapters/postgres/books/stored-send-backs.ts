import { sql } from 'kysely'
import type { Actor } from '../../../accounts/index.ts'
import { sheetTitle, type SheetName } from '../../../gradebook/index.ts'
import type { Grade } from '../../../shared/education-level.ts'
import { titlesOf } from '../gradebook/trace.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'

/** Trả lại: one cell that went back to who answers for it, with the reason, and what was answered. */
export interface SentBack {
  readonly sendBackId: string
  readonly classId: string
  readonly className: string
  readonly sheet: SheetName
  readonly sheetTitle: string
  readonly studentCode: string
  readonly studentName: string
  readonly path: string
  readonly columnTitle: string
  readonly valueThen: string | null
  readonly reason: string
  readonly byName: string
  readonly at: string
  /** Who answers for the sheet; null where nobody does. */
  readonly responsible: string | null
  readonly answer: 'changed' | 'kept' | null
  readonly answerWords: string | null
  readonly valueAfter: string | null
  readonly answeredBy: string | null
  readonly answeredAt: string | null
  /** Whether whoever asks is the one to answer it. */
  readonly canAnswer: boolean
  /** Whether whoever asks has sent it back. */
  readonly isOwn: boolean
}

/** What is on record of one, with what the answer's act says. */
export interface StoredSendBack {
  readonly sent: SentBack
  readonly answerActId: string | null
  readonly answererAccount: string | null
}

type Written = Omit<SentBack, 'sheetTitle' | 'columnTitle' | 'at' | 'answeredAt' | 'canAnswer'>

interface SendBackRow extends Written {
  readonly grade: Grade
  readonly at: Date
  readonly answeredAt: Date | null
  readonly responsibleCode: string | null
  readonly answerActId: string | null
  readonly answererAccount: string | null
}

const mostSentBack = 200

// Who answers for a sheet: of a subject its teacher, of the class its homeroom teacher, of decisions the approver.
const responsibleCode = sql`case
  when b.sheet in ('homeroom', 'attendance') then c.homeroom_teacher
  when b.sheet = 'decisions' then y.approver
  else a.teacher end`

/** Which of them are asked for: one alone, or those that concern somebody. */
export type Concerned = { readonly sendBackId: string } | { readonly isOpen: boolean | null }

/** The cells that went back and concern somebody: to answer, sent by them, of what they lead. Open ones first. */
export const listStoredSendBacks = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  actor: Actor,
  concerned: Concerned,
): Promise<readonly StoredSendBack[]> => {
  const { tenant, schoolYear, level } = scope
  const { rows } = await sql<SendBackRow>`
    select b.send_back_id as "sendBackId", b.class_id as "classId", c.name as "className", c.grade, b.sheet,
      b.student_code as "studentCode", e.full_name as "studentName", b.path, b.value_then as "valueThen", b.reason,
      b.by_name as "byName", s.acted_at as at, r.staff_code as "responsibleCode", r.full_name as responsible, b.answer,
      b.answer_words as "answerWords", b.value_after as "valueAfter", w.acted_by as "answeredBy",
      w.acted_at as "answeredAt", b.answer_act_id as "answerActId", w.account_id as "answererAccount", s.account_id = ${actor.accountId}::uuid as "isOwn"
    from school.send_back b
    join school.school_year y on y.tenant_id = ${tenant} and y.school_year = ${schoolYear} and y.level = ${level}
    join school.class c on c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.class_id = b.class_id
    join school.enrolment e on e.tenant_id = ${tenant} and e.school_year = ${schoolYear}
      and e.student_code = b.student_code
    join school.act s on s.tenant_id = ${tenant} and s.act_id = b.act_id
    left join school.act w on w.tenant_id = ${tenant} and w.act_id = b.answer_act_id
    left join school.assignment a on a.tenant_id = ${tenant} and a.school_year = ${schoolYear}
      and a.class_id = b.class_id and a.subject = b.sheet
    left join school.staff r on r.tenant_id = ${tenant} and r.school_year = ${schoolYear} and r.level = ${level}
      and r.staff_code = ${responsibleCode}
    where b.tenant_id = ${tenant} and b.school_year = ${schoolYear} and b.level = ${level}
      and ${whichOf(actor, concerned)}
    order by b.answer is null desc, coalesce(w.acted_at, s.acted_at) desc, b.send_back_id
    limit ${mostSentBack}`.execute(transaction)
  return rows.map((row) => toStored(scope, actor, row))
}

const whichOf = ({ roles, accountId, staffCode = '', homeroomClasses, follows }: Actor, asked: Concerned) => {
  if ('sendBackId' in asked) return sql`b.send_back_id = ${asked.sendBackId}::uuid`
  const ofState =
    asked.isOpen === null ? sql`true` : asked.isOpen ? sql`b.answer is null` : sql`b.answer is not null`
  if (roles.includes('principal') || roles.includes('vice-principal')) return ofState
  return sql`${ofState} and (r.staff_code = ${staffCode} or s.account_id = ${accountId}::uuid
    or b.class_id = any(${homeroomClasses}::text[])
    or (b.class_id, b.sheet) in (select * from unnest(${follows.map(({ classId }) => classId)}::text[],
      ${follows.map(({ subject }) => subject)}::text[])))`
}

const toStored = (scope: YearScope, actor: Actor, row: SendBackRow): StoredSendBack => {
  const { answerActId, answererAccount, ...sent } = row
  return { sent: toSentBack(scope, actor, sent), answerActId, answererAccount }
}

const toSentBack = (
  { level, schoolYear }: YearScope,
  actor: Actor,
  {
    grade,
    responsibleCode: responsible,
    at,
    answeredAt,
    ...row
  }: Omit<SendBackRow, 'answerActId' | 'answererAccount'>,
): SentBack => ({
  ...row,
  sheetTitle: sheetTitle(level, row.sheet),
  columnTitle: titlesOf({ schoolYear }, grade, null)(row.sheet, row.path),
  at: at.toISOString(),
  answeredAt: answeredAt?.toISOString() ?? null,
  canAnswer: row.answer === null && answersFor(actor, row.sheet, responsible),
})

/** Who answers for a sheet answers what came back of it; of decisions that is whoever is principal. */
const answersFor = (
  { isAdministrator, staffCode, roles }: Actor,
  sheet: SheetName,
  responsible: string | null,
): boolean =>
  !isAdministrator &&
  (sheet === 'decisions' ? roles.includes('principal') : staffCode !== undefined && staffCode === responsible)
