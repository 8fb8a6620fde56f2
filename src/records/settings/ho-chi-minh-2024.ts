import type { SettingRule } from './setting.ts'

const place = {
  province: '79',
  level: 'lower-secondary',
  fromSchoolYear: '2024-2025',
  toSchoolYear: '2024-2025',
  article: 'Kế hoạch ngày 28/4/2025 của Trường THCS Tân An Hội (Thành phố Hồ Chí Minh), mục IV',
} as const

/** Hồ Chí Minh City, lower secondary, 2024-2025, as the plan of a school of the city gives the days: the department's own text replaces this once it is at hand. Grade 9 is earlier and goes by the day for admissions. */
export const hoChiMinh2024: readonly SettingRule[] = [
  { ...place, name: 'deadline.plan', value: 'Y2-04-28' },
  { ...place, name: 'deadline.gradebook', value: 'Y2-05-29' },
  { ...place, name: 'deadline.issue', value: 'Y2-05-30' },
  { ...place, name: 'deadline.admissions', value: 'Y2-05-25' },
  { ...place, name: 'deadline.ministry', value: 'Y2-08-15' },
]
