import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../crypto/digest.ts'
import { findPlace } from './place.ts'
import { identity, yearOf } from './testing.ts'

const own = yearOf('accept 1')
const otherYear = { ...identity, yearKey: sha256Hex('other year'), schoolYear: '2024-2025' } as const

describe('the place of a reported book', () => {
  it('is empty where its codes lead nowhere', () => {
    expect(findPlace([], identity)).toEqual({ identity, versions: [], acts: [] })
  })

  it('is that of its own earlier versions', () => {
    expect(findPlace([{ ...own, identity: otherYear }, own], identity)).toBe(own)
  })

  it('is empty beside the other years of the same book, in another school too', () => {
    const elsewhere = { ...otherYear, schoolCode: '99001002', schoolName: 'Trường Khác' }
    expect(findPlace([{ ...own, identity: elsewhere }], identity).acts).toEqual([])
  })
})

describe('a reported book is refused', () => {
  it.each([
    ['the year’s code is that of another pupil', { ...identity, studentCode: 'HS02' }],
    ['the year’s code is that of another school', { ...identity, schoolCode: '99001002' }],
    ['the year’s code is that of another school year', { ...identity, schoolYear: '2024-2025' }],
    ['the year’s code is that of another book', { ...identity, bookKey: sha256Hex('other') }],
    ['the book’s code is that of another pupil', { ...otherYear, studentCode: 'HS02' }],
    ['the book has this year under another code', { ...otherYear, schoolYear: identity.schoolYear }],
    ['its year’s code is the code of another book', { ...otherYear, bookKey: identity.yearKey }],
  ] as const)('when %s', (_, there) => {
    expect(() => findPlace([{ ...own, identity: there }], identity)).toThrow(
      expect.objectContaining({ code: 'book-not-accepted' }) as Error,
    )
  })

  it('when book and year have one code', () => {
    expect(() => findPlace([], { ...identity, bookKey: identity.yearKey })).toThrow('cùng một mã tra cứu')
  })
})
