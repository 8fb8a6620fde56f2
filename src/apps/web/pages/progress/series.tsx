import { Button, Group, Paper, Title } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable, formatDate } from '../../parts/index.ts'
import type { YearProgress } from './index.tsx'
import classes from './progress.module.css'

// The library of charts comes when a chart is looked at, and nowhere else.
const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }))

/** What was written, signed and issued day by day: as a chart, or as the table of its numbers. */
export const Series = ({ series }: Pick<YearProgress, 'series'>) => {
  const { t } = useTranslation('progress')
  const [isTable, setTable] = useState(false)
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="tung-ngay">
      <Group justify="space-between">
        <Title order={2} id="tung-ngay">
          {t('series')}
        </Title>
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            setTable(!isTable)
          }}
        >
          {isTable ? t('asChart') : t('asTable')}
        </Button>
      </Group>
      {isTable ? (
        <DataTable
          label={t('series')}
          rows={series.toReversed()}
          keyOf={({ day }) => day}
          columns={[
            { key: 'day', title: t('day'), isRowHeader: true, cell: ({ day }) => formatDate(day) },
            { key: 'cells', title: t('seriesCells'), align: 'right', cell: ({ cells }) => cells },
            {
              key: 'signatures',
              title: t('seriesSignatures'),
              align: 'right',
              cell: ({ signatures }) => signatures,
            },
            { key: 'issued', title: t('seriesIssued'), align: 'right', cell: ({ issued }) => issued },
          ]}
        />
      ) : (
        <Suspense fallback={<div className={classes['chart']} />}>
          <Chart series={series} />
        </Suspense>
      )}
    </Paper>
  )
}
