import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { Visit } from '../../browser/support/visit.ts'
import { dialog, fill, heading, press } from './at-pages.ts'
import { textOfPdf } from './marks-files.ts'
import * as sheet from './marks-sheet.ts'

/** Signs (or seals) everything whose turn it is, and waits until the sitting has ended; gives what it counts. */
export const signAll = async (page: Page, root: string, kind: 'sign' | 'seal' = 'sign'): Promise<string> => {
  await page.goto(`${root}/ky`)
  await heading(page, kind === 'sign' ? 'Kí học bạ' : 'Đóng dấu, phát hành').waitFor()
  await press(page, kind === 'sign' ? /^Kí \d+ học bạ$/ : /^Đóng dấu, phát hành \d+ học bạ$/)
  await press(dialog(page), kind === 'sign' ? 'Kí ngay' : 'Đóng dấu, phát hành')
  await page.getByText('Đã xong', { exact: true }).waitFor({ timeout: 60_000 })
  return sheet.flat(await page.getByText(kind === 'sign' ? /^Đã kí: \d+/ : /^Đã phát hành: \d+/).innerText())
}

/** Sends one cell of the sheet on the desk back, with a reason. */
export const sendBack = async (page: Page, cell: CellOfSheet, reason: string): Promise<void> => {
  await page.getByRole('button', { name: cell.view, exact: true }).click()
  await (await sheet.cellOf(page, cell.pupil, cell.column)).click()
  await press(page, 'Trả lại ô đang chọn')
  await fill(page, 'Vì sao trả lại', reason)
  await press(dialog(page), 'Trả lại ô')
  await page.getByText(/^Đã trả lại ô /).waitFor()
}

/** A cell as people speak of it: the part of the year that is shown, the short heading, the pupil. */
export interface CellOfSheet {
  readonly view: string
  readonly column: string
  readonly pupil: string
}

/** Answers the one cell that was sent back with another value; gives what the page says of it. */
export const answerSentBack = async (page: Page, root: string, value: string): Promise<string> => {
  await page.goto(`${root}/tra-lai`)
  await press(page, 'Trả lời')
  await fill(page, 'Sửa thành', value)
  await fill(page, 'Lời trả lời', 'Đã xem lại bài kiểm tra')
  await press(page, 'Gửi trả lời')
  const said = page.getByRole('alert').filter({ hasText: /^Đã trả lời về / })
  return sheet.flat(await said.first().innerText())
}

/** What is asked to be corrected in an issued book. */
export interface WantedCorrection {
  readonly subject: string
  readonly column: RegExp
  readonly value: string
}

/** Asks for a correction on the page of the book, after its consequences were shown; gives them. */
export const askCorrection = async (
  page: Page,
  { subject, column, value }: WantedCorrection,
): Promise<string> => {
  await press(page, 'Đề nghị đính chính')
  await page.getByRole('combobox', { name: 'Môn học' }).click()
  await page.getByRole('option', { name: subject, exact: true }).click()
  await page.getByRole('combobox', { name: 'Ô cần sửa' }).click()
  await page.getByRole('option', { name: column }).filter({ visible: true }).first().click()
  await fill(page, 'Sửa thành', value)
  await press(page, 'Xem trước hệ quả')
  await page.getByText('Nếu đính chính').waitFor()
  const consequences = sheet.flat(await dialog(page).innerText())
  await fill(page, 'Lí do sai', 'Cộng nhầm điểm bài viết')
  await fill(page, 'Minh chứng', 'Bài kiểm tra lưu ở tổ, ngày 12/05/2027')
  await press(page, 'Gửi đề nghị')
  await page.getByText(/^Đã gửi đề nghị đính chính/).waitFor()
  return consequences
}

/** The principal grants the one correction that was asked for. */
export const grantCorrection = async (page: Page, root: string): Promise<void> => {
  await page.goto(`${root}/dinh-chinh`)
  await press(page, 'Quyết định')
  await fill(page, 'Số quyết định', '12/QĐ-THCS')
  await fill(page, 'Ngày quyết định', '20/05/2027')
  await press(dialog(page), 'Quyết định')
  await page.getByText('Đã ghi quyết định').waitFor()
}

/** The lookup code on a pupil's receipt, of those that are printed for the class; and how many there are. */
export const readReceipt = async (
  { page, context }: Visit,
  fullName: string,
): Promise<{ readonly code: string; readonly count: number }> => {
  const link = page.getByRole('link', { name: 'In phiếu phát hành' })
  const answer = await context.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href)
  const text = await textOfPdf(await answer.body())
  const codes = [...text.matchAll(/\b(?:[0-9a-f]{4} ){7}[0-9a-f]{4}\b/g)]
  // Each receipt names its pupil before it gives the code.
  const own = codes.find(({ index }) => index > text.indexOf(fullName))
  return { code: own?.[0].replaceAll(' ', '') ?? '', count: codes.length }
}

/** What a family types at the portal. */
export interface LookupData {
  readonly code: string
  readonly birthDate: string
  readonly lastFour: string
}

/** Looks a code up at the portal with the second datum; the first heading is the verdict. */
export const lookUp = async (page: Page, portal: string, { code, birthDate, lastFour }: LookupData) => {
  await page.goto(`${portal}/`)
  await page.locator('#ma').fill(code)
  await page.locator('#ngay-sinh').fill(birthDate)
  await page.locator('#so-cuoi').fill(lastFour)
  await Promise.all([page.waitForEvent('load'), page.locator('#lookup button[type=submit]').click()])
  return sheet.flat(await page.getByRole('main').innerText())
}

/** Downloads the data file of the book that is shown. */
export const downloadXml = async (page: Page): Promise<Buffer> => {
  const [given] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tệp dữ liệu (XML)' }).click(),
  ])
  return readFile(await given.path())
}

/** Gives a file to the portal; what it says of it. */
export const checkFile = async (page: Page, portal: string, buffer: Buffer): Promise<string> => {
  await page.goto(`${portal}/`)
  const file = { name: 'hoc-ba.xml', mimeType: 'application/xml', buffer }
  await Promise.all([page.waitForEvent('load'), page.locator('#tep').setInputFiles(file)])
  return sheet.flat(await page.getByRole('main').innerText())
}
