import { Refusal } from '../shared/refusal.ts'

/** Fewest and most characters (code points) of a password. */
const shortest = 10
const longest = 200

/** What everybody tries first. Compared without case. */
const common = [
  'matkhau',
  'password',
  '12345',
  'qwerty',
  'hocbaso',
  'abc123',
  '11111',
  '00000',
  'giaovien',
  'nhatruong',
]

/** A password as it is compared: the same text however a keyboard composes it. */
export const normalizePassword = (password: string): string => password.normalize('NFKC')

const isMadeOfFew = (text: string): boolean => new Set(text).size < 4

/**
 * Refuses a password that others would guess. Long is what counts; there are no rules about kinds of characters
 * (NIST SP 800-63B §3.1.1).
 */
export const checkPassword = (password: string, username: string): void => {
  const text = normalizePassword(password).toLowerCase()
  const length = Array.from(text).length
  const say = (why: string): never => {
    throw new Refusal(
      'input-not-accepted',
      `Mật khẩu ${why}. Hãy chọn mật khẩu khác, ví dụ bốn từ không liên quan nhau.`,
    )
  }
  if (length < shortest) say(`ngắn quá: cần ít nhất ${shortest} ký tự`)
  if (length > longest) say(`dài quá: nhiều nhất ${longest} ký tự`)
  if (text.includes(username.toLowerCase())) say('không được chứa tên đăng nhập')
  if (common.some((word) => text.replaceAll(' ', '').startsWith(word)) || isMadeOfFew(text))
    say('dễ đoán quá')
}
