import type { Locator, Page } from 'playwright-core'
import { asExcel } from '../../browser/support/use-grid.ts'
import { goTo, heading } from './at-pages.ts'

/** A text as it is read, on one line. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Waits until a sheet stands on the desk, and may be written or says that it is only read. */
export const sheetStands = async (page: Page, title: string): Promise<void> => {
  await heading(page, title).waitFor()
  await page.getByRole('grid').waitFor()
  const canUndo = page.getByRole('button', { name: 'Hoàn tác' })
  await canUndo
    .or(page.getByText('Chỉ xem', { exact: true }))
    .first()
    .waitFor()
}

/** Goes from the page of one's own work to a sheet, by its link. */
export const openSheet = async (page: Page, link: string, title: string): Promise<void> => {
  await goTo(page, 'Việc của tôi', 'Việc của tôi hôm nay')
  await page.getByRole('link', { name: link, exact: true }).press('Enter')
  await sheetStands(page, title)
}

interface Spot {
  readonly row: number
  readonly column: number
}

/** Where a pupil's cell stands in the columns that are shown, by the short heading. */
const spotOf = async (page: Page, name: string, heading: string): Promise<Spot> => {
  const names = await page.locator('tbody .sheet-name span').allTextContents()
  const headings = await page.locator('thead .sheet-title abbr').allTextContents()
  const spot = { row: names.indexOf(name), column: headings.indexOf(heading) }
  if (spot.row < 0 || spot.column < 0)
    throw new Error(`${name}, ${heading}: not among ${names.join()} and ${headings.join()}`)
  return spot
}

/** What a cell shows, whether the field stands in it or not. */
export const shown = async (page: Page, name: string, heading: string): Promise<string> => {
  const { row, column } = await spotOf(page, name, heading)
  return page.evaluate(`{
    const cell = document.querySelector('td[data-row="${row}"][data-column="${column}"]')
    cell.querySelector('.sheet-field')?.value ?? cell.textContent
  }`)
}

export const cellOf = async (page: Page, name: string, heading: string): Promise<Locator> => {
  const { row, column } = await spotOf(page, name, heading)
  return page.locator(`td[data-row="${row}"][data-column="${column}"]`)
}

const here = (page: Page): Promise<Spot | null> =>
  page.evaluate(`{
    const at = document.activeElement?.closest('td[data-row]')?.dataset
    at === undefined ? null : { row: Number(at.row), column: Number(at.column) }
  }`)

/** Brings the keyboard to a cell, by the keyboard: Tab into the grid, then the arrows. */
export const walkTo = async (page: Page, name: string, heading: string): Promise<void> => {
  const goal = await spotOf(page, name, heading)
  for (let steps = 0; (await here(page)) === null; steps += 1) {
    if (steps > 60) throw new Error('Tab does not lead into the grid')
    await page.keyboard.press('Tab')
  }
  for (let steps = 0; steps < 200; steps += 1) {
    const at = await here(page)
    if (at === null) throw new Error('the keyboard left the grid')
    const [down, right] = [goal.row - at.row, goal.column - at.column]
    if (down === 0 && right === 0) return
    const key = down !== 0 ? (down > 0 ? 'ArrowDown' : 'ArrowUp') : right > 0 ? 'ArrowRight' : 'ArrowLeft'
    await page.keyboard.press(key)
  }
  throw new Error(`the arrows do not lead to ${name}, ${heading}`)
}

/** Types texts one after another, each followed by a key. */
export const typeEach = async (page: Page, key: string, texts: readonly string[]): Promise<void> => {
  for (const text of texts) {
    await page.keyboard.type(text)
    await page.keyboard.press(key)
  }
}

/** Waits until the page says that all of it is saved. */
export const untilSaved = async (page: Page): Promise<void> => {
  await page.locator('.is-unsent, .is-saving').first().waitFor({ state: 'detached' })
  await page
    .locator('.saving-text')
    .filter({ hasText: /^(Đã lưu|Mọi ô đã lưu)/ })
    .waitFor()
}

/** Puts rows on the clipboard as Excel does, and pastes them where the keyboard is; the preview comes. */
export const pasteBlock = async (page: Page, rows: readonly (readonly string[])[]): Promise<Locator> => {
  await page.evaluate<undefined>(`navigator.clipboard.writeText(${JSON.stringify(asExcel(rows))})`)
  await page.keyboard.press('Control+v')
  const preview = page.getByRole('dialog', { name: 'Xem trước khi dán' })
  await preview.waitFor()
  return preview
}

/** How many cells of each kind a preview counts: '35 ô mới, 1 ô thay đổi, …'. */
export const countsIn = async (preview: Locator): Promise<string> =>
  (await preview.locator('.paste-counts li').allInnerTexts()).map(flat).join(', ')

/** The rows of a preview's difference: pupil, column, now, after. */
export const differencesIn = async (preview: Locator): Promise<readonly (readonly string[])[]> =>
  Promise.all(
    (await preview.locator('.paste-differences tbody tr').all()).map((row) =>
      row.locator('td').allInnerTexts(),
    ),
  )

/** What the page said last to whoever listens. */
export const said = (page: Page): Promise<string> => page.locator('.desk-said').innerText()

/** The rows of the tables of a page, as they are read. */
export const rowsIn = async (page: Page): Promise<readonly string[]> =>
  (await page.locator('main tbody tr').allInnerTexts()).map(flat)
