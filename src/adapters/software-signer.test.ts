import { constants, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ellipticKeys, rsaKeys } from '../../test/builders/certificates.ts'
import { createSoftwareSigner } from './software-signer.ts'

const [rsa, elliptic] = [rsaKeys(), ellipticKeys()]
const cases = [
  ['rsa-pkcs1-sha256', rsa, { key: rsa.publicKey, padding: constants.RSA_PKCS1_PADDING }, 256],
  [
    'rsa-pss-sha256',
    rsa,
    { key: rsa.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
    256,
  ],
  ['ecdsa-p256-sha256', elliptic, { key: elliptic.publicKey, dsaEncoding: 'ieee-p1363' as const }, 64],
] as const

describe.each(cases)('%s', (algorithm, { privateKey }, key, length) => {
  const signer = createSoftwareSigner(privateKey, [], algorithm)

  it.each([0, 1, 2, 300])('signs %i messages in their order', async (count) => {
    const messages = Array.from({ length: count }, (_, index) => Buffer.from(`message ${index}`))
    const signatures = await signer.sign(messages)
    expect(signatures).toHaveLength(count)
    for (const [index, signature] of signatures.entries()) {
      expect(signature.length).toBe(length)
      expect(verify('sha256', messages[index] ?? Buffer.alloc(0), key, signature)).toBe(true)
    }
  })
})

it('refuses a key of another kind', () => {
  expect(() => createSoftwareSigner(elliptic.privateKey, [], 'rsa-pss-sha256')).toThrow('does not sign with')
  expect(() => createSoftwareSigner(rsa.privateKey, [], 'ecdsa-p256-sha256')).toThrow('does not sign with')
})

it('keeps the event loop turning during a large batch', async () => {
  const signer = createSoftwareSigner(elliptic.privateKey, [], 'ecdsa-p256-sha256')
  let turns = 0
  const timer = setInterval(() => turns++, 0)
  await signer.sign(Array.from({ length: 2000 }, () => Buffer.from('message')))
  clearInterval(timer)
  expect(turns).toBeGreaterThan(3)
})
