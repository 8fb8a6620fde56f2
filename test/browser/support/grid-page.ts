import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build, type Rolldown } from 'vite'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { openVisit, type Visit } from './visit.ts'

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
  woff: 'font/woff',
}

/** The page of the grid alone, built once: no server of the project behind it. */
export interface GridHarness {
  readonly address: string
  readonly close: () => Promise<void>
}

/** Answers what the page asks of the API; tells whether it did. */
export type AnswerApi = (request: IncomingMessage, response: ServerResponse) => boolean

/** Builds the page and serves it from memory, with an API behind it where a test brings one. */
export const openGridHarness = async (answerApi: AnswerApi = () => false): Promise<GridHarness> => {
  const root = new URL('grid-harness/', import.meta.url).pathname
  const built = await build({ configFile: `${root}vite.config.ts`, build: { write: false } })
  const [{ output }] = [built].flat() as [Rolldown.RolldownOutput]
  const files = new Map(
    output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  )
  const server = createServer((request, response) => {
    const { url = '/' } = request
    if (url.startsWith('/api/') && answerApi(request, response)) return
    const { pathname } = new URL(url, 'http://localhost')
    const path = pathname === '/' ? '/index.html' : pathname
    const file = files.get(path)
    response.writeHead(file === undefined ? 204 : 200, {
      'content-type': types[path.split('.').at(-1) ?? ''] ?? 'text/plain',
    })
    response.end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A grid in a page of its own, and what a test asks of it. */
export interface GridVisit extends Visit {
  readonly page: Page
  readonly context: BrowserContext
  readonly cell: (row: number, column: number) => Locator
  /** What a cell shows, whether the field stands in it or not. */
  readonly textAt: (row: number, column: number) => Promise<string>
  /** Where the keyboard is: 'row/column', or empty where it is not in the grid. */
  readonly here: () => Promise<string>
  readonly said: () => Promise<string>
}

const readCell = (row: number, column: number): string => `{
  const cell = document.querySelector('td[data-row="${row}"][data-column="${column}"]')
  cell.querySelector('.sheet-field')?.value ?? cell.textContent
}`

/** Opens the harness with a sheet: '?sheet=TOAN&filled'. */
export const visitGrid = async (
  browser: Browser,
  harness: GridHarness,
  query = '',
  viewport = { width: 1366, height: 768 },
): Promise<GridVisit> => {
  const visit = await openVisit(browser, {
    viewport,
    permissions: ['clipboard-read', 'clipboard-write'],
    ...(viewport.width < 500 ? { hasTouch: true, isMobile: true } : {}),
  })
  const { page } = visit
  await page.goto(`${harness.address}/?${query}`)
  await page.locator('[role=grid]').waitFor()
  const cell = (row: number, column: number): Locator =>
    page.locator(`td[data-row="${row}"][data-column="${column}"]`)
  return {
    ...visit,
    cell,
    textAt: (row, column) => page.evaluate<string>(readCell(row, column)),
    here: () =>
      page.evaluate<string>(`{
        const { row, column } = document.activeElement?.closest('td[data-row]')?.dataset ?? {}
        row === undefined ? '' : row + '/' + column
      }`),
    said: () => page.locator('.desk-said').innerText(),
  }
}
