import { Paper, SimpleGrid, Title } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ClassSummary } from '../../../../gradebook/index.ts'
import { awards, ratings, yearResults } from '../../../../shared/ratings.ts'
import { Bars, type Bar } from './bars.tsx'
import { SubjectStatistics } from './subject-statistics.tsx'

type Tally = Readonly<Record<string, number>>

const tones = ['good', 'fair', 'pass', 'bad'] as const

/** The class in numbers: each figure a bar with its number; never a comparison of pupils. */
export const Statistics = ({ summary }: { readonly summary: ClassSummary }) => {
  const { t } = useTranslation('results')
  const charts = chartsOf(t, summary).filter(({ bars }) => bars.some(({ count }) => count > 0))
  return (
    <Paper withBorder p="md" mt="lg" component="section" aria-labelledby="thong-ke">
      <Title order={2} id="thong-ke" mb="sm">
        {t('statistics.title')}
      </Title>
      {charts.length > 0 && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" mb="lg">
          {charts.map(({ title, bars }) => (
            <Bars key={title} title={title} bars={bars} total={summary.counts.students} />
          ))}
        </SimpleGrid>
      )}
      <SubjectStatistics summary={summary} />
    </Paper>
  )
}

interface Chart {
  readonly title: string
  readonly bars: readonly Bar[]
}

const chartsOf = (t: TFunction<'results'>, { counts, period, rows }: ClassSummary): readonly Chart[] => {
  const rated = (tally: Tally): readonly Bar[] =>
    ratings.map((rating, rank) => ({
      label: t(`ratings.${rating}`),
      count: tally[rating] ?? 0,
      tone: tones[rank] ?? 'open',
    }))
  const withOpen = (title: string, tally: Tally, bars: readonly Bar[]): Chart => ({
    title,
    bars: Object.keys(tally).length === 0 ? [] : [...bars, openBar(t, counts.students, tally)],
  })
  const always = [
    withOpen(t('statistics.learning'), counts.learning, rated(counts.learning)),
    withOpen(t('statistics.conduct'), counts.conduct, rated(counts.conduct)),
  ]
  if (period !== 'year') return always
  const complete = rows.filter(({ isComplete }) => isComplete).length
  return [
    ...always,
    withOpen(t('statistics.yearResult'), counts.yearResult, yearResultBars(t, counts.yearResult)),
    withOpen(t('statistics.decision'), counts.decision, decisionBars(t, counts.decision)),
    { title: t('statistics.award'), bars: complete === 0 ? [] : awardBars(t, counts.award, complete) },
  ]
}

const sum = (tally: Tally): number => Object.values(tally).reduce((all, count) => all + count, 0)

const openBar = (t: TFunction<'results'>, students: number, tally: Tally): Bar => ({
  label: t('statistics.open'),
  count: students - sum(tally),
  tone: 'open',
})

const yearResultBars = (t: TFunction<'results'>, tally: Tally): readonly Bar[] =>
  yearResults.map((result, rank) => ({
    label: t(`yearResults.${result}`),
    count: tally[result] ?? 0,
    tone: tones[rank] ?? 'open',
  }))

const decisions = [
  ['promoted', 'good'],
  ['reassessment', 'pass'],
  ['supplementary', 'pass'],
  ['retained', 'bad'],
] as const

// Of the two kinds of waiting for the summer a level knows one only.
const decisionBars = (t: TFunction<'results'>, tally: Tally): readonly Bar[] =>
  decisions
    .map(([decision, tone]) => ({ label: t(`decisions.${decision}`), count: tally[decision] ?? 0, tone }))
    .filter(({ count, tone }) => count > 0 || tone !== 'pass')

const awardBars = (t: TFunction<'results'>, tally: Tally, complete: number): readonly Bar[] => [
  ...awards
    .filter((award) => (tally[award] ?? 0) > 0)
    .map((award) => ({ label: t(`awards.${award}`), count: tally[award] ?? 0, tone: 'good' as const })),
  { label: t('statistics.noAward'), count: complete - sum(tally), tone: 'open' },
]
