import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { Column } from '../../../../gradebook/index.ts'
import { useWords } from '../view/use-words.ts'

interface ByColumnProps {
  readonly columns: readonly Column[]
  /** The one column that is shown; undefined where all are. */
  readonly path: string | undefined
  readonly onPath: (path: string | undefined) => void
}

/** Nhập theo cột: on a phone one column at a time, down the list of names. */
export const ByColumn = ({ columns, path, onPath }: ByColumnProps) => {
  const t = useWords()
  const index = columns.findIndex((column) => column.path === path)
  const go = (by: 1 | -1) => () => {
    onPath(columns[(index + by + columns.length) % columns.length]?.path)
  }
  return (
    <div className="by-column">
      <label className="desk-switch">
        <input
          type="checkbox"
          checked={path !== undefined}
          onChange={(event) => {
            onPath(event.currentTarget.checked ? columns[0]?.path : undefined)
          }}
        />
        {t('byColumn.switch')}
      </label>
      {path === undefined ? null : (
        <div className="by-column-choice">
          <ActionIcon variant="default" size={40} aria-label={t('byColumn.previous')} onClick={go(-1)}>
            <IconChevronLeft size={20} />
          </ActionIcon>
          <NativeSelect
            aria-label={t('byColumn.column')}
            value={path}
            data={columns.map(({ path: value, title }) => ({ value, label: title }))}
            onChange={(event) => {
              onPath(event.currentTarget.value)
            }}
          />
          <ActionIcon variant="default" size={40} aria-label={t('byColumn.next')} onClick={go(1)}>
            <IconChevronRight size={20} />
          </ActionIcon>
        </div>
      )}
    </div>
  )
}
