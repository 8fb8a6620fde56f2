import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Browser, Locator, Page } from 'playwright-core'
import { demoPassword } from '../src/demo/index.ts'
import { openChromium } from '../test/browser/chromium.ts'
import { keepPicture } from './small-picture.ts'

/*
 * Draws the pictures of signing and issuing in the guides (docs/vi): starts the program as the README says, with a data
 * folder of its own, and takes the class that the demonstration leaves at work through its people's desks:
 * node scripts/draw-books.ts. Needs Chromium and ImageMagick's convert.
 */
const port = 8098
const year = `http://127.0.0.1:${port}/truong/9999236301/2025-2026/lower-secondary`
const classId = '6A1-2025'

/** Starts the program, and waits until it says where it answers. */
const start = async (dataFolder: string) => {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('../bin/hocba.js', import.meta.url)), 'start'],
    {
      env: { ...process.env, HOCBA_DATA: dataFolder, HOCBA_PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  for await (const line of createInterface({ input: child.stdout })) if (line.includes('/truong/')) break
  return child
}

const sitDown = async (browser: Browser, username: string): Promise<Page> => {
  const page = await browser.newPage({ locale: 'vi-VN', viewport: { width: 1280, height: 720 } })
  await page.goto(year)
  await page.getByLabel(/^Tên đăng nhập/).fill(`${username}.thcs`)
  await page
    .getByLabel(/^Mật khẩu/)
    .first()
    .fill(demoPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi hôm nay' }).waitFor()
  return page
}

const goTo = async (page: Page, below: string, height = 720): Promise<void> => {
  await page.setViewportSize({ width: 1280, height })
  await page.goto(`${year}/${below}`)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.evaluate('document.fonts.ready.then(() => undefined)')
}

const press = (place: Page | Locator, name: string | RegExp): Promise<void> =>
  place
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()

/** A drawer or a dialog that was opened slides in. */
const keepSlid = async (page: Page, name: string): Promise<void> => {
  await page.waitForTimeout(600)
  await keepPicture(page, name)
}

const sit = async (page: Page, begin: RegExp, confirm: string, picture?: string): Promise<void> => {
  await goTo(page, 'ky')
  await press(page, begin)
  if (picture !== undefined) await keepSlid(page, picture)
  await press(page.getByRole('dialog'), confirm)
  await page.getByText('Đã xong', { exact: true }).waitFor({ timeout: 120_000 })
}

const sign = (page: Page): Promise<void> => sit(page, /^Kí \d+ học bạ$/, 'Kí ngay')

const sendBack = async (groupHead: Page, teacher: Page): Promise<void> => {
  await goTo(groupHead, `lop/${classId}/so/NGU_VAN`)
  await groupHead.locator('td[data-row="2"][data-column="3"]').click()
  await press(groupHead, 'Trả lại ô đang chọn')
  await groupHead.getByLabel('Vì sao trả lại').fill('Bài kiểm tra lưu ở tổ ghi điểm khác')
  await keepSlid(groupHead, 'tra-lai-o')
  await press(groupHead, 'Trả lại ô')
  await groupHead.getByText(/^Đã trả lại ô /).waitFor()
  await goTo(teacher, 'tra-lai', 520)
  await keepPicture(teacher, 'o-tra-lai')
  await press(teacher, 'Trả lời')
  await teacher.getByText('Giữ nguyên, vì đúng', { exact: true }).click()
  await teacher.getByLabel('Lời trả lời').fill('Đã xem lại bài, điểm ghi đúng')
  await press(teacher, 'Gửi trả lời')
  await teacher.getByText(/^Đã trả lời về /).waitFor()
}

const order = async (principal: Page): Promise<void> => {
  await goTo(principal, 'lenh-mo-so', 520)
  await press(principal, 'Ra lệnh mở sổ')
  await principal.getByLabel('Số lệnh').fill('05/L-HT')
  await principal.getByLabel('Lí do mở sổ').fill('Bổ sung điểm cho học sinh ốm dài ngày')
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toLocaleDateString('en-GB')
  await principal.getByLabel('Mở đến hết ngày').fill(inAWeek)
  await press(principal, 'Mở sổ')
  await principal.getByRole('heading', { name: /^05\/L-HT/ }).waitFor()
  await keepSlid(principal, 'lenh-mo-so')
}

const draw = async (browser: Browser): Promise<void> => {
  const [teacher, homeroom, groupHead, principal, clerk] = await Promise.all(
    ['bomon', 'chunhiem', 'totruong', 'hieutruong', 'vanthu'].map((name) => sitDown(browser, name)),
  )
  if (!teacher || !homeroom || !groupHead || !principal || !clerk) throw new Error('five people work here')
  await goTo(teacher, 'lop/9A1-2025/so/NGOAI_NGU_1')
  await press(teacher, 'Xác nhận trang')
  await keepSlid(teacher, 'xac-nhan-trang')
  await goTo(homeroom, `lop/${classId}/hoc-ba`, 900)
  await keepPicture(homeroom, 'hoc-ba-lop')
  await sendBack(groupHead, homeroom)
  await goTo(teacher, '', 520)
  await keepPicture(teacher, 'viec-dang-cho')
  for (const page of [teacher, groupHead, homeroom]) await sign(page)
  await goTo(principal, 'tien-do', 900)
  await keepPicture(principal, 'tien-do')
  await goTo(principal, 'ky', 820)
  await keepPicture(principal, 'ki-hoc-ba')
  await sign(principal)
  await sit(clerk, /^Đóng dấu, phát hành \d+/, 'Đóng dấu, phát hành', 'dong-dau')
  await order(principal)
}

const folder = mkdtempSync(join(tmpdir(), 'draw-books-'))
// The database runs as nobody where this runs as root.
chmodSync(folder, 0o711)
const program = await start(folder)
const browser = await openChromium()
try {
  await draw(browser)
} finally {
  await browser.close()
  program.kill('SIGINT')
  await once(program, 'exit')
  rmSync(folder, { recursive: true, force: true })
}
