import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { openVisit, type Visit } from '../../browser/support/visit.ts'
import { fill, heading, press } from './at-pages.ts'

/** What everybody of the story signs in with. */
export const password = 'bốn con trâu đứng ven sông'

/** Somebody's own browser. */
export const openDesk = async (browser: Browser): Promise<Visit> => {
  const visit = await openVisit(browser, { viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
  visit.context.setDefaultTimeout(20_000)
  return visit
}

/** What the browser complained of. Being asked to sign in is written to its console too; it is no fault of a page. */
export const faultsOf = ({ complaints }: Visit): readonly string[] =>
  complaints.filter((text) => !text.includes('status of 401'))

/** The code that somebody's telephone shows at a time. */
export const codeOf = (secret: string, milliseconds: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: milliseconds })

/** Opens an account with the code of its slip and a password of one's own. */
export const activate = async (page: Page, url: string, code: string): Promise<void> => {
  await page.goto(`${url}/kich-hoat`)
  await fill(page, /^Mã kích hoạt/, code)
  await page.keyboard.press('Enter')
  await fill(page, /^Mật khẩu mới/, password)
  await fill(page, /^Nhập lại mật khẩu mới/, password)
  await page.keyboard.press('Enter')
  await page.waitForURL(({ pathname }) => !pathname.endsWith('/kich-hoat'))
}

/** Sets one-time codes up on the page of the own account; gives the secret that the telephone keeps. */
export const setUpCodes = async (page: Page): Promise<string> => {
  await heading(page, 'Tài khoản của tôi').waitFor()
  await fill(page, /^Nhập mật khẩu để tiếp tục/, password)
  await page.keyboard.press('Enter')
  const shown = await page.getByText('Nhập khóa này vào ứng dụng').textContent()
  const secret = /[A-Z2-7]{16,}/.exec(shown ?? '')?.[0] ?? ''
  await fill(page, /^Mã xác nhận một lần/, codeOf(secret, Date.now()))
  await page.keyboard.press('Enter')
  await page.getByText('Đang bật.').waitFor()
  return secret
}

/** Leaves the own account for the day's work. */
export const goToWork = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Vào làm việc' }).press('Enter')
  await heading(page, 'Việc của tôi hôm nay').waitFor()
}

/** Goes home and comes back: signs out, and in again with name, password and the telephone's next code. */
export const signInAgain = async (
  page: Page,
  { fullName, username, secret }: Readonly<Record<'fullName' | 'username' | 'secret', string>>,
): Promise<void> => {
  await press(page, `Tài khoản của ${fullName}`)
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).press('Enter')
  await fill(page, /^Tên đăng nhập/, username)
  await fill(page, /^Mật khẩu/, password)
  await page.keyboard.press('Enter')
  await fill(page, /^Mã xác nhận một lần/, codeOf(secret, Date.now() + 30_000))
  await page.keyboard.press('Enter')
  await heading(page, 'Việc của tôi hôm nay').waitFor()
}
