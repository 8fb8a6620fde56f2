import { sql } from 'kysely'
import type { ConfirmedPart } from '../../../workflow/index.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { NotMade } from './plan-drafts.ts'

/** A carry-over that was done (lần kết chuyển). */
export interface CarryOver {
  /** Counts those of the class. */
  readonly number: number
  readonly part: ConfirmedPart
  /** SHA-256 (hex) of the class's cells as they were then. */
  readonly digest: string
  /** How many reports it made. */
  readonly made: number
  readonly notMade: readonly NotMade[]
  readonly byName: string
  /** ISO 8601. */
  readonly at: string
}

/** The latest carry-over of a class, of one part where it is named; undefined before the first. */
export const findCarryOver = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, classId }: ClassPlace,
  part?: ConfirmedPart,
): Promise<CarryOver | undefined> => {
  const { rows } = await sql<CarryOver & { readonly at: Date }>`
    select k.number, k.part, encode(k.digest, 'hex') as digest, k.made, k.not_made as "notMade",
      a.acted_by as "byName", a.acted_at as at
    from school.carry_over k
    join school.act a on a.tenant_id = ${tenant} and a.act_id = k.act_id
    where k.tenant_id = ${tenant} and k.school_year = ${schoolYear} and k.class_id = ${classId}
      and ${part === undefined ? sql`true` : sql`k.part = ${part}`}
    order by k.number desc limit 1`.execute(transaction)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))[0]
}
