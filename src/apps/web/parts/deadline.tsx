import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { daysUntil, formatDate } from './format.ts'

interface DeadlineProps {
  readonly date: string
  readonly title?: string
  readonly article?: string | null
}

/** How many days are left until the end of a day, and by which document. */
export const Deadline = ({ date, title, article }: DeadlineProps) => {
  const { t } = useTranslation('shell')
  const left = daysUntil(date, new Date())
  const words =
    left < 0
      ? t('deadline.passed', { count: -left })
      : left === 0
        ? t('deadline.today')
        : t('deadline.left', { count: left })
  return (
    <Text size="sm" component="span" c={left < 0 ? 'var(--hb-bad)' : left <= 3 ? 'var(--hb-warn)' : 'dimmed'}>
      {title === undefined ? '' : `${title}: `}
      {t('deadline.until', { words, date: formatDate(date) })}
      {article === undefined || article === null ? '' : ` (${t('deadline.by', { article })})`}
    </Text>
  )
}
