import { findSubject } from '../../../shared/subjects.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import { captionOf, cellCaption, sayValue } from './change-words.ts'
import type { Row, Value } from './columns.ts'
import type { RowChanges } from './compare-rows.ts'
import type { TableName } from './tables.ts'

/** One change of an import as a person reads it. */
export interface DescribedChange {
  readonly table: TableName
  readonly kind: 'added' | 'changed' | 'removed'
  /** Whom or what it is about: a name where there is one, else a code. */
  readonly who: string
  /** Which of its values. */
  readonly what: string
  readonly before: string | null
  readonly after: string | null
}

const text = (value: Value | undefined): string | null =>
  value === null || value === undefined || value === '' ? null : String(value)

const isOwn = (name: string): boolean => !['position', 'version', 'act_id'].includes(name)

type Names = ReadonlyMap<string, string>

/** Names of people and classes by their codes, as the wanted rows and the stored ones have them. */
const namesOf = (changes: readonly RowChanges[]): Names => {
  const rows = changes.flatMap(({ inserts, overwrites, deletes }) => [
    ...deletes,
    ...overwrites.map(({ after }) => after),
    ...inserts,
  ])
  return new Map(
    rows.flatMap((row) => {
      const code = text(row['student_code'] ?? row['staff_code'])
      const name = text(row['full_name'])
      return code !== null && name !== null ? [[code, name] as const] : []
    }),
  )
}

const whoOf = ({ name, key }: RowChanges['table'], row: Row, names: Names, level: EducationLevel): string => {
  if (name === 'school_year') return 'Trường'
  const person = text(row['student_code'] ?? row['staff_code'])
  const subject = text(row['subject'])
  const parts = [
    person === null ? null : (names.get(person) ?? person),
    key.includes('class_id') ? text(row['class_id']) : null,
    subject === null ? null : (findSubject(level, subject)?.name ?? subject),
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

const changesOf = (
  { table, inserts, overwrites, deletes }: RowChanges,
  names: Names,
  level: EducationLevel,
): readonly DescribedChange[] => {
  const isCell = table.by === 'pupils' && 'value' in table.types
  const who = (row: Row): string => whoOf(table, row, names, level)
  const what = (row: Row): string => (isCell ? cellCaption(row) : '')
  const whole = (row: Row, kind: 'added' | 'removed'): DescribedChange => ({
    table: table.name,
    kind,
    who: who(row),
    what: what(row),
    before: kind === 'removed' && isCell ? sayValue('value', row['value']) : null,
    after: kind === 'added' && isCell ? sayValue('value', row['value']) : null,
  })
  return [
    ...deletes.map((row) => whole(row, 'removed')),
    ...overwrites
      .filter(({ isMove }) => !isMove)
      .flatMap(({ before, after }) =>
        Object.keys(table.types)
          .filter((name) => isOwn(name) && before[name] !== after[name])
          .map((name) => ({
            table: table.name,
            kind: 'changed' as const,
            who: who(after),
            what: isCell ? cellCaption(after) : captionOf(name),
            before: sayValue(name, before[name]),
            after: sayValue(name, after[name]),
          })),
      ),
    ...inserts.map((row) => whole(row, 'added')),
  ]
}

/** The first changes of an import, those that take something away before those that add, and how many there are. */
export const describeChanges = (
  changes: readonly RowChanges[],
  level: EducationLevel,
  most: number,
): { readonly changes: readonly DescribedChange[]; readonly total: number } => {
  const names = namesOf(changes)
  const all = changes.flatMap((one) => changesOf(one, names, level))
  const order = { removed: 0, changed: 1, added: 2 } as const
  const sorted = all.toSorted((one, other) => order[one.kind] - order[other.kind])
  return { changes: sorted.slice(0, most), total: all.length }
}
