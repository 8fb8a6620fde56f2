import type { SettingRule } from './setting.ts'

const place = {
  province: '31',
  level: 'lower-secondary',
  fromSchoolYear: '2025-2026',
  toSchoolYear: '2025-2026',
  article: 'KH 12/KH-THCS ngày 12/3/2026 của Trường THCS Minh Tân (Hải Phòng), mục IV',
} as const

/** Hải Phòng, lower secondary, 2025-2026, as the plan of a school of the city gives the days: the department's own text replaces this once it is at hand. */
export const haiPhong2025: readonly SettingRule[] = [
  { ...place, name: 'deadline.plan', value: 'Y2-03-15' },
  { ...place, name: 'deadline.issue', value: 'Y2-06-15' },
  { ...place, name: 'deadline.ministry', value: 'Y2-08-20' },
]
