import { useTranslation } from 'react-i18next'
import { formatDate } from '../../parts/index.ts'
import type { SettingLine } from '../../setting-up/index.ts'

/** How a setting's value is read: a day as dd/mm/yyyy, a choice by its name, a flag as yes or no. */
export const useShownValue = () => {
  const { t } = useTranslation('setup')
  return ({ kind, options = [] }: SettingLine, value: string | null): string => {
    if (value === null || value === '') return t('settings.notSet')
    if (kind === 'date') return formatDate(value)
    if (kind === 'flag') return value === 'true' ? t('settings.yes') : t('settings.no')
    return options.find((one) => one.value === value)?.name ?? value
  }
}
