import type { SettingRule } from './setting.ts'

const pilot = 'CV 1396/BGDĐT-GDTH, PL1 §2.1'

/** No national text names a day for the cover (bìa): the one of a school's regulation stands in. */
const regulation = 'Quy chế học bạ số của Trường Tiểu học Đồng Sơn (Ninh Bình), Điều 4 khoản 3'

/** What holds in the whole country until a later text says otherwise. 'Trước ngày D' counts until the end of D. */
export const countryRules: readonly SettingRule[] = [
  { name: 'deadline.cover', value: 'Y1-09-30', article: regulation },
  { name: 'deadline.report.year-end', value: 'Y2-06-30', article: pilot },
  { name: 'deadline.adjust.year-end', value: 'Y2-07-10', article: pilot },
  { name: 'deadline.report.after-summer', value: 'Y2-08-15', article: pilot },
  { name: 'deadline.adjust.after-summer', value: 'Y2-08-25', article: pilot },
  { name: 'signing.shared-subject', value: 'responsible', article: 'Phân công giảng dạy của nhà trường' },
  { name: 'article9_3', value: 'mask', article: 'TT 22/2021, Điều 9 khoản 3' },
]
