import { writeXlsx, type WriteSheet } from 'hucre/xlsx'
import { defaultFont } from '../write/style.ts'

/** A fixed date, so that the same content gives the same bytes. */
const modified = new Date(Date.UTC(2020, 0, 1))

/** Packs sheets into a workbook; the header of a table repeats on every printed page. */
export const packSheets = (
  sheets: readonly WriteSheet[],
  title: string,
  headerTop?: number,
): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [...sheets],
    namedRanges: sheets.flatMap((sheet) => printTitles(sheet, headerTop)),
    defaultFont,
    properties: { title, creator: 'Học bạ số', created: modified, modified },
  })

const printTitles = ({ name, freezePane }: WriteSheet, headerTop?: number) => {
  const last = freezePane?.rows ?? 0
  if (last === 0) return []
  const range = `'${name.replaceAll("'", "''")}'!$${headerTop ?? 1}:$${last}`
  return [{ name: '_xlnm.Print_Titles', range, scope: name }]
}
