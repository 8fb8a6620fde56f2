import type { SettingRule } from './setting.ts'

const place = {
  province: '79',
  level: 'lower-secondary',
  fromSchoolYear: '2024-2025',
  toSchoolYear: '2024-2025',
  article: 'Kế hoạch học bạ số cấp THCS của Thành phố Hồ Chí Minh năm học 2024-2025, mục IV',
} as const

/** Hồ Chí Minh City, lower secondary, 2024-2025; grade 9 is earlier and goes by the day for admissions. */
export const hoChiMinh2024: readonly SettingRule[] = [
  { ...place, name: 'deadline.plan', value: 'Y2-04-28' },
  { ...place, name: 'deadline.gradebook', value: 'Y2-05-29' },
  { ...place, name: 'deadline.issue', value: 'Y2-05-30' },
  { ...place, name: 'deadline.admissions', value: 'Y2-05-25' },
  { ...place, name: 'deadline.ministry', value: 'Y2-08-15' },
]
