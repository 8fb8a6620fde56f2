import type { HomeroomRecord } from '../../../records/index.ts'
import { putAt, type Row } from './columns.ts'
import { leavesOf } from './leaves.ts'

/** Fields that are not text: what their entries are read as. */
const readers: Readonly<Record<string, (value: string) => unknown>> = {
  absences: Number,
  heightCm: Number,
  outstanding: (value) => value === 'true',
}

const lists = ['commendations', 'certificates', 'competitions'] as const

/** The entries of a homeroom teacher's record: 'absences' 'excused', 'conduct' '1', 'certificates' '0.name'. */
export const homeroomEntriesOf = (studentCode: string, record: HomeroomRecord): readonly Row[] =>
  leavesOf(record).map(({ path: [field = '', ...item], value }) => ({
    student_code: studentCode,
    field,
    item: item.join('.'),
    value: String(value),
  }))

/** The record that these entries make up. */
export const homeroomRecordOf = (entries: readonly Row[]): HomeroomRecord => {
  const draft: Record<string, unknown> = {}
  for (const { field, item, value } of entries) {
    const path = [String(field), ...(item === '' ? [] : String(item).split('.'))]
    const read = readers[String(field)]
    putAt(draft, path, read === undefined ? value : read(String(value)))
  }
  // Numbers are an object's first keys, in their order.
  for (const name of lists) if (draft[name] !== undefined) draft[name] = Object.values(draft[name] as object)
  return draft
}
