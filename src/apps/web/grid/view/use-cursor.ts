import { useState } from 'react'
import { at, type Selection, type Size, type Spot } from '../model/selection.ts'
import type { CellMode } from '../model/keys.ts'

/** Where the person is in the grid, and how the active cell takes keys. */
export interface Cursor {
  readonly selection: Selection
  readonly mode: CellMode
  readonly setMode: (mode: CellMode) => void
  readonly goTo: (spot: Spot, extend?: boolean) => void
  readonly selectAll: () => void
}

const inside = ({ row, column }: Spot, { rows, columns }: Size): Spot => ({
  row: Math.max(0, Math.min(row, rows - 1)),
  column: Math.max(0, Math.min(column, columns - 1)),
})

/** Keeps the selection; where the shown columns become fewer it stays inside them. */
export const useCursor = (size: Size): Cursor => {
  const [selected, setSelected] = useState<Selection>(() => at(0, 0))
  const [mode, setMode] = useState<CellMode>('nav')
  return {
    selection: { anchor: inside(selected.anchor, size), active: inside(selected.active, size) },
    mode,
    setMode,
    goTo: (spot, extend = false) => {
      const next = inside(spot, size)
      setMode('nav')
      setSelected(({ anchor }) => ({ anchor: extend ? anchor : next, active: next }))
    },
    selectAll: () => {
      setSelected({ anchor: { row: size.rows - 1, column: size.columns - 1 }, active: { row: 0, column: 0 } })
    },
  }
}
