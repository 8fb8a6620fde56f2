import { Button, Group, Paper, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../parts/index.ts'
import type { BookInClass } from '../../report-books/class-queries.ts'
import { useBookAct } from '../../report-books/queries.ts'
import { part as inUrl, requestOfYear } from '../../setting-up/index.ts'

interface CoversProps {
  readonly classId: string
  readonly books: readonly BookInClass[]
}

/** Chốt bìa: the homeroom teacher makes the covers from the profiles, while there is no report of the year yet. */
export const Covers = ({ classId, books }: CoversProps) => {
  const { t } = useTranslation('books')
  const confirm = useBookAct({
    send: (year) => requestOfYear<'confirmCovers'>('post', year, `classes/${inUrl(classId)}/covers`),
    done: (_nothing, { made }) => t('class.coversDone', { count: made }),
  })
  if (books.every(({ cover, report }) => cover !== null || report !== null)) return null
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" gap="sm">
        <Text maw="70ch">{t('class.coversText')}</Text>
        <Button
          variant="default"
          loading={confirm.isPending}
          onClick={() => {
            confirm.mutate(undefined)
          }}
        >
          {t('class.covers')}
        </Button>
      </Group>
      {confirm.isError && <ErrorState error={confirm.error} />}
    </Paper>
  )
}
