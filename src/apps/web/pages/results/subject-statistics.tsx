import { Table, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ClassSummary, SummarySubject } from '../../../../gradebook/index.ts'
import classes from './results.module.css'

const bands = ['from-8', 'from-6.5', 'from-5', 'from-3.5', 'below-3.5'] as const
const commentResults = ['pass', 'not-pass'] as const
const levels = ['T', 'H', 'C'] as const

/** How many pupils of the class have each result, subject by subject. */
export const SubjectStatistics = ({ summary }: { readonly summary: ClassSummary }) => {
  const { t } = useTranslation('results')
  const of = (kind: SummarySubject['kind']) => summary.subjects.filter((subject) => subject.kind === kind)
  return (
    <>
      <Title order={3} mb={6}>
        {t('statistics.subjects')}
      </Title>
      <CountTable
        summary={summary}
        title={t('statistics.marked')}
        subjects={of('marked')}
        values={bands.map((band) => ({ value: band, label: t(`statistics.bands.${band}`) }))}
      />
      <CountTable
        summary={summary}
        title={t('statistics.commented')}
        subjects={of('commented')}
        values={commentResults.map((value) => ({ value, label: t(`ratings.${value}`) }))}
      />
      <CountTable
        summary={summary}
        title={t('statistics.leveled')}
        subjects={of('leveled')}
        values={levels.map((value) => ({ value, label: t(`levels.${value}`) }))}
      />
    </>
  )
}

interface CountTableProps {
  readonly title: string
  readonly summary: ClassSummary
  readonly subjects: readonly SummarySubject[]
  readonly values: readonly { readonly value: string; readonly label: string }[]
}

const CountTable = ({ title, summary, subjects, values }: CountTableProps) => {
  if (subjects.length === 0) return null
  return (
    <div
      className={`scroll-box ${classes['countsFrame'] ?? ''}`}
      tabIndex={0}
      role="region"
      aria-label={title}
    >
      <Table withTableBorder withColumnBorders className={classes['counts']} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{title}</Table.Th>
            {values.map(({ value, label }) => (
              <Table.Th key={value} scope="col">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {subjects.map(({ code, name }) => (
            <Table.Tr key={code}>
              <Table.Th scope="row">{name}</Table.Th>
              {values.map(({ value }) => (
                <Table.Td key={value}>{summary.counts.subjects[code]?.values[value] ?? 0}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
