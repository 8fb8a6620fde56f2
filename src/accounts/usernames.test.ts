import { describe, expect, it } from 'vitest'
import { Refusal } from '../shared/refusal.ts'
import { checkUsername, suggestUsername, usernameKey } from './usernames.ts'

describe('a user name', () => {
  it('is the same in capitals and with spaces about it', () => {
    expect(usernameKey('  Lan.NguyenThi ')).toBe('lan.nguyenthi')
    expect(checkUsername(' LAN.NguyenThi')).toBe('lan.nguyenthi')
  })

  it('has three to sixty characters', () => {
    expect(() => checkUsername('ab')).toThrow(Refusal)
    expect(checkUsername('abc')).toBe('abc')
    expect(checkUsername('a'.repeat(60))).toHaveLength(60)
    expect(() => checkUsername('a'.repeat(61))).toThrow(Refusal)
  })

  it('begins with a letter or a digit', () => {
    expect(checkUsername('7a.toan')).toBe('7a.toan')
    for (const name of ['.lan', '-lan', '_lan', '@lan'])
      expect(() => checkUsername(name), name).toThrow(Refusal)
  })

  it('may be an e-mail address', () => {
    expect(checkUsername('lan_thi-anh@truong.example')).toBe('lan_thi-anh@truong.example')
  })

  it('has no diacritics, no spaces inside and no other signs', () => {
    for (const name of ['ánh.lo', 'đào', 'lan anh', 'lan/anh', "lan'--", 'lan\u0000anh', 'lаn'])
      expect(() => checkUsername(name), name).toThrow(/Tên đăng nhập .* không dùng được/)
  })
})

describe('the name that is proposed', () => {
  it('is the given name, then the family and middle names, without diacritics', () => {
    expect(suggestUsername('Nguyễn Thị Hồng Ánh')).toBe('anh.nguyenthihong')
    expect(suggestUsername('Đặng Đình Đức')).toBe('duc.dangdinh')
  })

  it('is the given name alone for who has no other', () => {
    expect(suggestUsername('Lan')).toBe('lan')
  })

  it('can be taken for every person, however short, long or strange their name', () => {
    for (const name of ['Ý', 'Y', '', '…', `Lò ${'Văn '.repeat(60)}Én`, 'Giàng A  Tủa', "H'Ngăn Niê Kđăm"])
      expect(checkUsername(suggestUsername(name)), name).toBe(suggestUsername(name))
  })

  it('is the same however the name was composed', () => {
    const name = 'Lường Thị Thuỷ'
    expect(suggestUsername(name.normalize('NFD'))).toBe(suggestUsername(name.normalize('NFC')))
  })
})
