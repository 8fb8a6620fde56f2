import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certify, ellipticKeys, caExtensions, extension } from '../../test/builders/certificates.ts'
import { makeCrl } from '../../test/builders/revocation-lists.ts'
import { parseCertificate, type Certificate } from '../crypto/certificate.ts'
import { constructed } from '../crypto/der.ts'
import { der, derSequence } from '../crypto/der-write.ts'
import { revocationStatus } from '../crypto/revocation.ts'
import { createDemoAuthority, type DemoAuthority, type LocalServer } from '../demo/authority/index.ts'
import { httpRevocationSource, isPublicAddress } from './revocation-http.ts'

const at = new Date('2026-05-30T00:00:00Z')
const now = new Date('2026-06-15T00:00:00Z')
const source = httpRevocationSource({ isAllowed: () => true, timeoutMilliseconds: 500, maxBytes: 100_000 })

describe('OCSP', () => {
  let authority: DemoAuthority
  let server: LocalServer
  let chain: Certificate[]
  beforeAll(async () => {
    authority = await createDemoAuthority({ now: new Date('2025-08-01T00:00:00Z') })
    server = await authority.listenOcsp(() => now)
    const school = { name: 'Trường Thử', schoolCode: '00000001', algorithm: 'ecdsa-p256-sha256' } as const
    const signer = await authority.issueSchool(school)
    chain = signer.chain.flatMap((bytes) => parseCertificate(bytes) ?? [])
  })
  afterAll(() => server.close())

  const ask = async () => {
    const [leaf, issuer] = chain
    if (!leaf || !issuer) throw new Error('no chain')
    return revocationStatus(leaf, issuer, await source.fetch(leaf, issuer), { at, now })
  }

  it('is asked where the certificate says', async () => {
    expect(await ask()).toEqual({ status: 'good' })
  })

  it('tells of a revocation', async () => {
    authority.revoke(chain[0]?.der ?? Buffer.alloc(0), new Date('2026-01-01T00:00:00Z'), 'superseded')
    expect(await ask()).toMatchObject({ status: 'revoked', reason: 'superseded' })
  })
})

describe('revocation lists and bad servers', () => {
  const ca = certify({ name: 'CA', keys: ellipticKeys(), extensions: caExtensions() })
  let server: Server
  let base: string
  beforeAll(async () => {
    const crl = makeCrl(ca, { thisUpdate: new Date('2026-06-01T00:00:00Z') })
    server = createServer((request, response) => {
      if (request.url === '/good.crl') response.end(crl)
      else if (request.url === '/large.crl') response.end(Buffer.alloc(200_000))
      else if (request.url === '/rubbish.crl') response.end('rubbish')
      else if (request.url === '/moved.crl') response.writeHead(302, { location: '/good.crl' }).end()
      else if (request.url !== '/silent.crl') response.writeHead(404).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const fetchFrom = (address: string, from = source) => {
    const name = der(constructed(0), der(constructed(0), der(0x86, Buffer.from(address))))
    const extensions = [extension('2.5.29.31', false, derSequence(derSequence(name)))]
    return from.fetch(certify({ name: 'Leaf', keys: ca.keys, extensions }, ca).certificate, ca.certificate)
  }

  it('gives the list that the certificate points to', async () => {
    expect(await fetchFrom(`${base}/good.crl`)).toMatchObject([{ kind: 'crl' }])
  })

  it.each(['large', 'rubbish', 'moved', 'silent', 'missing'])(
    'gives nothing for a %s answer',
    async (name) => {
      expect(await fetchFrom(`${base}/${name}.crl`)).toEqual([])
    },
  )

  it('gives nothing when nobody listens, and does not ask elsewhere than by http', async () => {
    expect(await fetchFrom('http://127.0.0.1:1/x.crl')).toEqual([])
    expect(await fetchFrom('ftp://127.0.0.1/x.crl')).toEqual([])
    expect(await fetchFrom('ldap://127.0.0.1/x.crl')).toEqual([])
  })

  it('does not ask this machine unless allowed to', async () => {
    expect(await fetchFrom(`${base}/good.crl`, httpRevocationSource())).toEqual([])
  })
})

describe('an address that may be asked', () => {
  it.each([
    ['http://ocsp.example.vn/', true],
    ['http://203.0.113.7/', true],
    ['http://localhost/', false],
    ['http://intranet/', false],
    ['http://127.0.0.1/', false],
    ['http://2130706433/', false],
    ['http://10.1.2.3/', false],
    ['http://169.254.169.254/', false],
    ['http://[::1]/', false],
    ['http://[::ffff:127.0.0.1]/', false],
    ['http://[fd00::1]/', false],
  ])('%s: %s', (address, isPublic) => {
    expect(isPublicAddress(new URL(address))).toBe(isPublic)
  })
})
