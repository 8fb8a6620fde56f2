import { readFileSync } from 'node:fs'
import type { RenditionInput } from '../../src/rendition/index.ts'
import { drawQrCode } from '../../src/rendition/qr.ts'
import { fromRoot } from '../paths.ts'
import { blocksOf, footOf, type Block } from '../rendition-blocks.ts'

/** What is used of pdfkit. Peers are installed in bench/ alone, so the types stand here. */
interface PdfDocument {
  y: number
  on(event: 'data', take: (chunk: Buffer) => void): void
  on(event: 'end' | 'pageAdded', then: () => void): void
  registerFont(name: string, source: Buffer): void
  font(name: string): PdfDocument
  fontSize(size: number): PdfDocument
  text(
    text: string,
    x: number,
    y: number,
    options: { readonly width: number; readonly align?: string; readonly lineBreak?: boolean },
  ): PdfDocument
  heightOfString(text: string, options: { readonly width: number }): number
  rect(x: number, y: number, width: number, height: number): PdfDocument
  lineWidth(width: number): PdfDocument
  stroke(): PdfDocument
  fill(color: string): PdfDocument
  path(path: string): PdfDocument
  save(): PdfDocument
  restore(): PdfDocument
  translate(x: number, y: number): PdfDocument
  scale(factor: number): PdfDocument
  addPage(): PdfDocument
  file(content: Buffer, options: Record<string, unknown>): void
  end(): void
}

type PdfKit = new (options: Record<string, unknown>) => PdfDocument

const name: string = 'pdfkit'
const left = 71
const width = 476
const top = 71
const bottom = 750
const sizes = { title: 15, heading: 12, text: 12, table: 10.5 } as const

interface Sheet {
  readonly document: PdfDocument
  pages: number
}

const turn = (sheet: Sheet): void => {
  sheet.document.addPage()
  sheet.document.y = top
}

const drawFoot = ({ document }: Sheet, foot: string, qr: string): void => {
  const size = Number(/viewBox="0 0 (\d+)/.exec(qr)?.[1])
  document
    .font('regular')
    .fontSize(8.5)
    .text(foot, left, 770, { width: width - 60 })
  document
    .save()
    .translate(left + width - 48, 765)
    .scale(48 / size)
  document
    .path(/ d="([^"]+)"/.exec(qr)?.[1] ?? '')
    .fill('black')
    .restore()
}

const drawLine = (sheet: Sheet, { kind, text }: Extract<Block, { readonly text: string }>): void => {
  const { document } = sheet
  document.font(kind === 'text' ? 'regular' : 'bold').fontSize(sizes[kind])
  const height = document.heightOfString(text, { width })
  if (document.y + height > bottom) turn(sheet)
  document.font(kind === 'text' ? 'regular' : 'bold').fontSize(sizes[kind])
  document.text(text, left, document.y + 4, { width, align: kind === 'title' ? 'center' : 'left' })
}

const drawRow = (
  sheet: Sheet,
  cells: readonly string[],
  widths: readonly number[],
  font: string,
  head: () => void,
): void => {
  const { document } = sheet
  const columns = widths.map((share) => (share * width) / 100)
  document.font(font).fontSize(sizes.table)
  const height =
    Math.max(
      ...cells.map((cell, index) => document.heightOfString(cell, { width: (columns[index] ?? 0) - 8 })),
    ) + 8
  if (document.y + height > bottom) {
    turn(sheet)
    head()
    document.font(font).fontSize(sizes.table)
  }
  const y = document.y
  let x = left
  for (const [index, cell] of cells.entries()) {
    const column = columns[index] ?? 0
    document.lineWidth(0.5).rect(x, y, column, height).stroke()
    document.text(cell, x + 4, y + 4, { width: column - 8 })
    x += column
  }
  document.y = y + height
}

const drawTable = (
  sheet: Sheet,
  { widths, head, rows }: Extract<Block, { readonly kind: 'table' }>,
): void => {
  const drawHead = (): void => {
    drawRow(sheet, head, widths, 'bold', () => undefined)
  }
  drawHead()
  for (const row of rows) drawRow(sheet, row, widths, 'regular', drawHead)
}

const drawBlock = (sheet: Sheet, block: Block): void => {
  if (block.kind === 'page') turn(sheet)
  else if (block.kind === 'table') drawTable(sheet, block)
  else drawLine(sheet, block)
}

/** Sets the same content with pdfkit: PDF/A-3b without tags, XML attached; gives the number of pages. */
export const preparePdfkit = async (): Promise<(input: RenditionInput) => Promise<number>> => {
  const { default: PdfKit } = (await import(name)) as { readonly default: PdfKit }
  const [regular, bold] = ['Regular', 'Bold'].map((style) =>
    readFileSync(fromRoot(`src/rendition/fonts/Tinos-${style}.ttf`)),
  )
  if (regular === undefined || bold === undefined) throw new Error('no type')
  return (input) =>
    new Promise((resolve) => {
      const document = new PdfKit({
        size: 'A4',
        margin: 20,
        subset: 'PDF/A-3b',
        pdfVersion: '1.7',
        autoFirstPage: false,
        font: null,
      })
      const sheet: Sheet = { document, pages: 0 }
      const qr = drawQrCode(input.verificationUrl + input.report.identity.yearLookupCode)
      const chunks: Buffer[] = []
      document.on('data', (chunk) => chunks.push(chunk))
      document.on('end', () => {
        if (Buffer.concat(chunks).length < 10_000) throw new Error('an empty book')
        resolve(sheet.pages)
      })
      document.registerFont('regular', regular)
      document.registerFont('bold', bold)
      document.on('pageAdded', () => {
        sheet.pages++
        drawFoot(sheet, footOf(input), qr)
      })
      turn(sheet)
      for (const block of blocksOf(input)) drawBlock(sheet, block)
      document.file(Buffer.from(input.sealed.xml), {
        name: input.sealed.fileName,
        type: 'application/xml',
        relationship: 'Source',
      })
      document.end()
    })
}
