import { describe, expect, it } from 'vitest'
import { Refusal } from '../shared/refusal.ts'
import { checkPassword, normalizePassword } from './passwords.ts'

const refusalOf = (password: string, username = 'lan.nguyenthi'): string => {
  try {
    checkPassword(password, username)
    return ''
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

/** Signs that are not all alike, as many as wanted. */
const ofLength = (length: number): string => 'mưa rơi trên mái '.repeat(20).slice(0, length)

describe('a password', () => {
  it('is taken from ten characters on', () => {
    expect(refusalOf(ofLength(9))).toMatch(/^Mật khẩu ngắn quá: cần ít nhất 10 ký tự/)
    expect(refusalOf(ofLength(10))).toBe('')
  })

  it('is taken up to two hundred characters', () => {
    expect(refusalOf(ofLength(200))).toBe('')
    expect(refusalOf(ofLength(201))).toMatch(/dài quá: nhiều nhất 200 ký tự/)
  })

  it('is counted in characters, whatever a keyboard or a computer makes of them', () => {
    expect(refusalOf('🌿🐃🌾🌊🌿🐃🌾🌊🌿')).toMatch(/ngắn quá/)
    expect(refusalOf('🌿🐃🌾🌊🌿🐃🌾🌊🌿🐃')).toBe('')
    expect(refusalOf('ếếốốộộẫẫẩ'.normalize('NFD'))).toMatch(/ngắn quá/)
  })

  it('needs no capital, digit or sign', () => {
    expect(refusalOf('bốn con trâu gặm cỏ')).toBe('')
  })

  it('does not contain the user name, in whatever case', () => {
    expect(refusalOf('x lan.nguyenthi y')).toMatch(/không được chứa tên đăng nhập/)
    expect(refusalOf('X LAN.NguyenThi Y')).toMatch(/không được chứa tên đăng nhập/)
    expect(refusalOf('x lan.nguyen thi y')).toBe('')
  })

  it('does not begin with what everybody tries first, spaced out or not', () => {
    for (const usual of ['matkhau2026', 'Password!!!!', '1234567890', 'q w e r t y uiop', 'HocBaSo 2026'])
      expect(refusalOf(usual), usual).toMatch(/dễ đoán quá/)
    expect(refusalOf('trăng matkhau2026')).toBe('')
  })

  it('is made of four different characters at least', () => {
    expect(refusalOf('abcabcabcabc')).toMatch(/dễ đoán quá/)
    expect(refusalOf('abcdabcdabcd')).toBe('')
  })

  it('is refused with a way out', () => {
    expect(refusalOf('ngắn')).toMatch(/Hãy chọn mật khẩu khác, ví dụ bốn từ không liên quan nhau\.$/)
  })

  it('is the same text however it was composed', () => {
    const text = 'Nguyễn Thị Ánh'
    expect(normalizePassword(text.normalize('NFD'))).toBe(normalizePassword(text.normalize('NFC')))
    expect(normalizePassword('ｔｒâｕ')).toBe('trâu')
  })

  it('keeps its case and its spaces', () => {
    expect(normalizePassword(' Trâu  Vàng ')).toBe(' Trâu  Vàng ')
  })
})
