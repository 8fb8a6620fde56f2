import { sql } from 'kysely'
import type { Grade } from '../../../shared/education-level.ts'
import type { SlotStanding } from '../../../signing/index.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'

/** What a principal should look at in a report, as it was found when the report was made. */
export interface StoredException {
  readonly kind: string
  readonly text: string
  readonly article: string | null
}

/** One draft of a report or of a cover. */
export interface DraftKey {
  readonly studentCode: string
  readonly version: number
  readonly draft: number
}

/** A current draft on its way through the signatures. */
export interface DraftOnItsWay extends DraftKey {
  readonly classId: string
  readonly className: string
  readonly grade: Grade
  readonly fullName: string
  /** SHA-256 (hex) of what is signed. */
  readonly digest: string
  readonly exceptions: readonly StoredException[]
  readonly slots: readonly SlotStanding[]
  /** Sheets of which a cell of this pupil has been sent back and not answered yet. */
  readonly sentBack: readonly string[]
  /** The number of an order by which something of the class may be written again now. */
  readonly orderNumber: string | null
}

interface Row extends Omit<DraftOnItsWay, 'slots'> {
  readonly slots: readonly SlotStanding[] | null
}

/** Whose turn is looked for: a person, by their staff code; the school's seal; or whoever signs these drafts. */
export type WantedTurns = { readonly staffCode: string | null } | { readonly drafts: readonly DraftKey[] }

const unsignedOf = ({ tenant, schoolYear, level }: YearScope, staffCode: string | null) => sql`
  select distinct s.student_code, s.version, s.draft from school.signature_slot s
  where s.tenant_id = ${tenant} and s.school_year = ${schoolYear} and s.level = ${level}
    and s.is_current and s.signature is null
    and ${staffCode === null ? sql`s.staff_code is null` : sql`s.staff_code = ${staffCode}`}`

const among = (drafts: readonly DraftKey[]) => sql`
  select * from unnest(${drafts.map(({ studentCode }) => studentCode)}::text[],
    ${drafts.map(({ version }) => version)}::integer[], ${drafts.map(({ draft }) => draft)}::integer[])
    as n(student_code, version, draft)`

/**
 * The current drafts, not yet issued, of a level's year in which somebody has still to sign, in the order of the classes
 * and names. A cover by itself is not among them once the pupil has a report, which contains it. One statement.
 */
export const readTurns = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  wanted: WantedTurns,
  now: Date,
): Promise<readonly DraftOnItsWay[]> => {
  const { tenant, schoolYear, level } = scope
  const { rows } = await sql<Row>`
    with wanted as (${'drafts' in wanted ? among(wanted.drafts) : unsignedOf(scope, wanted.staffCode)})
    select r.student_code as "studentCode", r.version, r.draft, r.class_id as "classId", c.name as "className",
      c.grade, e.full_name as "fullName", encode(r.digest, 'hex') as digest, r.exceptions, own.slots,
      array(select distinct b.sheet from school.send_back b where b.tenant_id = ${tenant}
        and b.school_year = ${schoolYear} and b.student_code = r.student_code and b.answer is null) as "sentBack",
      (select o.order_number from school.entry_order o where o.tenant_id = ${tenant}
        and o.school_year = ${schoolYear} and o.level = ${level} and o.opens_at <= ${now} and o.ends_at > ${now}
        and o.closed_at is null and (o.class_id is null or o.class_id = r.class_id)
        order by o.ends_at desc limit 1) as "orderNumber"
    from wanted w
    join school.report r on r.tenant_id = ${tenant} and r.school_year = ${schoolYear}
      and r.student_code = w.student_code and r.version = w.version and r.draft = w.draft
    join school.class c on c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.class_id = r.class_id
    join school.enrolment e on e.tenant_id = ${tenant} and e.school_year = ${schoolYear}
      and e.student_code = r.student_code
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', s.slot_id, 'role', s.role, 'staffCode', s.staff_code,
        'covers', s.covers, 'after', s.after, 'isSigned', s.signature is not null) order by s.position) as slots
      from school.signature_slot s where s.tenant_id = ${tenant} and s.school_year = ${schoolYear}
        and s.student_code = r.student_code and s.version = r.version and s.draft = r.draft
      offset 0
    ) own
    where r.level = ${level} and r.is_current and r.issued_at is null
      and (r.version > 0 or not exists (select from school.report n where n.tenant_id = ${tenant}
        and n.school_year = ${schoolYear} and n.student_code = r.student_code and n.version > 0 and n.is_current))
    order by c.grade, c.position, e.given_name, e.full_name, r.student_code, r.version`.execute(transaction)
  return rows.map((row) => ({ ...row, slots: row.slots ?? [] }))
}
