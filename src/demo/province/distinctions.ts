import type { EducationLevel } from '../../shared/education-level.ts'
import type { Random } from './random.ts'

const primaryCommendations = [
  'Giấy khen thành tích tốt trong phong trào Kế hoạch nhỏ',
  'Thư khen: nhặt được của rơi trả lại người mất',
  'Giấy khen hội thi Viết chữ đẹp cấp trường',
  'Giấy khen Hội khỏe Phù Đổng cấp trường',
  'Thư khen: có nhiều việc làm giúp đỡ bạn bè',
] as const

const secondaryCommendations = [
  'Giấy khen thành tích tốt trong hoạt động Đội và phong trào thiếu nhi',
  'Giấy khen Hội khỏe Phù Đổng cấp trường, nội dung chạy 100 m',
  'Giấy khen hội diễn văn nghệ chào mừng ngày Nhà giáo Việt Nam',
  'Khen thưởng đột xuất: nhặt được của rơi trả lại người mất',
  'Giấy khen thành tích tốt trong phong trào Quyên góp sách cho thư viện',
] as const

/** Occasional commendations (khen thưởng đột xuất, phong trào); never a title, which follows from the results. */
export const inventCommendations = (random: Random, level: EducationLevel): readonly string[] | undefined => {
  if (!random.chance(0.07)) return undefined
  const list = level === 'primary' ? primaryCommendations : secondaryCommendations
  return [random.pick(level === 'upper-secondary' ? list.slice(1) : list)]
}
