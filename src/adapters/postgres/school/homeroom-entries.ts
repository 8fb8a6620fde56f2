import { toHomeroomRecord } from '../../../gradebook/index.ts'
import type { HomeroomRecord } from '../../../records/index.ts'
import type { Row } from './columns.ts'
import { leavesOf } from './leaves.ts'

/** The entries of a homeroom teacher's record: 'absences' 'excused', 'conduct' '1', 'certificates' '0.name'. */
export const homeroomEntriesOf = (studentCode: string, record: HomeroomRecord): readonly Row[] =>
  leavesOf(record).map(({ path: [field = '', ...item], value }) => ({
    student_code: studentCode,
    field,
    item: item.join('.'),
    value: String(value),
  }))

/** The record that these entries make up; absences are counted where single days are among them. */
export const homeroomRecordOf = (entries: readonly Row[]): HomeroomRecord =>
  toHomeroomRecord(
    new Map(entries.map(({ field, item, value }) => [pathOf(String(field), String(item)), String(value)])),
  )

const pathOf = (field: string, item: string): string => (item === '' ? field : `${field}.${item}`)

const isDay = ({ field }: Row): boolean => field === 'absentOn'
const isTotal = ({ field }: Row): boolean => field === 'absences'

/**
 * The entries that an import compares and replaces: no single days missed, and of a pupil who has any no totals either,
 * since those are counted.
 */
export const withoutCounted = (
  stored: readonly Row[],
  wanted: readonly Row[],
): { readonly stored: readonly Row[]; readonly wanted: readonly Row[] } => {
  const counted = new Set(
    stored.filter((row) => isDay(row) && row['value'] !== null).map((row) => row['student_code']),
  )
  const isCompared = (row: Row): boolean => !isDay(row) && !(isTotal(row) && counted.has(row['student_code']))
  return { stored: stored.filter(isCompared), wanted: wanted.filter(isCompared) }
}
