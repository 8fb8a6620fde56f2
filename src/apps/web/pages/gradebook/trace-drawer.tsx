import { Anchor, Drawer, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatCell, type Column } from '../../../../gradebook/index.ts'
import type { Place, Sheet } from '../../grid/index.ts'
import { useWords } from '../../grid/view/use-words.ts'
import { ErrorState, formatTime, LoadingState } from '../../parts/index.ts'
import { getCellTrace } from './sheet-api.ts'
import { sheetKeyOf, type SheetAddress } from './sheet-address.ts'

interface TraceDrawerProps {
  readonly address: SheetAddress
  readonly sheet: Sheet
  readonly of: Place | 'sheet'
  readonly onWhole: () => void
  readonly onClose: () => void
}

/** Lưu vết: who wrote what in a cell, when, before and after, at the side of the grid. */
export const TraceDrawer = ({ address, sheet, of, onWhole, onClose }: TraceDrawerProps) => {
  const t = useWords()
  const place = of === 'sheet' ? {} : of
  const { data, error, refetch } = useQuery({
    queryKey: ['trace', sheetKeyOf(address), place],
    queryFn: () => getCellTrace(address, place),
    staleTime: 0,
  })
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="md"
      title={useTitle(sheet, of)}
      transitionProps={{ duration: 0 }}
    >
      {of === 'sheet' ? null : (
        <Anchor component="button" type="button" size="sm" onClick={onWhole} mb="sm">
          {t('trace.whole')}
        </Anchor>
      )}
      {error !== null ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <LoadingState rows={4} /> : null}
      {data?.length === 0 ? <Text size="sm">{t('trace.none')}</Text> : null}
      <ol className="trace" aria-label={t('trace.list')}>
        {(data ?? []).map((entry) => (
          <TraceItem
            key={`${entry.at} ${entry.studentCode} ${entry.path}`}
            columns={sheet.columns}
            entry={entry}
            isOfSheet={of === 'sheet'}
          />
        ))}
      </ol>
    </Drawer>
  )
}

const useTitle = ({ students, columns }: Sheet, of: Place | 'sheet'): string => {
  const t = useWords()
  if (of === 'sheet') return t('trace.title')
  const name = students.find(({ studentCode }) => studentCode === of.studentCode)?.fullName ?? ''
  return t('trace.cell', { name, column: columns.find(({ path }) => path === of.path)?.title ?? of.path })
}

interface TraceItemProps {
  readonly columns: readonly Column[]
  readonly entry: Awaited<ReturnType<typeof getCellTrace>>[number]
  readonly isOfSheet: boolean
}

const TraceItem = ({ columns, entry, isOfSheet }: TraceItemProps) => {
  const t = useWords()
  const column = columns.find(({ path }) => path === entry.path)
  const write = (value: string | null): string =>
    (column === undefined ? (value ?? '') : formatCell(column, value)) || t('cell.empty')
  return (
    <li>
      <Text size="sm" c="dimmed">
        {formatTime(entry.at)} · {entry.byName}
      </Text>
      {isOfSheet ? (
        <Text size="sm">
          {entry.studentName} · {entry.columnTitle}
        </Text>
      ) : null}
      <b>{t('trace.from', { before: write(entry.before), after: write(entry.after) })}</b>
    </li>
  )
}
