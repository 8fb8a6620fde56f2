import type { Spot } from '../model/selection.ts'

/** The cell of the grid that something stands in. */
export const spotOf = (target: EventTarget): Spot | undefined => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-row]') : null
  const { row, column } = cell?.dataset ?? {}
  return row === undefined || column === undefined ? undefined : { row: Number(row), column: Number(column) }
}

/** Brings a cell into sight, out from under the frozen names and headings. */
export const showCell = (box: HTMLElement | null, { row, column }: Spot): void => {
  box
    ?.querySelector(`td[data-row="${row}"][data-column="${column}"]`)
    ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** How many rows a page of the keyboard is. */
export const rowsInSight = (box: HTMLElement | null): number => {
  const height = box?.querySelector('td[data-row]')?.clientHeight ?? 32
  return Math.max(1, Math.floor((box?.clientHeight ?? 0) / height) - 4)
}

/** Whether a key belongs to an input method that is composing. */
export const isComposing = (event: KeyboardEvent): boolean =>
  // Safari ends the composition before its last key and says so by this old number alone.
  event.isComposing || (Reflect.get(event, 'keyCode') as unknown) === 229
