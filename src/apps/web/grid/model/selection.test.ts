import { describe, expect, it } from 'vitest'
import { leap, rectangleOf, spotsOf, step, tabFrom, type Spot } from './selection.ts'

const size = { rows: 5, columns: 4 }
const spot = (row: number, column: number): Spot => ({ row, column })
const filled =
  (...rows: readonly number[]) =>
  ({ row }: Spot): boolean =>
    rows.includes(row)

describe('walking in the grid', () => {
  it('never leads outside', () => {
    expect(step(spot(0, 0), -1, -1, size)).toEqual(spot(0, 0))
    expect(step(spot(4, 3), 9, 9, size)).toEqual(spot(4, 3))
  })

  it('leaps to the end of the filled cells, then to the next filled one, then to the edge', () => {
    const isFilled = filled(0, 1, 3)
    expect(leap(spot(0, 0), 1, 0, size, isFilled)).toEqual(spot(1, 0))
    expect(leap(spot(1, 0), 1, 0, size, isFilled)).toEqual(spot(3, 0))
    expect(leap(spot(3, 0), 1, 0, size, isFilled)).toEqual(spot(4, 0))
    expect(leap(spot(4, 0), 1, 0, size, isFilled)).toEqual(spot(4, 0))
  })

  it('tabs over what cannot be written, into the next row, and out at the end', () => {
    const canWrite = ({ column }: Spot): boolean => column !== 1
    expect(tabFrom(spot(0, 0), 1, size, canWrite)).toEqual(spot(0, 2))
    expect(tabFrom(spot(0, 3), 1, size, canWrite)).toEqual(spot(1, 0))
    expect(tabFrom(spot(1, 0), -1, size, canWrite)).toEqual(spot(0, 3))
    expect(tabFrom(spot(4, 3), 1, size, canWrite)).toBeUndefined()
  })

  it('selects the same block from whichever corner', () => {
    const block = rectangleOf({ anchor: spot(2, 3), active: spot(1, 2) })
    expect(spotsOf(block)).toEqual([spot(1, 2), spot(1, 3), spot(2, 2), spot(2, 3)])
  })
})
