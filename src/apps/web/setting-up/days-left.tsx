import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { daysUntil } from '../parts/index.ts'

/** How far away a day of the year is; one that has gone by is only said to have. */
export const DaysLeft = ({ date }: { readonly date: string }) => {
  const { t } = useTranslation('setup')
  const left = daysUntil(date, new Date())
  if (left < 0)
    return (
      <Text size="sm" c="dimmed">
        {t('year.past')}
      </Text>
    )
  return (
    <Text size="sm" fw={left <= 7 ? 600 : 400} {...(left <= 7 ? { c: 'var(--hb-warn)' } : {})}>
      {left === 0 ? t('year.today') : t('year.daysLeft', { count: left })}
    </Text>
  )
}
