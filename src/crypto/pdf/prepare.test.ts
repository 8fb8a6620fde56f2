import { beforeAll, describe, expect, it } from 'vitest'
import { buildPdf, plainObjects } from '../../../test/attack/pdf/support/build-pdf.ts'
import {
  openPdfOffice,
  sealPdf,
  usualOptions,
  type PdfOffice,
} from '../../../test/attack/pdf/support/office.ts'
import { createRandom } from '../../../test/builders/mutations.ts'
import { tags } from '../der.ts'
import {
  finishPdfSignature,
  pdfTimestampImprint,
  preparePdfSignature,
  readPdf,
  signPdf,
  timestampBytesOf,
  verifyPdfSignatures,
  type PdfSignatureOptions,
} from './index.ts'

let office: PdfOffice
let options: PdfSignatureOptions
beforeAll(async () => {
  office = await openPdfOffice()
  options = { ...usualOptions, chain: office.seal.chain, algorithm: office.seal.algorithm }
})

const prepare = (change: Partial<PdfSignatureOptions> = {}) =>
  preparePdfSignature(buildPdf(), { ...options, ...change })

describe('a prepared signature', () => {
  it('asks the key to sign a DER set of attributes', () => {
    expect(prepare().toBeSigned[0]).toBe(tags.set)
  })

  it('is the same for the same input', () => {
    expect(prepare().file).toEqual(prepare().file)
    expect(prepare({ signingTime: new Date(0) }).toBeSigned).not.toEqual(prepare().toBeSigned)
  })

  it('can be finished more than once, and later', async () => {
    const prepared = prepare()
    const [value = Buffer.alloc(0)] = await office.seal.sign([prepared.toBeSigned])
    const [token = Buffer.alloc(0)] = await office.timestamps.timestamp([
      pdfTimestampImprint(prepared, value),
    ])
    const signed = finishPdfSignature(prepared, value, token)
    expect(finishPdfSignature(prepared, value, token)).toEqual(signed)
    expect(verifyPdfSignatures(signed, office.trust).findings).toEqual([])
    expect(verifyPdfSignatures(finishPdfSignature(prepared, value), office.trust).findings).toMatchObject([
      { code: 'pdf-timestamp-missing' },
    ])
  })

  it('keeps exactly the room that is needed without a timestamp', async () => {
    const prepared = prepare({ timestampBytes: 0 })
    const [value = Buffer.alloc(0)] = await office.seal.sign([prepared.toBeSigned])
    const signed = Buffer.from(finishPdfSignature(prepared, value)).toString('latin1')
    // ECDSA's r and s may be a byte or two shorter than they can be at most.
    expect(/0*(?=>\n>>\nendobj)/.exec(signed)?.[0].length).toBeLessThan(16)
    expect(() => finishPdfSignature(prepared, value, Buffer.alloc(9))).toThrow('longer than the place kept')
  })

  it('asks an authority once how long its tokens are', async () => {
    let asked = 0
    const counting = {
      timestamp: (imprints: readonly Uint8Array[]) => (asked++, office.timestamps.timestamp(imprints)),
    }
    const lengths = [await timestampBytesOf(counting), await timestampBytesOf(counting)]
    expect(lengths[0]).toBe(lengths[1])
    expect(asked).toBe(1)
  })
})

describe('a signature cannot be prepared', () => {
  it('in what is no PDF', () => {
    expect(() => preparePdfSignature(Buffer.from('x'), options)).toThrow('not-pdf')
  })

  it('without a certificate', () => {
    expect(() => prepare({ chain: [] })).toThrow('certificate')
  })

  it('on a page that does not exist', () => {
    expect(() => prepare({ appearance: { page: 2, rect: [0, 0, 9, 9] } })).toThrow('page 2')
  })

  it('in a field that is signed already', async () => {
    const sealed = await sealPdf(buildPdf(), office)
    expect(() => preparePdfSignature(sealed, options)).toThrow('signed already')
  })

  it('with permissions, when it is not the first', async () => {
    const sealed = await sealPdf(buildPdf(), office)
    expect(() => preparePdfSignature(sealed, { ...options, fieldName: 'khac', docMdp: 2 })).toThrow(
      'first signature',
    )
  })

  it('at all, where the first allows no other', async () => {
    const sealed = await sealPdf(buildPdf(), office, { docMdp: 1 })
    expect(() => preparePdfSignature(sealed, { ...options, fieldName: 'khac' })).toThrow('allows no other')
  })

  it('with a picture whose pixels are not all there', () => {
    const image = { width: 2, height: 2, rgb: Buffer.alloc(3) }
    expect(() => prepare({ appearance: { page: 1, rect: [0, 0, 9, 9], image } })).toThrow(
      'three bytes a pixel',
    )
  })
})

describe('the page’s own annotations', () => {
  it.each([
    ['stand in the page', '[20 0 R << /Type /Annot /Subtype /Link /Rect [1 1 2 2] >>]', 'null'],
    [
      'stand in an object of their own',
      '21 0 R',
      '[20 0 R << /Type /Annot /Subtype /Link /Rect [1 1 2 2] >>]',
    ],
  ])('are kept where they %s', async (_, list, array) => {
    const page = (plainObjects[3] ?? '').replace('/Contents', `/Annots ${list} /Contents`)
    const link = '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >>'
    const sealed = await sealPdf(buildPdf({ ...plainObjects, 3: page, 20: link, 21: array }), office)
    expect(verifyPdfSignatures(sealed, office.trust).findings).toEqual([])
    expect(Buffer.from(sealed).toString('latin1')).toMatch(/\/Annots \[20 0 R << [^>]*>> \d+ 0 R\]/)
  })
})

describe('names, reasons and places', () => {
  it('come back whatever letters they have', async () => {
    const random = createRandom(7)
    for (let round = 0; round < 20; round++) {
      const reason = Array.from({ length: 12 }, () => String.fromCodePoint(32 + (random() % 0x1ef9))).join('')
      const pdf = await signPdf(buildPdf(), { ...usualOptions, reason }, office.seal, office.timestamps)
      expect(verifyPdfSignatures(pdf, office.trust).facts?.signatures[0]?.reason).toBe(reason)
      expect(readPdf(pdf).ok).toBe(true)
    }
  })
})
