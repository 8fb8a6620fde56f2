import type { PrintedColumn } from './paper.ts'

/** One cell of a table's header, where it begins and how far it reaches. */
export interface HeaderCell {
  readonly x: number
  readonly y: number
  readonly columns: number
  readonly rows: number
  readonly caption: string
  readonly isTurned: boolean
}

const shares = (one: PrintedColumn, other: PrintedColumn | undefined, level: number): boolean =>
  other !== undefined &&
  level < one.captions.length - 1 &&
  level < other.captions.length - 1 &&
  one.captions.slice(0, level + 1).every((caption, at) => other.captions[at] === caption)

/** How many rows the header has. */
export const headerDepth = (columns: readonly PrintedColumn[]): number =>
  Math.max(1, ...columns.map(({ captions }) => captions.length))

/** The header of a table: neighbours share the captions above them, and a last caption reaches down to the rows. */
export const headerCells = (columns: readonly PrintedColumn[]): readonly HeaderCell[] => {
  const depth = headerDepth(columns)
  return Array.from({ length: depth }, (_, level) => level).flatMap((level) =>
    columns.flatMap((column, x) => {
      const caption = column.captions[level]
      const before = columns[x - 1]
      if (caption === undefined || (before !== undefined && shares(column, before, level))) return []
      const isLast = level === column.captions.length - 1
      let reach = 1
      while (!isLast && shares(column, columns[x + reach], level)) reach += 1
      return [
        {
          x,
          y: level,
          columns: reach,
          rows: isLast ? depth - level : 1,
          caption,
          isTurned: isLast && column.isTurned === true,
        },
      ]
    }),
  )
}
