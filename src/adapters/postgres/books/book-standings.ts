import { sql } from 'kysely'
import type { ReportException } from '../../../book/index.ts'
import type { SignerRole } from '../../../bookfile/index.ts'
import {
  coverStatus,
  isCoverSlot,
  reportStatus,
  type CoverStatus,
  type ReportStatus,
} from '../../../workflow/index.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'

/** One signature of a draft: whose it is, and where it is. */
export interface BookSlot {
  readonly slotId: string
  readonly role: SignerRole
  /** Null for the school's seal. */
  readonly staffCode: string | null
  readonly fullName: string | null
  readonly covers: readonly string[]
  readonly isSigned: boolean
  readonly signedAt: string | null
  /** Who acted: of a seal, who affixed it. */
  readonly signedBy: string | null
  /** Made on an earlier draft, or on the cover, whose bytes have not changed since. */
  readonly isKept: boolean
  /** It is this signature's turn. */
  readonly isAwaited: boolean
}

/** Whom a draft waits for. */
export type AwaitedSlot = Pick<BookSlot, 'slotId' | 'role' | 'staffCode' | 'fullName'>

interface Standing {
  readonly draft: number
  readonly awaits: readonly AwaitedSlot[]
  readonly madeAt: string
}

/** How far a pupil's cover is. */
export interface CoverStanding extends Standing {
  readonly status: CoverStatus
}

/** How far a pupil's report is. */
export interface ReportStanding extends Standing {
  readonly version: number
  readonly status: ReportStatus
  readonly exceptions: readonly ReportException[]
  readonly issuedAt: string | null
}

/** The current drafts of a pupil. */
export interface CurrentBook {
  readonly cover: CoverStanding | null
  readonly report: ReportStanding | null
  readonly slots: readonly BookSlot[]
}

interface StoredSlot extends Omit<BookSlot, 'isAwaited' | 'isSigned'> {
  readonly after: readonly string[]
}

interface Row {
  readonly studentCode: string
  readonly version: number
  readonly draft: number
  readonly exceptions: readonly ReportException[]
  readonly madeAt: Date
  readonly issuedAt: Date | null
  readonly slots: readonly StoredSlot[]
}

/** The current covers and reports of a class's pupils, or of one of them, with their slots. One statement. */
export const readCurrentBooks = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, classId }: ClassPlace,
  studentCode: string | null = null,
): Promise<ReadonlyMap<string, CurrentBook>> => {
  const { rows } = await sql<Row>`
    select r.student_code as "studentCode", r.version, r.draft, r.exceptions, a.acted_at as "madeAt",
      r.issued_at as "issuedAt", (
        select coalesce(jsonb_agg(jsonb_build_object('slotId', s.slot_id, 'role', s.role, 'staffCode', s.staff_code,
            'fullName', m.full_name, 'covers', s.covers, 'after', s.after, 'signedAt', s.signed_at,
            'signedBy', b.acted_by, 'isKept', coalesce(s.signed_at < a.acted_at, false)) order by s.position), '[]')
        from school.signature_slot s
        left join school.staff m on m.tenant_id = ${tenant} and m.school_year = ${schoolYear} and m.level = ${level}
          and m.staff_code = s.staff_code
        left join school.act b on b.tenant_id = ${tenant} and b.act_id = s.act_id
        where s.tenant_id = ${tenant} and s.school_year = ${schoolYear} and s.student_code = r.student_code
          and s.version = r.version and s.draft = r.draft
      ) as slots
    from school.enrolment e
    join school.report r on r.tenant_id = ${tenant} and r.school_year = ${schoolYear}
      and r.student_code = e.student_code and r.is_current
    join school.act a on a.tenant_id = ${tenant} and a.act_id = r.act_id
    where e.tenant_id = ${tenant} and e.school_year = ${schoolYear} and e.level = ${level}
      and e.class_id = ${classId} and (${studentCode}::text is null or e.student_code = ${studentCode})
    order by r.student_code, r.version desc`.execute(transaction)
  const byPupil = Map.groupBy(rows, (row) => row.studentCode)
  return new Map([...byPupil].map(([code, own]) => [code, toBook(own)]))
}

const toSlot = (slot: StoredSlot, all: readonly StoredSlot[]): BookSlot => {
  const { after, ...more } = slot
  const isSigned = slot.signedAt !== null
  const isThere = (id: string): boolean => all.some((one) => one.slotId === id && one.signedAt !== null)
  // As JSON has it: another zone's spelling of the instant.
  const signedAt = slot.signedAt === null ? null : new Date(slot.signedAt).toISOString()
  return { ...more, signedAt, isSigned, isAwaited: !isSigned && after.every(isThere) }
}

const toAwaited = ({ slotId, role, staffCode, fullName }: BookSlot): AwaitedSlot => ({
  slotId,
  role,
  staffCode,
  fullName,
})

const statusSlots = (slots: readonly BookSlot[]) => slots.map((slot) => ({ ...slot, id: slot.slotId }))

/** The cover by itself, as long as there is no report; from then on as the report carries it. */
const toBook = (own: readonly Row[]): CurrentBook => {
  const report = own.find(({ version }) => version > 0)
  const row = report ?? own[0]
  const slots = (row?.slots ?? []).map((slot) => toSlot(slot, row?.slots ?? []))
  return {
    cover: row === undefined ? null : toCover(row, slots),
    report: report === undefined ? null : toReport(report, slots),
    slots,
  }
}

const awaitedOf = (slots: readonly BookSlot[], isOfCover: boolean): readonly AwaitedSlot[] =>
  slots.filter((slot) => slot.isAwaited && isCoverSlot({ id: slot.slotId }) === isOfCover).map(toAwaited)

const toCover = ({ draft, madeAt }: Row, slots: readonly BookSlot[]): CoverStanding | null => {
  const status = coverStatus(statusSlots(slots))
  if (status === undefined) return null
  return { status, draft, madeAt: madeAt.toISOString(), awaits: awaitedOf(slots, true) }
}

const toReport = (row: Row, slots: readonly BookSlot[]): ReportStanding => ({
  version: row.version,
  draft: row.draft,
  status: reportStatus(statusSlots(slots), row.issuedAt !== null),
  awaits: awaitedOf(slots, false),
  exceptions: row.exceptions,
  madeAt: row.madeAt.toISOString(),
  issuedAt: row.issuedAt?.toISOString() ?? null,
})
