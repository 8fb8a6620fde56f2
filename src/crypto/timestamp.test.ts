import { hash, sign } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  caExtensions,
  certify,
  ellipticKeys,
  extendedKeyUsage,
  keyUsage,
  rsaKeys,
  type Certified,
} from '../../test/builders/certificates.ts'
import { crlEvidence } from '../../test/builders/revocation-lists.ts'
import { createSoftwareSigner } from '../adapters/software-signer.ts'
import { answerTimestampRequests } from '../demo/authority/timestamps.ts'
import {
  createTimestampRequest,
  parseTimestampRequest,
  parseTimestampResponse,
  parseTimestampToken,
  verifyTimestamp,
  type TimestampContext,
} from './timestamp.ts'

const at = new Date('2026-05-30T02:15:00.250Z')
const now = new Date('2026-08-01T00:00:00Z')
const imprint = hash('sha256', 'sealed', 'buffer')
const stampExtensions = [keyUsage(0x80), extendedKeyUsage(true, '1.3.6.1.5.5.7.3.8')]
const root = certify({ name: 'TSA root', keys: ellipticKeys(), extensions: caExtensions() })
const tsa = certify({ name: 'TSA', keys: rsaKeys(), extensions: stampExtensions }, root)

const evidenceWith = (...entries: { serialNumber: string; at: Date; reason?: number }[]) => [
  crlEvidence(root, { thisUpdate: new Date('2026-06-15T00:00:00Z'), entries }),
]
const context = (change: Partial<TimestampContext> = {}): TimestampContext => ({
  anchors: [root.certificate],
  extraCertificates: [],
  evidence: evidenceWith(),
  now,
  ...change,
})

interface Wish {
  readonly by?: Certified
  readonly certReq?: boolean
  readonly at?: Date
  readonly named?: Certified
}

/** A token, made by `by`, that may name another certificate than the one whose key signs. */
const stamp = async ({
  by = tsa,
  certReq = true,
  at: moment = at,
  named = by,
}: Wish = {}): Promise<Uint8Array> => {
  const algorithm = by.keys.privateKey.asymmetricKeyType === 'ec' ? 'ecdsa-p256-sha256' : 'rsa-pkcs1-sha256'
  const signer = createSoftwareSigner(by.keys.privateKey, [], algorithm)
  const request = createTimestampRequest(imprint, { certReq, nonce: Buffer.from('0077', 'hex') })
  const [answer = Buffer.alloc(0)] = await answerTimestampRequests([request], moment, {
    signer,
    certificate: named.certificate,
  })
  const response = parseTimestampResponse(answer)
  if (!response?.granted) throw new Error('no token')
  return response.token
}

const outcome = async (wish: Wish = {}, change: Partial<TimestampContext> = {}) => {
  const result = verifyTimestamp(await stamp(wish), imprint, context(change))
  return result.ok ? result.at : result.code
}

describe('a request', () => {
  it('carries imprint, nonce and the wish for the certificate', () => {
    const request = createTimestampRequest(imprint, { nonce: Buffer.from('00ff', 'hex'), certReq: true })
    expect(parseTimestampRequest(request)).toEqual({ imprint, nonce: 'ff', certReq: true })
    expect(parseTimestampRequest(createTimestampRequest(imprint, { certReq: false }))).toEqual({
      imprint,
      certReq: false,
    })
  })

  it('that cannot be read, or asks for another algorithm, is rejected with the reason', async () => {
    const key = {
      signer: createSoftwareSigner(tsa.keys.privateKey, [], 'rsa-pkcs1-sha256'),
      certificate: tsa.certificate,
    }
    const sha512 = createTimestampRequest(imprint, { certReq: true })
    const changed = Buffer.from(
      sha512.toString('hex').replace('608648016503040201', '608648016503040203'),
      'hex',
    )
    const answers = await answerTimestampRequests([Buffer.from('rubbish'), changed, sha512], at, key)
    expect(answers.map(parseTimestampResponse)).toMatchObject([
      { granted: false, status: 2, failures: [2] },
      { granted: false, status: 2, failures: [0] },
      { granted: true },
    ])
  })
})

describe('a token', () => {
  it('proves its time', async () => {
    const result = verifyTimestamp(await stamp(), imprint, context())
    expect(result).toEqual({ ok: true, at, authority: tsa.certificate })
  })

  it('repeats the nonce', async () => {
    expect(parseTimestampToken(await stamp())).toMatchObject({ nonce: '77', imprint, at })
  })

  it('may leave its certificate to the verifier', async () => {
    expect(await outcome({ certReq: false })).toBe('authority-missing')
    expect(await outcome({ certReq: false }, { extraCertificates: [tsa.certificate] })).toEqual(at)
  })

  it('may be signed with ECDSA', async () => {
    const by = certify({ name: 'EC TSA', keys: ellipticKeys(), extensions: stampExtensions }, root)
    expect(await outcome({ by })).toEqual(at)
  })

  it('proves nothing of another imprint', async () => {
    const other = hash('sha256', 'other', 'buffer')
    expect(verifyTimestamp(await stamp(), other, context())).toMatchObject({
      ok: false,
      code: 'wrong-imprint',
    })
  })

  it('proves nothing from the future, clocks’ differences apart', async () => {
    expect(await outcome({}, { now: new Date(at.getTime() - 10 * 60_000) })).toBe('in-future')
    expect(
      await outcome(
        {},
        {
          now: new Date(at.getTime() + 1000),
          evidence: [
            crlEvidence(root, {
              thisUpdate: new Date('2026-05-29T00:00:00Z'),
              nextUpdate: new Date('2026-06-29T00:00:00Z'),
            }),
          ],
        },
      ),
    ).toEqual(at)
  })

  it('that is no token is malformed', () => {
    expect(verifyTimestamp(Buffer.from('rubbish'), imprint, context())).toEqual({
      ok: false,
      code: 'malformed',
    })
    expect(verifyTimestamp(tsa.certificate.der, imprint, context())).toEqual({ ok: false, code: 'malformed' })
  })
})

describe('who stamps', () => {
  it('must be bound by the signed attributes: a second certificate for the same key is not the signer', async () => {
    const twin = certify({ name: 'TSA', keys: tsa.keys, extensions: stampExtensions }, root)
    const token = parseTimestampToken(await stamp())
    if (!token) throw new Error('no token')
    const { signer } = token.signedData
    const renamed = { issuerDer: twin.certificate.issuerDer, serialNumber: twin.certificate.serialNumber }
    const moved = {
      ...token,
      signedData: {
        ...token.signedData,
        certificates: [twin.certificate.der],
        signer: { ...signer, id: renamed },
      },
    }
    expect(verifyTimestamp(moved, imprint, context())).toMatchObject({
      ok: false,
      code: 'authority-not-bound',
    })
  })

  it('is found beside a stranger of the same name and number', async () => {
    const token = parseTimestampToken(await stamp())
    if (!token) throw new Error('no token')
    const { issuerDer, serialNumber } = tsa.certificate
    const other = certify({ name: 'TSA', keys: ellipticKeys() }, root).certificate
    const extraCertificates = [{ ...other, issuerDer, serialNumber }, tsa.certificate]
    const bare = { ...token, signedData: { ...token.signedData, certificates: [] } }
    expect(verifyTimestamp(bare, imprint, context({ extraCertificates })).ok).toBe(true)
  })

  it('must have made the signature', async () => {
    const other = certify({ name: 'Other', keys: rsaKeys(), extensions: stampExtensions }, root)
    expect(await outcome({ by: other, named: tsa })).toBe('broken')
  })

  it.each([
    ['not critical', extendedKeyUsage(false, '1.3.6.1.5.5.7.3.8')],
    ['not alone', extendedKeyUsage(true, '1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.3')],
    ['another', extendedKeyUsage(true, '1.3.6.1.5.5.7.3.4')],
  ])('must have the purpose: %s does not do', async (_, purpose) => {
    const by = certify({ name: 'Odd', keys: ellipticKeys(), extensions: [keyUsage(0x80), purpose] }, root)
    expect(await outcome({ by })).toBe('key-usage')
  })

  it('must stand under an anchor for timestamps', async () => {
    const persons = certify({ name: 'Persons root', keys: ellipticKeys(), extensions: caExtensions() })
    expect(await outcome({}, { anchors: [persons.certificate] })).toBe('untrusted')
  })

  it('must have been valid at the time of the token', async () => {
    const keys = ellipticKeys()
    const old = certify(
      { name: 'Old', keys, extensions: stampExtensions, notAfter: new Date('2026-05-01T00:00:00Z') },
      root,
    )
    const young = certify(
      { name: 'Young', keys, extensions: stampExtensions, notBefore: new Date('2026-06-01T00:00:00Z') },
      root,
    )
    expect(await outcome({ by: old })).toBe('expired')
    expect(await outcome({ by: young })).toBe('not-yet-valid')
  })

  it.each([
    ['before the token', '2026-05-01T00:00:00Z', 4, 'revoked'],
    ['after it, the key unharmed', '2026-06-10T00:00:00Z', 4, at],
    ['after it, the key lost', '2026-06-10T00:00:00Z', 1, 'revoked'],
  ])('revoked %s', async (_, since, reason, expected) => {
    const evidence = evidenceWith({ serialNumber: tsa.certificate.serialNumber, at: new Date(since), reason })
    expect(await outcome({}, { evidence })).toEqual(expected)
  })

  it('is not relied on when its status is unknown, though its time is told', async () => {
    const result = verifyTimestamp(await stamp(), imprint, context({ evidence: [] }))
    expect(result).toEqual({ ok: false, code: 'revocation-unknown', at, authority: tsa.certificate })
  })
})

describe('any damage', () => {
  let token: Uint8Array
  beforeAll(async () => {
    token = await stamp()
  })

  it('to any byte of the token fails it', () => {
    const whole = context()
    for (let index = 0; index < token.length; index++) {
      const damaged = Buffer.from(token)
      damaged[index] = (damaged[index] ?? 0) ^ (1 << (index % 8))
      expect(verifyTimestamp(damaged, imprint, whole).ok, `byte ${index}`).toBe(false)
    }
  })
})

it('costs little more than the signature it checks', async () => {
  const token = await stamp()
  const whole = context()
  verifyTimestamp(token, imprint, whole)
  const message = Buffer.alloc(200)
  const signature = sign('sha256', message, tsa.keys.privateKey)
  const { verify } = await import('node:crypto')
  const time = (act: () => void): number => {
    const started = performance.now()
    for (let count = 0; count < 2000; count++) act()
    return performance.now() - started
  }
  time(() => verifyTimestamp(token, imprint, whole))
  const bare = time(() => verify('sha256', message, tsa.keys.publicKey, signature))
  expect(time(() => verifyTimestamp(token, imprint, whole)) / bare).toBeLessThan(6)
})
