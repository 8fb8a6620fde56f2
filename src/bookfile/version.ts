import type { Field } from './codec/field.ts'
import type { Cover, YearReport } from './report.ts'

/** A published structure of the file: its namespace and how a report is laid out. One folder each. */
export interface BookVersion {
  readonly name: string
  readonly namespace: string
  /** The DuLieu element. */
  readonly report: Field<YearReport>
  /** The Bia element alone, as it is signed at the start of the year. */
  readonly cover: Field<Cover>
}
