import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Refusal } from '../../../shared/refusal.ts'
import type { ConfirmedPart, Warning } from '../../../workflow/index.ts'
import { withTenant, type Database } from '../connect.ts'
import type { SheetPlace } from '../gradebook/sheet-facts.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { readReason, refuseAct, type Acting } from './acting.ts'
import { digestBeforeSummer, sheetDigest } from './cell-digests.ts'
import { enterAct, holdingClass } from './holding-class.ts'
import { readWatchedSheet } from './sheet-watch.ts'
import {
  insertConfirmation,
  isCarriedOver,
  listConfirmations,
  type AcceptedWarning,
  type StoredConfirmation,
} from './stored-confirmations.ts'
import { listNotAllowedSummer } from './summer-results.ts'

/** One part of a sheet: still open, confirmed, or changed since it was. */
export interface PartState {
  readonly part: ConfirmedPart
  readonly state: 'open' | 'confirmed' | 'changed'
  readonly byName: string | null
  readonly at: string | null
  readonly accepted: readonly AcceptedWarning[]
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
  /** Whether a confirmation may still be withdrawn: until the class is carried over. */
  readonly canWithdraw: boolean
}

/** What somebody confirms: the cells as they saw them, and the warnings that they say are right. */
export interface WantedConfirmation {
  readonly part: ConfirmedPart
  readonly digest: string
  readonly accepted: readonly { readonly key: string; readonly words: string }[]
}

/** How far a sheet is; undefined where there is none, or it is none that is confirmed by itself. */
export const readConfirmation = (
  database: Database<'school'>,
  place: SheetPlace,
  acting: Acting,
): Promise<SheetConfirmation | undefined> =>
  withTenant(database, place.tenant, (transaction) => readIn(transaction, place, acting))

const isConfirmedByItself = ({ sheet }: SheetPlace): boolean =>
  sheet !== 'attendance' && sheet !== 'decisions'

const readIn = async (
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
  return {
    title: watched.sheet.title,
    parts: (['year', 'summer'] as const).map((part) => stateOf(part, stored, digests)),
    digest: digests.now,
    warnings: watched.warnings,
    canConfirm: isOwn,
    why: isOwn ? null : tellResponsible(place, responsible),
    canWithdraw: isOwn && !(await isCarriedOver(transaction, place, 'year')),
  }
}

interface Digests {
  readonly now: string
  readonly beforeSummer: string
}

/** What was confirmed last speaks for the sheet; what the summer gives leaves the year as it was confirmed. */
const stateOf = (part: ConfirmedPart, stored: readonly StoredConfirmation[], digests: Digests): PartState => {
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

/**
 * Confirms a part of a sheet as it stands: by who answers for it, when nothing is missing and everything odd was looked
 * at. From then on it is closed. The same again is answered as it was. Undefined where there is no such sheet.
 */
export const confirmSheet = (
  database: Database<'school'>,
  place: SheetPlace,
  wanted: WantedConfirmation,
  acting: Acting,
): Promise<SheetConfirmation | undefined> =>
  holdingClass(database, place, async (transaction) => {
    const before = await readIn(transaction, place, acting)
    if (before === undefined) return undefined
    if (before.why !== null) throw refuseAct(before.why)
    const standing = before.parts.find(({ part }) => part === wanted.part)
    if (standing?.state === 'confirmed') return before
    requireSeen(before, wanted)
    requireYearFirst(before, wanted)
    if (wanted.part === 'summer') await requireAllowed(transaction, place, before)
    const accepted = acceptAll(before, wanted)
    await insert(transaction, place, acting, { ...wanted, kind: 'confirm', accepted })
    return readIn(transaction, place, acting)
  })

const requireSeen = ({ title, digest }: SheetConfirmation, wanted: WantedConfirmation): void => {
  if (digest === wanted.digest) return
  throw new Refusal(
    'changed-meanwhile',
    `Trang ${title} vừa có ô thay đổi. Chưa xác nhận; hãy xem lại trang rồi xác nhận.`,
  )
}

const requireYearFirst = ({ title, parts }: SheetConfirmation, { part }: WantedConfirmation): void => {
  const year = parts.find((one) => one.part === 'year')
  if (part === 'summer' && year?.state === 'open')
    throw refuseAct(`Trang ${title} chưa được xác nhận phần cả năm. Hãy xác nhận phần ấy trước.`)
}

/** Only whose year waits for it has a result of the summer. */
const requireAllowed = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  { title }: SheetConfirmation,
): Promise<void> => {
  const names = await listNotAllowedSummer(transaction, place)
  if (names.length === 0) return
  throw refuseAct(
    `Trang ${title} có kết quả hè của em không thuộc diện đánh giá lại hay rèn luyện trong hè: ${tellFirst(names, 'em')}. ` +
      'Hãy xóa ô ấy rồi xác nhận.',
  )
}

const shown = 5

const tellFirst = (texts: readonly string[], unit: string): string => {
  const more = texts.length > shown ? ` và ${texts.length - shown} ${unit} khác` : ''
  return `${texts.slice(0, shown).join('; ')}${more}`
}

/**
 * What blocks is refused; what is odd needs words of whoever confirms. Words that were given already hold for exactly
 * what they were given for.
 */
const acceptAll = (
  { warnings, parts }: SheetConfirmation,
  { part, accepted }: WantedConfirmation,
): readonly AcceptedWarning[] => {
  const blocking = warnings.filter(({ severity }) => severity === 'blocking')
  if (blocking.length > 0 && part === 'year') throw refuseWarnings('Chưa xác nhận được', blocking)
  const odd = warnings.filter(({ severity }) => severity === 'confirmable')
  const earlier = parts.flatMap((one) => one.accepted)
  const wordsOf = ({ key, text }: Warning): string | undefined =>
    accepted.find((one) => one.key === key && one.words.trim() !== '')?.words ??
    earlier.find((one) => one.key === key && one.text === text)?.words
  const unseen = odd.filter((one) => wordsOf(one) === undefined)
  if (unseen.length > 0) throw refuseWarnings('Còn chỗ cần xem lại và ghi vì sao đúng', unseen)
  return odd.map((one) => ({
    key: one.key,
    text: one.text,
    words: readReason('Vì sao đúng', wordsOf(one) ?? ''),
  }))
}

const refuseWarnings = (what: string, warnings: readonly Warning[]): Refusal =>
  refuseAct(
    `${what}: ${tellFirst(
      warnings.map(({ text }) => text),
      'chỗ',
    )}.`,
  )

interface Inserted extends Pick<WantedConfirmation, 'part'> {
  readonly kind: 'confirm' | 'withdraw'
  readonly digest: string | null
  readonly accepted: readonly AcceptedWarning[]
}

const insert = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  { actor, now }: Acting,
  { part, kind, digest, accepted }: Inserted,
): Promise<void> => {
  const actId = randomUUID()
  const stored = await listConfirmations(transaction, place, place.sheet)
  const number = (stored.find((one) => one.part === part)?.number ?? 0) + 1
  await enterAct(transaction, { ...place, actId, kind: 'confirm', by: actor, now })
  await insertConfirmation(transaction, place, { part, number, kind, digest, accepted, actId })
}

/**
 * Takes a confirmation back (bỏ xác nhận), so that the sheet is open again: by who answers for it, until the class is
 * carried over. One that does not stand stays so.
 */
export const withdrawConfirmation = (
  database: Database<'school'>,
  place: SheetPlace,
  part: ConfirmedPart,
  acting: Acting,
): Promise<SheetConfirmation | undefined> =>
  holdingClass(database, place, async (transaction) => {
    const before = await readIn(transaction, place, acting)
    if (before === undefined) return undefined
    if (before.why !== null) throw refuseAct(before.why)
    if (before.parts.find((one) => one.part === part)?.state === 'open') return before
    if (await isCarriedOver(transaction, place, part))
      throw refuseAct('Lớp đã kết chuyển nên không bỏ xác nhận được. Hãy nhờ trả lại ô, hoặc xin lệnh mở sổ.')
    await insert(transaction, place, acting, { part, kind: 'withdraw', digest: null, accepted: [] })
    return readIn(transaction, place, acting)
  })
