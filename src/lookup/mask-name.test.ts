import { describe, expect, it } from 'vitest'
import { maskName } from './index.ts'

describe('a masked name', () => {
  it.each([
    ['Nguyễn Thị Thùy Dương', 'N. T. T. D.'],
    ['Đỗ Ánh', 'Đ. Á.'],
    ['  vũ   minh khôi ', 'V. M. K.'],
    ["H'Hen Niê", 'H. N.'],
    ['Đỗ Ánh'.normalize('NFD'), 'Đ. Á.'],
    ['Ksor Y-Bham', 'K. Y. B.'],
    ['', ''],
    ['12 -', ''],
  ])('of «%s» is «%s»', (name, expected) => {
    expect(maskName(name)).toBe(expected)
  })
})
