import type { StoredSheet } from '../../../../adapters/postgres/gradebook/read-sheet.ts'
import { findNextDeadline } from '../../../../gradebook/index.ts'
import type { PlainDate } from '../../../../shared/dates.ts'

/** Until when a sheet is open, and by what decision of the school (thời hạn nhập); nulls where nothing closes it. */
export interface Window {
  readonly closesOn: string | null
  readonly title: string | null
  readonly article: string | null
}

/** The next closing of a sheet. */
export const windowOf = ({ schoolClass, deadlines }: StoredSheet, today: PlainDate): Window => {
  const next = findNextDeadline(schoolClass.grade, deadlines, today)
  return { closesOn: next?.closesOn ?? null, title: next?.title ?? null, article: next?.article ?? null }
}
