import { formatInstant } from '../../shared/dates.ts'
import type { Coverage } from '../face.ts'
import { makePrintable, type Content, type Printable } from '../printable.ts'
import { headerCells, headerDepth } from './header-cells.ts'
import type { PrintedCell, PrintedPaper, PrintedSection, Printing } from './paper.ts'

const textOf = (cell: PrintedCell): string => (typeof cell === 'string' ? cell : cell.text)

const longText = 900

const contentOf = (section: PrintedSection): Content => {
  if (section.kind !== 'table') return { ...section } as unknown as Content
  const { columns, rows, ...others } = section
  return {
    ...(others as unknown as { readonly [name: string]: Content }),
    depth: headerDepth(columns),
    head: headerCells(columns).map((cell) => ({ ...cell })),
    widths: columns.map(({ width }) => (width === 'rest' ? 0 : width)),
    aligns: columns.map(({ align }) => align === 'left'),
    rows: rows.map((row) => row.map(textOf)),
    // Only a row that may be higher than a page is broken.
    long: rows.map((row) => row.some((cell) => textOf(cell).length > longText)),
  }
}

/** '10/06/2026 08:05' in Viet Nam. */
const momentText = (at: Date): string => {
  const [day = '', time = ''] = formatInstant(at).split('T')
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 5)}`
}

/** A paper as the template reads it: every text printable, none of it markup. */
export const paperContent = (paper: PrintedPaper, { by, at }: Printing, has: Coverage): Printable => {
  const instant = formatInstant(at)
  const [year, month, day] = instant.slice(0, 10).split('-').map(Number)
  const [hour, minute, second] = instant.slice(11, 19).split(':').map(Number)
  return makePrintable(
    {
      title: paper.title,
      printed: { by, at: momentText(at) },
      date: [year, month, day, hour, minute, second],
      sections: paper.sections.map(contentOf),
    },
    has,
  )
}
