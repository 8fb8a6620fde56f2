import { opaqueCodePattern, staffCodePattern } from '../../../shared/limits.ts'
import { refuse, type Parse, type Parsed } from './parsed.ts'

const lostZeros = (before: number, after: number): string =>
  `mã lưu dạng số chỉ còn ${before} chữ số; đã trả lại số 0 ở đầu cho đủ ${after} chữ số`

/** The digits of a code that Excel, or an export ('….0'), kept as a number; undefined when it was kept as text. */
const digitsOfNumber = (raw: string | number): string | undefined => {
  if (typeof raw === 'number') return Number.isSafeInteger(raw) && raw >= 0 ? String(raw) : ''
  return /^(\d+)[.,]0$/.exec(raw)?.[1]
}

/**
 * A code of a fixed number of digits. Zeros that a number cell has lost are given back where the length makes it
 * certain: at most `mayLose` of them, because the code's first digits are a province's number.
 */
const fixedDigits =
  (length: number, mayLose: number, name: string): Parse<string> =>
  (raw) => {
    const remedy = `định dạng ô là Văn bản (Text) rồi gõ đủ ${length} chữ số, kể cả số 0 ở đầu`
    if (raw instanceof Date) return refuse(`Excel đã đổi ${name} thành ngày tháng`, remedy)
    const number = digitsOfNumber(raw)
    if (number !== undefined) return restore(number, length, mayLose, name, remedy)
    const typed = String(raw).replaceAll(' ', '')
    return /^\d+$/.test(typed) && typed.length === length
      ? { value: typed }
      : refuse(`${name} phải có đúng ${length} chữ số`, remedy)
  }

const restore = (
  digits: string,
  length: number,
  mayLose: number,
  name: string,
  remedy: string,
): Parsed<string> => {
  if (digits.length > length || digits.length < length - mayLose || digits === '')
    return refuse(`${name} lưu dạng số và không đủ ${length} chữ số`, remedy)
  const value = digits.padStart(length, '0')
  return digits.length === length ? { value } : { value, note: lostZeros(digits.length, length) }
}

/** Số định danh cá nhân: 12 digits, the first three a province 001-096 or a country (NĐ 137/2015, Điều 13). */
export const citizenId = fixedDigits(12, 2, 'số định danh cá nhân')

/** Mã định danh Bộ GD&ĐT of a pupil: 10 digits, the first two a province 01-96. */
export const studentCode = fixedDigits(10, 1, 'mã học sinh')

/** Codes of the administrative list (QĐ 19/2025/QĐ-TTg): province 2 digits, ward 5; a district had 3. */
export const provinceCode = fixedDigits(2, 1, 'mã tỉnh')
export const districtCode = fixedDigits(3, 2, 'mã huyện')
export const wardCode = fixedDigits(5, 4, 'mã xã')

/** An opaque code of the school or the sector database, at most 20 characters, kept as written. */
export const opaqueCode: Parse<string> = (raw) => {
  const remedy = 'định dạng ô là Văn bản (Text) rồi gõ lại mã: chữ, số và các dấu . _ / -, tối đa 20 ký tự'
  if (raw instanceof Date) return refuse('Excel đã đổi mã thành ngày tháng', remedy)
  const typed = digitsOfNumber(raw) ?? String(raw)
  return isOpaqueCode.test(typed) ? { value: typed } : refuse('mã không hợp lệ', remedy)
}

const isOpaqueCode = new RegExp(`^${opaqueCodePattern}$`, 'u')
const isStaffCode = new RegExp(`^${staffCodePattern}$`, 'u')

/** Mã cán bộ: as it stands; a number of 9 digits is a sector code of 10 that has lost its zero. */
export const staffCode: Parse<string> = (raw) => {
  const digits = raw instanceof Date ? undefined : digitsOfNumber(raw)
  if (digits?.length === 9) return { value: `0${digits}`, note: lostZeros(9, 10) }
  const parsed = opaqueCode(raw)
  return 'value' in parsed && !isStaffCode.test(parsed.value)
    ? refuse('mã cán bộ không hợp lệ', 'chỉ dùng chữ không dấu, chữ số và các dấu . _ -, tối đa 20 ký tự')
    : parsed
}

/** Several codes in one cell, separated by commas or semicolons. */
export const staffCodes: Parse<readonly string[]> = (raw) => {
  if (typeof raw !== 'string') {
    const one = staffCode(raw)
    return 'value' in one ? { ...one, value: [one.value] } : one
  }
  const codes = raw.split(/[;,]/).map((code) => code.trim())
  return codes.some((code) => !isStaffCode.test(code))
    ? refuse('danh sách mã không đọc được', 'ghi các mã cách nhau bằng dấu chấm phẩy')
    : { value: codes }
}

/** Mã tra cứu: 32 hexadecimal digits (CV 1396/BGDĐT-GDTH, PL1 §1.2). */
export const lookupCode: Parse<string> = (raw) => {
  const typed = String(raw).toLowerCase().replaceAll('-', '')
  return /^[0-9a-f]{32}$/.test(typed)
    ? { value: typed }
    : refuse(
        'mã tra cứu phải có 32 chữ số thập lục phân',
        'chép lại đủ 32 ký tự, hoặc để trống để hệ thống cấp mã',
      )
}
