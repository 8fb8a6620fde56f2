import { sql } from 'kysely'
import type { ConfirmedPart } from '../../../workflow/index.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SheetPlace } from '../gradebook/sheet-facts.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'

/** A warning that was looked at, with the words of who confirmed the sheet all the same. */
export interface AcceptedWarning {
  readonly key: string
  readonly text: string
  readonly words: string
}

/** The latest act on one part of a sheet: that it was confirmed, or that this was withdrawn. */
export interface StoredConfirmation {
  readonly sheet: string
  readonly part: ConfirmedPart
  readonly number: number
  readonly kind: 'confirm' | 'withdraw'
  /** SHA-256 (hex) of the cells as they were confirmed; null of a withdrawal. */
  readonly digest: string | null
  readonly accepted: readonly AcceptedWarning[]
  readonly byName: string
  readonly at: string
}

type Row = Omit<StoredConfirmation, 'at'> & { readonly at: Date }

/** The latest acts on the sheets of a class, or on one of them: one for each part that was ever confirmed. */
export const listConfirmations = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, classId }: ClassPlace,
  sheet: string | null = null,
): Promise<readonly StoredConfirmation[]> => {
  const { rows } = await sql<Row>`
    select distinct on (k.sheet, k.part) k.sheet, k.part, k.number, k.kind, encode(k.digest, 'hex') as digest,
      k.accepted, a.acted_by as "byName", a.acted_at as at
    from school.confirmation k join school.act a on a.tenant_id = ${tenant} and a.act_id = k.act_id
    where k.tenant_id = ${tenant} and k.school_year = ${schoolYear} and k.class_id = ${classId}
      and (${sheet}::text is null or k.sheet = ${sheet})
    order by k.sheet, k.part, k.number desc`.execute(transaction)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** What is to be added to a sheet's confirmations. */
export interface NewConfirmation extends Pick<
  StoredConfirmation,
  'part' | 'number' | 'kind' | 'digest' | 'accepted'
> {
  readonly actId: string
}

/** Adds an act on a part of a sheet. */
export const insertConfirmation = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, classId, sheet }: Omit<SheetPlace, 'sheet'> & { readonly sheet: string },
  { part, number, kind, digest, accepted, actId }: NewConfirmation,
): Promise<void> => {
  await transaction
    .insertInto('school.confirmation')
    .values({
      tenant_id: tenant,
      school_year: schoolYear,
      class_id: classId,
      sheet,
      part,
      number,
      kind,
      level,
      digest: digest === null ? null : Buffer.from(digest, 'hex'),
      accepted: JSON.stringify(accepted),
      act_id: actId,
    })
    .execute()
}

/** Whether a class was carried over for a part of the year. */
export const isCarriedOver = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, classId }: ClassPlace,
  part: ConfirmedPart,
): Promise<boolean> => {
  const found = await transaction
    .selectFrom('school.carry_over')
    .select('number')
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('class_id', '=', classId)
    .where('part', '=', part)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
