import { describeAttacks, type Attack, type Scene } from './support/attack.ts'
import { numbers, plainObjects, shown, stream, type Objects } from './support/build-pdf.ts'

const sealedWith =
  (objects: Objects) =>
  ({ sealPrepared }: Scene): Promise<Uint8Array> =>
    sealPrepared(objects)

const catalogWith = (entries: string): Objects => ({
  [numbers.catalog]: (plainObjects[numbers.catalog] ?? '').replace(/>>$/, `${entries} >>`),
})
const pageWith = (entries: string): Objects => ({
  [numbers.page]: (plainObjects[numbers.page] ?? '').replace(/>>$/, `${entries} >>`),
})
const annotation = (source: string): Objects => ({ ...pageWith('/Annots [20 0 R]'), 20: source })
const unsafe = (...kinds: readonly string[]): readonly string[] =>
  kinds.map((kind) => `pdf-unsafe-content ${kind}`)
const attachments = (list: string): Objects => ({
  [numbers.catalog]: (plainObjects[numbers.catalog] ?? '').replace('[(hb.xml) 7 0 R]', list),
})

/** The page was properly sealed, but it holds what could show something else, or do something. */
const unsafePages: readonly Attack[] = [
  [
    'a script for opening',
    sealedWith(catalogWith('/OpenAction << /S /JavaScript /JS (x) >>')),
    unsafe('script', 'action'),
  ],
  [
    'a script in the list of names',
    sealedWith(attachments('[(hb.xml) 7 0 R] >> /JavaScript << /Names [(x) 20 0 R]')),
    unsafe('script'),
  ],
  ['a script in disguise', sealedWith({ 20: '<< /S /J#61vaScript /J#53 (x) >>' }), unsafe('script')],
  ['an action that starts a program', sealedWith({ 20: '<< /S /Launch /F (x) >>' }), unsafe('action')],
  [
    'an action of the page',
    sealedWith(pageWith('/AA << /O << /S /GoTo /D [3 0 R /Fit] >> >>')),
    unsafe('action'),
  ],
  ['an action that opens another file', sealedWith({ 20: '<< /S /GoToR /F (x.pdf) >>' }), unsafe('external')],
  [
    'a layer that can be switched',
    sealedWith(catalogWith('/OCProperties << /OCGs [] >>')),
    unsafe('hidden-layer'),
  ],
  [
    'content on a layer',
    sealedWith({ 20: stream('', '/Type /XObject /Subtype /Form /BBox [0 0 1 1] /OC 10 0 R') }),
    unsafe('hidden-layer'),
  ],
  [
    'a picture for the screen and another for paper',
    sealedWith({ 20: stream('', '/Subtype /Image /Alternates [10 0 R]') }),
    unsafe('alternate'),
  ],
  ['content from a file outside', sealedWith({ 20: stream('', '/F (x)') }), unsafe('external')],
  [
    'a page from a file outside',
    sealedWith({ 20: stream('', '/Subtype /Form /Ref << /F (x) /Page 0 >>') }),
    unsafe('external'),
  ],
  [
    'an attachment that stands outside',
    sealedWith({ 20: '<< /Type /Filespec /F (x.xml) >>' }),
    unsafe('external'),
  ],
  [
    'a text field',
    sealedWith({ ...catalogWith('/AcroForm << /Fields [20 0 R] >>'), 20: '<< /FT /Tx /T (x) >>' }),
    unsafe('form-field'),
  ],
  [
    'a form that draws itself anew',
    sealedWith(catalogWith('/AcroForm << /Fields [] /NeedAppearances true >>')),
    [...unsafe('form-field')],
  ],
  ['a dynamic form', sealedWith(catalogWith('/AcroForm << /Fields [] /XFA 20 0 R >>')), unsafe('form-field')],
  [
    'a note over the page',
    sealedWith(annotation('<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] >>')),
    unsafe('annotation'),
  ],
  [
    'a link with a picture',
    sealedWith(annotation('<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /AP << /N 10 0 R >> >>')),
    unsafe('annotation'),
  ],
  ['a portfolio instead of a page', sealedWith(catalogWith('/Collection << >>')), unsafe('alternate')],
  ['a film', sealedWith({ 20: '<< /S /Rendition >>' }), unsafe('multimedia')],
]

/** The page was properly sealed, but it is not clear which data belong to it. */
const unclearAttachments: readonly Attack[] = [
  [
    'none',
    sealedWith({
      [numbers.catalog]: '<< /Type /Catalog /Pages 2 0 R >>',
      [numbers.specification]: 'null',
      [numbers.file]: 'null',
    }),
    ['pdf-attachment-missing'],
  ],
  [
    'one that is not listed',
    sealedWith({ 20: stream('<x/>', '/Type /EmbeddedFile') }),
    ['pdf-attachment-ambiguous'],
  ],
  [
    'two of one name',
    sealedWith({
      ...attachments('[(hb.xml) 7 0 R (hc.xml) 21 0 R]'),
      20: stream('<x/>', '/Type /EmbeddedFile'),
      21: '<< /Type /Filespec /F (hb.xml) /UF (hb.xml) /EF << /F 20 0 R >> >>',
    }),
    ['pdf-attachment-ambiguous'],
  ],
  [
    'one with two names',
    sealedWith({
      [numbers.specification]: '<< /Type /Filespec /F (hb.xml) /UF (hc.xml) /EF << /F 6 0 R >> >>',
    }),
    ['pdf-attachment-ambiguous'],
  ],
  [
    'one with two contents',
    sealedWith({
      [numbers.specification]: '<< /Type /Filespec /F (hb.xml) /UF (hb.xml) /EF << /F 6 0 R /UF 20 0 R >> >>',
      20: stream('<x/>'),
    }),
    ['pdf-attachment-ambiguous'],
  ],
  [
    'another one associated with the page than listed',
    sealedWith({
      [numbers.catalog]: (plainObjects[numbers.catalog] ?? '').replace('/AF [7 0 R]', '/AF [21 0 R]'),
      20: shown('x'),
      21: '<< /Type /Filespec /F (hb.xml) /EF << /F 20 0 R >> >>',
    }),
    ['pdf-attachment-ambiguous'],
  ],
  [
    'one that states another size',
    sealedWith({ [numbers.file]: stream('<x/>', '/Type /EmbeddedFile /Params << /Size 99 >>') }),
    ['pdf-attachment-ambiguous'],
  ],
]

describeAttacks('unsafe pages', unsafePages)
describeAttacks('attachments', unclearAttachments)
