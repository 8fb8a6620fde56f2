import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { openChromium } from '../chromium.ts'
import { openGridHarness, visitGrid, type GridHarness, type GridVisit } from './grid-page.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** Builds the grid's page for the tests of a file, and gives what visits it and what leaves it without a complaint. */
export const useGrid = () => {
  let harness: GridHarness
  let browser: Browser
  beforeAll(async () => {
    ;[harness, browser] = await Promise.all([openGridHarness(), openChromium()])
  })
  afterAll(async () => {
    await browser.close()
    await harness.close()
  })
  return {
    visit: (query = '', size?: Size): Promise<GridVisit> => visitGrid(browser, harness, query, size),
    leave: async ({ context, complaints }: GridVisit): Promise<void> => {
      await context.close()
      expect(complaints).toEqual([])
    },
  }
}

/** Rows of text as a spreadsheet puts them on the clipboard. */
export const asExcel = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.join('\t')}\r\n`).join('')

/** Puts a text on the real clipboard and pastes it. */
export const paste = async ({ page }: GridVisit, text: string): Promise<void> => {
  await page.evaluate<undefined>(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
  await page.keyboard.press('Control+v')
}
