import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveSchoolYear } from '../../src/adapters/postgres/school/save-school-year.ts'
import { emptyClass, schoolYear } from '../database/support/gradebook.ts'
import { openChromium } from './chromium.ts'
import { openSchoolWeb, type SchoolWeb } from './support/school-web.ts'
import { findBarriers, openVisit, widthTooMuch, type Visit } from './support/visit.ts'

const desk = { width: 1366, height: 768 }
const phone = { width: 390, height: 844 }
const records = emptyClass(7, 6)
const schoolPath = `/${records.school.code}/${schoolYear}/lower-secondary`
const password = 'bốn con trâu đứng ven sông'

let server: SchoolWeb
let browser: Browser
/** The administrator's browser, and the teacher's. */
let office: Visit
let teacher: Visit
let codeOfTeacher = ''
let secret = ''

beforeAll(async () => {
  server = await openSchoolWeb()
  browser = await openChromium()
  const options = { viewport: desk, locale: 'vi-VN' }
  office = await openVisit(browser, options)
  teacher = await openVisit(browser, options)
  for (const { context } of [office, teacher]) context.setDefaultTimeout(20_000)
})
afterAll(async () => {
  await browser.close()
  await server.close()
  expect(server.bugs).toEqual([])
})

const heading = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const fill = (page: Page, label: string | RegExp, text: string) =>
  page
    .getByLabel(label, { exact: typeof label === 'string' })
    .first()
    .fill(text)

/** Being asked to sign in is written to the console by Chromium; it is no fault of a page. */
const faults = ({ complaints }: Visit): readonly string[] =>
  complaints.filter((text) => !text.includes('status of 401'))

/** What is wrong with the page that a visit shows, at a desk and on a phone. */
const expectFine = async (visit: Visit): Promise<void> => {
  // A page stands when its heading does.
  await visit.page.locator('h1').first().waitFor()
  for (const size of [desk, phone]) {
    await visit.page.setViewportSize(size)
    await visit.page.waitForTimeout(100)
    expect(await findBarriers(visit.page), `${visit.page.url()} ${size.width}`).toEqual([])
    expect(await widthTooMuch(visit.page), `${visit.page.url()} ${size.width}`).toBeLessThanOrEqual(0)
  }
  await visit.page.setViewportSize(desk)
  expect(faults(visit)).toEqual([])
}

const codeAt = (milliseconds: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: milliseconds })

describe('a new server', () => {
  it('leads whoever comes first to its set-up, and asks for every answer', async () => {
    const { page } = office
    await page.goto(`${server.url}/`)
    await heading(page, 'Thiết lập lần đầu').waitFor()
    await press(page, 'Tiếp tục')
    await page.getByText('Cần điền ô này.').waitFor()
    await expectFine(office)
  })

  it('is founded in four steps', async () => {
    const { page } = office
    const { school } = records
    await fill(page, 'Mã thiết lập', server.setUpCode)
    await press(page, 'Tiếp tục')
    await fill(page, 'Tên trường', school.name)
    await fill(page, 'Mã trường (CSDL ngành)', school.code)
    await fill(page, 'Xã, phường, đặc khu', school.ward.name)
    await fill(page, 'Mã xã', school.ward.code)
    await fill(page, 'Tỉnh, thành phố', school.province.name)
    await fill(page, 'Mã tỉnh', school.province.code)
    await fill(page, 'Địa danh in trước ngày ký', school.signingPlace)
    await expectFine(office)
    await press(page, 'Tiếp tục')
    await fill(page, 'Năm học bắt đầu làm việc', schoolYear)
    await press(page, 'Tiếp tục')
    await fill(page, 'Họ và tên', 'Mùa A Tủa')
    await fill(page, 'Tên đăng nhập', 'quantri')
    await fill(page, 'Mật khẩu', password)
    await expectFine(office)
    await press(page, 'Hoàn tất thiết lập')
    await heading(page, 'Tài khoản của tôi').waitFor()
  })
})

describe('the own account', () => {
  it('has the administrator set up one-time codes before anything else', async () => {
    const { page } = office
    await expectFine(office)
    await page.goto(`${server.url}${schoolPath}`)
    await heading(page, 'Tài khoản của tôi').waitFor()
    await fill(page, /Nhập mật khẩu để tiếp tục/, password)
    await press(page, 'Bật mã xác nhận một lần')
    const shown = await page.getByText('Nhập khóa này vào ứng dụng').textContent()
    secret = /[A-Z2-7]{16,}/.exec(shown ?? '')?.[0] ?? ''
    await expectFine(office)
    await fill(page, /Mã xác nhận một lần/, codeAt(Date.now()))
    await press(page, 'Xác nhận')
    await page.getByText('Đang bật.').waitFor()
  })

  it('leads on to work', async () => {
    await office.page.getByRole('link', { name: 'Vào làm việc' }).click()
    await heading(office.page, 'Việc của tôi hôm nay').waitFor()
    await expectFine(office)
  })
})

describe('the accounts of a school', () => {
  it('are given to a whole staff, with slips to hand out', async () => {
    await saveSchoolYear(server.school, records, { now: new Date(), by: 'Nhập sổ' })
    const { page } = office
    await page.getByRole('link', { name: 'Người dùng' }).click()
    await heading(page, 'Người dùng').waitFor()
    await page.getByText('Mùa A Tủa').nth(1).waitFor()
    await expectFine(office)
    await press(page, 'Cấp cho cả danh sách cán bộ')
    await press(page, 'Cấp tài khoản và in phiếu')
    const slips = page.getByRole('dialog', { name: 'Phiếu kích hoạt tài khoản' })
    await slips.getByText('Kha Văn Tiến').waitFor()
    const codes = (await slips.textContent())?.match(/[A-Z2-9]{4}(-[A-Z2-9]{4}){2}/g) ?? []
    expect(new Set(codes).size).toBe(records.staff.length)
    const own = slips.locator('[data-slip]', { hasText: 'Kha Văn Tiến' })
    codeOfTeacher = /[A-Z2-9]{4}(-[A-Z2-9]{4}){2}/.exec((await own.textContent()) ?? '')?.[0] ?? ''
    await page.waitForTimeout(400)
    await expectFine(office)
    await slips.getByRole('button', { name: 'Đóng' }).click()
    await page.getByRole('rowheader', { name: 'Kha Văn Tiến', exact: true }).waitFor()
  })

  it('are given a new code for a reason, and suspended', async () => {
    const { page } = office
    const chooseFor = async (name: string, action: string): Promise<void> => {
      await press(page, `Việc cần làm với ${name}`)
      await page.getByRole('menuitem', { name: action }).click()
    }
    await chooseFor('Ngân Thị Lụa', 'Cấp lại mã')
    const dialog = page.getByRole('dialog', { name: 'Cấp lại mã kích hoạt cho Ngân Thị Lụa' })
    const confirm = dialog.getByRole('button', { name: 'Cấp lại mã' })
    expect(await confirm.isDisabled()).toBe(true)
    await dialog.getByLabel('Lý do').fill('Mất phiếu')
    await confirm.click()
    const slip = page.getByRole('dialog', { name: 'Phiếu kích hoạt tài khoản' })
    await slip.getByText('Ngân Thị Lụa').waitFor()
    await slip.getByRole('button', { name: 'Đóng' }).click()
    await page.getByText('Mất phiếu').waitFor()
    await chooseFor('Ngân Thị Lụa', 'Tạm khóa')
    await page.getByRole('dialog').getByRole('button', { name: 'Tạm khóa' }).click()
    await page.getByRole('row', { name: /Ngân Thị Lụa.*Tạm khóa/ }).waitFor()
    await expectFine(office)
  })
})

describe('signing in', () => {
  it('begins for a teacher with the code of the slip and a password of their own', async () => {
    const { page } = teacher
    await page.goto(`${server.url}/kich-hoat`)
    await expectFine(teacher)
    await fill(page, /Mã kích hoạt/, codeOfTeacher.toLowerCase())
    await press(page, 'Tiếp tục')
    await page.getByText('Tài khoản của Kha Văn Tiến').waitFor()
    await fill(page, /^Mật khẩu mới/, password)
    await fill(page, /Nhập lại mật khẩu mới/, `${password} xa`)
    await page.getByText('Hai lần nhập chưa giống nhau.').waitFor()
    await expectFine(teacher)
    await fill(page, /Nhập lại mật khẩu mới/, password)
    await press(page, 'Đặt mật khẩu và vào làm việc')
    await heading(page, 'Việc của tôi hôm nay').waitFor()
  })

  it('shows a teacher the sheets they answer for, and no page of the administrator', async () => {
    const { page } = teacher
    await page.getByRole('link', { name: '7A · Toán' }).waitFor()
    expect(await page.getByRole('link', { name: 'Người dùng' }).count()).toBe(0)
    await expectFine(teacher)
  })

  it('comes back, after signing out, to the very page that was asked for', async () => {
    const { page } = teacher
    await press(page, 'Tài khoản của Kha Văn Tiến')
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
    await heading(page, 'Đăng nhập').waitFor()
    await page.goto(`${server.url}${schoolPath}/lop/7A/so/TOAN`)
    await heading(page, 'Đăng nhập').waitFor()
    await expectFine(teacher)
    await fill(page, /Tên đăng nhập/, 'tien.khavan')
    await fill(page, /^Mật khẩu/, 'không phải mật khẩu này')
    await press(page, 'Đăng nhập')
    await page.getByRole('alert').getByText('Tên đăng nhập, mật khẩu hoặc mã không đúng').waitFor()
    await expectFine(teacher)
    await fill(page, /^Mật khẩu/, password)
    await press(page, 'Đăng nhập')
    await page.getByRole('heading', { level: 1, name: /Toán/ }).waitFor()
  })

  it('asks who has one-time codes for one', async () => {
    const { page } = office
    await press(page, 'Tài khoản của Mùa A Tủa')
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
    await fill(page, /Tên đăng nhập/, 'quantri')
    await fill(page, /^Mật khẩu/, password)
    await press(page, 'Đăng nhập')
    await fill(page, /Mã xác nhận một lần/, codeAt(Date.now() + 30_000))
    await expectFine(office)
    await press(page, 'Đăng nhập')
    await heading(page, 'Việc của tôi hôm nay').waitFor()
  })
})

describe('the shell', () => {
  it('finds a page by a few letters without diacritics, from the keyboard', async () => {
    const { page } = office
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Tìm trang hoặc lớp' }).locator('input:focus').waitFor()
    await page.keyboard.type('nguoi d')
    await page.keyboard.press('Enter')
    await heading(page, 'Người dùng').waitFor()
  })

  it('becomes a drawer on a phone', async () => {
    const { page } = office
    await page.setViewportSize(phone)
    await press(page, 'Mở danh mục')
    await page.waitForTimeout(400)
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('link', { name: 'Việc của tôi' }).click()
    await heading(page, 'Việc của tôi hôm nay').waitFor()
    await page.setViewportSize(desk)
  })

  it('speaks English when asked', async () => {
    const { page } = office
    await press(page, 'Tài khoản của Mùa A Tủa')
    await page.getByRole('menuitem', { name: 'English' }).click()
    await heading(page, 'My work today').waitFor()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
  })

  it('asks who was signed out elsewhere to sign in again over the page', async () => {
    const { page, context } = teacher
    await page.getByRole('link', { name: 'Học bạ số' }).click()
    await heading(page, 'Việc của tôi hôm nay').waitFor()
    await context.clearCookies()
    await page.getByRole('link', { name: '7A · Ngữ văn' }).click()
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
    await dialog.getByLabel('Mật khẩu').first().fill(password)
    await dialog.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByRole('heading', { level: 1, name: /Ngữ văn/ }).waitFor()
    await dialog.waitFor({ state: 'detached' })
  })
})
