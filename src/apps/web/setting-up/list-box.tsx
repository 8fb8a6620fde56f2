import { Table, type TableProps } from '@mantine/core'
import type { CSSProperties, ReactNode } from 'react'
import classes from './list-box.module.css'

interface ListBoxProps extends Pick<TableProps, 'layout'> {
  /** What the list holds, for screen readers. */
  readonly label: string
  /** From which width on its columns need no scrolling. */
  readonly width: number
  readonly children: ReactNode
}

const widthOf = (width: number): CSSProperties => ({ '--list-width': `${width}px` }) as CSSProperties

/** A table in a box of its own: on a phone it scrolls there, its first column standing still. */
export const ListBox = ({ label, width, children, ...more }: ListBoxProps) => (
  <div
    className={`scroll-box ${classes['box'] ?? ''}`}
    style={widthOf(width)}
    tabIndex={0}
    role="group"
    aria-label={label}
  >
    <Table aria-label={label} highlightOnHover {...more}>
      {children}
    </Table>
  </div>
)

/** The same for a list that is a DataTable. */
export const ListFrame = ({ width, children }: Pick<ListBoxProps, 'width' | 'children'>) => (
  <div className={classes['box']} style={widthOf(width)}>
    {children}
  </div>
)
