import { formatCell } from '../../../../gradebook/index.ts'
import type { AnswerOf } from '../../setting-up/index.ts'

/** A cell of a subject that a correction may be about. */
export interface CorrectableCell {
  readonly path: string
  readonly title: string
  /** As it is stored, and as people write it. */
  readonly value: string
  readonly shown: string
}

/** The cells of one pupil's subject, with what they say; those of earlier moments show nowhere in the book. */
export const correctableCells = (
  { columns, cells }: AnswerOf<'getSheet'>,
  studentCode: string,
): readonly CorrectableCell[] =>
  columns
    .filter(({ kind, path }) => kind !== 'computed' && !path.startsWith('moments.'))
    .map((column) => {
      const cell = cells.find((one) => one.studentCode === studentCode && one.path === column.path)
      const value = cell?.value ?? ''
      const term = column.term === 0 ? '' : ` · HK ${column.term === 1 ? 'I' : 'II'}`
      return {
        path: column.path,
        title: column.title + (column.title.includes('học kì') ? '' : term),
        value,
        shown: formatCell(column, cell?.value ?? null),
      }
    })
