import type { RegisteredVersion, RegisteredYear, RegistryAct } from '../../../registry/index.ts'
import type { PlainDate } from '../../../shared/dates.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'

/** The columns of one registered version, in the order of the view registry.whole_year. */
type VersionCells = readonly [
  version: number,
  issuedAt: string,
  expectedEffectiveDate: PlainDate,
  reason: string | null,
  xmlSha256: string,
  xmlSize: number,
  pdfSha256: string | null,
  pdfSize: number | null,
]

/** The columns of one act, in the order of the same view. */
type ActCells = readonly [
  kind: RegistryAct['kind'],
  version: number,
  at: string,
  by: string,
  reason: string | null,
  decisionNumber: string | null,
]

/** A row of the view registry.whole_year. */
export interface WholeYearRow {
  readonly school_code: string
  readonly school_name: string
  readonly school_year: SchoolYear
  readonly student_code: string
  readonly book_hex: string
  readonly year_hex: string
  readonly versions: readonly VersionCells[] | null
  readonly acts: readonly ActCells[] | null
}

/** The columns that make a year, for whoever selects from the view or from registry.find(). */
export const wholeYearColumns =
  'school_code, school_name, school_year, student_code, book_hex, year_hex, versions, acts'

const versionFrom = ([
  version,
  issuedAt,
  expectedEffectiveDate,
  reason,
  xmlSha256,
  xmlSize,
  pdfSha256,
  pdfSize,
]: VersionCells): RegisteredVersion => ({
  version,
  issuedAt: new Date(issuedAt),
  expectedEffectiveDate,
  ...(reason === null ? {} : { reason }),
  xml: { sha256: xmlSha256, size: xmlSize },
  ...(pdfSha256 === null || pdfSize === null ? {} : { pdf: { sha256: pdfSha256, size: pdfSize } }),
})

const actFrom = ([kind, version, at, by, reason, decisionNumber]: ActCells): RegistryAct => ({
  kind,
  version,
  at: new Date(at),
  by,
  ...(reason === null ? {} : { reason }),
  ...(decisionNumber === null ? {} : { decisionNumber }),
})

/** Turns a row into the year it stands for. */
export const yearFrom = (row: WholeYearRow): RegisteredYear => ({
  identity: {
    schoolCode: row.school_code,
    schoolName: row.school_name,
    bookKey: row.book_hex,
    yearKey: row.year_hex,
    schoolYear: row.school_year,
    studentCode: row.student_code,
  },
  versions: (row.versions ?? []).map(versionFrom),
  acts: (row.acts ?? []).map(actFrom),
})
