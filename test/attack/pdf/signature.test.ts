import { describe, expect, it } from 'vitest'
import { certificateFromDer } from '../../../src/crypto/certificate.ts'
import { signatureTimestampAttribute } from '../../../src/crypto/cms-write.ts'
import { certify, ellipticKeys } from '../../builders/certificates.ts'
import { describeAttacks, type Attack, type Scene } from './support/attack.ts'
import { appendRevision, buildPdf, newestSource, overwrite, plainObjects } from './support/build-pdf.ts'
import { changeCms, extractCms, tokenOf, withCms } from './support/cms-hole.ts'
import { countersign, findingsOf, openPdfOffice, sealPdf, trustIn } from './support/office.ts'

const range = /\/ByteRange \[[^\]]*\]/
const withRange =
  (value: string) =>
  ({ sealed }: Scene): Buffer =>
    overwrite(sealed, range, `/ByteRange ${value}`)

const withContents =
  (value: string) =>
  ({ sealed }: Scene): Buffer =>
    overwrite(sealed, /\/Contents <[0-9a-f]*>/, `/Contents ${value}`)

const rangeOf = (pdf: Uint8Array): readonly number[] =>
  (/\/ByteRange \[([^\]]*)\]/.exec(Buffer.from(pdf).toString('latin1'))?.[1] ?? '')
    .trim()
    .split(/\s+/)
    .map(Number)

/** Universal signature forgery: parts of the signature are missing or odd, and some readers then ask no further. */
const odd: readonly Attack[] = [
  ['no /ByteRange', ({ sealed }) => overwrite(sealed, range, ''), ['pdf-byte-range']],
  ['an empty /ByteRange', withRange('[]'), ['pdf-byte-range']],
  ['a /ByteRange that is null', withRange('null'), ['pdf-byte-range']],
  ['a /ByteRange of three numbers', withRange('[0 10 20]'), ['pdf-byte-range']],
  ['a /ByteRange of six numbers', withRange('[0 1 2 3 4 5]'), ['pdf-byte-range']],
  ['a /ByteRange of nothing', withRange('[0 0 0 0]'), ['pdf-byte-range']],
  ['a /ByteRange with negative numbers', withRange('[0 -1 10 -10]'), ['pdf-byte-range']],
  ['a /ByteRange with fractions', withRange('[0 1.5 10 1.5]'), ['pdf-byte-range']],
  ['a /ByteRange that runs past the end', withRange('[0 10 20 99999]'), ['pdf-byte-range']],
  ['a /ByteRange with numbers that overflow', withRange('[0 99999999999 1]'), ['pdf-structure object']],
  [
    'a /ByteRange that does not begin at the beginning',
    ({ sealed }) => {
      const [, length = 0, rest = 0, restLength = 0] = rangeOf(sealed)
      return overwrite(sealed, range, `/ByteRange [1 ${length - 1} ${rest} ${restLength}]`)
    },
    ['pdf-byte-range'],
  ],
  [
    'a /ByteRange without the hole',
    ({ sealed }) => {
      const [, length = 0, rest = 0, restLength = 0] = rangeOf(sealed)
      return overwrite(sealed, range, `/ByteRange [0 ${length} ${length} ${rest - length + restLength}]`)
    },
    ['pdf-byte-range'],
  ],
  [
    'a /ByteRange that leaves out a byte behind the hole',
    ({ sealed }) => {
      const [, length = 0, rest = 0, restLength = 0] = rangeOf(sealed)
      return overwrite(sealed, range, `/ByteRange [0 ${length} ${rest + 1} ${restLength - 1}]`)
    },
    ['pdf-byte-range'],
  ],
  [
    'no /Contents',
    ({ sealed }) => overwrite(sealed, /\/Contents <[0-9a-f]*>/, ''),
    ['pdf-byte-range', 'pdf-signature-format contents'],
  ],
  ['an empty /Contents', withContents('<>'), ['pdf-byte-range', 'pdf-signature-format contents']],
  ['a /Contents of one zero', withContents('<00>'), ['pdf-byte-range', 'pdf-signature-format contents']],
  ['a /Contents that is null', withContents('null'), ['pdf-byte-range', 'pdf-signature-format contents']],
  ['a /Contents in parentheses', withContents('(0)'), ['pdf-byte-range', 'pdf-signature-format contents']],
  [
    'a /Contents of zeros',
    ({ sealed }) => withCms(sealed, Buffer.alloc(0)),
    ['pdf-signature-format contents'],
  ],
  [
    'a /Contents of rubbish',
    ({ sealed }) => withCms(sealed, Buffer.from('3003020101', 'hex')),
    ['pdf-signature-format contents'],
  ],
  [
    'something hidden in the zeros behind the CMS',
    ({ sealed }) => overwrite(sealed, /0{40}(?=>)/, `${'0'.repeat(20)}ff${'0'.repeat(18)}`),
    ['pdf-signature-format contents'],
  ],
  [
    'a second /Contents in the signature',
    ({ sealed }) => overwrite(sealed, /\/ByteRange \[[^\]]*\]/, '/Contents <00>'),
    ['pdf-structure object'],
  ],
  [
    'another format of signature',
    ({ sealed }) => overwrite(sealed, 'ETSI.CAdES.detached', 'adbe.pkcs7.detached'),
    ['pdf-signature-format sub-filter', 'pdf-digest'],
  ],
  [
    'a field without its signature',
    ({ sealed }) => overwrite(sealed, '/V 11 0 R', ''),
    ['pdf-not-signed', 'pdf-revision-not-allowed catalog', 'pdf-revision-not-allowed signature'],
  ],
]

/** Signature wrapping: what was signed is moved aside, and the second stretch of the range with it. */
const wrapped: readonly Attack[] = [
  [
    'the second stretch is moved behind something new',
    ({ sealed }) => {
      const text = Buffer.from(sealed).toString('latin1')
      const [, length = 0, rest = 0, restLength = 0] = rangeOf(sealed)
      const [before, hole, signed] = [text.slice(0, length), text.slice(length, rest), text.slice(rest)]
      const moved = `${before.replace(range, (found) => `/ByteRange [0 ${length} ${rest + 4000} ${restLength}]`.padEnd(found.length))}${hole}`
      return Buffer.from(
        `${moved}${`\n>>\nendobj\n4 0 obj\n(Toan 9,0)\nendobj\n`.padEnd(4000)}${signed}`,
        'latin1',
      )
    },
    ['pdf-structure xref'],
  ],
  [
    'the hole is widened to take in something new, and the table is put right',
    async ({ office }) => {
      // The signature covers the same two stretches of bytes, but they no longer stand side by side.
      const sealed = await sealPdf(buildPdf(), office)
      const text = Buffer.from(sealed).toString('latin1')
      const contents = /\/Contents <[0-9a-f]*>/.exec(text)?.[0] ?? ''
      const wide = text.replace(contents, `/Contents ${contents.slice(10, -1)}${'0'.repeat(512)}>`)
      const shift = wide.length - text.length
      const at = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1] ?? 0)
      const from = text.indexOf(contents)
      const moved =
        wide.slice(0, at + shift) +
        wide
          .slice(at + shift)
          .replace(/(\d{10}) 00000 n/g, (entry, offset: string) =>
            Number(offset) > from ? `${String(Number(offset) + shift).padStart(10, '0')} 00000 n` : entry,
          )
      return Buffer.from(
        moved.replace(/startxref\n\d+\n%%EOF\n$/, `startxref\n${at + shift}\n%%EOF\n`),
        'latin1',
      )
    },
    ['pdf-byte-range'],
  ],
  [
    'a later revision holds a field with the first signature again',
    ({ sealed }) => {
      const [field, form] = [newestSource(sealed, 12), newestSource(sealed, 13)]
      return appendRevision(sealed, {
        13: form.replace(']', ' 21 0 R]'),
        20: newestSource(sealed, 11),
        21: field.replace('/V 11', '/V 20').replace(/\/T <[^>]*>/, '/T (lai)'),
      })
    },
    ['pdf-byte-range', 'pdf-permissions not-first', 'pdf-permissions not-named'],
  ],
]

const foreign = certify({ name: 'Truong Khac', keys: ellipticKeys() }).certificate

/** What nobody's key signs in a CMS, exchanged. */
const exchanged: readonly Attack[] = [
  [
    'the certificate taken out',
    ({ sealed }) =>
      withCms(
        sealed,
        changeCms(extractCms(sealed), (parts) => ({ ...parts, certificates: [foreign.der] })),
      ),
    ['pdf-certificate-not-bound', 'pdf-signature-value'],
  ],
  [
    'a certificate beside the path',
    ({ sealed }) =>
      withCms(
        sealed,
        changeCms(extractCms(sealed), ({ certificates, ...rest }) => ({
          ...rest,
          certificates: [certificates[0] ?? foreign.der, foreign.der],
        })),
      ),
    ['pdf-certificate-stray'],
  ],
  [
    'the timestamp taken out',
    ({ sealed }) =>
      withCms(
        sealed,
        changeCms(extractCms(sealed), (parts) => ({ ...parts, unsignedAttributes: [] })),
      ),
    ['pdf-timestamp-missing'],
  ],
  [
    'the timestamp of another signature',
    async ({ sealed, office }) => {
      const token = tokenOf(extractCms(await countersign(sealed, office)))
      const attribute = signatureTimestampAttribute(token)
      return withCms(
        sealed,
        changeCms(extractCms(sealed), (parts) => ({ ...parts, unsignedAttributes: [attribute] })),
      )
    },
    ['pdf-timestamp-invalid wrong-imprint'],
  ],
  [
    'two timestamps',
    ({ sealed }) =>
      withCms(
        sealed,
        changeCms(extractCms(sealed), (parts) => ({
          ...parts,
          unsignedAttributes: [
            ...parts.unsignedAttributes,
            signatureTimestampAttribute(Buffer.from('3000', 'hex')),
          ],
        })),
      ),
    ['pdf-timestamp-missing'],
  ],
  [
    'the whole signature of another file',
    async ({ sealed, office }) =>
      withCms(sealed, extractCms(await sealPdf(buildPdf({ ...plainObjects, 20: 'null' }), office))),
    ['pdf-digest'],
  ],
]

/** The bytes of the signed part, changed where they stand. */
const changed: readonly Attack[] = [
  ['the mark on the page', ({ sealed }) => overwrite(sealed, '(Toan 6,0)', '(Toan 9,0)'), ['pdf-digest']],
  [
    'the mark in the attachment',
    ({ sealed }) => overwrite(sealed, '>Toan 6,0<', '>Toan 9,0<'),
    ['pdf-digest'],
  ],
  ['the claimed time', ({ sealed }) => overwrite(sealed, '/M (D:2026', '/M (D:2025'), ['pdf-digest']],
  [
    'a claimed time that is no time',
    ({ sealed }) => overwrite(sealed, '/M (D:202605', '/M (D:202613'),
    ['pdf-digest', 'pdf-signing-time malformed'],
  ],
  ['the permissions', ({ sealed }) => overwrite(sealed, '/P 2 /V', '/P 3 /V'), ['pdf-digest']],
  [
    'permissions that do not exist',
    ({ sealed }) => overwrite(sealed, '/P 2 /V', '/P 9 /V'),
    ['pdf-digest', 'pdf-permissions malformed'],
  ],
  ['white space', ({ sealed }) => overwrite(sealed, '/MediaBox [0 0', '/MediaBox [0\n0'), ['pdf-digest']],
]

describeAttacks('odd signatures', odd)
describeAttacks('wrapped signatures', wrapped)
describeAttacks('exchanged parts', exchanged)
describeAttacks('changed bytes', changed)

describe('a signature that was sound', () => {
  it('is none when its certificate was revoked before', async () => {
    const office = await openPdfOffice()
    const sealed = await sealPdf(buildPdf(), office)
    office.authority.revoke(
      office.seal.chain[0] ?? foreign.der,
      new Date('2026-05-01T00:00:00Z'),
      'keyCompromise',
    )
    const { trust } = await trustIn(office.authority)
    expect(findingsOf(sealed, { trust })).toEqual(['pdf-certificate-revoked'])
    expect(findingsOf(sealed, { trust: { ...trust, evidence: [] } })).toEqual([
      'pdf-revocation-unknown',
      'pdf-timestamp-status-unknown revocation-unknown',
    ])
  })

  it('claims no time after the one that is proven', async () => {
    const office = await openPdfOffice()
    const signingTime = new Date('2026-05-29T12:00:00+07:00')
    expect(findingsOf(await sealPdf(buildPdf(), office, { signingTime }), office)).toEqual([
      'pdf-signing-time after-proof',
    ])
  })

  it('is none by a certificate that has expired when it was made', async () => {
    const office = await openPdfOffice()
    const sealed = await sealPdf(buildPdf(), office)
    const leaf = certificateFromDer(office.seal.chain[0] ?? foreign.der)
    expect(leaf?.notAfter.getTime()).toBeGreaterThan(office.trust.now.getTime())
    const late = {
      ...office,
      timestamps: office.authority.timestampAuthority(() => new Date('2041-01-01T00:00:00Z')),
    }
    const later = await sealPdf(buildPdf(), late)
    const trust = { ...office.trust, now: new Date('2041-02-01T00:00:00Z') }
    expect(findingsOf(sealed, office)).toEqual([])
    expect(findingsOf(later, { trust })).toContain('pdf-certificate-expired expired')
  })
})
