import { readFile } from 'node:fs/promises'

const faces = ['Tinos-Regular', 'Tinos-Bold', 'Tinos-Italic', 'Tinos-BoldItalic']

/** The vendored type: Tinos, of Times metric, with all Vietnamese letters. */
export const readFaces = (): Promise<readonly Buffer[]> =>
  Promise.all(faces.map((name) => readFile(new URL(`fonts/${name}.ttf`, import.meta.url))))

/** Tells whether the type has a glyph for a character, so that nothing is ever printed as an empty box. */
export type Coverage = (codePoint: number) => boolean

const tableOffset = (font: Buffer, tag: string): number => {
  const count = font.readUInt16BE(4)
  for (let entry = 12; entry < 12 + count * 16; entry += 16)
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8)
  throw new Error(`the type has no table ${tag}`)
}

/** The subtable for Unicode's basic plane: platform 3, encoding 1, format 4 (OpenType, table cmap). */
const unicodeTable = (font: Buffer): number => {
  const cmap = tableOffset(font, 'cmap')
  const count = font.readUInt16BE(cmap + 2)
  for (let entry = cmap + 4; entry < cmap + 4 + count * 8; entry += 8) {
    const table = cmap + font.readUInt32BE(entry + 4)
    if (font.readUInt32BE(entry) === 0x00030001 && font.readUInt16BE(table) === 4) return table
  }
  throw new Error('the type has no Unicode table of format 4')
}

interface Segments {
  readonly font: Buffer
  /** Offset of the end codes, and how many bytes each of the four parallel arrays takes. */
  readonly ends: number
  readonly bytes: number
}

const glyphIn = ({ font, ends, bytes }: Segments, at: number, codePoint: number): number => {
  const start = font.readUInt16BE(ends + bytes + 2 + at)
  if (start > codePoint) return 0
  const delta = font.readUInt16BE(ends + 2 * bytes + 2 + at)
  const rangePlace = ends + 3 * bytes + 2 + at
  const range = font.readUInt16BE(rangePlace)
  if (range === 0) return (codePoint + delta) & 0xffff
  const glyph = font.readUInt16BE(rangePlace + range + 2 * (codePoint - start))
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff
}

/** Reads which characters of the basic plane a type has. */
export const coverageOf = (font: Buffer): Coverage => {
  const table = unicodeTable(font)
  const bytes = font.readUInt16BE(table + 6)
  const segments = { font, ends: table + 14, bytes }
  return (codePoint) => {
    if (codePoint > 0xffff) return false
    let at = 0
    while (at < bytes && font.readUInt16BE(segments.ends + at) < codePoint) at += 2
    return at < bytes && glyphIn(segments, at, codePoint) !== 0
  }
}
