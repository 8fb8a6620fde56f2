import { readFile } from 'node:fs/promises'
import { writeXlsx } from 'hucre/xlsx'
import { Secret, TOTP } from 'otpauth'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAccountList } from '../../src/adapters/workbook/index.ts'
import { schoolYear } from '../database/support/gradebook.ts'
import { password } from '../server/support/school-server.ts'
import { otherSchool, smallSchool } from '../server/support/small-school.ts'
import { openChromium } from './chromium.ts'
import { openAccountWeb, type AccountWeb } from './support/account-web.ts'
import { findBarriers, openVisit, widthTooMuch, type Visit } from './support/visit.ts'

const desk = { width: 1366, height: 768 }
const phone = { width: 390, height: 844 }
const otherPassword = 'năm chiếc lá vàng rơi'
const codePattern = /[A-Z2-9]{4}(-[A-Z2-9]{4}){2}/

let web: AccountWeb
let browser: Browser

beforeAll(async () => {
  const [schoolCode, elsewhere] = [smallSchool.school.code, otherSchool.school.code]
  web = await openAccountWeb([
    { schoolCode, username: 'quan.tri', fullName: 'Giàng A Quản', isAdministrator: true },
    { schoolCode, username: 'lua.nganthi', fullName: 'Ngân Thị Lụa', staffCode: 'CB07' },
    { schoolCode, username: 'thoi.quangthi', fullName: 'Quàng Thị Thời', staffCode: 'CB01' },
    { schoolCode: elsewhere, username: 'quan.tri.ben', fullName: 'Lang Thị Bên', isAdministrator: true },
  ])
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await web.close()
})

/** Somebody who has signed in, at a page. */
const visitAs = async (username: string, path: string, more: object = {}): Promise<Visit> => {
  const visit = await openVisit(browser, { viewport: desk, locale: 'vi-VN' })
  visit.context.setDefaultTimeout(20_000)
  const answer = await visit.page.request.post(`${web.url}/api/v1/sessions`, {
    data: { username, password, ...more },
    headers: { origin: web.url },
  })
  expect(answer.status()).toBe(201)
  await visit.page.goto(`${web.url}/truong/${path}`)
  return visit
}

const accountsPage = ({ school }: typeof smallSchool): string =>
  `${school.code}/${schoolYear}/lower-secondary/nguoi-dung`

type Place = Page | Locator
const press = (place: Place, name: string) => place.getByRole('button', { name, exact: true }).click()
const fill = (place: Place, label: string | RegExp, text: string) =>
  place.getByLabel(label).first().fill(text)

/** A refused form is written to the console by Chromium; it is no fault of a page. */
const faults = ({ complaints }: Visit): readonly string[] =>
  complaints.filter((text) => !/status of (401|422)/.test(text))

/** What is wrong with the page that a visit shows, at a desk and on a phone. */
const expectFine = async (visit: Visit): Promise<void> => {
  for (const size of [desk, phone]) {
    await visit.page.setViewportSize(size)
    await visit.page.waitForTimeout(350)
    expect(await findBarriers(visit.page), `${visit.page.url()} ${size.width}`).toEqual([])
    expect(await widthTooMuch(visit.page), `${visit.page.url()} ${size.width}`).toBeLessThanOrEqual(0)
  }
  await visit.page.setViewportSize(desk)
  expect(faults(visit)).toEqual([])
}

const listOf = (...rows: (string | null)[][]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [{ name: 'Tài khoản', rows: [['Họ và tên', 'Tên đăng nhập', 'Mã cán bộ', 'Quản trị'], ...rows] }],
  })

const chooseFile = async (dialog: Locator, name: string, bytes: Uint8Array): Promise<void> =>
  dialog.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  })

describe('one’s own one-time codes', () => {
  let teacher: Visit
  let secret = ''
  const codeNow = (): string => {
    web.server.pass(60_000)
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: web.server.now().getTime() })
  }
  const turnOn = async (page: Page): Promise<void> => {
    await fill(page, /Nhập mật khẩu để tiếp tục/, password)
    await press(page, 'Bật mã xác nhận một lần')
    const shown = await page.getByText('Nhập khóa này vào ứng dụng').textContent()
    secret = /[A-Z2-7]{16,}/.exec(shown ?? '')?.[0] ?? ''
    await fill(page, /Mã xác nhận một lần/, codeNow())
    await press(page, 'Xác nhận')
    await page.getByText('Đang bật.').waitFor()
  }

  it('are turned on, and off again with the password and a code', async () => {
    teacher = await visitAs('lua.nganthi', 'tai-khoan')
    const { page } = teacher
    await turnOn(page)
    await press(page, 'Tắt mã xác nhận một lần…')
    const dialog = page.getByRole('dialog', { name: 'Tắt mã xác nhận một lần?' })
    await fill(dialog, /Mật khẩu hiện tại/, 'không phải nó đâu')
    await fill(dialog, /Mã xác nhận một lần/, codeNow())
    await press(dialog, 'Tắt mã')
    await dialog.getByText('Mật khẩu hiện tại không đúng.').waitFor()
    await expectFine(teacher)
    await fill(dialog, /Mật khẩu hiện tại/, password)
    await fill(dialog, /Mã xác nhận một lần/, codeNow())
    await press(dialog, 'Tắt mã')
    await page.getByText('Đã tắt mã xác nhận một lần.').waitFor()
    await dialog.waitFor({ state: 'detached' })
    await expectFine(teacher)
    const again = await visitAs('lua.nganthi', 'tai-khoan')
    await again.page.getByText('Đang tắt.').waitFor()
    await again.context.close()
  })

  it('stay where the role asks for them, and the page says so', async () => {
    const principal = await visitAs('thoi.quangthi', 'tai-khoan')
    const { page } = principal
    await page.getByRole('alert').getByText('bắt buộc bật mã này').waitFor()
    await turnOn(page)
    await page.getByText('bắt buộc dùng mã này nên không tắt được').waitFor()
    expect(await page.getByRole('button', { name: /Tắt mã/ }).count()).toBe(0)
    await expectFine(principal)
    await principal.context.close()
  })
})

describe('one’s own password', () => {
  it('is typed twice before it is changed', async () => {
    const visit = await visitAs('lua.nganthi', 'tai-khoan')
    const { page } = visit
    await fill(page, /^Mật khẩu hiện tại/, password)
    await fill(page, /^Mật khẩu mới/, otherPassword)
    await fill(page, /^Nhập lại mật khẩu mới/, `${otherPassword} xa`)
    await page.getByText('Hai lần nhập chưa giống nhau.').waitFor()
    expect(await page.getByRole('button', { name: 'Đổi mật khẩu' }).isDisabled()).toBe(true)
    await expectFine(visit)
    await fill(page, /^Nhập lại mật khẩu mới/, otherPassword)
    await press(page, 'Đổi mật khẩu')
    await page.getByText('Đã đổi mật khẩu.').waitFor()
    await expect.poll(() => page.getByLabel(/^Mật khẩu mới/).inputValue()).toBe('')
    await visit.context.close()
    const back = await visitAs('lua.nganthi', 'tai-khoan', { password: otherPassword })
    await back.context.close()
  })
})

describe('accounts from an Excel list', () => {
  let office: Visit
  let dialog: Locator

  it('begin with a template to be filled in', async () => {
    office = await visitAs('quan.tri', accountsPage(smallSchool))
    const { page } = office
    await press(page, 'Nhập từ Excel')
    dialog = page.getByRole('dialog', { name: 'Cấp tài khoản theo danh sách Excel' })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('link', { name: 'Tải tệp mẫu' }).click(),
    ])
    expect(await readAccountList(await readFile(await download.path()))).toEqual({ ok: [] })
    await expectFine(office)
  })

  it('are refused with sheet and cell of all that is wrong, and nobody gets one', async () => {
    await chooseFile(
      dialog,
      'danh-sach.xlsx',
      await listOf(
        ['Thào A Một', 'mot.thao', 'CB06', null],
        ['Thào A Hai', 'quan.tri', null, null],
        ['Thào Thị Ba', 'ba thào', null, null],
        ['Thào Thị Bốn', 'bon.thao', 'CB77', null],
        [null, 'nam.thao', null, null],
      ),
    )
    await dialog.getByText('Chưa cấp tài khoản nào: 4 dòng phải sửa').waitFor()
    await dialog.getByRole('heading', { name: 'Trang Tài khoản' }).waitFor()
    const rows = await dialog.getByRole('row').allTextContents()
    expect(rows.slice(1)).toEqual([
      expect.stringMatching(/^B3Thào A Hai.*Tên đăng nhập đã có người dùng ở trường: Giàng A Quản/),
      expect.stringMatching(/^B4Thào Thị Ba.*không dùng được/),
      expect.stringMatching(/^C5Thào Thị Bốn.*không có cán bộ mã 'CB77'/),
      expect.stringMatching(/^A6nam\.thao.*Chưa ghi 'Họ và tên'/),
    ])
    expect(await dialog.getByRole('button', { name: /Cấp \d+ tài khoản/ }).count()).toBe(0)
    await expectFine(office)
  })

  it('are refused with a reason where the file is no list', async () => {
    await chooseFile(dialog, 'anh.xlsx', Buffer.from('MZ'))
    await dialog.getByText(/Chưa nhận danh sách/).waitFor()
    expect(await dialog.getByRole('table').count()).toBe(0)
  })

  it('are given once they were looked at, with slips to print', async () => {
    const { page } = office
    await chooseFile(
      dialog,
      'danh-sach-da-sua.xlsx',
      await listOf(
        ['Kha Văn Tiến', 'tien.khavan', 'CB06', null],
        ['Vừ Thị Máy', 'may.vuthi', null, 'x'],
        ['Giàng A Quản', 'quan.tri', null, 'x'],
      ),
    )
    await dialog.getByText('2 người sẽ được cấp tài khoản. 1 người đã có tài khoản, giữ nguyên.').waitFor()
    await expectFine(office)
    await press(dialog, 'Cấp 2 tài khoản và in phiếu')
    const slips = page.getByRole('dialog', { name: 'Phiếu kích hoạt tài khoản' })
    await slips.getByText('Vừ Thị Máy').waitFor()
    await dialog.waitFor({ state: 'detached' })
    const texts = await slips.locator('[data-slip]').allTextContents()
    expect(texts).toEqual([
      expect.stringMatching(/Kha Văn Tiến.*tien\.khavan/),
      expect.stringMatching(/Vừ Thị Máy.*may\.vuthi/),
    ])
    expect(new Set(texts.map((text) => codePattern.exec(text)?.[0])).size).toBe(2)
    await expectFine(office)
    await slips.getByRole('button', { name: 'Đóng' }).click()
    await page.getByRole('row', { name: /Vừ Thị Máy.*Quản trị hệ thống.*Chưa kích hoạt/ }).waitFor()
  })

  it('are nobody’s the second time', async () => {
    const { page } = office
    await press(page, 'Nhập từ Excel')
    await chooseFile(dialog, 'danh-sach.xlsx', await listOf(['Kha Văn Tiến', 'tien.khavan', 'CB06', null]))
    await dialog.getByText('Không có ai cần cấp tài khoản.').waitFor()
    expect(await dialog.getByRole('button', { name: /Cấp \d+ tài khoản/ }).count()).toBe(0)
    await office.context.close()
  })
})

describe('a second school', () => {
  let door: Visit
  let code = ''

  it('gives a slip, and the page of activation says what it is to who has an account', async () => {
    door = await visitAs('quan.tri.ben', accountsPage(otherSchool))
    const { page } = door
    await press(page, 'Thêm tài khoản')
    const dialog = page.getByRole('dialog', { name: 'Thêm tài khoản' })
    await fill(dialog, /Họ và tên/, 'Ngân Thị Lụa')
    await fill(dialog, /Tên đăng nhập/, 'lua.ben')
    await fill(dialog, /Mã cán bộ/, 'CB02')
    await press(dialog, 'Cấp tài khoản')
    const slip = page.locator('[data-slip]')
    await slip.getByText('Đã có tài khoản ở trường khác').waitFor()
    code = codePattern.exec((await slip.textContent()) ?? '')?.[0] ?? ''
    const newcomer = await openVisit(browser, { viewport: desk, locale: 'vi-VN' })
    await newcomer.page.goto(`${web.url}/truong/kich-hoat`)
    await fill(newcomer.page, /Mã kích hoạt/, code)
    await press(newcomer.page, 'Tiếp tục')
    await newcomer.page.getByText('Không cần tài khoản thứ hai').waitFor()
    await expectFine(newcomer)
    await newcomer.context.close()
  })

  it('is joined with the account of the first, once the person has seen what that means', async () => {
    const teacher = await visitAs('lua.nganthi', 'tai-khoan', { password: otherPassword })
    const { page } = teacher
    await fill(page, /Mã trên phiếu của trường khác/, 'AAAA-BBBB-CCCC')
    await press(page, 'Xem phiếu')
    await page.getByText('Mã kích hoạt không đúng').waitFor()
    await fill(page, /Mã trên phiếu của trường khác/, code.toLowerCase())
    await press(page, 'Xem phiếu')
    const dialog = page.getByRole('dialog', { name: `Nhận việc ở ${otherSchool.school.name}?` })
    await dialog.getByText('bằng tài khoản lua.nganthi').waitFor()
    await expectFine(teacher)
    await press(dialog, 'Nhận việc')
    await page.getByRole('status').getByText(`Đã thêm ${otherSchool.school.name}.`).waitFor()
    await expect.poll(() => page.getByRole('listitem').count()).toBe(2)
    await dialog.waitFor({ state: 'detached' })
    await expectFine(teacher)
    await page.goto(`${web.url}/truong/${otherSchool.school.code}/${schoolYear}/lower-secondary`)
    await page.getByRole('link', { name: '9A · Toán' }).waitFor()
    await teacher.context.close()
  })

  it('sees a guest’s name, and may close its own door, no more', async () => {
    const { page } = door
    await page.reload()
    await page
      .getByRole('row', { name: /Ngân Thị Lụa.*tài khoản của trường khác.*CB02.*Đang dùng/ })
      .waitFor()
    expect(await page.getByText('lua.nganthi').count()).toBe(0)
    await page.getByText('Ngân Thị Lụa nhận việc bằng tài khoản của trường khác').waitFor()
    await press(page, 'Việc cần làm với Ngân Thị Lụa')
    await page.getByRole('menuitem', { name: 'Tạm khóa' }).waitFor()
    expect(await page.getByRole('menuitem', { name: 'Cấp lại mã' }).count()).toBe(0)
    await page.getByRole('menuitem', { name: 'Tạm khóa' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Việc của họ ở trường khác không đổi.').waitFor()
    await expectFine(door)
    await press(dialog, 'Tạm khóa')
    await page.getByRole('row', { name: /Ngân Thị Lụa.*Tạm khóa/ }).waitFor()
    await expectFine(door)
    await door.context.close()
  })
})
