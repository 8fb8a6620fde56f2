import { Anchor, Button, Group, Modal, Table, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { formatCell } from '../../../../gradebook/index.ts'
import type { SheetStore } from '../../grid/index.ts'
import { useWords } from '../../grid/view/use-words.ts'
import { ErrorState, FileDrop } from '../../parts/index.ts'
import type { SheetAddress } from './sheet-address.ts'
import { changesOfFile, readSheetFile, type FileCell, type SheetFileReading } from './sheet-file.ts'

interface FileDialogProps {
  readonly address: SheetAddress
  readonly store: SheetStore
  readonly onClose: () => void
}

/** Excel in: the file is read against the sheet, looked at as a difference, and only then written. */
export const FileDialog = ({ address, store, onClose }: FileDialogProps) => {
  const t = useWords()
  const reading = useMutation({ mutationFn: (file: File) => readSheetFile(address, file) })
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('file.title')}
      transitionProps={{ duration: 0 }}
      className="paste"
    >
      {reading.isError ? <ErrorState error={reading.error} /> : null}
      {reading.data === undefined ? (
        <FileDrop
          label={t('file.drop')}
          hint={t('file.hint')}
          accept=".xlsx"
          isBusy={reading.isPending}
          onFile={reading.mutate}
        />
      ) : (
        <Reading reading={reading.data} store={store} onAgain={reading.reset} onClose={onClose} />
      )}
    </Modal>
  )
}

interface ReadingProps {
  readonly reading: SheetFileReading
  readonly store: SheetStore
  readonly onAgain: () => void
  readonly onClose: () => void
}

const outcomes = ['new', 'changed', 'same', 'refused'] as const

const Reading = ({ reading, store, onAgain, onClose }: ReadingProps) => {
  const t = useWords()
  const changes = changesOfFile(store.getMoment().table, reading)
  return (
    <>
      <ul className="paste-counts">
        {outcomes.map((outcome) => (
          <li key={outcome} className={outcome === 'refused' ? 'is-rejected' : `is-${outcome}`}>
            <b>{reading.counts[outcome]}</b>{' '}
            {t(outcome === 'refused' ? 'paste.rejected' : `paste.${outcome}`)}
          </li>
        ))}
      </ul>
      <Unmatched reading={reading} />
      <Cells reading={reading} store={store} />
      {changes.length === 0 ? <Text size="sm">{t('file.nothing')}</Text> : null}
      <Group justify="space-between" mt="md">
        <Group gap="sm">
          <Button variant="default" onClick={onAgain}>
            {t('file.again')}
          </Button>
          {reading.markedFile === null ? null : (
            <Anchor href={fileAddress(reading.markedFile)} download="so-diem-da-danh-dau.xlsx" size="sm">
              {t('file.marked')}
            </Anchor>
          )}
        </Group>
        <Button
          disabled={changes.length === 0}
          onClick={() => {
            store.edit(changes, 'file')
            onClose()
          }}
        >
          {t('file.confirm', { count: changes.length })}
        </Button>
      </Group>
    </>
  )
}

const fileAddress = (base64: string): string =>
  `data:application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;base64,${base64}`

const Unmatched = ({ reading: { unmatched } }: Pick<ReadingProps, 'reading'>) => {
  const t = useWords()
  if (unmatched.length === 0) return null
  return (
    <div className="paste-doubts">
      <Text size="sm" fw={600}>
        {t('file.unmatched', { count: unmatched.length })}
      </Text>
      <ul>
        {unmatched.slice(0, 8).map(({ row, text, message }) => (
          <li key={row}>
            {t('paste.row', { number: row })} <q>{text.slice(0, 60)}</q> – {message}
          </li>
        ))}
      </ul>
    </div>
  )
}

const rank: Readonly<Record<FileCell['outcome'], number>> = { refused: 0, changed: 1, new: 2, same: 3 }
const listedAtMost = 60

const Cells = ({ reading, store }: Pick<ReadingProps, 'reading' | 'store'>) => {
  const t = useWords()
  const { columns } = store.getMoment().table
  const cells = reading.rows
    .flatMap(({ fullName, cells: ofRow }) => ofRow.map((cell) => ({ ...cell, fullName })))
    .filter(({ outcome }) => outcome === 'refused' || outcome === 'changed')
    .toSorted((a, b) => rank[a.outcome] - rank[b.outcome])
  if (cells.length === 0) return null
  // A file holds both terms, whose columns have the same short names.
  const nameOf = (path: string): string => {
    const { shortTitle = path, group = null } = columns.get(path) ?? {}
    return group === null ? shortTitle : `${shortTitle} · ${group}`
  }
  const write = (path: string, value: string | null): string => {
    const column = columns.get(path)
    return column === undefined ? (value ?? '') : formatCell(column, value)
  }
  return (
    <Table.ScrollContainer minWidth={560} mah={320} className="paste-differences" tabIndex={0}>
      <Table stickyHeader verticalSpacing={4} aria-label={t('paste.list')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('file.at')}</Table.Th>
            <Table.Th>{t('paste.student')}</Table.Th>
            <Table.Th>{t('paste.column')}</Table.Th>
            <Table.Th>{t('paste.before')}</Table.Th>
            <Table.Th>{t('file.after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cells.slice(0, listedAtMost).map((cell) => (
            <Table.Tr key={cell.at} className={cell.outcome === 'refused' ? 'is-rejected' : ''}>
              <Table.Td>{cell.at}</Table.Td>
              <Table.Td>{cell.fullName}</Table.Td>
              <Table.Td>{nameOf(cell.path)}</Table.Td>
              <Table.Td>{write(cell.path, cell.current)}</Table.Td>
              <Table.Td>
                <b>{cell.outcome === 'refused' ? cell.typed : write(cell.path, cell.value)}</b>
                {cell.message === null ? null : <span className="is-bad"> – {cell.message}</span>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        {cells.length > listedAtMost ? (
          <Table.Caption>{t('paste.more', { count: cells.length - listedAtMost })}</Table.Caption>
        ) : null}
      </Table>
    </Table.ScrollContainer>
  )
}
