import { memo } from 'react'
import type { Column } from '../../../../gradebook/index.ts'
import { useWords } from './use-words.ts'

/** Neighbouring columns under one heading. */
interface Group {
  readonly title: string
  readonly from: number
  readonly span: number
}

const groupsOf = (columns: readonly Column[]): readonly Group[] =>
  columns.reduce<readonly Group[]>((groups, { group }, from) => {
    const last = groups.at(-1)
    return last !== undefined && last.title === (group ?? '')
      ? [...groups.slice(0, -1), { ...last, span: last.span + 1 }]
      : [...groups, { title: group ?? '', from, span: 1 }]
  }, [])

/** The two rows of headings, which stay in sight. */
export const GridHead = memo(
  ({ columns, active }: { readonly columns: readonly Column[]; readonly active: number }) => {
    const t = useWords()
    return (
      <thead role="rowgroup">
        <tr role="row" aria-rowindex={1} className="sheet-groups">
          <th role="columnheader" scope="col" rowSpan={2} className="sheet-number" aria-colindex={1}>
            {t('grid.number')}
          </th>
          <th role="columnheader" scope="col" rowSpan={2} className="sheet-name" aria-colindex={2}>
            {t('grid.name')}
          </th>
          {groupsOf(columns).map(({ title, from, span }) => (
            <th
              key={from}
              role="columnheader"
              scope="colgroup"
              colSpan={span}
              aria-colindex={from + 3}
              aria-colspan={span}
              className="sheet-group"
            >
              <span>{title}</span>
            </th>
          ))}
        </tr>
        <tr role="row" aria-rowindex={2} className="sheet-titles">
          {columns.map((column, index) => (
            <th
              key={column.path}
              role="columnheader"
              scope="col"
              aria-colindex={index + 3}
              title={
                column.lockedBecause === null ? column.title : `${column.title}\n${column.lockedBecause}`
              }
              className={classOf(column, index === active)}
            >
              <abbr title={column.title}>{column.shortTitle}</abbr>
              {column.isLocked && column.kind !== 'computed' ? (
                <span className="sheet-lock" role="img" aria-label={t('grid.locked')} />
              ) : null}
            </th>
          ))}
        </tr>
      </thead>
    )
  },
)
GridHead.displayName = 'GridHead'

const classOf = ({ kind }: Column, isActive: boolean): string =>
  ['sheet-title', `of-${kind}`, ...(isActive ? ['is-active'] : [])].join(' ')
