import { describeAttacks, type Attack } from './support/attack.ts'
import {
  appendRevision,
  buildPdf,
  newestSource,
  numbers,
  plainObjects,
  shown,
  stream,
} from './support/build-pdf.ts'
import { countersign, sealPdf } from './support/office.ts'

const uncovered = 'pdf-not-covered-to-end'
const notAllowed = (kind: string): string => `pdf-revision-not-allowed ${kind}`
const picture = stream(
  '1 1 1 rg 0 0 595 842 re f',
  '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << >>',
)
const pageDrawing = (content: string): string =>
  (plainObjects[numbers.page] ?? '').replace('[4 0 R]', content)

/** Content lies ready in the file that is signed, and a revision appended afterwards switches it on or off. */
const shadows: readonly Attack[] = [
  [
    'hide: the picture that covered a line is taken off the page',
    async ({ sealPrepared }) => {
      const sealed = await sealPrepared({
        [numbers.page]: pageDrawing('[4 0 R 20 0 R]'),
        20: stream('/X1 Do'),
        10: picture,
      })
      return appendRevision(sealed, {
        [numbers.page]: newestSource(sealed, numbers.page).replace(' 20 0 R', ''),
      })
    },
    [uncovered, notAllowed('page')],
  ],
  [
    'hide: the picture itself is emptied',
    async ({ sealPrepared }) => {
      const sealed = await sealPrepared({
        [numbers.page]: pageDrawing('[4 0 R 20 0 R]'),
        20: stream('/X1 Do'),
        10: picture,
      })
      return appendRevision(sealed, { 10: plainObjects[numbers.cover] ?? '' })
    },
    [uncovered, notAllowed('stream')],
  ],
  [
    'hide: the picture is listed as free',
    async ({ sealPrepared }) => appendRevision(await sealPrepared({ 10: picture }), {}, { freed: [10] }),
    [uncovered, notAllowed('removed')],
  ],
  [
    'replace: another font draws other letters',
    ({ sealed }) =>
      appendRevision(sealed, { [numbers.font]: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' }),
    [uncovered, notAllowed('other')],
  ],
  [
    'replace: a form field over the mark, with a value and another look',
    async ({ sealPrepared }) => {
      const sealed = await sealPrepared({
        [numbers.catalog]: `${(plainObjects[numbers.catalog] ?? '').slice(0, -2)} /AcroForm << /Fields [20 0 R] >> >>`,
        [numbers.page]: (plainObjects[numbers.page] ?? '').replace('/Contents', '/Annots [20 0 R] /Contents'),
        20: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (diem) /V (6,0) /Rect [72 690 200 730] /AP << /N 10 0 R >> >>',
      })
      return appendRevision(sealed, { 20: newestSource(sealed, 20).replace('(6,0)', '(9,0)') })
    },
    [uncovered, notAllowed('annotation'), 'pdf-unsafe-content form-field', 'pdf-unsafe-content annotation'],
  ],
  [
    'hide and replace: the catalog is turned to a second tree of pages',
    async ({ sealPrepared }) => {
      const sealed = await sealPrepared({
        20: '<< /Type /Pages /Kids [21 0 R] /Count 1 >>',
        21: (plainObjects[numbers.page] ?? '').replace('2 0 R', '20 0 R').replace('4 0 R', '22 0 R'),
        22: shown('Toan 9,0'),
      })
      const catalog = newestSource(sealed, numbers.catalog).replace('/Pages 2 0 R', '/Pages 20 0 R')
      return appendRevision(sealed, { [numbers.catalog]: catalog })
    },
    [uncovered, notAllowed('catalog')],
  ],
  [
    'hide and replace: the trailer is turned to a second catalog',
    async ({ sealPrepared }) => {
      const sealed = await sealPrepared({ 20: '<< /Type /Catalog /Pages 2 0 R >>' })
      return appendRevision(sealed, {}, { trailer: { Root: '20 0 R' } })
    },
    // The other catalog knows of no signature and of no attachment.
    ['pdf-not-signed', notAllowed('trailer'), 'pdf-attachment-ambiguous', 'pdf-attachment-missing'],
  ],
  [
    'hide and replace: a second object of the same number lies unlisted between the others',
    ({ office }) =>
      sealPdf(buildPdf(plainObjects, { unlisted: `4 0 obj\n${shown('Toan 9,0')}\nendobj\n` }), office),
    ['pdf-structure object-unlisted'],
  ],
  [
    'hide and replace: an appended table points back at other bytes of the signed part',
    async ({ sealPrepared }) => {
      const sealed = await sealPrepared({ 20: stream(`\n4 0 obj\n${shown('Toan 9,0')}\nendobj\n`) })
      const offset = Buffer.from(sealed).toString('latin1').indexOf('4 0 obj\n<<  /Length', 900)
      return appendRevision(sealed, {}, { offsets: { 4: offset } })
    },
    ['pdf-structure object-unlisted'],
  ],
  [
    'an object that the signed page draws exists only since a later, properly signed revision',
    async ({ office }) => {
      const place = { page: 1, rect: [72, 72, 172, 122] } as const
      const laterFields = [{ fieldName: 'hieu-truong', place }]
      // The number that the second signature's picture is going to have.
      const next = 17
      const prepared = { ...plainObjects, [numbers.page]: pageDrawing(`[4 0 R ${next} 0 R]`) }
      const sealed = await sealPdf(buildPdf(prepared), office, { laterFields })
      const appearance = { ...place, drawing: '1 1 1 rg 0 0 595 842 re f' }
      const signed = await countersign(sealed, office, { appearance })
      if (!Buffer.from(signed).toString('latin1').includes(`/N ${next} 0 R`))
        throw new Error('the number has changed')
      return signed
    },
    [notAllowed('stream'), notAllowed('signature'), notAllowed('annotation')],
  ],
  [
    'a second signer covers the page with the picture of a new field',
    async ({ office, sealed }) =>
      countersign(sealed, office, {
        appearance: { page: 1, rect: [0, 0, 595, 842], drawing: '1 1 1 rg 0 0 595 842 re f' },
      }),
    ['annotation', 'other', 'page', 'signature', 'stream'].map(notAllowed),
  ],
  [
    'a second signer moves the place that was laid out',
    async ({ office }) => {
      const place = { page: 1, rect: [72, 72, 172, 122] } as const
      const sealed = await sealPdf(buildPdf(), office, { laterFields: [{ fieldName: 'hieu-truong', place }] })
      const moved = appendRevision(sealed, {
        14: newestSource(sealed, 14).replace('72 72 172 122', '0 0 595 842'),
      })
      return countersign(moved, office)
    },
    [notAllowed('annotation')],
  ],
]

describeAttacks('shadow attacks', shadows)
