import { describe, expect, it } from 'vitest'
import { captionOf, cellCaption, sayValue } from './change-words.ts'
import { yearTables } from './tables.ts'

describe('the words of a change', () => {
  it('name every column of people, classes and lessons', () => {
    const named = yearTables
      .filter(({ by }) => by === 'level')
      .flatMap(({ types, key }) => Object.keys(types).filter((name) => !key.includes(name)))
      .filter((name) => name !== 'position')
    expect(named.length).toBeGreaterThan(40)
    expect(named.filter((name) => captionOf(name) === 'Nội dung khác')).toEqual([])
  })

  it('name a cell with its term, its number, its quality', () => {
    expect(cellCaption({ kind: 'regular', term: 1, number: 1 })).toBe('Đánh giá thường xuyên 2, học kì I')
    expect(cellCaption({ kind: 'comment', term: 0, number: 0 })).toBe('Nhận xét')
    expect(cellCaption({ field: 'qualities', item: 'YEU_NUOC' })).toBe('Phẩm chất, Yêu nước')
    expect(cellCaption({ field: 'conduct', item: '2' })).toBe('Kết quả rèn luyện, học kì II')
    expect(cellCaption({ field: 'commendations', item: '0' })).toBe('Khen thưởng, mục 1')
  })

  it('say values as a reader writes them', () => {
    expect(sayValue('value', '7.5')).toBe('7,5')
    expect(sayValue('birth_date', '2014-09-05')).toBe('05/09/2014')
    expect(sayValue('post', 'vice-principal')).toBe('Phó hiệu trưởng')
    expect(sayValue('hometown', null)).toBeNull()
  })
})
