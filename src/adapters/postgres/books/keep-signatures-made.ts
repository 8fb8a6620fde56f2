import { sql } from 'kysely'
import type { SignedData } from '../../../bookfile/index.ts'
import type { SigningSheet } from '../../../signing/index.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import type { SittingItem } from './sitting-items.ts'

/** An item with its sheet after signing. */
export interface SignedItem {
  readonly item: SittingItem
  readonly sheet: SigningSheet<SignedData>
}

interface SignatureRow {
  readonly student_code: string
  readonly version: number
  readonly draft: number
  readonly slot_id: string
  readonly signature: string
  readonly value_digest: string
}

const rowsOf = ({ item, sheet }: SignedItem): readonly SignatureRow[] =>
  item.slotIds.map((slotId) => {
    const made = sheet.made.get(slotId)
    if (made === undefined) throw new Error(`${slotId} of ${item.studentCode} has not been signed`)
    return {
      student_code: item.studentCode,
      version: item.version,
      draft: item.draft,
      slot_id: slotId,
      signature: made.text,
      value_digest: made.valueDigest,
    }
  })

/** Writes the signatures of items into their slots, which must be empty and current; one statement. */
export const keepSignaturesMade = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: YearScope,
  signed: readonly SignedItem[],
  { actId, at }: { readonly actId: string; readonly at: Date },
): Promise<void> => {
  const rows = signed.flatMap(rowsOf)
  const { numAffectedRows = 0n } = await sql`
    update school.signature_slot s
    set signature = n.signature, value_digest = n.value_digest, signed_at = ${at}, act_id = ${actId}::uuid
    from unnest(${rows.map(({ student_code }) => student_code)}::text[],
      ${rows.map(({ version }) => version)}::integer[], ${rows.map(({ draft }) => draft)}::integer[],
      ${rows.map(({ slot_id }) => slot_id)}::text[], ${rows.map(({ signature }) => signature)}::text[],
      ${rows.map(({ value_digest }) => value_digest)}::text[])
      as n(student_code, version, draft, slot_id, signature, value_digest)
    where s.tenant_id = ${tenant} and s.school_year = ${schoolYear} and s.student_code = n.student_code
      and s.version = n.version and s.draft = n.draft and s.slot_id = n.slot_id
      and s.is_current and s.signature is null`.execute(transaction)
  if (numAffectedRows !== BigInt(rows.length))
    throw new Error(`${rows.length} signatures were made, ${numAffectedRows} could be kept`)
}
