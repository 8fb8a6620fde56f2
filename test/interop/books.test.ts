import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  canonicalByXmllint,
  canonicalPart,
  createOpenssl,
  digestOfPart,
  judgeBySchema,
  judgeByXmlsec,
  listSignatures,
  type Judgement,
  type SignatureText,
} from './judges.ts'
import { hocba, listBooks, makeTemporaryFolder, root, type IssuedBook } from './province.ts'

/** Books of the demonstration before judges that are not ours: xmlsec1, xmllint and openssl. */
const folder = makeTemporaryFolder()
const issued = join(folder.path, 'issued')
const openssl = createOpenssl(folder.path)
let books: readonly IssuedBook[]
let sample: readonly IssuedBook[]

const schema = join(root, 'src/bookfile/hocba-1/hocba-1.xsd')
const trust = (name: string): string => join(issued, 'trust', name)
const methods = ['rsa-sha256', 'ecdsa-sha256', 'sha256-rsa-MGF1'] as const
const levels = ['02', '03', '04'] as const

const isSeal = ({ id }: SignatureText): boolean => id === 's-truong' || id === 's-bia-truong'
const anchorsOf = (signature: SignatureText): string =>
  trust(isSeal(signature) ? 'schools.pem' : 'persons.pem')

/** What a book adds to a sample: each level with each algorithm, a second version, a year with its year before. */
const traitsOf = ({ text }: IssuedBook): readonly string[] => [
  ...listSignatures(text).map(({ method }) => `${/<CapHoc>(\d+)</.exec(text)?.[1] ?? ''} ${method}`),
  ...(text.includes('<So>2</So>') ? ['version 2'] : []),
  ...(text.includes('<HashNamTruoc>') ? ['year before'] : []),
]

/** Takes books until all that occurs anywhere is there. */
const chooseSample = (all: readonly IssuedBook[]): readonly IssuedBook[] => {
  const seen = new Set<string>()
  return all.filter((book) => {
    const traits = traitsOf(book)
    const isNew = traits.some((trait) => !seen.has(trait))
    for (const trait of traits) seen.add(trait)
    return isNew
  })
}

beforeAll(() => {
  const { status, err } = hocba('demo', '--out', issued, '--students', '60', '--seed', '7', '--no-pdf')
  if (status !== 0) throw new Error(err)
  books = listBooks(issued)
  sample = chooseSample(books)
})
afterAll(folder.remove)

const expectAgreement = ({ agrees, words }: Judgement, about: string): void => {
  expect(agrees, `${about}: ${words}`).toBe(true)
}

const signaturesOfSample = (
  wanted: (signature: SignatureText) => boolean,
): readonly (readonly [IssuedBook, SignatureText])[] =>
  sample.flatMap((book) =>
    listSignatures(book.text)
      .filter(wanted)
      .map((signature) => [book, signature] as const),
  )

describe('the sample', () => {
  it('has every level with every algorithm, a second version and a year with its year before', () => {
    const traits = new Set(sample.flatMap(traitsOf))
    for (const level of levels) for (const method of methods) expect(traits).toContain(`${level} ${method}`)
    expect(traits).toContain('version 2')
    expect(traits).toContain('year before')
  })
})

describe('every file', () => {
  it('equals its own exclusive canonical form, by xmllint', () => {
    for (const { path, text } of books)
      expect(canonicalByXmllint(text).equals(readFileSync(path)), path).toBe(true)
  })

  it('validates against the published schema, by xmllint', () => {
    for (const { path } of sample) expectAgreement(judgeBySchema(path, schema), path)
  })

  it('of another structure does not validate', () => {
    expect(judgeBySchema(join(root, 'src/bookfile/hocba-1/hocba-1.xsd'), schema).agrees).toBe(false)
  })
})

describe('every signature of the sample', () => {
  it('by PKCS#1 v1.5 or ECDSA is valid, with its certificate, by xmlsec1', () => {
    const signatures = signaturesOfSample(({ method }) => method !== 'sha256-rsa-MGF1')
    expect(signatures.length).toBeGreaterThan(20)
    for (const [book, signature] of signatures)
      expectAgreement(
        judgeByXmlsec(book.path, signature.id, anchorsOf(signature)),
        `${book.name} ${signature.id}`,
      )
  })

  it('by PSS is valid by openssl over the canonical SignedInfo, and its references are digests of what they name', () => {
    const signatures = signaturesOfSample(({ method }) => method === 'sha256-rsa-MGF1')
    expect(signatures.length).toBeGreaterThan(5)
    for (const [book, signature] of signatures) {
      expectAgreement(openssl.judgePss(signature), `${book.name} ${signature.id}`)
      for (const [id, digest] of signature.references)
        expect(digestOfPart(book.text, id), `${book.name} ${id}`).toBe(digest)
    }
  })

  it('has a certificate with a path to its own anchors, not revoked, by openssl', () => {
    const lists = (prefix: string): readonly Buffer[] =>
      readdirSync(join(issued, 'trust'))
        .filter((name) => name.startsWith(prefix) && name.endsWith('.crl'))
        .map((name) => readFileSync(trust(name)))
    const byCertificate = new Map(
      signaturesOfSample(() => true).map(([, signature]) => [signature.certificatePem, signature]),
    )
    expect(byCertificate.size).toBeGreaterThan(10)
    for (const [pem, signature] of byCertificate)
      expectAgreement(
        openssl.judgeCertificate(pem, anchorsOf(signature), lists(isSeal(signature) ? 'schools' : 'persons')),
        signature.id,
      )
  })

  it('of a person is nothing to the anchors of schools, by xmlsec1', () => {
    const [[book, signature] = []] = signaturesOfSample(
      ({ id, method }) => id === 's-gvcn' && method === 'rsa-sha256',
    )
    if (book === undefined || signature === undefined) throw new Error('the sample has no such signature')
    expect(judgeByXmlsec(book.path, signature.id, trust('schools.pem')).agrees).toBe(false)
  })
})

describe('every seal of the sample', () => {
  it('carries a timestamp over its canonical SignatureValue, by openssl', () => {
    const seals = signaturesOfSample(isSeal)
    expect(seals).toHaveLength(2 * sample.length)
    for (const [book, { id, timestampToken }] of seals) {
      const stamped = canonicalPart(book.text, `sv-${id}`)
      expectAgreement(
        openssl.judgeTimestamp(timestampToken ?? Buffer.alloc(0), stamped, trust('timestamps.pem')),
        `${book.name} ${id}`,
      )
      expect(
        openssl.judgeTimestamp(timestampToken ?? Buffer.alloc(0), Buffer.from('x'), trust('timestamps.pem'))
          .agrees,
      ).toBe(false)
    }
  })

  it('alone has one: persons sign at level B-B', () => {
    for (const [, { timestampToken }] of signaturesOfSample((signature) => !isSeal(signature)))
      expect(timestampToken).toBeUndefined()
  })
})

interface Line {
  readonly file: string
  readonly kind: string
  readonly verdict: string
  readonly findings: readonly { readonly code: string; readonly at: string; readonly text: string }[]
  readonly record: Readonly<Record<string, unknown>>
  readonly signatures: readonly Readonly<Record<string, unknown>>[]
}

describe('our own command', () => {
  it('passes every file and says so, one line of JSON each, in the order of the arguments', () => {
    const paths = books.map(({ path }) => path)
    const { status, out } = hocba('verify', ...paths, '--trust', join(issued, 'trust'), '--json')
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
    expect(status).toBe(0)
    expect(lines.map(({ file }) => file)).toEqual(paths)
    for (const line of lines) {
      expect(line).toMatchObject({ kind: 'hocba-xml', verdict: 'passed' })
      expect(Object.keys(line)).toEqual(['file', 'kind', 'verdict', 'findings', 'record', 'signatures'])
      for (const { code, at, text } of line.findings)
        expect([code, at, text].every((word) => word.length > 0)).toBe(true)
      expect(line.record).toMatchObject({ structure: 'hocba-1', demonstration: true })
      expect(line.file).toContain(String(line.record['bookLookupCode']))
      expect(line.signatures.length).toBeGreaterThanOrEqual(6)
      for (const signature of line.signatures) {
        expect(signature['verdict']).toBe('passed')
        for (const name of ['role', 'signer']) expect(typeof signature[name]).toBe('string')
        expect(signature['covers']).toEqual(expect.arrayContaining([expect.any(String)]))
        expect(signature['signedAt']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/)
        expect(signature['timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/)
      }
    }
  })

  it('needs no network, and no knowledge of today', () => {
    const paths = sample.map(({ path }) => path)
    const at = ['--at', '2031-01-01T00:00:00+07:00', '--offline']
    expect(hocba('verify', ...paths, '--trust', join(issued, 'trust'), ...at)).toMatchObject({
      status: 0,
      err: '',
    })
  })
})
