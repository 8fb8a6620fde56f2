import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { extractUnsignedRevision, readPdf } from '../../../src/crypto/pdf/index.ts'
import { describeAttacks, type Attack } from './support/attack.ts'
import {
  appendRevision,
  buildPdf,
  endOf,
  newestSource,
  numbers,
  overwrite,
  plainObjects,
  shown,
  stream,
  type Objects,
  type Oddities,
} from './support/build-pdf.ts'

const odd = (objects: Objects, oddities: Oddities = {}): Buffer =>
  buildPdf({ ...plainObjects, ...objects }, oddities)
const deep = (open: string, close: string): string => open.repeat(50_000) + close.repeat(50_000)
const names = (content: string): Objects => ({
  [numbers.catalog]: (plainObjects[numbers.catalog] ?? '').replace('/Names [(hb.xml) 7 0 R]', content),
})
const packedFile = (packed: Buffer): Objects => ({
  [numbers.file]: stream(packed.toString('latin1'), '/Type /EmbeddedFile /Filter /FlateDecode'),
})
const structure = (fault: string): readonly string[] => [`pdf-structure ${fault}`]

/** The frame of the file is bent so that readers disagree, loop, or run out of memory. */
const frames: readonly Attack[] = [
  ['no PDF at all', () => Buffer.from('<HocBa/>'), structure('not-pdf')],
  ['nothing', () => Buffer.alloc(0), structure('not-pdf')],
  [
    'something before the header',
    ({ sealed }) => Buffer.concat([Buffer.from('x'), sealed]),
    structure('not-pdf'),
  ],
  ['more than 32 MB', () => Buffer.alloc((1 << 25) + 1, '%PDF-1.7\n'), structure('too-large')],
  ['cut off in the page', ({ sealed }) => sealed.subarray(0, 400), structure('truncated')],
  [
    'cut off in the signature',
    ({ sealed }) => sealed.subarray(0, sealed.length - 4000),
    ['pdf-not-covered-to-end trailing-bytes'],
  ],
  ['cut off in the last word', ({ sealed }) => sealed.subarray(0, sealed.length - 2), structure('truncated')],
  [
    'an offset that points elsewhere',
    ({ sealed }) => overwrite(sealed, /0000000\d{3} 00000 n/, '0000000017 00000 n'),
    structure('object-unlisted'),
  ],
  ['two entries for one object', () => overwrite(buildPdf(), '2 1\n0', '1 1\n0'), structure('xref')],
  [
    'an object that the table leaves out',
    () => odd({}, { unlisted: '20 0 obj\nnull\nendobj\n' }),
    structure('object-unlisted'),
  ],
  ['a comment between objects', () => odd({}, { unlisted: '% Toan 9,0\n' }), structure('object-unlisted')],
  ['a generation above 0', ({ sealed }) => overwrite(sealed, ' 00000 n', ' 00001 n'), structure('xref')],
  ['a cross-reference stream', ({ sealed }) => appendXrefStream(sealed), structure('xref-stream')],
  [
    'a hybrid of table and stream',
    ({ sealed }) => appendRevision(sealed, {}, { trailer: { XRefStm: '9' } }),
    structure('hybrid'),
  ],
  [
    'a stream of objects',
    () => odd({ 20: stream('4 0 (x)', '/Type /ObjStm /N 1 /First 4') }),
    structure('object-stream'),
  ],
  ['encryption', () => odd({}, { trailer: { Encrypt: '20 0 R' } }), structure('encrypted')],
  ['a chain of revisions that bites its tail', ({ sealed }) => ring(sealed), structure('xref')],
  [
    'a revision that follows itself',
    ({ sealed }) => appendRevision(sealed, {}, { trailer: { Prev: String(sealed.length + 1) } }),
    structure('xref'),
  ],
  [
    'a hundred revisions',
    ({ sealed }) => Array.from({ length: 100 }).reduce<Uint8Array>((pdf) => appendRevision(pdf, {}), sealed),
    structure('too-many'),
  ],
  ['a /Size beyond all measure', () => odd({}, { trailer: { Size: '9999999999' } }), structure('too-many')],
  [
    'a table beyond all measure',
    () => overwrite(buildPdf(), '10 1\n', '9 9999\n'.slice(0, 5)),
    structure('xref'),
  ],
  [
    'a /Prev that is no number',
    ({ sealed }) => appendRevision(sealed, {}, { trailer: { Prev: '(0)' } }),
    structure('trailer'),
  ],
  ['no /Root', () => odd({}, { trailer: { Root: undefined } }), structure('trailer')],
  ['a /Root that is no catalog', () => odd({}, { trailer: { Root: '2 0 R' } }), structure('catalog')],
  ['arrays in arrays in arrays', () => odd({ 20: deep('[', ']') }), structure('too-deep')],
  ['dictionaries in dictionaries', () => odd({ 20: deep('<</A ', '>>') }), structure('too-deep')],
  ['an array of 200,000 items', () => odd({ 20: `[${'0 '.repeat(200_000)}]` }), structure('too-many')],
  [
    'a key twice',
    () => odd({ [numbers.page]: '<< /Type /Page /Contents 4 0 R /Contents 10 0 R >>' }),
    structure('object'),
  ],
  [
    'a key twice, once in disguise',
    () => odd({ 20: '<< /Contents 4 0 R /#43ontents 10 0 R >>' }),
    structure('object'),
  ],
  ['a string without an end', () => odd({ 20: '(Toan' }), structure('object')],
  [
    'a stream longer than it says',
    () => odd({ [numbers.content]: shown('Toan 6,0').replace(/Length \d+/, 'Length 5') }),
    structure('stream'),
  ],
  [
    'a stream that says it is longer than the file',
    () => odd({ 20: '<< /Length 99999 >>\nstream\n\nendstream' }),
    structure('stream'),
  ],
  [
    'a stream whose length is its own object',
    () => odd({ 20: '<< /Length 20 0 R >>\nstream\n\nendstream' }),
    structure('stream'),
  ],
  [
    'a stream whose length stands nowhere',
    () => odd({ 20: '<< /Length 99 0 R >>\nstream\n\nendstream' }),
    structure('stream'),
  ],
  [
    'an attachment that swells to 256 MB',
    () => odd(packedFile(deflateSync(Buffer.alloc(1 << 28)))),
    structure('inflation'),
  ],
  [
    'an attachment that is not compressed as it says',
    () => odd(packedFile(Buffer.from('rubbish'))),
    structure('inflation'),
  ],
  [
    'an attachment with bytes behind its end',
    () => odd(packedFile(Buffer.concat([deflateSync('x'), Buffer.from('y')]))),
    structure('inflation'),
  ],
  [
    'an attachment behind another filter',
    () => odd({ [numbers.file]: stream('x', '/Type /EmbeddedFile /Filter /LZWDecode') }),
    structure('stream'),
  ],
  [
    'a list of attachments that leads back to itself',
    () => odd({ ...names('/Kids [20 0 R]'), 20: '<< /Kids [20 0 R] >>' }),
    structure('attachments'),
  ],
  [
    'a tree of pages that leads back to itself',
    () => odd({ [numbers.pages]: '<< /Type /Pages /Kids [2 0 R] /Count 1 >>' }),
    structure('pages'),
  ],
  ['a field listed twice', () => odd(form('[20 0 R 20 0 R]')), structure('form')],
  ['a field that stands in the list itself', () => odd(form('[<< /FT /Sig /T (x) >>]')), structure('form')],
]

const form = (fields: string): Objects => ({
  [numbers.catalog]: (plainObjects[numbers.catalog] ?? '').replace(
    />>$/,
    `/AcroForm << /Fields ${fields} >> >>`,
  ),
  20: '<< /FT /Sig /T (x) >>',
})

const appendXrefStream = (sealed: Uint8Array): Buffer => {
  const body = `20 0 obj\n${stream('', `/Type /XRef /Size 21 /W [1 2 1] /Root 1 0 R /Prev ${endOf(sealed).at}`)}\nendobj\n`
  return Buffer.concat([sealed, Buffer.from(`\n${body}startxref\n${sealed.length + 1}\n%%EOF\n`)])
}

/** The first revision's trailer names the last one as the one before it. */
const ring = (sealed: Uint8Array): Buffer => {
  const text = Buffer.from(sealed).toString('latin1')
  return Buffer.from(
    text.replace('/Info 8 0 R /ID [<00112233> <00112233>]', (found) =>
      `/Prev ${endOf(sealed).at}`.padEnd(found.length),
    ),
    'latin1',
  )
}

describeAttacks('bent structure', frames)

describe('what cannot be read', () => {
  it('is a fault with its name, never an error', () => {
    expect(readPdf(Buffer.from('%PDF-1.7\n'))).toEqual({ ok: false, fault: 'truncated' })
    expect(extractUnsignedRevision(Buffer.from('%PDF-1.7\n'))).toBeUndefined()
  })

  it('is given up however deep or long it is', () => {
    for (const open of ['(', '<', '[', '<<', '/', '1 0 ', '+'])
      expect(readPdf(odd({ 20: open.repeat(500_000) })).ok).toBe(false)
  })

  it('may still have a length that stands in an object of its own', () => {
    expect(readPdf(odd({ 20: '<< /Length 21 0 R >>\nstream\nabc\nendstream', 21: '3' })).ok).toBe(true)
  })

  it('gives up its newest object, whatever its number', () => {
    const pdf = appendRevision(buildPdf(), { [numbers.information]: '<< /Keywords (moi) >>' })
    expect(newestSource(pdf, numbers.information)).toContain('moi')
    expect(readPdf(pdf)).toMatchObject({ ok: true, information: new Map([['Keywords', 'moi']]) })
  })
})
