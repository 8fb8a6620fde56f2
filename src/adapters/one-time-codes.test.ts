import { describe, expect, it } from 'vitest'
import { codeAt, describeSecret, drawSecret, findStep, openSecret, sealSecret } from './one-time-codes.ts'

// The published example of RFC 6238, appendix B: SHA-1, the last six of its eight digits.
const published = new TextEncoder().encode('12345678901234567890')
const at = (seconds: number): Date => new Date(seconds * 1000)

describe('a one-time code', () => {
  it('is the one of RFC 6238', () => {
    const codes = [59, 1111111109, 1234567890, 20000000000].map((seconds) => codeAt(published, at(seconds)))
    expect(codes).toEqual(['287082', '081804', '005924', '353130'])
  })

  it('belongs to its step, one before or after the present one, and to none that was used', () => {
    const steps = [-60, -30, 0, 30, 60].map((off) =>
      findStep(published, codeAt(published, at(3000 + off)), { now: at(3000), lastStep: 98 }),
    )
    expect(steps).toEqual([undefined, 99, 100, 101, undefined])
    const code = codeAt(published, at(3000))
    expect(findStep(published, code, { now: at(3000), lastStep: 100 })).toBeUndefined()
  })

  it('is six digits and nothing else', () => {
    const code = codeAt(published, at(3000))
    for (const typed of [`${code} `, ` ${code}`, code.slice(1), `${code}0`, '', 'abcdef'])
      expect(findStep(published, typed, { now: at(3000), lastStep: 0 })).toBeUndefined()
  })
})

describe('a secret of one-time codes', () => {
  it('has 160 bits and is told to an authenticator by its address', () => {
    const secret = drawSecret()
    expect(secret).toHaveLength(20)
    const { uri, secret: typed } = describeSecret(secret, 'lan.dinh')
    expect(uri).toContain(`secret=${typed}`)
    expect(uri).toMatch(/^otpauth:\/\/totp\//)
  })

  it('opens under its own key for its own account, unchanged, and never else', () => {
    const [secret, key, other] = [drawSecret(), new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
    const sealed = sealSecret(secret, key, 'a')
    expect(Buffer.from(openSecret(sealed, key, 'a'))).toEqual(Buffer.from(secret))
    expect(sealed).not.toEqual(sealSecret(secret, key, 'a'))
    expect(() => openSecret(sealed, other, 'a')).toThrow()
    expect(() => openSecret(sealed, key, 'b')).toThrow()
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index)
      expect(() => openSecret(changed, key, 'a')).toThrow()
    }
  })
})
