import { memo } from 'react'
import type { Column } from '../../../../gradebook/index.ts'
import type { Table } from '../model/table.ts'
import { totalsOf, type Totals } from '../model/totals.ts'
import { useWords } from './use-words.ts'

interface GridFootProps {
  readonly table: Table
  readonly columns: readonly Column[]
  readonly rowIndex: number
}

/** What each column holds as a whole, for reading back against the paper list. */
export const GridFoot = memo(({ table, columns, rowIndex }: GridFootProps) => {
  const t = useWords()
  const totals = columns.map((column) => totalsOf(table, column))
  return (
    <tfoot role="rowgroup">
      <tr role="row" aria-rowindex={rowIndex} className="sheet-filled">
        <td role="gridcell" className="sheet-number" aria-colindex={1} />
        <th role="rowheader" scope="row" aria-colindex={2} className="sheet-name">
          {t('foot.filled')}
        </th>
        {columns.map((column, index) => (
          <td key={column.path} role="gridcell" aria-colindex={index + 3} aria-readonly="true">
            {filledText(column, totals[index])}
          </td>
        ))}
      </tr>
      <tr role="row" aria-rowindex={rowIndex + 1} className="sheet-sum">
        <td role="gridcell" className="sheet-number" aria-colindex={1} />
        <th role="rowheader" scope="row" aria-colindex={2} className="sheet-name">
          {t('foot.sum')}
        </th>
        {columns.map((column, index) => (
          <td key={column.path} role="gridcell" aria-colindex={index + 3} aria-readonly="true">
            {sumText(totals[index])}
          </td>
        ))}
      </tr>
    </tfoot>
  )
})
GridFoot.displayName = 'GridFoot'

// Of absences few are written down, and a day is narrow: only how many.
const filledText = ({ path }: Column, totals: Totals | undefined): string => {
  if (totals === undefined) return ''
  if (path.startsWith('absentOn.')) return totals.filled === 0 ? '' : String(totals.filled)
  return `${totals.filled}/${totals.expected}`
}

const sumText = (totals: Totals | undefined): string => totals?.sum ?? ''
