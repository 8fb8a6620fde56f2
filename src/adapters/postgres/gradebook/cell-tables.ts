import { sql, type RawBuilder } from 'kysely'
import type { SheetName } from '../../../gradebook/index.ts'
import { isSubjectCode, type SubjectCode } from '../../../shared/subjects.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import { assessmentPath, assessmentPlace } from './assessment-paths.ts'
import { homeroomPath, homeroomPlace, sheetFields } from './homeroom-paths.ts'
import { saveStatementsOf, type SaveStatements } from './save-statements.ts'

/** The columns that, with tenant and school year, tell one cell of a table from another; each with its type. */
type KeyTypes = Readonly<Record<string, string>>

/** The key of a cell, column by column. */
export type CellKey = Readonly<Record<string, string | number>>

/** Where the cells of one sheet lie, and how a path becomes a key and a key a path. */
export interface CellTable {
  readonly name: 'assessment' | 'homeroom_entry'
  readonly keyTypes: KeyTypes
  readonly statements: SaveStatements
  readonly keyOf: (studentCode: string, path: string) => CellKey
  readonly pathOf: (key: CellKey) => string
  /** Which rows of the table (as t) belong to the sheet. */
  readonly isOfSheet: RawBuilder<boolean>
}

/** The table of a sheet's cells, at a level of schooling. */
export const cellTableOf = (level: EducationLevel, sheet: SheetName): CellTable =>
  isSubjectCode(sheet) ? assessmentTable(level, sheet) : homeroomTable(sheet)

const assessment = {
  name: 'assessment',
  keyTypes: {
    student_code: 'text',
    subject: 'text',
    kind: 'school.assessment_kind',
    term: 'smallint',
    number: 'smallint',
  },
} as const

const homeroomEntry = {
  name: 'homeroom_entry',
  keyTypes: { student_code: 'text', field: 'text', item: 'text' },
} as const

const assessmentStatements = saveStatementsOf(assessment)
const homeroomStatements = saveStatementsOf(homeroomEntry)

const assessmentTable = (level: EducationLevel, subject: SubjectCode): CellTable => ({
  ...assessment,
  statements: assessmentStatements,
  keyOf: (studentCode, path) => ({ student_code: studentCode, subject, ...assessmentPlace(path) }),
  pathOf: ({ kind, term, number }) =>
    assessmentPath(level, subject, { kind: String(kind), term: Number(term), number: Number(number) }),
  isOfSheet: sql<boolean>`(t.subject = ${subject} and t.kind not in ('exempt', 'practice-exempt'))`,
})

const homeroomTable = (sheet: Exclude<SheetName, SubjectCode>): CellTable => ({
  ...homeroomEntry,
  statements: homeroomStatements,
  keyOf: (studentCode, path) => ({ student_code: studentCode, ...homeroomPlace(path) }),
  pathOf: ({ field, item }) => homeroomPath({ field: String(field), item: String(item) }),
  isOfSheet: sheetFields(sheet),
})
