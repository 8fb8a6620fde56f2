import { sql } from 'kysely'
import type { Actor } from '../../../accounts/index.ts'
import { sheetTitle } from '../../../gradebook/index.ts'
import type { Grade } from '../../../shared/education-level.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import { titlesOf } from '../gradebook/trace.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'

/** Đề nghị đính chính: what was wrong in an issued book, and what became of the request. */
export interface Correction {
  readonly correctionId: string
  readonly classId: string
  readonly className: string
  readonly studentCode: string
  readonly studentName: string
  readonly subject: SubjectCode
  readonly subjectName: string
  readonly field: string
  readonly columnTitle: string
  readonly oldValue: string
  readonly newValue: string
  readonly reason: string
  readonly evidence: string
  readonly byName: string
  readonly at: string
  readonly decision: 'granted' | 'refused' | null
  readonly decisionNumber: string | null
  readonly decidedOn: string | null
  readonly decisionWords: string | null
  readonly decidedBy: string | null
  /** Whether whoever asks has requested it. */
  readonly isOwn: boolean
}

interface CorrectionRow extends Omit<Correction, 'subjectName' | 'columnTitle' | 'at'> {
  readonly grade: Grade
  readonly at: Date
  readonly decideActId: string | null
}

/** A request on record with the number of the act that decided it. */
export interface StoredCorrection {
  readonly correction: Correction
  readonly decideActId: string | null
}

const mostCorrections = 200

type Asked = { readonly correctionId: string } | { readonly isOpen: boolean | null }

/** The requests that concern somebody, open ones first, 200 at most; one alone where it is named. */
export const listStoredCorrections = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  actor: Actor,
  asked: Asked,
): Promise<readonly StoredCorrection[]> => {
  const { tenant, schoolYear, level } = scope
  const { rows } = await sql<CorrectionRow>`
    select k.correction_id as "correctionId", k.class_id as "classId", c.name as "className", c.grade,
      k.student_code as "studentCode", e.full_name as "studentName", k.subject, k.field, k.old_value as "oldValue",
      k.new_value as "newValue", k.reason, k.evidence, k.by_name as "byName", a.acted_at as at, k.decision,
      k.decision_number as "decisionNumber", k.decided_on as "decidedOn", k.decision_words as "decisionWords",
      k.decided_by as "decidedBy", k.decide_act_id as "decideActId",
      k.by_account = ${actor.accountId}::uuid as "isOwn"
    from school.correction k
    join school.class c on c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.class_id = k.class_id
    join school.enrolment e on e.tenant_id = ${tenant} and e.school_year = ${schoolYear}
      and e.student_code = k.student_code
    join school.act a on a.tenant_id = ${tenant} and a.act_id = k.act_id
    where k.tenant_id = ${tenant} and k.school_year = ${schoolYear} and k.level = ${level}
      and ${whichOf(actor, asked)}
    order by k.decision is null desc, a.acted_at desc, k.correction_id
    limit ${mostCorrections}`.execute(transaction)
  return rows.map((row) => toCorrection(scope, row))
}

const whichOf = ({ roles, accountId, homeroomClasses, teaches }: Actor, asked: Asked) => {
  if ('correctionId' in asked) return sql`k.correction_id = ${asked.correctionId}::uuid`
  const ofState =
    asked.isOpen === null ? sql`true` : asked.isOpen ? sql`k.decision is null` : sql`k.decision is not null`
  if (roles.includes('principal') || roles.includes('vice-principal')) return ofState
  return sql`${ofState} and (k.by_account = ${accountId}::uuid or k.class_id = any(${homeroomClasses}::text[])
    or (k.class_id, k.subject) in (select * from unnest(${teaches.map(({ classId }) => classId)}::text[],
      ${teaches.map(({ subject }) => subject)}::text[])))`
}

const toCorrection = (
  { level, schoolYear }: YearScope,
  { grade, at, decideActId, ...row }: CorrectionRow,
): StoredCorrection => ({
  decideActId,
  correction: {
    ...row,
    subjectName: sheetTitle(level, row.subject),
    columnTitle: titlesOf({ schoolYear }, grade, null)(row.subject, row.field),
    at: at.toISOString(),
  },
})
