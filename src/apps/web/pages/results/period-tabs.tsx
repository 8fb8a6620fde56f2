import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SummaryPeriod } from '../../../../gradebook/index.ts'
import type { ReactNode } from 'react'

interface PeriodTabsProps {
  readonly periods: readonly SummaryPeriod[]
  readonly period: SummaryPeriod
  readonly onChange: (period: SummaryPeriod) => void
  readonly children: ReactNode
}

/** The terms and the year, or the moments of a primary year, as tabs. */
export const PeriodTabs = ({ periods, period, onChange, children }: PeriodTabsProps) => {
  const { t } = useTranslation('results')
  const change = (value: string | null): void => {
    const chosen = periods.find((one) => one === value)
    if (chosen !== undefined) onChange(chosen)
  }
  return (
    <Tabs value={period} onChange={change} keepMounted={false}>
      <Tabs.List aria-label={t('results.tabs')} mb="md">
        {periods.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`periods.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={period}>{children}</Tabs.Panel>
    </Tabs>
  )
}
