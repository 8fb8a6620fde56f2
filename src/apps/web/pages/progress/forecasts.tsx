import { Badge, Paper, SimpleGrid, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../parts/index.ts'
import type { YearProgress } from './index.tsx'

const kinds = ['cells', 'signatures', 'issued'] as const

/** What is left of entry, signing and issuing, and when it will be done at the present pace. */
export const Forecasts = ({ forecasts }: Pick<YearProgress, 'forecasts'>) => {
  const { t } = useTranslation('progress')
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
      {kinds.map((kind) => {
        const { left, deadline, forecast, text } = forecasts[kind]
        return (
          <Paper key={kind} withBorder p="md" component="section" aria-labelledby={`du-bao-${kind}`}>
            <Title order={2} size="h3" id={`du-bao-${kind}`}>
              {t(`forecasts.${kind}`)}{' '}
              {forecast !== null && left > 0 && (
                <Badge variant="light" color={forecast.isLate ? 'orange' : 'green'}>
                  {forecast.isLate ? t('late') : t('onTime')}
                </Badge>
              )}
            </Title>
            <Text fz={28} fw={600} lh={1.3} className="numbers">
              {t('left', { count: left })}
            </Text>
            <Text size="sm" lang="vi">
              {text}
            </Text>
            {deadline !== null && (
              <Text size="sm" c="dimmed" lang="vi">
                {t('deadline', { title: deadline.title, day: formatDate(deadline.date) })}
                {deadline.article !== '' && ` (${deadline.article})`}
              </Text>
            )}
          </Paper>
        )
      })}
    </SimpleGrid>
  )
}
