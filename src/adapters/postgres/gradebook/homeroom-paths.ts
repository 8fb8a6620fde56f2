import { sql, type RawBuilder } from 'kysely'
import type { ClassSheet } from '../../../gradebook/index.ts'

/** Which entry a cell is: a field and what tells several of it apart. */
export interface HomeroomPlace {
  readonly field: string
  readonly item: string
}

/** Where a path of the homeroom teacher's sheets is stored: 'conduct.1' is the item '1' of conduct. */
export const homeroomPlace = (path: string): HomeroomPlace => {
  const [field = '', ...item] = path.split('.')
  return { field, item: item.join('.') }
}

/** The path of a stored entry. */
export const homeroomPath = ({ field, item }: HomeroomPlace): string =>
  item === '' ? field : `${field}.${item}`

/** Which entries (of t) stand on a sheet: single days are attendance, the principal's decision a sheet of its own. */
export const sheetFields = (sheet: ClassSheet): RawBuilder<boolean> => {
  if (sheet === 'attendance') return sql<boolean>`t.field = 'absentOn'`
  if (sheet === 'decisions') return sql<boolean>`t.field = 'principalDecision'`
  return sql<boolean>`t.field not in ('absentOn', 'principalDecision')`
}
