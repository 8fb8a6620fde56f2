import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { RenditionInput } from '../../src/rendition/index.ts'
import { drawQrCode } from '../../src/rendition/qr.ts'
import { fromRoot } from '../paths.ts'
import { blocksOf, footOf, type Block } from '../rendition-blocks.ts'

/** What is used of playwright-core. Peers are installed in bench/ alone, so the types stand here. */
interface Page {
  setContent(html: string): Promise<void>
  evaluate(script: string): Promise<unknown>
  pdf(options: Record<string, unknown>): Promise<Buffer>
}

interface Browser {
  newPage(): Promise<Page>
  close(): Promise<void>
}

interface Playwright {
  readonly chromium: {
    launch(options: { readonly executablePath: string; readonly args: readonly string[] }): Promise<Browser>
  }
}

const name: string = 'playwright-core'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')

const row = (cells: readonly string[], tag: string): string =>
  `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`

const markup = (block: Block): string => {
  if (block.kind === 'page') return '<div class="page"></div>'
  if (block.kind !== 'table') return `<p class="${block.kind}">${escaped(block.text)}</p>`
  const columns = block.widths.map((share) => `<col style="width:${share}%">`).join('')
  const rows = block.rows.map((cells) => row(cells, 'td')).join('')
  return `<table>${columns}<thead>${row(block.head, 'th')}</thead><tbody>${rows}</tbody></table>`
}

const face = (weight: number, style: string): string => {
  const font = readFileSync(fromRoot(`src/rendition/fonts/Tinos-${style}.ttf`)).toString('base64')
  return `@font-face{font-family:T;font-weight:${weight};src:url(data:font/ttf;base64,${font})}`
}

const head = (): string =>
  `<style>${face(400, 'Regular')}${face(700, 'Bold')}body{font:12pt T;margin:0}.title,.heading{font-weight:700}` +
  `.title{text-align:center;font-size:15pt}.page{break-after:page}table{width:100%;border-collapse:collapse;` +
  `font-size:10.5pt;table-layout:fixed}td,th{border:.5pt solid;padding:4pt;overflow-wrap:anywhere}tr{break-inside:avoid}</style>`

const footer = (input: RenditionInput): string => {
  const qr = drawQrCode(input.verificationUrl + input.report.identity.yearLookupCode)
  return `<div style="font-size:8.5pt;margin-left:25mm">${footOf(input)} <span class="pageNumber"></span>/<span class="totalPages"></span></div><div style="width:17mm">${qr}</div>`
}

const pageCount = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

/** Prints the same content to tagged PDF with headless Chromium, the page kept open between books. */
export const prepareChromium = async (): Promise<{
  readonly print: (input: RenditionInput) => Promise<number>
  readonly close: () => Promise<void>
}> => {
  const executablePath = spawnSync('sh', ['-c', 'command -v chromium']).stdout.toString().trim()
  if (executablePath === '') throw new Error('chromium is not installed')
  const { chromium } = (await import(name)) as Playwright
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.setContent(`<html lang="vi"><head>${head()}</head><body></body></html>`)
  return {
    print: async (input) => {
      const body = blocksOf(input).map(markup).join('')
      await page.evaluate(
        `document.body.innerHTML = ${JSON.stringify(body)}; document.fonts.ready.then(() => 0)`,
      )
      const margin = { top: '25mm', bottom: '32mm', left: '25mm', right: '17mm' }
      const pdf = await page.pdf({
        format: 'A4',
        tagged: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: footer(input),
        margin,
      })
      return pageCount(pdf)
    },
    close: () => browser.close(),
  }
}
