/** A cell by its row and column as shown. */
export interface Spot {
  readonly row: number
  readonly column: number
}

/** Vùng chọn: from the cell where it began to the active one. */
export interface Selection {
  readonly anchor: Spot
  readonly active: Spot
}

export interface Rectangle {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface Size {
  readonly rows: number
  readonly columns: number
}

export const at = (row: number, column: number): Selection => ({
  anchor: { row, column },
  active: { row, column },
})

export const rectangleOf = ({ anchor, active }: Selection): Rectangle => ({
  top: Math.min(anchor.row, active.row),
  bottom: Math.max(anchor.row, active.row),
  left: Math.min(anchor.column, active.column),
  right: Math.max(anchor.column, active.column),
})

/** Every cell of a rectangle, row by row. */
export const spotsOf = ({ top, bottom, left, right }: Rectangle): readonly Spot[] =>
  Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => ({ row: top + row, column: left + column })),
  ).flat()

export const isSingle = ({ anchor, active }: Selection): boolean =>
  anchor.row === active.row && anchor.column === active.column

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))

/** Where a key leads: so many rows and columns on, never outside. */
export const step = ({ row, column }: Spot, down: number, right: number, { rows, columns }: Size): Spot => ({
  row: clamp(row + down, rows),
  column: clamp(column + right, columns),
})

/**
 * Where Ctrl and an arrow lead, as spreadsheets have it: to the end of the filled cells, from there or from an empty
 * cell to the next filled one, or to the edge.
 */
export const leap = (
  from: Spot,
  down: number,
  right: number,
  size: Size,
  isFilled: (spot: Spot) => boolean,
): Spot => {
  const edge = step(from, down * size.rows, right * size.columns, size)
  const isAtEdge = (spot: Spot): boolean => spot.row === edge.row && spot.column === edge.column
  let here = step(from, down, right, size)
  const seeksEnd = isFilled(from) && isFilled(here)
  while (!isAtEdge(here)) {
    const next = step(here, down, right, size)
    if (seeksEnd ? !isFilled(next) : isFilled(here)) return here
    here = next
  }
  return here
}

/** The next cell by Tab that can be written, into the next row after the last column; undefined after the last cell. */
export const tabFrom = (
  { row, column }: Spot,
  direction: 1 | -1,
  { rows, columns }: Size,
  canWrite: (spot: Spot) => boolean,
): Spot | undefined => {
  for (
    let index = row * columns + column + direction;
    index >= 0 && index < rows * columns;
    index += direction
  ) {
    const spot = { row: Math.floor(index / columns), column: index % columns }
    if (canWrite(spot)) return spot
  }
  return undefined
}
