import { sql } from 'kysely'
import { issuedPupilBecause } from '../../../workflow/index.ts'
import type { RowChanges } from '../school/compare-rows.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import { refuseAct } from './acting.ts'
import { listClosedCells } from './closed-cells.ts'
import { listClosedMoves } from './closed-moves.ts'
import { listStandings, nameOf, type StoredStanding } from './entry-standings.ts'
import { listComing, listTouched, type ComingClasses, type TouchedRow } from './touched-rows.ts'

/** What an import or a set-up is about to write, and how far the pupils are whom it touches. */
export interface TouchedYear extends YearScope {
  readonly rows: readonly TouchedRow[]
  readonly standings: ReadonlyMap<string, StoredStanding>
  /** The classes and lessons as they come with the changes, where they are not stored yet. */
  readonly coming: ComingClasses
  readonly now: Date
}

/**
 * Refuses changes of rows, all or none, where they touch what is closed: cells by deadline, confirmation or sending back;
 * exemptions and who is in a class by confirmations and the carry-over; everything about a pupil whose book is issued. The
 * same policy as of single cells. Whoever imports or sets up holds the school, so that nothing is confirmed meanwhile.
 * Four statements at most.
 */
export const requireOpen = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  changes: readonly RowChanges[],
  { now }: { readonly now: Date },
): Promise<void> => {
  await requireUnconfirmed(transaction, scope, listDeletedClasses(changes))
  const rows = listTouched(changes)
  if (rows.length === 0) return
  const codes = [...new Set(rows.map(({ studentCode }) => studentCode))]
  const standings = await listStandings(transaction, scope, codes)
  const { tenant, schoolYear, level } = scope
  const coming = listComing(changes)
  const touched = { tenant, schoolYear, level, rows, standings, coming, now }
  refuseClosed([
    ...listIssued(touched),
    ...listLost(touched),
    ...(await listClosedMoves(transaction, touched)),
    ...(await listClosedCells(transaction, touched)),
  ])
}

const shown = 10

const refuseClosed = (places: readonly string[]): void => {
  if (places.length === 0) return
  const more = places.length > shown ? [`… và ${places.length - shown} chỗ khác.`] : []
  throw refuseAct(
    [
      `Chưa ghi gì: ${places.length} chỗ đã đóng.`,
      ...places.slice(0, shown).map((place) => `• ${place}`),
      ...more,
      'Hãy giữ nguyên những chỗ ấy rồi ghi lại; muốn ghi vào chỗ đã hết hạn thì xin lệnh mở sổ.',
    ].join('\n'),
  )
}

/** Pupils whose book is issued, each once. */
const listIssued = ({ standings }: TouchedYear): readonly string[] =>
  [...standings.values()]
    .filter(({ isIssued }) => isIssued)
    .map((pupil) => `${nameOf(pupil)}: ${issuedPupilBecause}`)

/** Pupils who would leave the year's list although something of it was made for them. */
const listLost = ({ rows, standings }: TouchedYear): readonly string[] =>
  rows.flatMap(({ table, studentCode, after }) => {
    const pupil = standings.get(studentCode)
    if (table !== 'enrolment' || after !== undefined || pupil?.hasBook !== true || pupil.isIssued) return []
    return [`${nameOf(pupil)}: đã có bìa hoặc học bạ của năm học này, không bỏ khỏi danh sách được.`]
  })

const listDeletedClasses = (changes: readonly RowChanges[]): readonly string[] =>
  changes
    .filter(({ table }) => table.name === 'class')
    .flatMap(({ deletes }) => deletes.map((row) => String(row['class_id'])))

/** A class of which something was ever confirmed stays in the year, with or without pupils. */
const requireUnconfirmed = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: YearScope,
  classIds: readonly string[],
): Promise<void> => {
  if (classIds.length === 0) return
  const { rows } = await sql<{ readonly classId: string }>`
    select distinct class_id as "classId" from school.confirmation
    where tenant_id = ${tenant} and school_year = ${schoolYear} and class_id = any(${classIds}::text[])
    union
    select distinct class_id from school.carry_over
    where tenant_id = ${tenant} and school_year = ${schoolYear} and class_id = any(${classIds}::text[])`.execute(
    transaction,
  )
  refuseClosed(rows.map(({ classId }) => `Lớp ${classId}: sổ đã có xác nhận, không bỏ lớp được.`))
}
