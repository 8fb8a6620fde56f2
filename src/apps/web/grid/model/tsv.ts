/**
 * Rows and columns of a block that a spreadsheet put on the clipboard: tabs between cells, CRLF or LF between rows;
 * a cell with tabs, line breaks or quotes stands in quotes, its own quotes doubled. The last line break ends the last
 * row, it does not begin another.
 */
export const parseTsv = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  let position = 0
  while (position < text.length) {
    const { cell, next } = text[position] === '"' ? quoted(text, position) : plain(text, position)
    rows.at(-1)?.push(clean(cell))
    const separator = text[next]
    position = next + (text.startsWith('\r\n', next) ? 2 : 1)
    if (separator === '\t' && position >= text.length) rows.at(-1)?.push('')
    if (separator === '\r' || separator === '\n') rows.push([])
  }
  return rows.at(-1)?.length === 0 ? rows.slice(0, -1) : rows
}

// Composed letters, ordinary spaces: what macOS, Word and web pages put on the clipboard otherwise looks the same.
const clean = (cell: string): string => cell.normalize('NFC').replaceAll('\u00a0', ' ')

const isEnd = (character: string | undefined): boolean =>
  character === undefined || character === '\t' || character === '\r' || character === '\n'

const plain = (text: string, from: number): { readonly cell: string; readonly next: number } => {
  let next = from
  while (!isEnd(text[next])) next += 1
  return { cell: text.slice(from, next), next }
}

const quoted = (text: string, from: number): { readonly cell: string; readonly next: number } => {
  let next = from + 1
  while (next < text.length) {
    if (text[next] !== '"') next += 1
    else if (text[next + 1] === '"') next += 2
    else break
  }
  // A quote that nothing ends, or with text behind it, was only a letter of the cell.
  if (next >= text.length || !isEnd(text[next + 1])) return plain(text, from)
  return { cell: text.slice(from + 1, next).replaceAll('""', '"'), next: next + 1 }
}

const write = (cell: string): string => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The same the other way, as spreadsheets expect it. */
export const toTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(write).join('\t')).join('\r\n')
