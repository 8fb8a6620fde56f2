import type { Field } from './codec/field.ts'
import type { YearReport } from './report.ts'

/** A published structure of the file: its namespace and how a report is laid out. One folder each. */
export interface BookVersion {
  readonly name: string
  readonly namespace: string
  /** The DuLieu element. */
  readonly report: Field<YearReport>
}
