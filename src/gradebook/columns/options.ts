import { ratingNames, ratings } from '../../shared/ratings.ts'
import type { Option } from './column.ts'

/** Missed without make-up (TT 22/2021, Điều 7). */
export const absent: Option = { value: 'absent', short: 'V', name: 'Vắng, không làm bù' }

/** Đạt, Chưa đạt (TT 22/2021, Điều 5). */
export const commentResults: readonly Option[] = [
  { value: 'pass', short: 'Đ', name: 'Đạt' },
  { value: 'not-pass', short: 'CĐ', name: 'Chưa đạt' },
]

const ratingShorts = { good: 'T', fair: 'K', pass: 'Đ', 'not-pass': 'CĐ' } as const

/** Tốt, Khá, Đạt, Chưa đạt (TT 22/2021, Điều 8). */
export const ratingOptions: readonly Option[] = ratings.map((value) => ({
  value,
  short: ratingShorts[value],
  name: ratingNames[value],
}))

/** Mức đạt được of a primary subject (TT 27/2020, Điều 6). */
export const levelOptions: readonly Option[] = [
  { value: 'T', short: 'T', name: 'Hoàn thành tốt' },
  { value: 'H', short: 'H', name: 'Hoàn thành' },
  { value: 'C', short: 'C', name: 'Chưa hoàn thành' },
]

/** Mức đạt được of a quality or competence (TT 27/2020, Điều 6). */
export const traitOptions: readonly Option[] = [
  { value: 'T', short: 'T', name: 'Tốt' },
  { value: 'Đ', short: 'Đ', name: 'Đạt' },
  { value: 'C', short: 'C', name: 'Cần cố gắng' },
]

/** A session missed with or without permission. */
export const absenceOptions: readonly Option[] = [
  { value: 'excused', short: 'P', name: 'Nghỉ có phép' },
  { value: 'unexcused', short: 'K', name: 'Nghỉ không phép' },
]

/** What the principal alone decides (TT 27/2020, Điều 11; TT 22/2021, Điều 12). */
export const decisionOptions: readonly Option[] = [
  { value: 'promoted', short: 'LL', name: 'Được lên lớp' },
  { value: 'retained', short: 'KLL', name: 'Không được lên lớp' },
]
