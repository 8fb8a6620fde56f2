/** Mã tra cứu: 32 lower-case hexadecimal digits, random (CV 1396/BGDĐT-GDTH, PL1 §1.2). One per book, one per year record. */
export type LookupCode = string

export const isLookupCode = (value: unknown): value is LookupCode =>
  typeof value === 'string' && /^[0-9a-f]{32}$/.test(value)

/** Reads a lookup code as people write it: upper case and hyphens are accepted; undefined when it is none. */
export const parseLookupCode = (text: string): LookupCode | undefined => {
  const code = text.trim().toLowerCase().replaceAll('-', '')
  return isLookupCode(code) ? code : undefined
}

/** Số định danh cá nhân: 12 digits, no check digit (NĐ 137/2015, Điều 13). */
export const isCitizenId = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{12}$/.test(value)
