import type { Locator, Page, Request } from 'playwright-core'
import { expect } from 'vitest'
import { takeOption, type Visit } from '../../browser/support/visit.ts'

type Place = Page | Locator

export const heading = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name: text, exact: true })

export const dialog = (page: Page, name?: string | RegExp): Locator =>
  page.getByRole('dialog', name === undefined ? {} : { name })

/** Presses a button that may be pressed, with the keyboard. */
export const press = (place: Place, name: string | RegExp): Promise<void> =>
  place.getByRole('button', { name, exact: true, disabled: false }).first().press('Enter')

/** Types into a field over what stands there. */
export const fill = (place: Place, label: string | RegExp, text: string): Promise<void> =>
  place
    .getByLabel(label, { exact: typeof label === 'string' })
    .first()
    .fill(text)

/** Types one field after the other, going on with Tab, and sends the form with Enter. */
export const typeThrough = async ({ keyboard }: Page, texts: readonly string[]): Promise<void> => {
  for (const [index, text] of texts.entries()) {
    if (index > 0) await keyboard.press('Tab')
    await keyboard.type(text)
  }
  await keyboard.press('Enter')
}

/** Types a few letters into a list that is searched and takes what is found. */
export const pick = async (page: Page, label: string, letters: string): Promise<void> => {
  await dialog(page).getByLabel(label, { exact: true }).first().click()
  await page.keyboard.type(letters)
  await takeOption(page, letters)
}

/** Waits for the line that says what was saved. */
export const saved = (page: Page, text: string): Promise<void> =>
  page.getByRole('alert').filter({ hasText: text }).first().waitFor()

const list = (page: Page): Locator => page.getByRole('navigation', { name: 'Các trang của trường' })

/** What the navigation offers to whoever looks, from top to bottom. */
export const navigationOf = async (page: Page): Promise<readonly string[]> => {
  await list(page).getByRole('link').first().waitFor()
  return list(page).getByRole('link').allTextContents()
}

const setUpPages = [
  ...['Tổng quan năm học', 'Nhập từ sổ Excel', 'Lớp học', 'Chương trình môn học'],
  ...['Phân công giảng dạy', 'Chuyển năm học', 'Cán bộ, giáo viên', 'Tổ chuyên môn', 'Học sinh'],
  ...['Người dùng', 'Cài đặt, thời hạn'],
]

/** What the navigation offers to an administrator, who signs and corrects nothing. */
export const pagesOfOffice: readonly string[] = ['Việc của tôi', 'Thông báo', 'Lệnh mở sổ', ...setUpPages]

/** What it offers to a principal: everything but the seal. */
export const pagesOfPrincipal: readonly string[] = [
  ...['Việc của tôi', 'Thông báo', 'Kí học bạ', 'Ô trả lại', 'Tiến độ', 'Đính chính', 'Lệnh mở sổ'],
  ...setUpPages,
]

/** What it offers to a teacher. */
export const pagesOfTeacher: readonly string[] = [
  ...['Việc của tôi', 'Thông báo', 'Kí học bạ', 'Ô trả lại', 'Đính chính', 'Lớp học'],
]

/** What it offers to a clerk. */
export const pagesOfClerk: readonly string[] = [
  ...['Việc của tôi', 'Thông báo', 'Đóng dấu, phát hành', 'Lớp học', 'Học sinh'],
]

/** Goes to a page by the navigation, and waits until what it shows has come. */
export const goTo = async (page: Page, name: string, title: string | RegExp = name): Promise<void> => {
  await list(page).getByRole('link', { name, exact: true }).press('Enter')
  await heading(page, title).waitFor()
  await page.getByRole('status', { name: 'Đang tải…' }).first().waitFor({ state: 'hidden' })
}

/** Drops a file from the desktop on whatever takes files there. */
export const drop = async (
  page: Page,
  on: Locator,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<void> => {
  const dataTransfer = await page.evaluateHandle(`(() => {
    const bytes = Uint8Array.from(atob('${Buffer.from(bytes).toString('base64')}'), (one) => one.charCodeAt(0))
    const dropped = new DataTransfer()
    dropped.items.add(new File([bytes], ${JSON.stringify(name)}))
    return dropped
  })()`)
  await on.dispatchEvent('drop', { dataTransfer })
}

/** Confirms what a workbook would change. */
export const bringIn = async (page: Page): Promise<void> => {
  await press(page, /^Ghi \d+ thay đổi$/)
  await page.getByText('Đã ghi theo sổ').waitFor()
}

const says = 'Tài khoản này không được làm việc đó'

/** How many of the requests that are sent while something is done are refused (403). */
const countRefused = async (page: Page, work: () => Promise<unknown>): Promise<number> => {
  const sent: Request[] = []
  const note = (request: Request): void => void sent.push(request)
  page.on('request', note)
  await work()
  page.off('request', note)
  const answers = await Promise.all(sent.map((request) => request.response()))
  return answers.filter((answer) => answer?.status() === 403).length
}

/** Somebody is refused: by the server, and the page says so and names nobody whom it would be about. */
export const expectRefused = async (
  { page, complaints }: Visit,
  names: readonly string[],
  ask: () => Promise<unknown>,
): Promise<void> => {
  const before = complaints.length
  const main = page.getByRole('main')
  const refused = await countRefused(page, async () => {
    await ask()
    await main.getByRole('alert').filter({ hasText: says }).first().waitFor()
  })
  const text = (await main.textContent()) ?? ''
  expect(names.filter((name) => text.includes(name))).toEqual([])
  expect(refused).toBeGreaterThan(0)
  // Chromium notes each refusal in the console, and nothing else may be noted there.
  const noted = Array.from({ length: refused }, () => expect.stringContaining('status of 403') as string)
  await expect.poll(() => complaints.slice(before)).toEqual(noted)
  complaints.splice(before)
}

/** The sheets of the gradebook that the page of one's own work leads to: 'CLASS/so/SHEET'. */
export const sheetsOf = async (page: Page): Promise<readonly string[]> => {
  const links = await page.getByRole('main').locator('a[href*="/so/"]').all()
  return Promise.all(
    links.map(async (link) => decodeURIComponent((await link.getAttribute('href'))?.split('/lop/')[1] ?? '')),
  )
}

/** Said in place of a page whose work belongs to others, before anything is asked of the server. */
export const notYours = (page: Page) =>
  page.getByRole('heading', { name: 'Trang này không thuộc việc của thầy cô' })
