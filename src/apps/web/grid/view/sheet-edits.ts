import type { Column, TypingHabits } from '../../../../gradebook/index.ts'
import { contentOf, type Content } from '../model/cell.ts'
import { parseTsv, toTsv } from '../model/tsv.ts'
import type { Place } from '../model/sheet.ts'
import { rectangleOf, spotsOf, type Selection, type Spot } from '../model/selection.ts'
import { cellAt, changeAt, lockOf, readTyped, type Table } from '../model/table.ts'
import type { SheetStore } from '../sheet-store.ts'
import { shownIn } from './grid-row.tsx'

/** The edits a person makes in the shown part of a sheet. */
export interface SheetEdits {
  readonly placeAt: (spot: Spot) => Place
  readonly canWrite: (spot: Spot) => boolean
  readonly isFilled: (spot: Spot) => boolean
  /** Commits a typed text; tells what was wrong with it. */
  readonly type: (spot: Spot, typed: string) => Content | undefined
  /** The next value of a box that is ticked or of a short list: empty after the last. */
  readonly cycle: (spot: Spot) => void
  /** Empties what is selected and may be written; tells how many cells changed. */
  readonly clear: (selection: Selection) => number
  readonly copy: (selection: Selection) => string
  /** Puts one copied cell into every selected one; a block is left to the preview. */
  readonly fill: (selection: Selection, text: string) => { readonly count: number; readonly rejected: number }
  readonly isBlock: (text: string) => boolean
}

/** Ties the model to the columns that are shown and to whether this person may write at all. */
export const sheetEdits = (
  store: SheetStore,
  columns: readonly Column[],
  mayWrite: boolean,
  habits: TypingHabits,
): SheetEdits => {
  const table = (): Table => store.getMoment().table
  const placeAt = ({ row, column }: Spot): Place => ({
    studentCode: table().rows[row]?.student.studentCode ?? '',
    path: columns[column]?.path ?? '',
  })
  const canWrite = (spot: Spot): boolean => mayWrite && lockOf(table(), placeAt(spot)) === undefined
  const writable = (selection: Selection): readonly Place[] =>
    spotsOf(rectangleOf(selection)).filter(canWrite).map(placeAt)
  const putAll = (
    places: readonly Place[],
    source: 'typed' | 'pasted',
    contentAt: (column: Column) => Content,
  ) => {
    const changes = places.flatMap((place) => {
      const column = table().columns.get(place.path)
      return column === undefined ? [] : (changeAt(table(), place, contentAt(column)) ?? [])
    })
    store.edit(changes, source)
    return changes
  }
  const textAt = ({ row, column }: Spot): string => {
    const [found, of] = [table().rows[row], columns[column]]
    return found === undefined || of === undefined ? '' : shownIn(found, of)
  }
  return {
    placeAt,
    canWrite,
    isFilled: (spot) => textAt(spot) !== '',
    type: (spot, typed) => {
      const column = columns[spot.column]
      if (column === undefined || !canWrite(spot)) return undefined
      const content = readTyped(column, typed, habits)
      putAll([placeAt(spot)], 'typed', () => content)
      return content
    },
    cycle: (spot) => {
      const column = columns[spot.column]
      if (column === undefined || !canWrite(spot)) return
      const values = column.kind === 'flag' ? ['true'] : (column.options ?? []).map(({ value }) => value)
      const index = values.indexOf(contentOf(cellAt(table(), placeAt(spot))).value ?? '')
      putAll([placeAt(spot)], 'typed', () => ({ value: values[index + 1] ?? null }))
    },
    clear: (selection) => putAll(writable(selection), 'typed', () => ({ value: null })).length,
    copy: (selection) => {
      const { top, bottom, left, right } = rectangleOf(selection)
      return toTsv(
        Array.from({ length: bottom - top + 1 }, (_, row) =>
          Array.from({ length: right - left + 1 }, (_, column) =>
            textAt({ row: top + row, column: left + column }),
          ),
        ),
      )
    },
    fill: (selection, text) => {
      const typed = parseTsv(text)[0]?.[0] ?? ''
      const changes = putAll(writable(selection), 'pasted', (column) => readTyped(column, typed, habits))
      return {
        count: changes.length,
        rejected: changes.filter(({ after }) => after.fault !== undefined).length,
      }
    },
    isBlock: (text) => {
      const rows = parseTsv(text)
      return rows.length > 1 || (rows[0]?.length ?? 0) > 1
    },
  }
}
