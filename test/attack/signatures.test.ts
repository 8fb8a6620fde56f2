import { beforeAll, describe, expect, it } from 'vitest'
import { secondaryReport } from '../builders/reports.ts'
import { certificateElement, cutCertificate, cutSignature, inside, type Trick } from './support/edit.ts'
import { listCodes, listFindings, setScene, type Scene } from './support/judge.ts'

/** What an attacker can do to content and signatures without any key. */
let scene: Scene
beforeAll(async () => {
  scene = await setScene(secondaryReport())
})

const flip = (base64: string): string => (base64.startsWith('A') ? 'B' : 'A') + base64.slice(1)

const valueOf = (text: string, id: string): string =>
  /<ds:SignatureValue[^>]*>([^<]*)</.exec(cutSignature(text, id))?.[1] ?? ''

const withValue =
  (id: string, change: (value: string, text: string) => string) =>
  (text: string): string =>
    text.replace(valueOf(text, id), change(valueOf(text, id), text))

const digest = /(<ds:DigestValue>)([^<]*)/
const certificateDigest = /(<xades:CertDigest>.*?<ds:DigestValue>)([^<]*)/
const flipped = (_: string, head = '', base64 = ''): string => head + flip(base64)

const changes: readonly Trick[] = [
  ['a mark', 'content-changed@s-gv-CB003', (text) => text.replace('<CaNam>8.5<', '<CaNam>8.6<')],
  ['the homeroom teacher’s words', 'content-changed@s-gvcn', (text) => text.replace('Em chăm', 'Em rất')],
  ['the cover', 'content-changed@s-bia-ht', (text) => text.replace('Tỉnh Sông Lam Hạ', 'Tỉnh Sông Lam Hà')],
  [
    'the claimed time',
    'signed-properties-changed@s-gvcn',
    inside('s-gvcn', '2026-05-29T09', '2026-05-28T09'),
  ],
  ['the claimed role', 'role-mismatch@s-gv-CB003', inside('s-gv-CB003', '>GVBM<', '>GVCN<')],
  ['the role’s digest', 'signed-properties-changed@s-gv-CB003', inside('s-gv-CB003', '>GVBM<', '>GVCN<')],
  [
    'the digest of the certificate',
    'certificate-substituted@s-gvcn',
    inside('s-gvcn', certificateDigest, flipped),
  ],
  ['a digest of what is covered', 'value-invalid@s-gvcn', inside('s-gvcn', digest, flipped)],
  ['the value', 'value-invalid@s-gvcn', withValue('s-gvcn', flip)],
  ['the seal’s value, as its timestamp shows', 'timestamp-invalid@s-truong', withValue('s-truong', flip)],
  [
    'the value for another of the same key',
    'value-invalid@s-hieutruong',
    withValue('s-hieutruong', (_, text) => valueOf(text, 's-bia-ht')),
  ],
  [
    'the certificate for a colleague’s',
    'certificate-substituted@s-gvcn',
    (text) => inside('s-gvcn', certificateElement, () => cutCertificate(text, 's-gv-CB003'))(text),
  ],
  [
    'the certificate for none',
    'certificate-unreadable@s-gvcn',
    inside('s-gvcn', certificateElement, '<ds:X509Certificate>AAAA</ds:X509Certificate>'),
  ],
]

const id = 's-gv-CB003'
const more = 'http://www.w3.org/2001/04/xmldsig-more'
const canonicalization = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const withTransform = (uri: string) =>
  inside(id, '</ds:Transforms>', `<ds:Transform Algorithm="${uri}"></ds:Transform></ds:Transforms>`)

const algorithms: readonly Trick[] = [
  ['a keyed hash', `algorithm-not-allowed@${id}`, inside(id, `${more}#ecdsa-sha256`, `${more}#hmac-sha256`)],
  [
    'SHA-1 in the signature',
    `algorithm-not-allowed@${id}`,
    inside(id, `${more}#ecdsa-sha256`, 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'),
  ],
  ['an accepted one, not the key’s', `value-invalid@${id}`, inside(id, '#ecdsa-sha256', '#rsa-sha256')],
  [
    'SHA-1 in the digests',
    'algorithm-not-allowed@ChuKys',
    inside(id, 'http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2000/09/xmldsig#sha1'),
  ],
  [
    'a canonicalization that keeps comments',
    'algorithm-not-allowed@ChuKys',
    inside(id, canonicalization, `${canonicalization}WithComments`),
  ],
  [
    'a transform that leaves the signature out',
    'algorithm-not-allowed@ChuKys',
    withTransform('http://www.w3.org/2000/09/xmldsig#enveloped-signature'),
  ],
  [
    'a transform that chooses what is signed',
    'algorithm-not-allowed@ChuKys',
    withTransform('http://www.w3.org/TR/1999/REC-xpath-19991116'),
  ],
]

describe('changed after signing', () => {
  it.each([...changes, ...algorithms])('%s: %s', async (_, finding, change) => {
    const text = change(scene.text)
    expect(text).not.toBe(scene.text)
    const verification = await scene.judge(text)
    expect(verification.verdict).toBe('failed')
    expect(listFindings(verification)).toContain(finding)
  })

  it('every signature over the change is said to be broken, and no other', async () => {
    const { signatures } = await scene.judge(scene.text.replace('<CaNam>8.5<', '<CaNam>8.6<'))
    const broken = signatures.filter(({ verdict }) => verdict === 'failed').map((signature) => signature.id)
    expect(broken).toEqual([id, 's-gvcn', 's-hieutruong', 's-truong'])
  })

  it('a second transform of the accepted kind is not of the profile', async () => {
    const verification = await scene.judge(withTransform(canonicalization)(scene.text))
    expect(listFindings(verification)).toEqual([expect.stringMatching(/^malformed@ChuKys:/)])
  })

  it('a reference that names another part than the one it has the digest of', async () => {
    const text = inside(id, 'URI="#mon-TOAN"', 'URI="#mon-NGU_VAN"')(scene.text)
    expect(listCodes(await scene.judge(text))).toEqual(['wrong-coverage', 'content-changed', 'value-invalid'])
  })

  it.each(['http://xa.vn/hb.xml', '', '#xpointer(/)'])('a reference to «%s»', async (uri) => {
    const verification = await scene.judge(inside(id, 'URI="#mon-TOAN"', `URI="${uri}"`)(scene.text))
    expect(verification.verdict).toBe('failed')
    expect(listCodes(verification)).toHaveLength(uri.startsWith('#') ? 3 : 1)
  })
})
