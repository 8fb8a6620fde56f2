import { isSubjectCode } from '../../../shared/subjects.ts'
import type { SheetName } from '../../../gradebook/index.ts'
import type { EducationLevel, Grade } from '../../../shared/education-level.ts'
import { assessmentPath } from '../gradebook/assessment-paths.ts'
import { homeroomPath } from '../gradebook/homeroom-paths.ts'
import type { Row } from '../school/columns.ts'
import type { RowChanges } from '../school/compare-rows.ts'
import type { TableName } from '../school/tables.ts'

/** A row of a pupil's that is about to become another one: new without what was before, gone without what comes. */
export interface TouchedRow {
  readonly table: TableName
  readonly studentCode: string
  readonly before: Row | undefined
  readonly after: Row | undefined
}

/** What changes bring of classes: their grades, and the periods a year of their lessons ('7A/TOAN'). */
export interface ComingClasses {
  readonly grades: ReadonlyMap<string, Grade>
  readonly periods: ReadonlyMap<string, number>
}

/** The classes and lessons that changes bring. */
export const listComing = (changes: readonly RowChanges[]): ComingClasses => {
  const of = (table: TableName): readonly Row[] =>
    changes.flatMap((change) => (change.table.name === table ? change.inserts : []))
  return {
    grades: new Map(of('class').map((row) => [String(row['class_id']), Number(row['grade']) as Grade])),
    periods: new Map(
      of('assignment').map((row) => [
        `${String(row['class_id'])}/${String(row['subject'])}`,
        Number(row['periods_per_year']),
      ]),
    ),
  }
}

const ofPupils: ReadonlySet<TableName> = new Set([
  'enrolment',
  'schooling_history',
  'assessment',
  'homeroom_entry',
  'amendment',
  'exemption_order',
  'student_move',
])

/** Every row of a pupil's that changes touch; one that only moves within its list is not touched. */
export const listTouched = (changes: readonly RowChanges[]): readonly TouchedRow[] =>
  changes
    .filter(({ table }) => ofPupils.has(table.name))
    .flatMap(({ table: { name }, inserts, overwrites, deletes }) => [
      ...inserts.flatMap((after) => touched(name, undefined, after)),
      ...overwrites
        .filter(({ isMove }) => !isMove)
        .flatMap(({ before, after }) => touched(name, before, after)),
      ...deletes.flatMap((before) => touched(name, before, undefined)),
    ])

/** A row that becomes another pupil's touches both. */
const touched = (
  table: TableName,
  before: Row | undefined,
  after: Row | undefined,
): readonly TouchedRow[] => {
  const codes = [before, after].flatMap((row) => (row === undefined ? [] : [String(row['student_code'])]))
  return [...new Set(codes)].map((studentCode) => ({ table, studentCode, before, after }))
}

/** A touched row of the gradebook as its sheet names it; without a path it is an exemption. */
export interface TouchedCell {
  readonly studentCode: string
  readonly sheet: SheetName
  readonly path: string | null
  readonly row: Row
}

const exemptions: readonly unknown[] = ['exempt', 'practice-exempt']

/** The cells among touched rows. */
export const listTouchedCells = (
  rows: readonly TouchedRow[],
  level: EducationLevel,
): readonly TouchedCell[] =>
  rows.flatMap(({ table, studentCode, before, after }) => {
    const row = after ?? before
    if (row === undefined) return []
    if (table === 'homeroom_entry') return [{ studentCode, row, ...homeroomCell(row) }]
    const { subject } = row
    if (table !== 'assessment' || !isSubjectCode(subject)) return []
    const isExemption = exemptions.includes(row['kind'])
    return [{ studentCode, row, sheet: subject, path: isExemption ? null : pathOf(level, row, subject) }]
  })

const pathOf = (level: EducationLevel, row: Row, subject: Parameters<typeof assessmentPath>[1]): string =>
  assessmentPath(level, subject, {
    kind: String(row['kind']),
    term: Number(row['term']),
    number: Number(row['number']),
  })

const homeroomCell = (row: Row): Pick<TouchedCell, 'sheet' | 'path'> => {
  const field = String(row['field'])
  const sheet = field === 'absentOn' ? 'attendance' : field === 'principalDecision' ? 'decisions' : 'homeroom'
  return { sheet, path: homeroomPath({ field, item: String(row['item']) }) }
}
