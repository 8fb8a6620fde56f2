import type { CSSProperties, ReactNode, TableHTMLAttributes } from 'react'
import type { Column } from '../../../../gradebook/index.ts'
import { isSingle, rectangleOf, type Selection } from '../model/selection.ts'
import type { Table } from '../model/table.ts'
import { GridFoot } from './grid-foot.tsx'
import { GridHead } from './grid-head.tsx'
import { GridRow } from './grid-row.tsx'
import { widthOf } from './widths.ts'

interface GridTableProps {
  readonly label: string
  readonly table: Table
  readonly columns: readonly Column[]
  readonly selection: Selection
  readonly mayWrite: boolean
  /** The one text field, which stands in the active cell. */
  readonly field: ReactNode
  readonly listeners: TableHTMLAttributes<HTMLTableElement>
}

/** Headings, rows and totals as a native table with the roles of a grid. It is one stop of the Tab key: its field. */
export const GridTable = (props: GridTableProps) => {
  const { label, table, columns, selection, mayWrite, field, listeners } = props
  const { active } = selection
  // One column takes what the screen has left: the last one of words, or the only one.
  const stretched = columns.length === 1 ? columns[0] : columns.findLast(({ kind }) => kind === 'text')
  const rectangle = isSingle(selection) ? undefined : rectangleOf(selection)
  const width = columns.reduce((sum, one) => sum + widthOf(one), 0)
  return (
    <table
      role="grid"
      aria-label={label}
      aria-rowcount={table.rows.length + 4}
      aria-colcount={columns.length + 2}
      aria-multiselectable="true"
      aria-readonly={mayWrite ? undefined : true}
      className={stretched === undefined ? 'sheet' : 'sheet is-stretched'}
      style={{ '--sheet-width': `${width}px` } as CSSProperties}
      {...listeners}
    >
      <colgroup>
        <col className="sheet-number-column" />
        <col className="sheet-name-column" />
        {columns.map((one) => (
          <col key={one.path} {...(one === stretched ? {} : { width: widthOf(one) })} />
        ))}
      </colgroup>
      <GridHead columns={columns} active={active.column} />
      <tbody role="rowgroup">
        {table.rows.map((row, index) => {
          const isIn = rectangle !== undefined && index >= rectangle.top && index <= rectangle.bottom
          return (
            <GridRow
              key={row.student.studentCode}
              row={row}
              index={index}
              rowIndex={index + 3}
              columns={columns}
              from={isIn ? rectangle.left : -1}
              to={isIn ? rectangle.right : -2}
              active={index === active.row ? active.column : -1}
              field={index === active.row ? field : undefined}
            />
          )
        })}
      </tbody>
      <GridFoot table={table} columns={columns} rowIndex={table.rows.length + 3} />
    </table>
  )
}
