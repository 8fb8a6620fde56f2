import { Group, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { summarizeClass, type SummaryPeriod } from '../../../../gradebook/index.ts'
import { listGaps } from './missing.ts'
import { PupilCards } from './pupil-cards.tsx'
import { ResultsTable } from './results-table.tsx'
import { Statistics } from './statistics.tsx'
import type { ClassResults } from './use-class-results.ts'
import classes from './results.module.css'

interface ResultsViewProps {
  readonly results: ClassResults
  readonly period: SummaryPeriod
  readonly proofPath: (studentCode: string) => string
}

/** The results of a class in one period, concluded here from what the gradebook holds. */
export const ResultsView = ({ results, period, proofPath }: ResultsViewProps) => {
  const { t } = useTranslation('results')
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const { schoolYear, students } = results
  const { grade, name } = results.class
  const summary = summarizeClass(grade, students, period)
  const gaps = listGaps(grade, schoolYear, students, period)
  const title = t('results.table', { period: t(`periods.${period}`), name })
  const done = gaps.filter((pupil) => pupil.gaps.length === 0).length
  const View = isNarrow ? PupilCards : ResultsTable
  return (
    <>
      <Group justify="space-between" mb="xs" gap="xs">
        <Text fw={600} role="status">
          {done === students.length
            ? t('results.allDone', { count: done })
            : t('results.progress', { done, count: students.length })}
        </Text>
        <Text size="sm" c="dimmed">
          {t(grade <= 5 ? 'results.legendPrimary' : 'results.legendSecondary')}
        </Text>
      </Group>
      <View summary={summary} gaps={gaps} title={title} proofPath={proofPath} />
      <Text size="sm" c="dimmed" mt="xs" className={classes['explain']}>
        {t('results.explain')}
      </Text>
      <Statistics summary={summary} />
    </>
  )
}
