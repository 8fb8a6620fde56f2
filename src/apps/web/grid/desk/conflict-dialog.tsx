import { Button, Group, Modal, Table as Sheet, Text } from '@mantine/core'
import { formatCell } from '../../../../gradebook/index.ts'
import { contentOf } from '../model/cell.ts'
import type { Place } from '../model/sheet.ts'
import { listConflicts, type Conflict } from '../model/conflicts.ts'
import type { Table } from '../model/table.ts'
import { useWords } from '../view/use-words.ts'
import { describeMoment } from './when.ts'

interface ConflictDialogProps {
  readonly table: Table
  readonly now: number
  readonly onChoose: (places: readonly Place[], whose: 'mine' | 'theirs') => void
  readonly onClose: () => void
}

/** Both values of every cell that two people wrote, with author and minute: neither is lost until somebody chooses. */
export const ConflictDialog = (props: ConflictDialogProps) => {
  const { table, onChoose, onClose } = props
  const t = useWords()
  const conflicts = listConflicts(table)
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('conflict.title', { count: conflicts.length })}
      closeButtonProps={{ 'aria-label': t('conflict.close') }}
      transitionProps={{ duration: 0 }}
    >
      <Text size="sm" mb="sm">
        {t('conflict.explained')}
      </Text>
      <Sheet.ScrollContainer minWidth={560} mah={380}>
        <Sheet withTableBorder verticalSpacing={6} fz="sm">
          <Sheet.Thead>
            <Sheet.Tr>
              {(['cell', 'mine', 'theirs'] as const).map((heading) => (
                <Sheet.Th key={heading}>{t(`conflict.${heading}`)}</Sheet.Th>
              ))}
            </Sheet.Tr>
          </Sheet.Thead>
          <Sheet.Tbody>
            {conflicts.map((conflict) => (
              <ConflictRow
                key={`${conflict.place.studentCode} ${conflict.place.path}`}
                {...props}
                conflict={conflict}
              />
            ))}
          </Sheet.Tbody>
        </Sheet>
      </Sheet.ScrollContainer>
      <Group justify="flex-end" mt="md">
        {(['theirs', 'mine'] as const).map((whose) => (
          <Button
            key={whose}
            variant="default"
            disabled={conflicts.length === 0}
            onClick={() => {
              onChoose(
                conflicts.map(({ place }) => place),
                whose,
              )
            }}
          >
            {t(whose === 'mine' ? 'conflict.allMine' : 'conflict.allTheirs')}
          </Button>
        ))}
      </Group>
    </Modal>
  )
}

const ConflictRow = (props: ConflictDialogProps & { readonly conflict: Conflict }) => {
  const { conflict, now, onChoose } = props
  const { place, column, student, cell, theirs } = conflict
  const t = useWords()
  const choose = (whose: 'mine' | 'theirs') => (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => {
        onChoose([place], whose)
      }}
    >
      {t(whose === 'mine' ? 'conflict.keepMine' : 'conflict.keepTheirs')}
    </Button>
  )
  return (
    <Sheet.Tr>
      <Sheet.Td>
        {student.fullName}
        <Text size="xs" c="dimmed">
          {column.title}
        </Text>
      </Sheet.Td>
      <Sheet.Td>
        <b>{contentOf(cell).typed ?? formatCell(column, contentOf(cell).value)}</b> {choose('mine')}
      </Sheet.Td>
      <Sheet.Td>
        <b>{formatCell(column, theirs.value) || t('cell.empty')}</b> {choose('theirs')}
        <Text size="xs" c="dimmed">
          {t('cell.writtenBy', {
            who: theirs.byName ?? '',
            at: theirs.at === null ? '' : describeMoment(theirs.at, now),
          })}
        </Text>
      </Sheet.Td>
    </Sheet.Tr>
  )
}
