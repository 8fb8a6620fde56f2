import { sql } from 'kysely'
import type { ConfirmedPart, Warning } from '../../../workflow/index.ts'
import type { SheetPlace } from '../gradebook/sheet-facts.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { Acting } from './acting.ts'
import { digestBeforeSummer, sheetDigest } from './cell-digests.ts'
import { readWatchedSheet } from './sheet-watch.ts'
import { findCarryOver } from './stored-carry-overs.ts'
import {
  isCarriedOver,
  listConfirmations,
  type AcceptedWarning,
  type StoredConfirmation,
} from './stored-confirmations.ts'

/** One part of a sheet: still open, confirmed, or changed since it was. */
export interface PartState {
  readonly part: ConfirmedPart
  readonly state: 'open' | 'confirmed' | 'changed'
  readonly byName: string | null
  readonly at: string | null
  readonly accepted: readonly AcceptedWarning[]
  /** Whether whoever looks may take the confirmation back: until the class is carried over. */
  readonly canWithdraw: boolean
}

/** How far a sheet is with its confirmation (xác nhận), for whoever looks. */
export interface SheetConfirmation {
  readonly title: string
  readonly parts: readonly PartState[]
  /** What stands in its cells: sent back with the confirmation. */
  readonly digest: string
  readonly warnings: readonly Warning[]
  readonly canConfirm: boolean
  /** Why whoever looks cannot confirm it. */
  readonly why: string | null
  /** Of how many pupils of the class the last carry-over made no report: they may wait for the summer. */
  readonly withoutReport: number
}

const isConfirmedByItself = ({ sheet }: SheetPlace): boolean =>
  sheet !== 'attendance' && sheet !== 'decisions'

/** How far a sheet is, within a transaction; undefined where it is none that is confirmed by itself. */
export const readConfirmationIn = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  { actor }: Acting,
): Promise<SheetConfirmation | undefined> => {
  const watched = isConfirmedByItself(place) ? await readWatchedSheet(transaction, place) : undefined
  if (watched === undefined) return undefined
  const digests = {
    now: await sheetDigest(transaction, place),
    beforeSummer: await digestBeforeSummer(transaction, place),
  }
  const stored = await listConfirmations(transaction, place, place.sheet)
  const responsible = await findResponsible(transaction, place)
  const isOwn = responsible !== null && responsible.staffCode === actor.staffCode && !actor.isAdministrator
  const parts: PartState[] = []
  for (const part of ['year', 'summer'] as const) {
    const state = stateOf(part, stored, digests)
    const canWithdraw = isOwn && state.state !== 'open' && !(await isCarriedOver(transaction, place, part))
    parts.push({ ...state, canWithdraw })
  }
  return {
    title: watched.sheet.title,
    parts,
    digest: digests.now,
    warnings: watched.warnings,
    canConfirm: isOwn,
    why: isOwn ? null : tellResponsible(place, responsible),
    withoutReport: (await findCarryOver(transaction, place))?.notMade.length ?? 0,
  }
}

interface Digests {
  readonly now: string
  readonly beforeSummer: string
}

/** What was confirmed last speaks for the sheet; what the summer gives leaves the year as it was confirmed. */
const stateOf = (
  part: ConfirmedPart,
  stored: readonly StoredConfirmation[],
  digests: Digests,
): Omit<PartState, 'canWithdraw'> => {
  const standing = stored.filter(({ kind }) => kind === 'confirm')
  const found = standing.find((one) => one.part === part)
  if (found === undefined) return { part, state: 'open', byName: null, at: null, accepted: [] }
  const { byName, at, accepted, digest } = found
  const isSame =
    standing.some((one) => one.digest === digests.now) || (part === 'year' && digest === digests.beforeSummer)
  return { part, state: isSame ? 'confirmed' : 'changed', byName, at, accepted }
}

interface Responsible {
  readonly staffCode: string
  readonly fullName: string
}

/** Who answers for a sheet: the one teacher of the assignment, or the homeroom teacher. */
const findResponsible = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, classId, sheet }: SheetPlace,
): Promise<Responsible | null> => {
  const { rows } = await sql<Responsible>`
    select s.staff_code as "staffCode", s.full_name as "fullName"
    from school.class c
    left join school.assignment a on a.tenant_id = ${tenant} and a.school_year = ${schoolYear}
      and a.class_id = c.class_id and a.subject = ${sheet}
    join school.staff s on s.tenant_id = ${tenant} and s.school_year = ${schoolYear} and s.level = ${level}
      and s.staff_code = case when ${sheet} = 'homeroom' then c.homeroom_teacher else a.teacher end
    where c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.class_id = ${classId}`.execute(
    transaction,
  )
  return rows[0] ?? null
}

const tellResponsible = ({ sheet }: SheetPlace, responsible: Responsible | null): string => {
  const role = sheet === 'homeroom' ? 'giáo viên chủ nhiệm' : 'giáo viên phụ trách môn học'
  return responsible === null
    ? `Trang này chưa có ${role} nên chưa ai xác nhận được. Hãy phân công trước.`
    : `Chỉ ${role} ${responsible.fullName} xác nhận trang này.`
}
