import type { SettingRule } from './setting.ts'

const place = {
  province: '31',
  level: 'lower-secondary',
  fromSchoolYear: '2025-2026',
  toSchoolYear: '2025-2026',
  article: 'Kế hoạch học bạ số cấp THCS của Hải Phòng năm học 2025-2026, mục IV',
} as const

/** Hải Phòng, lower secondary, 2025-2026. */
export const haiPhong2025: readonly SettingRule[] = [
  { ...place, name: 'deadline.plan', value: 'Y2-03-15' },
  { ...place, name: 'deadline.issue', value: 'Y2-06-15' },
  { ...place, name: 'deadline.ministry', value: 'Y2-08-20' },
]
