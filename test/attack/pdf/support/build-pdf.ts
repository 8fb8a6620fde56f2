/** The objects of a file or of an update: number → source, Latin-1. */
export type Objects = Readonly<Record<number, string>>

export const stream = (content: string, entries = ''): string =>
  `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`

/** The objects that a test may replace by their role. */
export const numbers = {
  catalog: 1,
  pages: 2,
  page: 3,
  content: 4,
  font: 5,
  file: 6,
  specification: 7,
  information: 8,
  metadata: 9,
  cover: 10,
} as const

const xml = '<HocBa>Toan 6,0</HocBa>'

export const shown = (text: string): string => stream(`BT /F1 24 Tf 72 700 Td (${text}) Tj ET`)

/** A page that shows a mark, with its data attached: small, and all of it known to the byte. */
export const plainObjects: Objects = {
  [numbers.catalog]:
    '<< /Type /Catalog /Pages 2 0 R /Metadata 9 0 R /AF [7 0 R] /Names << /EmbeddedFiles << /Names [(hb.xml) 7 0 R] >> >> >>',
  [numbers.pages]: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  [numbers.page]:
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R] /Resources << /Font << /F1 5 0 R >> /XObject << /X1 10 0 R >> >> >>',
  [numbers.content]: shown('Toan 6,0'),
  [numbers.font]: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  [numbers.file]: stream(xml, `/Type /EmbeddedFile /Params << /Size ${xml.length} >>`),
  [numbers.specification]:
    '<< /Type /Filespec /F (hb.xml) /UF (hb.xml) /EF << /F 6 0 R /UF 6 0 R >> /AFRelationship /Source >>',
  [numbers.information]: '<< /Title (Hoc ba) /Keywords (hocba, minh hoa) >>',
  [numbers.metadata]: stream(
    '<x><pdf:Keywords>hocba, minh hoa</pdf:Keywords></x>',
    '/Type /Metadata /Subtype /XML',
  ),
  [numbers.cover]: stream('', '/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << >>'),
}

/** What a test may set otherwise than a sound writer does. */
export interface Oddities {
  /** Written between the objects and listed nowhere. */
  readonly unlisted?: string
  /** Entries of the trailer, in place of or beside the usual ones; undefined leaves one out. */
  readonly trailer?: Readonly<Record<string, string | undefined>>
  /** Offsets to be claimed for some objects. */
  readonly offsets?: Readonly<Record<number, number>>
  /** Objects to be listed as free. */
  readonly freed?: readonly number[]
}

const trailerText = (entries: Readonly<Record<string, string | undefined>>): string =>
  `trailer\n<< ${Object.entries(entries)
    .flatMap(([key, value]) => (value === undefined ? [] : [`/${key} ${value}`]))
    .join(' ')} >>\n`

const tail = (
  start: string,
  objects: Objects,
  trailer: Readonly<Record<string, string | undefined>>,
  { unlisted = '', trailer: odd = {}, offsets: claimed = {}, freed = [] }: Oddities,
  hasZero: boolean,
): string => {
  let text = start
  const entries = new Map<number, string>(hasZero ? [[0, '0000000000 65535 f \n']] : [])
  for (const [number, source] of Object.entries(objects)) {
    const offset = claimed[Number(number)] ?? text.length
    entries.set(Number(number), `${String(offset).padStart(10, '0')} 00000 n \n`)
    text += `${number} 0 obj\n${source}\nendobj\n`
  }
  for (const [number, offset] of Object.entries(claimed))
    entries.set(Number(number), `${String(offset).padStart(10, '0')} 00000 n \n`)
  for (const number of freed) entries.set(number, '0000000000 00001 f \n')
  text += unlisted
  const at = text.length
  const table = [...entries].sort(([one], [other]) => one - other)
  const sections = table.map(([number, entry]) => `${number} 1\n${entry}`).join('')
  return `${text}xref\n${sections}${trailerText({ ...trailer, ...odd })}startxref\n${at}\n%%EOF\n`
}

/** Writes a file of one revision. */
export const buildPdf = (objects: Objects = plainObjects, oddities: Oddities = {}): Buffer => {
  const size = String(Math.max(...Object.keys(objects).map(Number)) + 1)
  const trailer = { Size: size, Root: '1 0 R', Info: '8 0 R', ID: '[<00112233> <00112233>]' }
  return Buffer.from(tail('%PDF-1.7\n%\xc2\xa5\xc2\xb1\n', objects, trailer, oddities, true), 'latin1')
}

/** Where the last cross-reference section stands, and how many object numbers are taken. */
export const endOf = (pdf: Uint8Array): { readonly at: string; readonly size: number } => {
  const text = Buffer.from(pdf).toString('latin1')
  const at = [...text.matchAll(/startxref\n(\d+)\n%%EOF/g)].at(-1)?.[1] ?? '0'
  return { at, size: Number([...text.matchAll(/\/Size (\d+)/g)].at(-1)?.[1] ?? 0) }
}

/** Appends a revision, as anybody can who has the file. */
export const appendRevision = (pdf: Uint8Array, objects: Objects, oddities: Oddities = {}): Buffer => {
  const text = Buffer.from(pdf).toString('latin1')
  const { at, size } = endOf(pdf)
  const next = Math.max(size, ...Object.keys(objects).map((number) => Number(number) + 1))
  const trailer = {
    Size: String(next),
    Root: '1 0 R',
    Info: '8 0 R',
    ID: '[<00112233> <44556677>]',
    Prev: at,
  }
  return Buffer.from(tail(`${text}\n`, objects, trailer, oddities, false), 'latin1')
}

/** The source of an object as its newest revision has it. */
export const newestSource = (pdf: Uint8Array, object: number): string => {
  const text = Buffer.from(pdf).toString('latin1')
  const found = [...text.matchAll(new RegExp(`(?<=\\n)${object} 0 obj\\n([\\s\\S]*?)\\nendobj`, 'g'))].at(
    -1,
  )?.[1]
  if (found === undefined) throw new Error(`there is no object ${object}`)
  return found
}

/** Replaces a text by one of at most its length, filled up with spaces, so that nothing else moves. */
export const overwrite = (pdf: Uint8Array, from: string | RegExp, to: string): Buffer => {
  const text = Buffer.from(pdf).toString('latin1')
  const [found] = (typeof from === 'string' ? [from] : from.exec(text)) ?? []
  if (found === undefined || !text.includes(found) || to.length > found.length)
    throw new Error(`cannot overwrite ${String(from)}`)
  return Buffer.from(
    text.replace(found, () => to.padEnd(found.length)),
    'latin1',
  )
}
