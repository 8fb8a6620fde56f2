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
import { countersign, openPdfOffice, sealPdf } from './support/office.ts'

const uncovered = 'pdf-not-covered-to-end'
const notAllowed = (kind: string): string => `pdf-revision-not-allowed ${kind}`
const forged = { [numbers.content]: shown('Toan 9,0') }
const append = (pdf: Uint8Array, text: string): Buffer => Buffer.concat([pdf, Buffer.from(text, 'latin1')])

const stamp = (content: string): string =>
  `<< /Type /Annot /Subtype /Stamp /Rect [72 690 200 730] /AP << /N ${content} >> /P 3 0 R /F 4 >>`

/** Something is written behind what was signed. */
const appended: readonly Attack[] = [
  [
    'a changed page, in a whole revision',
    ({ sealed }) => appendRevision(sealed, forged),
    [uncovered, notAllowed('stream')],
  ],
  [
    'a changed page, without table and trailer, for readers that repair files',
    ({ sealed }) => append(sealed, `4 0 obj\n${shown('Toan 9,0')}\nendobj\n`),
    [`${uncovered} trailing-bytes`],
  ],
  [
    'a changed page, with a trailer that names no table of its own',
    ({ sealed }) =>
      append(
        sealed,
        `4 0 obj\n${shown('Toan 9,0')}\nendobj\ntrailer\n<< /Size 11 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`,
      ),
    ['pdf-structure xref'],
  ],
  ['bytes behind the end', ({ sealed }) => append(sealed, 'and so on'), [`${uncovered} trailing-bytes`]],
  ['one line end behind the end', ({ sealed }) => append(sealed, '\n'), [`${uncovered} trailing-bytes`]],
  ['a second end', ({ sealed }) => append(sealed, '%%EOF\n'), [`${uncovered} trailing-bytes`]],
  [
    'a comment behind the end',
    ({ sealed }) => append(sealed, '% Toan 9,0\n'),
    [`${uncovered} trailing-bytes`],
  ],
  ['a revision with nothing in it', ({ sealed }) => appendRevision(sealed, {}), [uncovered]],
  [
    'a new object that nothing refers to',
    ({ sealed }) => appendRevision(sealed, { 40: shown('Toan 9,0') }),
    [uncovered, notAllowed('stream')],
  ],
  [
    'the page turned to another content',
    ({ sealed }) =>
      appendRevision(sealed, {
        [numbers.page]: newestSource(sealed, numbers.page).replace('[4 0 R]', '[40 0 R]'),
        40: shown('Toan 9,0'),
      }),
    [uncovered, notAllowed('page'), notAllowed('stream')],
  ],
  [
    'the page turned to other resources',
    ({ sealed }) =>
      appendRevision(sealed, {
        [numbers.page]: newestSource(sealed, numbers.page).replace('/F1 5 0 R', '/F1 40 0 R'),
        40: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>',
      }),
    [uncovered, notAllowed('page'), notAllowed('other')],
  ],
  [
    'a page more',
    ({ sealed }) =>
      appendRevision(sealed, {
        [numbers.pages]: '<< /Type /Pages /Kids [3 0 R 40 0 R] /Count 2 >>',
        40: plainObjects[numbers.page] ?? '',
      }),
    [uncovered, notAllowed('page')],
  ],
  [
    'the attachment exchanged',
    ({ sealed }) =>
      appendRevision(sealed, { [numbers.file]: stream('<HocBa>Toan 9,0</HocBa>', '/Type /EmbeddedFile') }),
    [uncovered, notAllowed('attachment')],
  ],
  [
    'a second attachment of the same name',
    ({ sealed }) =>
      appendRevision(sealed, {
        [numbers.catalog]: newestSource(sealed, numbers.catalog).replace(
          '[(hb.xml) 7 0 R]',
          '[(hb.xml) 7 0 R (hb.xml) 41 0 R]',
        ),
        40: stream('<HocBa>Toan 9,0</HocBa>', '/Type /EmbeddedFile'),
        41: '<< /Type /Filespec /F (hb.xml) /UF (hb.xml) /EF << /F 40 0 R >> >>',
      }),
    [uncovered, notAllowed('catalog'), notAllowed('attachment'), 'pdf-attachment-ambiguous'],
  ],
  [
    'a stamp over the mark',
    ({ sealed }) =>
      appendRevision(sealed, {
        [numbers.page]: newestSource(sealed, numbers.page).replace(/\/Annots \[/, '/Annots [40 0 R '),
        40: stamp('41 0 R'),
        41: shown('Toan 9,0'),
      }),
    [
      uncovered,
      notAllowed('page'),
      notAllowed('annotation'),
      notAllowed('stream'),
      'pdf-unsafe-content annotation',
    ],
  ],
  [
    'a script that runs when the file is opened',
    ({ sealed }) =>
      appendRevision(sealed, {
        [numbers.catalog]: newestSource(sealed, numbers.catalog).replace(/>>$/, '/OpenAction 40 0 R\n>>'),
        40: '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
      }),
    [
      uncovered,
      notAllowed('catalog'),
      notAllowed('other'),
      'pdf-unsafe-content script',
      'pdf-unsafe-content action',
    ],
  ],
  [
    'another document information',
    ({ sealed }) => appendRevision(sealed, { [numbers.information]: '<< /Keywords (khac) >>' }),
    [uncovered, notAllowed('other')],
  ],
  [
    'the form taken away, and the signature with it',
    ({ sealed }) =>
      appendRevision(sealed, {
        [numbers.catalog]: newestSource(sealed, numbers.catalog).replace(/\/AcroForm \d+ 0 R/, ''),
      }),
    ['pdf-not-signed', notAllowed('catalog')],
  ],
  [
    'the signature exchanged for an empty one',
    ({ sealed }) => appendRevision(sealed, { 11: '<< /Type /Sig /Filter /Adobe.PPKLite >>' }),
    [
      'pdf-byte-range',
      'pdf-signature-format sub-filter',
      'pdf-signature-format contents',
      'pdf-signing-time malformed',
      'pdf-permissions not-named',
      notAllowed('signature'),
    ],
  ],
  [
    'the permissions taken away',
    ({ sealed }) =>
      appendRevision(sealed, {
        [numbers.catalog]: newestSource(sealed, numbers.catalog).replace(/\/Perms <<[^>]*>>/, ''),
      }),
    [uncovered, notAllowed('catalog')],
  ],
  [
    'anything at all where the first signature allows nothing',
    async ({ office }) => appendRevision(await sealPdf(buildPdf(), office, { docMdp: 1 }), forged),
    [uncovered, notAllowed('stream'), 'pdf-permissions no-change-allowed'],
  ],
  [
    'a changed page, and a second signature over it by a school that nobody trusts',
    async ({ sealed }) => countersign(appendRevision(sealed, forged), await openPdfOffice()),
    [notAllowed('stream'), 'pdf-certificate-untrusted untrusted', 'pdf-timestamp-untrusted untrusted'],
  ],
  [
    'a second signature by somebody whom nobody trusts',
    async ({ sealed }) => countersign(sealed, await openPdfOffice()),
    ['pdf-certificate-untrusted untrusted', 'pdf-timestamp-untrusted untrusted'],
  ],
  [
    'a changed page, and a second signature over it by somebody who is trusted',
    ({ sealed, office }) => countersign(appendRevision(sealed, forged), office),
    [notAllowed('stream')],
  ],
  [
    'a page that was changed before anybody signed',
    ({ office }) => sealPdf(appendRevision(buildPdf(), forged), office),
    [notAllowed('stream')],
  ],
  [
    'something other than validation data in the place of validation data',
    ({ sealed }) =>
      appendRevision(sealed, {
        [numbers.catalog]: newestSource(sealed, numbers.catalog).replace(/>>$/, '/DSS 50 0 R\n>>'),
        50: '<< /Type /DSS /Certs [51 0 R] >>',
        51: stream('', '/Type /XObject /Subtype /Form /BBox [0 0 1 1]'),
      }),
    [uncovered, notAllowed('catalog'), notAllowed('other'), notAllowed('stream')],
  ],
]

describeAttacks('appended', appended)
