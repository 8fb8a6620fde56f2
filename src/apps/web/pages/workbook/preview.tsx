import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChangeTables } from './change-tables.tsx'
import type { WorkbookImport } from './send-workbook.ts'

interface PreviewProps {
  readonly found: WorkbookImport
  readonly isBusy: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

const kinds = ['added', 'changed', 'removed', 'unchanged'] as const

/** What a workbook would change, before anything is. */
export const Preview = ({ found, isBusy, onConfirm, onCancel }: PreviewProps) => {
  const { t } = useTranslation('setup')
  const { counts, leftOutCells, notes, schoolYear } = found
  const changes = counts.added + counts.changed + counts.removed
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={2}>{t('workbook.previewTitle', { year: schoolYear })}</Title>
          <Text size="sm" c="dimmed">
            {changes === 0 ? t('workbook.nothingChanges') : t('workbook.previewText')}
          </Text>
        </div>
        <Group gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('workbook.cancel')}
          </Button>
          <Button disabled={changes === 0} loading={isBusy} onClick={onConfirm}>
            {t('workbook.confirm', { count: changes })}
          </Button>
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        {kinds.map((kind) => (
          <Paper key={kind} withBorder px="md" py="sm">
            <Text
              fz={24}
              fw={600}
              lh={1.2}
              className="numbers"
              c={kind === 'removed' && counts.removed > 0 ? 'red.9' : 'dark.9'}
            >
              {counts[kind]}
            </Text>
            <Text size="sm">{t(`workbook.counts.${kind}`)}</Text>
          </Paper>
        ))}
      </SimpleGrid>
      {leftOutCells > 0 && (
        <Alert color="yellow" variant="light" title={t('workbook.leftOut', { count: leftOutCells })}>
          {t('workbook.leftOutText')}
        </Alert>
      )}
      {notes.length > 0 && (
        <Alert color="blue" variant="light" title={t('workbook.notes')}>
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Alert>
      )}
      <ChangeTables changes={found.changes} total={found.totalChanges} />
    </Stack>
  )
}
