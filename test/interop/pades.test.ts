import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromBER } from 'asn1js'
import { Certificate as ForeignCertificate, ContentInfo, SignedData } from 'pkijs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  extractUnsignedRevision,
  preparePdfSignature,
  readPdf,
  signPdf,
  verifyPdfSignatures,
} from '../../src/crypto/pdf/index.ts'
import { createEngine } from '../../src/rendition/engine.ts'
import { parseSignedData } from '../../src/crypto/cms.ts'
import type { SignatureAlgorithm, Signer } from '../../src/crypto/ports.ts'
import { extractCms, tokenOf, withCms } from '../attack/pdf/support/cms-hole.ts'
import {
  findingsOf,
  openPdfOffice,
  sealPdf,
  usualOptions,
  type PdfOffice,
} from '../attack/pdf/support/office.ts'
import { certify, ellipticKeys } from '../builders/certificates.ts'

const algorithms = ['rsa-pkcs1-sha256', 'rsa-pss-sha256', 'ecdsa-p256-sha256'] as const
const xml = '<HocBa>Toán 6,0</HocBa>'
const fonts = fileURLToPath(new URL('../../src/rendition/fonts/', import.meta.url))

let folder: string
let office: PdfOffice
let page: Uint8Array
const seals = new Map<SignatureAlgorithm, Signer>()

const put = (name: string, bytes: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** What a program says on both streams, and whether it was content. */
const ask = (
  command: string,
  ...args: readonly string[]
): { readonly agrees: boolean; readonly words: string } => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', cwd: folder })
  return { agrees: status === 0, words: `${stdout}${stderr}` }
}

const source = `#set document(date: datetime(year: 2026, month: 5, day: 29, hour: 9, minute: 0, second: 0),
  title: "Học bạ", keywords: ("hocba-rendition", "tt22"))
#set text(lang: "vi", font: "Tinos")
#pdf.attach("hb.xml", relationship: "source", mime-type: "application/xml", description: "Học bạ số")
= Học bạ
#table(columns: 2, [Toán], [6,0])
#link("https://example.vn/tra-cuu")[Tra cứu]
#pagebreak()
Xác nhận của hiệu trưởng`

/** A tagged PDF/A-3a with its data attached, as the official page is one. */
const typeset = (): Uint8Array => {
  const fontBlobs = ['Tinos-Regular.ttf', 'Tinos-Bold.ttf'].map((name) => readFileSync(join(fonts, name)))
  const compiler = createEngine({ workspace: folder, fontArgs: [{ fontBlobs }] })
  compiler.mapShadow(join(folder, 'hb.xml'), Buffer.from(xml))
  compiler.mapShadow(join(folder, 'main.typ'), Buffer.from(source))
  const compiled = compiler.compile({ mainFilePath: join(folder, 'main.typ') })
  if (!compiled.result) throw new Error('the page was not typeset')
  return compiler.pdf(compiled.result, { pdfStandard: 'a-3a', pdfTags: true })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pades-'))
  office = await openPdfOffice()
  page = typeset()
  for (const algorithm of algorithms)
    seals.set(
      algorithm,
      await office.authority.issueSchool({ name: 'Trường Thử', schoolCode: '01', algorithm }),
    )
  for (const [name, bytes] of office.trustFiles) put(name, bytes)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const officeOf = (algorithm: SignatureAlgorithm): PdfOffice => {
  const seal = seals.get(algorithm)
  if (!seal) throw new Error('no seal')
  return { ...office, seal }
}

/** The bytes that the last signature of a file covers. */
const coveredBytes = (pdf: Uint8Array): Buffer => {
  const text = Buffer.from(pdf).toString('latin1')
  const [, a = 0, b = 0, c = 0, d = 0] = (
    [...text.matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/g)].at(-1) ?? []
  ).map(Number)
  return Buffer.concat([pdf.subarray(a, a + b), pdf.subarray(c, c + d)])
}

const judgeByOpenssl = (pdf: Uint8Array, anchors: string): ReturnType<typeof ask> =>
  ask(
    'openssl',
    ...['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-purpose', 'any', '-out', '/dev/null'],
    ...['-in', put('signature.der', extractCms(pdf)), '-content', put('covered', coveredBytes(pdf))],
    ...['-CAfile', join(folder, anchors)],
  )

const foreignSignedData = (cms: Uint8Array): SignedData =>
  new SignedData({ schema: new ContentInfo({ schema: fromBER(Uint8Array.from(cms).buffer).result }).content })

describe.each(algorithms)('a page sealed with %s', (algorithm) => {
  let sealed: Uint8Array
  beforeAll(async () => {
    const appearance = {
      page: 2,
      rect: [300, 600, 400, 700],
      drawing: '0.8 0 0 RG 3 w 5 5 90 90 re S\n',
    } as const
    sealed = await sealPdf(page, officeOf(algorithm), { appearance })
    put('sealed.pdf', sealed)
  })

  it('has no finding, and keeps the page and its data to the byte', () => {
    expect(findingsOf(sealed, office)).toEqual([])
    expect(Buffer.compare(extractUnsignedRevision(sealed) ?? Buffer.alloc(0), page)).toBe(0)
    const reading = readPdf(sealed)
    expect(reading.ok && reading.files.map(({ name, bytes }) => [name, bytes.toString('utf8')])).toEqual([
      ['hb.xml', xml],
    ])
    expect(reading).toMatchObject({ keywords: 'hocba-rendition, tt22' })
  })

  it('is valid and wholly signed for poppler', () => {
    const { words } = ask('pdfsig', '-nocert', join(folder, 'sealed.pdf'))
    expect(words).toContain('Signature is Valid')
    expect(words).toContain('ETSI.CAdES.detached')
    expect(words).toMatch(/- Total document signed/)
  })

  it('is sound for qpdf', () => {
    expect(ask('qpdf', '--check', join(folder, 'sealed.pdf'))).toMatchObject({ agrees: true })
  })

  it('is a CAdES signature for openssl, under the schools’ root and no other', () => {
    expect(judgeByOpenssl(sealed, 'schools.pem').words).toMatch(/CAdES Verification successful/i)
    expect(judgeByOpenssl(sealed, 'persons.pem').agrees).toBe(false)
  })

  it('is timestamped for openssl', () => {
    const cms = extractCms(sealed)
    const value = parseSignedData(cms)?.signer.signature ?? Buffer.alloc(0)
    const files = ['-in', put('token.der', tokenOf(cms)), '-data', put('value', value)]
    const verdict = ask(
      'openssl',
      'ts',
      '-verify',
      '-token_in',
      ...files,
      '-CAfile',
      join(folder, 'timestamps.pem'),
    )
    expect(verdict.words).toMatch(/Verification: OK/)
  })

  it('is a valid signature for pkijs, and none over other bytes', async () => {
    const signedData = foreignSignedData(extractCms(sealed))
    const verify = (data: Uint8Array) => signedData.verify({ signer: 0, data: Uint8Array.from(data).buffer })
    expect(await verify(coveredBytes(sealed))).toBe(true)
    await expect(verify(Buffer.from('other'))).rejects.toThrow()
    // EN 319 142-1 §6.3: content-type, message-digest and signing-certificate-v2; no signing-time.
    expect(signedData.signerInfos[0]?.signedAttrs?.attributes.map(({ type }) => type).sort()).toEqual([
      '1.2.840.113549.1.9.16.2.47',
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
    ])
    expect(signedData.certificates?.every((one) => one instanceof ForeignCertificate)).toBe(true)
  })

  it('is broken for poppler and openssl too when a byte changes', () => {
    const changed = Buffer.from(sealed)
    changed[400] = (changed[400] ?? 0) ^ 1
    expect(ask('pdfsig', '-nocert', put('changed.pdf', changed)).words).not.toContain('Signature is Valid')
    expect(judgeByOpenssl(changed, 'schools.pem').agrees).toBe(false)
    expect(findingsOf(changed, office)).not.toEqual([])
  })
})

describe('three signatures in a row, each with another algorithm', () => {
  let signed: Uint8Array
  const revisions: Uint8Array[] = []
  beforeAll(async () => {
    const place = { page: 2, rect: [300, 500, 400, 540] } as const
    signed = page
    const image = {
      width: 2,
      height: 1,
      rgb: Buffer.from('c00000c00000', 'hex'),
      alpha: Buffer.from('ff80', 'hex'),
    }
    const wishes = [
      { docMdp: 2, laterFields: [{ fieldName: 'chu-ky-2', place }] },
      {},
      { appearance: { ...place, image } },
    ] as const
    for (const [index, algorithm] of algorithms.entries()) {
      const { seal, timestamps } = officeOf(algorithm)
      const options = { ...usualOptions, fieldName: `chu-ky-${index}`, ...wishes[index] }
      signed = await signPdf(signed, options, seal, timestamps)
      revisions.push(signed)
    }
    put('three.pdf', signed)
  })

  it('have no finding, and every revision keeps its bytes', () => {
    expect(findingsOf(signed, office)).toEqual([])
    expect(
      revisions.every((one) => Buffer.from(signed.buffer, signed.byteOffset, one.length).equals(one)),
    ).toBe(true)
    expect(revisions.map((one) => findingsOf(one, office))).toEqual([[], [], []])
    expect(verifyPdfSignatures(signed, office.trust).facts?.signatures.map(({ field }) => field)).toEqual([
      'chu-ky-0',
      'chu-ky-1',
      'chu-ky-2',
    ])
  })

  it('are three valid ones for poppler, the last over the whole', () => {
    const { words } = ask('pdfsig', '-nocert', join(folder, 'three.pdf'))
    expect(words.match(/Signature is Valid/g)).toHaveLength(3)
    expect(words.match(/- Total document signed/g)).toHaveLength(1)
  })

  it('are sound for qpdf, and each a CAdES signature for openssl', () => {
    expect(ask('qpdf', '--check', join(folder, 'three.pdf'))).toMatchObject({ agrees: true })
    for (const one of revisions)
      expect(judgeByOpenssl(one, 'schools.pem').words).toMatch(/CAdES Verification successful/i)
  })
})

describe('what others make', () => {
  it('is read: a page written anew by qpdf, with lengths in objects of their own', async () => {
    const args = [
      '--object-streams=disable',
      '--stream-data=preserve',
      put('page.pdf', page),
      join(folder, 'anew.pdf'),
    ]
    expect(ask('qpdf', ...args).agrees).toBe(true)
    expect(findingsOf(await sealPdf(readFileSync(join(folder, 'anew.pdf')), office), office)).toEqual([])
  })

  it('is refused by name: a page with cross-reference streams', () => {
    expect(
      ask('qpdf', '--object-streams=generate', put('page.pdf', page), join(folder, 'packed.pdf')).agrees,
    ).toBe(true)
    expect(readPdf(readFileSync(join(folder, 'packed.pdf')))).toEqual({ ok: false, fault: 'xref-stream' })
  })

  it('is verified: a CAdES signature by openssl in the place of ours', () => {
    const { certificate, keys } = certify({ name: 'Truong Khac', keys: ellipticKeys() })
    const prepared = preparePdfSignature(page, {
      ...usualOptions,
      chain: [certificate.der],
      algorithm: 'ecdsa-p256-sha256',
    })
    const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate.der).toString('base64')}\n-----END CERTIFICATE-----\n`
    const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' })
    const made = ask(
      'openssl',
      ...['cms', '-sign', '-cades', '-binary', '-md', 'sha256', '-outform', 'DER', '-out', 'foreign.der'],
      ...[
        '-in',
        put('covered', coveredBytes(prepared.file)),
        '-signer',
        put('foreign.pem', pem),
        '-inkey',
        put('foreign.key', key),
      ],
    )
    expect(made).toMatchObject({ agrees: true })
    const signed = withCms(prepared.file, readFileSync(join(folder, 'foreign.der')))
    const trust = { ...office.trust, anchors: [certificate] }
    const [facts] = verifyPdfSignatures(signed, trust).facts?.signatures ?? []
    expect(facts).toMatchObject({ isDigestValid: true, isValueValid: true, isCertificateBound: true })
    expect(hash('sha256', facts?.certificate?.der ?? '')).toBe(hash('sha256', certificate.der))
  })
})
