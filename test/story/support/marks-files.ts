import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { openXlsx, readXlsx, saveXlsx, type Cell } from 'hucre/xlsx'
import type { Locator, Page } from 'playwright-core'
import { flat } from './marks-sheet.ts'

/** A file that the page gave: its name, and its bytes. */
export interface Downloaded {
  readonly name: string
  readonly bytes: Buffer
}

/** Clicks what downloads something, and takes the file. */
export const download = async (page: Page, link: Locator): Promise<Downloaded> => {
  const [given] = await Promise.all([page.waitForEvent('download'), link.click()])
  return { name: given.suggestedFilename(), bytes: await readFile(await given.path()) }
}

/** Downloads what a menu offers. */
export const downloadFrom = async (page: Page, menu: string, item: string): Promise<Downloaded> => {
  await page.getByRole('button', { name: menu, exact: true }).click()
  const given = await download(page, page.getByRole('menuitem', { name: item, exact: true }))
  await page.getByRole('menu').waitFor({ state: 'hidden' })
  return given
}

const captionRow = 3
const codeColumn = 1

/** What somebody types into the file: whose, below which heading (of the second term where there are two), and what. */
export interface FileEntry {
  readonly code: string
  readonly heading: string
  readonly value: string | number
}

/** The file as somebody filled it in with a spreadsheet. */
export const fillIn = async (bytes: Uint8Array, entries: readonly FileEntry[]): Promise<Uint8Array> => {
  const workbook = await openXlsx(bytes, { readStyles: true })
  const [visible] = workbook.sheets
  if (visible === undefined) throw new Error('the file has no sheet')
  for (const { code, heading, value } of entries) {
    const row = visible.rows.findIndex((cells) => cells[codeColumn] === code)
    const column = visible.rows[captionRow]?.lastIndexOf(heading) ?? -1
    const cells = visible.rows[row]
    if (cells === undefined || column < 0) throw new Error(`the file has no cell ${code} ${heading}`)
    cells[column] = value
    const known: Cell = visible.cells?.get(`${row},${column}`) ?? { value, type: 'string' }
    const type = typeof value === 'number' ? 'number' : 'string'
    visible.cells?.set(`${row},${column}`, { ...known, value, type })
  }
  return saveXlsx(workbook)
}

/** The cells of a file that are coloured and explained: what stands there, and the note. */
export const markedIn = async (
  bytes: Uint8Array,
): Promise<readonly { readonly value: Cell['value']; readonly colour: string; readonly note: string }[]> => {
  const { sheets } = await readXlsx(bytes, { readStyles: true })
  return [...(sheets[0]?.cells?.values() ?? [])].flatMap(({ value, style, comment }) => {
    const fill = style?.fill as { readonly fgColor?: { readonly rgb?: string } } | undefined
    return comment === undefined ? [] : [{ value, colour: fill?.fgColor?.rgb ?? '', note: comment.text }]
  })
}

/** Every text of a workbook's first sheet. */
export const textsIn = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await readXlsx(bytes)).sheets.flatMap(({ rows }) => rows.flat().map((value) => String(value ?? '')))

/** The text of each page of a PDF as poppler reads it, on one line. */
export const pagesOfPdf = async (pdf: Uint8Array): Promise<readonly string[]> => {
  const reader = spawn('pdftotext', ['-raw', '-', '-'])
  const read = text(reader.stdout)
  reader.stdin.end(pdf)
  return (await read).split('\f').slice(0, -1).map(flat)
}

export const textOfPdf = async (pdf: Uint8Array): Promise<string> => (await pagesOfPdf(pdf)).join(' ')

/** Chooses the file where the dialog asks for one, and waits until it was read. */
export const chooseFile = async (dialog: Locator, bytes: Uint8Array): Promise<void> => {
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'toan-7a.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  })
  await dialog.locator('.paste-counts').waitFor()
}

/** Brings a file into the sheet; what it would change stands in the dialog that is given. */
export const bringFile = async (page: Page, bytes: Uint8Array): Promise<Locator> => {
  await page.getByRole('button', { name: 'Excel', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Nhập từ tệp Excel…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nhập từ tệp Excel' })
  await chooseFile(dialog, bytes)
  return dialog
}
