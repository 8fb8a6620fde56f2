import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepPicture } from '../../scripts/small-picture.ts'
import { openBooksWeb, type BooksWeb, type Whose } from './support/books-web.ts'
import { findBarriers, widthTooMuch, type Visit } from './support/visit.ts'

/** From a class that is carried over to its issued books and a correction, each person at their own desk. */

const sizes = [
  { width: 390, height: 844 },
  { width: 1366, height: 768 },
] as const

let web: BooksWeb

beforeAll(async () => {
  web = await openBooksWeb()
})
afterAll(() => web.close())

/** Goes to a page below the year's and waits until it says something. */
const goTo = async (whose: Whose, below: string, title: string | RegExp): Promise<Visit> => {
  const visit = await web.sitDown(whose)
  await visit.page.goto(`${web.root}/${below}`)
  await visit.page.getByRole('heading', { level: 1, name: title }).waitFor()
  await visit.page.getByRole('status', { name: 'Đang tải…' }).first().waitFor({ state: 'hidden' })
  return visit
}

/** Looks at the page as it stands: nothing bars anybody, and it fits, on a desk and on a phone. */
const expectFit = async ({ page, complaints }: Visit): Promise<void> => {
  for (const size of sizes) {
    await page.setViewportSize(size)
    expect([size.width, await findBarriers(page)]).toEqual([size.width, []])
    expect([size.width, await widthTooMuch(page)]).toEqual([size.width, 0])
  }
  expect(complaints).toEqual([])
}

/** Where `HOCBA_PICTURES` is set, what the page shows becomes a picture of the guides (docs/vi). */
const keepForGuides = async (page: Page, name: string, height: number): Promise<void> => {
  if (process.env['HOCBA_PICTURES'] === undefined) return
  await page.setViewportSize({ width: 1280, height })
  await keepPicture(page, name)
}

const press = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string', disabled: false })
    .first()
    .press('Enter')

const bookPage = 'lop/7A/hoc-ba/7A0001'

/** Signs (or seals) everything whose turn it is, in the page, and waits until the sitting has ended. */
const signAll = async (whose: Whose, begin: RegExp, confirm: string): Promise<Page> => {
  const { page } = await goTo(whose, 'ky', /^(Kí học bạ|Đóng dấu, phát hành)$/)
  await press(page, begin)
  await press(page.getByRole('dialog'), confirm)
  await page.getByText('Đã xong', { exact: true }).waitFor({ timeout: 60_000 })
  return page
}

describe('a class that is carried over', () => {
  it('shows its steps, its sheets with who confirmed them, and each pupil’s book', async () => {
    const visit = await goTo('homeroomTeacher', 'lop/7A/hoc-ba', 'Học bạ lớp 7A')
    const { page } = visit
    await page.getByText(/^Kha Văn Tiến kết chuyển .*: 3 học bạ$/).waitFor()
    await expect.poll(() => page.getByRole('table').nth(1).locator('tbody tr').count()).toBe(3)
    await expect.poll(() => page.getByText('Đã kết chuyển', { exact: true }).count()).toBe(3)
    await expectFit(visit)
  })

  it('cannot be signed by who comes later: the page says whom it waits for', async () => {
    const visit = await goTo('principal', 'ky', 'Kí học bạ')
    const { page } = visit
    await page.getByText('3 học bạ đến lượt kí').waitFor()
    await expectFit(visit)
    const homeroom = await goTo('homeroomTeacher', 'ky', 'Kí học bạ')
    await homeroom.page.getByText('3 học bạ đến lượt kí').waitFor()
    await expectFit(homeroom)
  })

  it('is closed in the gradebook, whose cells a head may send back with a reason', async () => {
    const { page, complaints } = await goTo('principal', 'lop/7A/so/NGU_VAN', /Ngữ văn/)
    await page.getByRole('grid').waitFor()
    await page.locator('td[data-row="0"][data-column="0"]').click()
    await press(page, 'Trả lại ô đang chọn')
    await page.getByLabel('Vì sao trả lại').fill('Bài kiểm tra ghi điểm khác')
    await press(page, 'Trả lại ô')
    await page.getByText(/^Đã trả lại ô /).waitFor()
    expect(complaints).toEqual([])
  })
})

describe('a cell that was sent back', () => {
  it('says in the gradebook who wants it looked at again, and why', async () => {
    const { page } = await goTo('subjectTeacher', 'lop/7A/so/NGU_VAN', /Ngữ văn/)
    await page.getByRole('grid').waitFor()
    await page.locator('td.is-sent-back').click()
    await page.getByText('Quàng Thị Thời trả lại: «Bài kiểm tra ghi điểm khác».').waitFor()
    await page.getByRole('link', { name: 'Việc của tôi' }).first().press('Enter')
    await page.getByRole('link', { name: 'Ngữ văn 7A: 1 ô bị trả lại, chờ trả lời.' }).waitFor()
    await expectFit(await web.sitDown('subjectTeacher'))
  })

  it('waits for its teacher, who changes it and hears who signs again', async () => {
    const visit = await goTo('subjectTeacher', 'tra-lai', 'Ô trả lại')
    const { page } = visit
    await page.getByText('«Bài kiểm tra ghi điểm khác»').waitFor()
    await expectFit(visit)
    await press(page, 'Trả lời')
    await page.getByLabel('Sửa thành').fill('9')
    await page.getByLabel('Lời trả lời').fill('Đã xem lại bài, 9 điểm')
    await press(page, 'Gửi trả lời')
    await page.getByText(/^Đã trả lời về /).waitFor()
    await page.getByRole('heading', { name: 'Đã trả lời (1)' }).waitFor()
  })
})

describe('signing', () => {
  it('goes from the covers to the teachers, the homeroom teacher and the principal, in the page', async () => {
    await signAll('principal', /^Kí \d+ học bạ$/, 'Kí ngay')
    await signAll('clerk', /^Đóng dấu, phát hành \d+ học bạ$/, 'Đóng dấu, phát hành')
    await signAll('subjectTeacher', /^Kí 3 học bạ$/, 'Kí ngay')
    await signAll('artsTeacher', /^Kí 3 học bạ$/, 'Kí ngay')
    await signAll('homeroomTeacher', /^Kí 3 học bạ$/, 'Kí ngay')
    const page = await signAll('principal', /^Kí 3 học bạ$/, 'Kí ngay')
    await page.getByText('Đã kí: 3').waitFor()
    await expectFit(await web.sitDown('principal'))
  })

  it('ends with the seal: the books are issued, and the class says so', async () => {
    const page = await signAll('clerk', /^Đóng dấu, phát hành 3 học bạ$/, 'Đóng dấu, phát hành')
    await page.getByText('Đã phát hành: 3').waitFor()
    const visit = await goTo('principal', 'lop/7A/hoc-ba', 'Học bạ lớp 7A')
    await expect.poll(() => visit.page.locator('tbody').getByText('Đã phát hành').count()).toBe(3)
    await expectFit(visit)
  })
})

describe('an issued book', () => {
  it('shows every signature and lets a correction be asked for, with its consequences first', async () => {
    const visit = await goTo('subjectTeacher', bookPage, /^Học bạ của /)
    const { page } = visit
    await page.getByRole('heading', { name: 'Chữ kí' }).waitFor()
    await expectFit(visit)
    await press(page, 'Đề nghị đính chính')
    await page.getByRole('combobox', { name: 'Môn học' }).click()
    await page.getByRole('option', { name: 'Ngữ văn' }).click()
    await page.getByRole('combobox', { name: 'Ô cần sửa' }).click()
    await page.getByRole('option').filter({ visible: true }).first().click()
    await page.getByLabel('Sửa thành').fill('8,5')
    await press(page, 'Xem trước hệ quả')
    await page.getByText('Nếu đính chính').waitFor()
    await page.getByText(/^Phiên bản 2 sẽ thay/).waitFor()
    await page.getByLabel('Lí do sai').fill('Cộng nhầm điểm bài viết')
    await page.getByLabel('Minh chứng').fill('Bài kiểm tra lưu ở tổ, ngày 12/05/2027')
    await keepForGuides(page, 'de-nghi-dinh-chinh', 900)
    await press(page, 'Gửi đề nghị')
    await page.getByText(/^Đã gửi đề nghị đính chính/).waitFor()
  })

  it('is corrected by the principal’s decision, and waits for its second version', async () => {
    const visit = await goTo('principal', 'dinh-chinh', 'Đính chính')
    const { page } = visit
    await page.getByText('«Cộng nhầm điểm bài viết»').waitFor()
    await expectFit(visit)
    await keepForGuides(page, 'dinh-chinh', 600)
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(request.url()))
    await press(page, 'Quyết định')
    await page.getByLabel('Số quyết định').fill('12/QĐ-THCS')
    // The form's words were there: the page did not go away to fetch them.
    expect(fetched.filter((url) => url.includes('/assets/setup-'))).toEqual([])
    await page.getByLabel('Ngày quyết định').fill('24/05/2027')
    await page.getByRole('dialog').getByRole('button', { name: 'Quyết định' }).press('Enter')
    await page.getByText('Đã ghi quyết định').waitFor()
    await page.getByRole('heading', { name: 'Đã quyết định (1)' }).waitFor()
  })
})

describe('the other pages', () => {
  it('an order opens for a time, lists what was written and is closed again', async () => {
    const visit = await goTo('principal', 'lenh-mo-so', 'Lệnh mở sổ')
    const { page } = visit
    await page.getByText('Chưa có lệnh mở sổ nào').waitFor()
    await expectFit(visit)
    await press(page, 'Ra lệnh mở sổ')
    await page.getByLabel('Số lệnh').fill('05/L-HT')
    await page.getByLabel('Lí do mở sổ').fill('Bổ sung điểm cho học sinh ốm')
    await page.getByLabel('Mở đến hết ngày').fill('26/05/2027')
    await press(page, 'Mở sổ')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('heading', { name: /^05\/L-HT/ }).waitFor()
    await expectFit(visit)
  })

  it.each([
    ['principal', 'tien-do', 'Tiến độ'],
    ['groupHead', 'tien-do', 'Tiến độ'],
    ['subjectTeacher', 'thong-bao', 'Thông báo'],
    ['administrator', 'su-co', 'Thông báo'],
  ] as const)('%s: /%s has nothing in anybody’s way', async (whose, below, title) => {
    const visit = await goTo(whose, below, title)
    await expectFit(visit)
  })
})
