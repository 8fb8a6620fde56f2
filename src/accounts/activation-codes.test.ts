import { describe, expect, it } from 'vitest'
import { activationDays, normalizeActivationCode, writeActivationCode } from './activation-codes.ts'

const every = Array.from({ length: 256 }, (_, byte) => byte)

describe('an activation code', () => {
  it('is twelve letters and digits in groups of four', () => {
    expect(writeActivationCode(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]))).toBe(
      'ABCD-EFGH-JKLM',
    )
  })

  it('has no sign that looks like another on paper', () => {
    const codes = every.map((byte) => writeActivationCode(new Uint8Array(12).fill(byte))).join()
    expect(['0', '1', 'I', 'O'].filter((sign) => codes.includes(sign))).toEqual([])
  })

  it('is as likely to have one sign as another: 32 of them, 60 bits in twelve', () => {
    const counts = new Map<string, number>()
    for (const byte of every) {
      const [sign = ''] = writeActivationCode(new Uint8Array(12).fill(byte))
      counts.set(sign, (counts.get(sign) ?? 0) + 1)
    }
    expect([counts.size, new Set(counts.values())]).toEqual([32, new Set([8])])
  })

  it('differs where a single byte differs', () => {
    const bytes = new Uint8Array(12)
    const codes = [...bytes.keys()].map((index) =>
      writeActivationCode(bytes.map((byte, at) => (at === index ? 1 : byte))),
    )
    expect(new Set([writeActivationCode(bytes), ...codes]).size).toBe(13)
  })

  it('is the same however it is typed', () => {
    for (const typed of ['abcd-efgh-jklm', ' ABCD EFGH JKLM ', 'abcdefghjklm', 'ABCD–EFGH–JKLM'])
      expect(normalizeActivationCode(typed), typed).toBe('ABCDEFGHJKLM')
  })

  it('may be used for two weeks', () => {
    expect(activationDays).toBe(14)
  })
})
