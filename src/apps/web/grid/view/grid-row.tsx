import { memo, type ReactNode } from 'react'
import { formatCell, type Column } from '../../../../gradebook/index.ts'
import { contentOf, emptyCell, type Cell } from '../model/cell.ts'
import type { Row } from '../model/table.ts'
import { useWords } from './use-words.ts'

interface GridRowProps {
  readonly row: Row
  readonly index: number
  /** Its number among all rows of the grid, headings included. */
  readonly rowIndex: number
  readonly columns: readonly Column[]
  /** The selected columns of this row, where more than one cell is selected; else -1 and -2. */
  readonly from: number
  readonly to: number
  /** The active column, where the active cell is in this row; else -1. */
  readonly active: number
  readonly field: ReactNode
}

/** One pupil's row. It is drawn anew only when its cells or its part of the selection change. */
export const GridRow = memo((props: GridRowProps) => {
  const { row, index, rowIndex, columns, from, to, active, field } = props
  const t = useWords()
  const { fullName, isExempt, isPracticeExempt, individualPlan } = row.student
  return (
    <tr role="row" aria-rowindex={rowIndex} className={index % 5 === 4 ? 'sheet-row is-fifth' : 'sheet-row'}>
      <td role="gridcell" className="sheet-number" aria-colindex={1}>
        {index + 1}
      </td>
      <th role="rowheader" scope="row" className="sheet-name" aria-colindex={2} title={fullName}>
        <span>{fullName}</span>
        {isExempt ? <em>{t('row.exempt')}</em> : null}
        {isPracticeExempt ? <em>{t('row.practiceExempt')}</em> : null}
        {individualPlan ? <em title={t('row.individualPlanTitle')}>{t('row.individualPlan')}</em> : null}
      </th>
      {columns.map((column, place) => (
        <td
          key={column.path}
          role="gridcell"
          data-row={index}
          data-column={place}
          aria-colindex={place + 3}
          aria-selected={place === active || (place >= from && place <= to)}
          aria-readonly={isReadOnly(row, column) ? true : undefined}
          className={classOf(row, column, place, props)}
        >
          {place === active ? field : <span className="sheet-text">{shownIn(row, column)}</span>}
        </td>
      ))}
    </tr>
  )
})
GridRow.displayName = 'GridRow'

/** What a cell shows: its value as people write it, or the very text that is none. */
export const shownIn = (row: Row, column: Column): string => {
  if (column.kind === 'computed') return formatCell(column, row.computed.get(column.path) ?? null)
  const { value, typed } = contentOf(row.cells.get(column.path) ?? emptyCell)
  return typed ?? formatCell(column, value)
}

const isSentBack = ({ student }: Row, { path }: Column): boolean =>
  student.sentBack?.some((one) => one.path === path) === true

const isReadOnly = ({ student, cells }: Row, column: Column): boolean =>
  column.kind === 'computed' ||
  student.isExempt ||
  column.isLocked ||
  typeof student.lockedBecause === 'string' ||
  cells.get(column.path)?.lockedBecause !== undefined

const isNumeric = ({ kind, options }: Column): boolean =>
  kind === 'mark' ||
  kind === 'score' ||
  kind === 'count' ||
  kind === 'decimal' ||
  (kind === 'computed' && options === undefined)

const classOf = (row: Row, column: Column, place: number, { from, to, active }: GridRowProps): string => {
  const cell = row.cells.get(column.path) ?? emptyCell
  const names = ['sheet-cell', `of-${column.kind}`]
  if (isNumeric(column)) names.push('is-number')
  if (column.kind === 'computed') names.push('is-computed')
  else if (isReadOnly(row, column)) names.push('is-locked')
  if (isLow(row, column, cell)) names.push('is-low')
  if (isSentBack(row, column)) names.push('is-sent-back')
  if (cell.state !== 'saved') names.push(`is-${cell.state}`)
  if (place >= from && place <= to) names.push('is-selected')
  if (place === active) names.push('is-active')
  return names.join(' ')
}

// TT 22/2021, Điều 9: what lies below 5,0, 'Chưa đạt' and 'Chưa hoàn thành' is seen at a glance.
const isLow = (row: Row, column: Column, cell: Cell): boolean => {
  const { kind, options } = column
  const value = kind === 'computed' ? row.computed.get(column.path) : contentOf(cell).value
  if (value === null || value === undefined) return false
  if (kind === 'choice' || options?.some((option) => option.value === value) === true)
    return value === 'not-pass' || (value === 'C' && kind === 'choice')
  const isMark = kind === 'mark' || kind === 'score' || kind === 'computed'
  return isMark && !column.path.startsWith('computed.absences') && Number(value) < 5
}
