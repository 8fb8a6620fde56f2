import { describe, expect, it } from 'vitest'
import { createPasswordHasher } from './password-hasher.ts'

describe('a hashed password', () => {
  it('is argon2id with the cost of RFC 9106 for little memory, and another text each time', async () => {
    const hasher = await createPasswordHasher()
    const one = await hasher.hash('bốn con trâu gặm cỏ')
    const other = await hasher.hash('bốn con trâu gặm cỏ')
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
  })

  it('is known again however its letters are composed, and no other is', async () => {
    const hasher = await createPasswordHasher()
    const hashed = await hasher.hash('bốn con trâu gặm cỏ')
    expect(await hasher.verify('bốn con trâu gặm cỏ'.normalize('NFD'), hashed)).toBe(true)
    expect(await hasher.verify('bốn con trâu gặm có', hashed)).toBe(false)
  })

  it('is nobody’s where there is none, even by the text that is compared in its place', async () => {
    const hasher = await createPasswordHasher()
    for (const password of ['', 'không ai dùng mật khẩu này'])
      expect(await hasher.verify(password, undefined)).toBe(false)
  })
})
