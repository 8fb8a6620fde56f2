import type { Page } from 'playwright-core'
import type { SchoolWeb } from '../../browser/support/school-web.ts'
import { dialog, fill, goTo, heading, press } from './at-pages.ts'
import { password } from './person.ts'
import { staffNames, storySchool } from './story-school.ts'

export const administrator = { fullName: 'Mùa A Tủa', username: 'quantri' } as const

/** Founds the school on a server that has nobody yet, with the code that its console showed. */
export const foundSchool = async (page: Page, { url, setUpCode }: SchoolWeb): Promise<void> => {
  const { school, schoolYear } = storySchool
  await page.goto(`${url}/`)
  await heading(page, 'Thiết lập lần đầu').waitFor()
  await fill(page, 'Mã thiết lập', setUpCode)
  await page.keyboard.press('Enter')
  await fill(page, 'Tên trường', school.name)
  await fill(page, 'Mã trường (CSDL ngành)', school.code)
  await fill(page, 'Xã, phường, đặc khu', school.ward.name)
  await fill(page, 'Mã xã', school.ward.code)
  await fill(page, 'Tỉnh, thành phố', school.province.name)
  await fill(page, 'Mã tỉnh', school.province.code)
  await fill(page, 'Địa danh in trước ngày ký', school.signingPlace)
  await page.keyboard.press('Enter')
  await fill(page, 'Năm học bắt đầu làm việc', schoolYear)
  await page.keyboard.press('Enter')
  await fill(page, 'Họ và tên', administrator.fullName)
  await fill(page, 'Mật khẩu', password)
  await page.keyboard.press('Enter')
}

const codePattern = /[A-Z2-9]{4}(-[A-Z2-9]{4}){2}/

/** The slips on the screen: the code of each person of the staff who got one, by name. */
const readSlips = async (page: Page): Promise<ReadonlyMap<string, string>> => {
  const slips = dialog(page, 'Phiếu kích hoạt tài khoản').locator('[data-slip]')
  await slips.first().waitFor()
  const texts = await slips.allTextContents()
  return new Map(
    texts.map((text) => [
      staffNames.find((name) => text.includes(name)) ?? text,
      codePattern.exec(text)?.[0] ?? '',
    ]),
  )
}

/** Gives the whole staff accounts; what is to be printed is left open. */
export const giveAccounts = async (page: Page): Promise<ReadonlyMap<string, string>> => {
  await goTo(page, 'Người dùng')
  await press(page, 'Cấp cho cả danh sách cán bộ')
  await press(dialog(page), 'Cấp tài khoản và in phiếu')
  return readSlips(page)
}
