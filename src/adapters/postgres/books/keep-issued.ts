import { sql } from 'kysely'
import type { RegisteredVersion } from '../../../registry/index.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import type { SittingItem } from './sitting-items.ts'

/** An item whose book is on record. */
export interface IssuedItem {
  readonly item: SittingItem
  readonly version: RegisteredVersion
}

/** Writes down that reports are issued (đã phát hành): when the seal was proven, and the files; one statement. */
export const keepIssued = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: YearScope,
  issued: readonly IssuedItem[],
  actId: string,
): Promise<void> => {
  if (issued.length === 0) return
  const { numAffectedRows = 0n } = await sql`
    update school.report r
    set issued_at = n.issued_at, xml_sha256 = decode(n.xml, 'hex'), pdf_sha256 = decode(n.pdf, 'hex'),
      issue_act_id = ${actId}::uuid
    from unnest(${issued.map(({ item }) => item.studentCode)}::text[],
      ${issued.map(({ item }) => item.version)}::integer[], ${issued.map(({ item }) => item.draft)}::integer[],
      ${issued.map(({ version }) => version.issuedAt)}::timestamptz[],
      ${issued.map(({ version }) => version.xml.sha256)}::text[],
      ${issued.map(({ version }) => version.pdf?.sha256 ?? null)}::text[])
      as n(student_code, version, draft, issued_at, xml, pdf)
    where r.tenant_id = ${tenant} and r.school_year = ${schoolYear} and r.student_code = n.student_code
      and r.version = n.version and r.draft = n.draft and r.is_current and r.issued_at is null`.execute(
    transaction,
  )
  if (numAffectedRows !== BigInt(issued.length))
    throw new Error(`${issued.length} books were issued, ${numAffectedRows} could be kept`)
}
