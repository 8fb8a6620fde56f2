import { PageLink } from '../../parts/index.ts'
import { Group, Paper, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SummaryRow } from '../../../../gradebook/index.ts'
import { cellText, type Gap } from './missing.ts'
import { Outcome, RatingWord } from './outcome.tsx'
import { PupilState } from './pupil-state.tsx'
import { stateOf, type ResultsProps } from './results-table.tsx'
import { subjectHeads } from './subject-heads.ts'
import { traitCounts } from './trait-counts.ts'
import classes from './results.module.css'

/** The same results on a narrow screen: one card for each pupil, in the order of the book. */
export const PupilCards = ({ summary, gaps, title, proofPath }: ResultsProps) => (
  <Stack gap="sm" component="ol" aria-label={title} className={classes['cards']}>
    {summary.rows.map((row, index) => (
      <Paper key={row.studentCode} component="li" withBorder p="sm">
        <CardHead row={row} number={index + 1} path={proofPath(row.studentCode)} />
        <CardRatings row={row} />
        <CardSubjects row={row} summary={summary} />
        <CardEnd row={row} isYear={summary.period === 'year'} gaps={gaps[index]?.gaps ?? []} />
      </Paper>
    ))}
  </Stack>
)

const CardHead = ({
  row,
  number,
  path,
}: {
  readonly row: SummaryRow
  readonly number: number
  readonly path: string
}) => {
  const { t } = useTranslation('results')
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text fw={700}>
        {number}. {row.fullName}
      </Text>
      <PageLink to={path} aria-label={t('results.whyOf', { name: row.fullName })} className={classes['why']}>
        {t('results.why')}
      </PageLink>
    </Group>
  )
}

const CardRatings = ({ row }: { readonly row: SummaryRow }) => {
  const { t } = useTranslation('results')
  if (Object.keys(row.qualities).length > 0)
    return (
      <Text size="sm">
        {t('results.qualities')}: {traitCounts(row.qualities)} · {t('results.competences')}:{' '}
        {traitCounts(row.competences)}
      </Text>
    )
  if (row.learning === null && row.conduct === null) return null
  return (
    <Text size="sm">
      {t('results.learning')}: <RatingWord rating={row.learningAfterSummer ?? row.learning} /> ·{' '}
      {t('results.conduct')}: <RatingWord rating={row.conductAfterSummer ?? row.conduct} />
    </Text>
  )
}

const CardSubjects = ({ row, summary }: { readonly row: SummaryRow } & Pick<ResultsProps, 'summary'>) => {
  const { t } = useTranslation('results')
  return (
    <dl className={classes['values']}>
      {summary.subjects.map(({ code, name }) => {
        const cell = row.subjects[code]
        if (cell === undefined) return null
        const text = cell.isExempt ? t('common.exempt') : cellText(cell)
        return (
          <div key={code}>
            <dt>
              <abbr title={name}>{subjectHeads[code]}</abbr>
            </dt>
            <dd data-state={cell.isExempt ? 'usual' : stateOf(cell.value, cell.score)}>
              {text === '' ? '–' : text}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const CardEnd = ({
  row,
  isYear,
  gaps,
}: {
  readonly row: SummaryRow
  readonly isYear: boolean
  readonly gaps: readonly Gap[]
}) => {
  if (isYear && row.decision !== null) return <Outcome row={row} />
  return gaps.length === 0 ? null : <PupilState gaps={gaps} />
}
