import { sql } from 'kysely'
import { readCover, readData, type SignedData, type SignerRole } from '../../../bookfile/index.ts'
import { openCoverSheet, openSheet, type SigningSheet } from '../../../signing/index.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import type { DraftKey } from './stored-turns.ts'

/** A slot as it is stored: whose it is, and who signed it when. */
export interface StoredSlot {
  readonly slotId: string
  readonly role: SignerRole
  /** Null for the school's seal. */
  readonly staffCode: string | null
  readonly covers: readonly string[]
  readonly after: readonly string[]
  readonly signature: string | null
  readonly valueDigest: string | null
  /** ISO 8601. */
  readonly signedAt: string | null
}

/** A draft as it is stored, opened as the sheet on which it is signed. */
export interface StoredReport extends DraftKey {
  readonly isCurrent: boolean
  readonly slots: readonly StoredSlot[]
  readonly sheet: SigningSheet<SignedData>
}

interface Row extends DraftKey {
  readonly isCurrent: boolean
  readonly data: string
  readonly slots: readonly StoredSlot[]
}

/** The drafts of these keys, each as its sheet, in the order of the keys; one that is not there is left out. One statement. */
export const readSheets = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: Pick<YearScope, 'tenant' | 'schoolYear'>,
  keys: readonly DraftKey[],
): Promise<readonly StoredReport[]> => {
  const { rows } = await sql<Row>`
    select r.student_code as "studentCode", r.version, r.draft, r.is_current as "isCurrent", r.data,
      (select coalesce(jsonb_agg(jsonb_build_object('slotId', s.slot_id, 'role', s.role, 'staffCode', s.staff_code,
          'covers', s.covers, 'after', s.after, 'signature', s.signature, 'valueDigest', s.value_digest,
          'signedAt', s.signed_at) order by s.position), '[]')
        from school.signature_slot s where s.tenant_id = ${tenant} and s.school_year = ${schoolYear}
          and s.student_code = r.student_code and s.version = r.version and s.draft = r.draft) as slots
    from unnest(${keys.map(({ studentCode }) => studentCode)}::text[],
      ${keys.map(({ version }) => version)}::integer[], ${keys.map(({ draft }) => draft)}::integer[])
      with ordinality as n(student_code, version, draft, place)
    join school.report r on r.tenant_id = ${tenant} and r.school_year = ${schoolYear}
      and r.student_code = n.student_code and r.version = n.version and r.draft = n.draft
    order by n.place`.execute(transaction)
  return rows.map(({ data, ...row }) => ({ ...row, sheet: openStored(row, data) }))
}

const openStored = ({ version, slots }: Omit<Row, 'data'>, text: string): SigningSheet<SignedData> => {
  const made = new Map(
    slots.flatMap(({ slotId, signature, valueDigest }) =>
      signature === null || valueDigest === null ? [] : [[slotId, { text: signature, valueDigest }]],
    ),
  )
  return { ...(version === 0 ? openCover(text) : openReport(text, slots)), made }
}

/** What was stored is what was written: that it cannot be read is a bug. */
const openCover = (text: string): SigningSheet<SignedData> => {
  const reading = readCover(text)
  if ('fault' in reading) throw new Error('a stored cover must be readable', { cause: reading.fault })
  return openCoverSheet(reading.data)
}

const openReport = (text: string, slots: readonly StoredSlot[]): SigningSheet => {
  const reading = readData(text)
  if ('fault' in reading) throw new Error('a stored report must be readable', { cause: reading.fault })
  const coverSignedSeparately = slots.some(({ slotId }) => slotId === 's-bia-truong')
  return openSheet(reading.data, { coverSignedSeparately })
}
