import type { SettingRule } from './setting.ts'

const year = {
  fromSchoolYear: '2025-2026',
  toSchoolYear: '2025-2026',
  article: 'QĐ 2269/QĐ-BGDĐT (khung kế hoạch thời gian năm học 2025-2026)',
} as const

/** The calendar of 2025-2026; each later year's decision is a file like this one. */
export const calendar2025: readonly SettingRule[] = [
  { ...year, name: 'calendar.term-1.begins', value: 'Y1-09-05' },
  { ...year, name: 'calendar.term-1.ends', value: 'Y2-01-18' },
  { ...year, name: 'calendar.term-2.ends', value: 'Y2-05-31' },
]
