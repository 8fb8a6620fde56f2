import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { writeWorkbook } from '../../src/adapters/workbook/index.ts'
import { smallSchool } from '../../src/adapters/workbook/testing/small-school.ts'
import { schoolYear } from '../database/support/gradebook.ts'
import { desk, level, records, useSetUp } from './support/set-up-visit.ts'
import { findBarriers, openVisit, takeOption } from './support/visit.ts'

const place = `${records.school.code}/years/${schoolYear}/${level}`
const pupil = '7A0001'

const set = useSetUp([records, smallSchool], records)
const { open } = set

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

const field = (page: Page, label: string): Locator =>
  page.getByRole('dialog').getByLabel(label, { exact: true })

const saved = (page: Page, text: string): Promise<void> =>
  page.getByRole('alert').filter({ hasText: text }).first().waitFor()

/** What the server keeps, asked as the page asks. */
const ask = async <T>(below: string): Promise<T> => {
  const answer = await set.visit().page.request.get(`${set.server().url}/api/v1/schools/${place}${below}`)
  return (await answer.json()) as T
}

const find = async (list: string, key: string, code: string): Promise<unknown> => {
  const [rows = []] = Object.values(await ask<Record<string, readonly Record<string, unknown>[]>>(list))
  return rows.find((row) => row[key] === code)
}

/** Types a few letters of a person into a picker and takes who is found. */
const pick = async (page: Page, label: string | RegExp, letters: string): Promise<void> => {
  const box = page.getByRole('combobox', { name: label }).or(page.getByLabel(label)).first()
  await box.click()
  await page.keyboard.type(letters)
  await takeOption(page)
}

describe('staff', () => {
  it('are added with the keyboard alone, each fault beside its field', async () => {
    const page = await open('can-bo')
    await page.getByRole('button', { name: 'Thêm cán bộ' }).focus()
    await page.keyboard.press('Enter')
    await field(page, 'Họ và tên').fill('Hà Thị Mới')
    await page.keyboard.press('Enter')
    await page.getByText('Số định danh cá nhân gồm đúng 12 chữ số.').waitFor()
    await field(page, 'Mã cán bộ').fill('CB90')
    await field(page, 'Số định danh cá nhân').fill('001080000099')
    await field(page, 'Ngày sinh').fill('5/9/1990')
    await page.keyboard.press('Enter')
    await saved(page, 'Hà Thị Mới')
    await expect
      .poll(() => find('/staff', 'staffCode', 'CB90'))
      .toMatchObject({
        fullName: 'Hà Thị Mới',
        birthDate: '1990-09-05',
        version: 1,
      })
  })

  it('are not lost by closing the form, and removed only after asking', async () => {
    const page = await open('can-bo')
    await press(page, 'Hà Thị Mới')
    await field(page, 'Họ và tên').fill('Hà Thị Khác')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Còn thay đổi chưa lưu' }).waitFor()
    await page
      .getByRole('dialog', { name: 'Còn thay đổi chưa lưu' })
      .getByRole('button', { name: 'Thôi' })
      .click()
    await expect.poll(() => field(page, 'Họ và tên').inputValue()).toBe('Hà Thị Khác')
    await press(page, 'Xóa khỏi năm học')
    await page
      .getByRole('dialog', { name: 'Xóa khỏi năm học' })
      .getByRole('button', { name: 'Xóa khỏi năm học' })
      .click()
    await saved(page, 'Đã xóa Hà Thị Mới')
    await expect.poll(() => find('/staff', 'staffCode', 'CB90')).toBeUndefined()
  })
})

describe('classes and groups', () => {
  it('take a class with its homeroom teacher', async () => {
    const page = await open('lop-hoc')
    await press(page, 'Thêm lớp')
    await field(page, 'Tên lớp').fill('7C')
    await field(page, 'Khối').click()
    await page.getByRole('option', { name: 'Khối 7' }).click()
    await pick(page, 'Giáo viên chủ nhiệm', 'tien')
    await press(page, 'Lưu')
    await saved(page, 'Lớp 7C')
    await expect
      .poll(() => find('/classes', 'classId', '7C'))
      .toMatchObject({
        grade: 7,
        homeroomTeacher: { staffCode: 'CB02' },
      })
  })

  it('make a subject group whose head is a member', async () => {
    const page = await open('to-chuyen-mon')
    await page.getByRole('button', { name: 'Thêm tổ' }).first().click()
    await field(page, 'Tên tổ').fill('Tổ Tự nhiên')
    await pick(page, 'Tổ trưởng', 'lua')
    await press(page, 'Lưu')
    await saved(page, 'Tổ Tự nhiên')
    await expect
      .poll(() => find('/subject-groups', 'name', 'Tổ Tự nhiên'))
      .toMatchObject({
        head: { staffCode: 'CB03' },
        members: [{ staffCode: 'CB03' }],
      })
  })
})

describe('the plan and the assignments', () => {
  it('say where a grade differs from the national programme', async () => {
    const page = await open('chuong-trinh')
    await page.getByRole('tab', { name: 'Khối 7' }).click()
    await page.getByLabel('Số tiết/năm môn Toán').fill('150')
    await page.getByText('Nhiều hơn 10 tiết').waitFor()
    await press(page, 'Lưu chương trình khối 7')
    await saved(page, 'Chương trình khối 7')
    const { subjects } = await ask<{
      subjects: readonly { grade: number; subject: string; periodsPerYear: number }[]
    }>('/subject-plan')
    expect(subjects.find(({ grade, subject }) => grade === 7 && subject === 'TOAN')?.periodsPerYear).toBe(150)
  })

  it('give a whole class to one teacher, take a step back, and save in one go', async () => {
    const page = await open('phan-cong')
    const give = async (letters: string): Promise<void> => {
      await press(page, 'Chọn cả lớp 7B')
      await page.keyboard.type(letters)
      await takeOption(page)
    }
    await give('lua')
    await page.getByText(/Đã gán Ngân Thị Lụa cho 12 ô/).waitFor()
    await press(page, 'Hoàn tác')
    await page.getByRole('button', { name: 'Không có thay đổi' }).waitFor()
    await give('lua')
    await press(page, /^Lưu 12 thay đổi$/)
    await saved(page, 'Đã lưu 12 phân công')
    const { assignments } = await ask<{
      assignments: readonly { classId: string; teacher: { staffCode: string } | null }[]
    }>('/assignments')
    const own = assignments.filter(({ classId }) => classId === '7B')
    expect(own.map(({ teacher }) => teacher?.staffCode)).toEqual(Array.from({ length: 12 }, () => 'CB03'))
  })
})

describe('a pupil', () => {
  it('is found, and their profile changed', async () => {
    const page = await open('hoc-sinh')
    await page.getByLabel('Tìm theo tên hoặc mã').fill(pupil)
    await page.getByRole('link', { name: 'Lương Thị Bưởi' }).click()
    await page.getByLabel('Họ tên mẹ').fill('Vi Thị Mận')
    await page.keyboard.press('Enter')
    await saved(page, 'Lương Thị Bưởi')
    await expect
      .poll(() => ask(`/classes/7A/students/${pupil}`))
      .toMatchObject({ mother: { fullName: 'Vi Thị Mận' } })
  })

  it('is exempt by a decision, and moved to another class of the grade', async () => {
    const page = await open(`lop/7A/hoc-sinh/${pupil}`)
    await press(page, 'Thêm miễn học')
    await pick(page, 'Môn học', 'Giáo dục thể')
    await page.getByText('Miễn phần thực hành').click()
    await field(page, 'Số quyết định').fill('12/QĐ-THCS')
    await press(page, 'Lưu')
    await page.getByText('Quyết định số 12/QĐ-THCS').waitFor()
    await press(page, 'Chuyển lớp')
    await pick(page, 'Sang lớp', '7B')
    await field(page, 'Lí do').fill('Theo nguyện vọng của gia đình')
    await page.keyboard.press('Enter')
    await page.waitForURL(/lop\/7B\/hoc-sinh/)
    await expect
      .poll(() => ask(`/classes/7B/students/${pupil}`))
      .toMatchObject({
        exemptions: [{ subject: 'GDTC', kind: 'practice-exempt', decisionNumber: '12/QĐ-THCS' }],
        moves: [{ fromClass: '7A', toClass: '7B' }],
      })
  })
})

describe('the year', () => {
  it('has a deadline that the school sets with its reason, seen on the overview', async () => {
    const page = await open('cai-dat')
    await press(page, 'Sửa: Hạn nhập học kì I')
    await field(page, 'Giá trị mới của trường').fill('15/1/2027')
    await page.keyboard.press('Enter')
    await page.getByText('Hãy ghi căn cứ hoặc lí do.').waitFor()
    await field(page, 'Căn cứ, lí do').fill('Kế hoạch số 15/KH-THCS')
    await press(page, 'Lưu')
    await saved(page, 'Hạn nhập học kì I')
    await expect
      .poll(() => find('/settings', 'name', 'entry-closes.term1'))
      .toMatchObject({
        value: '2027-01-15',
        source: 'school',
      })
    const overview = await open('nam-hoc')
    await overview
      .getByRole('row', { name: /15\/01\/2027 Hạn nhập học kì I còn \d+ ngày Kế hoạch số 15/ })
      .waitFor()
  })

  it('begins with what is known of the school, also for who presses before the year has come', async () => {
    const { page } = set.visit()
    await page.route(`**/api/v1/schools/${place}`, async (route) => {
      await page.getByRole('button', { name: 'Thêm năm học' }).press('Enter')
      await route.continue()
    })
    await open('nam-hoc')
    const { name, signingPlace } = records.school
    const shown = [
      await field(page, 'Tên trường').inputValue(),
      await field(page, 'Địa danh ghi trước ngày ký').inputValue(),
    ]
    expect(shown).toEqual([name, signingPlace])
    await page.unrouteAll()
  })

  it('is rolled over after a rehearsal, once its name has been typed', async () => {
    const page = await open('chuyen-nam')
    await press(page, 'Diễn tập')
    await page.getByText(/Diễn tập sang năm học 2027-2028/).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await press(page, 'Lập năm học 2027-2028')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/chưa kết luận/).check()
    expect(await dialog.getByRole('button', { name: 'Lập năm học 2027-2028' }).isDisabled()).toBe(true)
    await dialog.getByLabel('Gõ 2027-2028 để xác nhận').fill('2027-2028')
    await dialog.getByRole('button', { name: 'Lập năm học 2027-2028' }).click()
    await page.waitForURL(/2027-2028\/lower-secondary\/nam-hoc/)
    await page.getByRole('heading', { name: 'Năm học 2027-2028', exact: true }).waitFor()
  })
})

describe('a workbook', () => {
  const file = (name: string, bytes: Uint8Array) => ({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  })

  it('is brought in once it has been looked at, and says which cell is not accepted', async () => {
    const cookie = await set.server().cookieOf(smallSchool)
    const own = await openVisit(set.browser(), {
      viewport: desk,
      locale: 'vi-VN',
      extraHTTPHeaders: { cookie },
    })
    const { page } = own
    const year = `${smallSchool.school.code}/${smallSchool.schoolYear}/${level}`
    await page.goto(`${set.server().url}/truong/${year}/nhap-so`)
    const wrong = { ...smallSchool, staff: smallSchool.staff.map((one) => ({ ...one, citizenId: '12' })) }
    await page.locator('input[type=file]').setInputFiles(file('sai.xlsx', await writeWorkbook(wrong)))
    await page.getByText('Chưa nhận sổ sai.xlsx').waitFor()
    await expect.poll(() => page.locator('main tbody th').first().textContent()).toMatch(/^[A-Z]+\d+$/)
    expect(await findBarriers(page)).toEqual([])
    const [first, ...others] = smallSchool.staff
    const staff = [...others, ...(first === undefined ? [] : [{ ...first, fullName: 'Lò Thị Hạnh Dung' }])]
    await page
      .locator('input[type=file]')
      .setInputFiles(file('so.xlsx', await writeWorkbook({ ...smallSchool, staff })))
    await page.getByRole('heading', { name: /sẽ thay đổi/ }).waitFor()
    await page.getByRole('cell', { name: 'Lò Thị Hạnh Dung' }).first().waitFor()
    expect(await findBarriers(page)).toEqual([])
    await press(page, /^Ghi \d+ thay đổi$/)
    await page.getByText('Đã ghi theo sổ').waitFor()
    await page.getByRole('link', { name: 'Xem tổng quan năm học' }).click()
    await page.getByText('Ký với tư cách hiệu trưởng: Lò Thị Hạnh Dung').waitFor()
    // A refused workbook is answered with a problem, which Chromium notes.
    expect(own.complaints.filter((text) => !text.includes('status of 422'))).toEqual([])
  })
})
