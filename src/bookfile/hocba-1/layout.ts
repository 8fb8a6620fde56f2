import { many, type Field } from '../codec/field.ts'
import { group } from '../codec/group.ts'
import type { YearReport } from '../report.ts'
import { cover, identity } from './cover.ts'
import { subject } from './subject.ts'
import { summary } from './summary.ts'
import { version } from './version.ts'

/*
 * The layout of hocba-1: element names after the sector's dictionary, in the order of the file.
 * This one table writes, reads, declares (hocba-1.xsd) and documents (docs/hocba-1-mapping.md) every element.
 */

/** `DuLieu`: all the data, in five parts that signatures point to. */
export const report: Field<YearReport> = group<YearReport>(
  'DuLieu',
  'Toàn bộ dữ liệu',
  { cover, identity, version, subjects: many(subject, 40), summary },
  'hb',
)
