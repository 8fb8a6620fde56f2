import type { Page } from 'playwright-core'
import { takeOption } from '../../browser/support/visit.ts'
import { dialog, fill, goTo, heading, pick, press, saved, typeThrough } from './at-pages.ts'

/** Begins an empty year of another level, with what is known of the school. */
export const addYear = async (page: Page, schoolYear: string, levelName: string): Promise<void> => {
  await press(page, 'Thêm năm học')
  await fill(dialog(page), 'Năm học', schoolYear)
  await dialog(page).getByLabel('Cấp học').first().click()
  await page.getByRole('option', { name: levelName, exact: true }).click()
  await press(dialog(page), 'Lập năm học')
}

/** Adds a member of staff from the keyboard alone: name, code, citizen id, day of birth. */
export const addStaff = async (
  page: Page,
  typed: readonly [string, string, string, string],
): Promise<void> => {
  const [fullName] = typed
  await press(page, 'Thêm cán bộ')
  await dialog(page, 'Thêm cán bộ').getByLabel('Họ và tên').focus()
  await typeThrough(page, typed)
  await saved(page, fullName)
  await page.getByRole('rowheader', { name: fullName }).waitFor()
}

export const addGroup = async (page: Page, name: string, head: string): Promise<void> => {
  await press(page, 'Thêm tổ')
  await fill(dialog(page), 'Tên tổ', name)
  await pick(page, 'Tổ trưởng', head)
  await press(dialog(page), 'Lưu')
  await page.getByRole('heading', { level: 2, name }).waitFor()
  await page.getByText('1 thành viên').waitFor()
}

/** Gives a group that members of staff are said to be in its head. */
export const giveHead = async (page: Page, name: string, head: string): Promise<void> => {
  await press(page, new RegExp(`^Sửa.*${name}`))
  await pick(page, 'Tổ trưởng', head)
  await press(dialog(page), 'Lưu')
  await saved(page, name)
  await page.getByText('2 thành viên').waitFor()
}

export const addClass = async (page: Page, name: string, homeroomTeacher: string): Promise<void> => {
  await press(page, 'Thêm lớp')
  await fill(dialog(page), 'Tên lớp', name)
  await pick(page, 'Giáo viên chủ nhiệm', homeroomTeacher)
  await press(dialog(page), 'Lưu')
  await page.getByRole('rowheader', { name: `Lớp ${name}` }).waitFor()
}

/** Gives every lesson of a class to one teacher: the class, a few letters of the name, Enter. */
export const giveClass = async (page: Page, name: string, letters: string): Promise<void> => {
  await press(page, `Chọn cả lớp ${name}`)
  await page.keyboard.type(letters)
  await takeOption(page)
}

/** Enrols a pupil, and goes back to the list. */
export const enrol = async (
  page: Page,
  { fullName, studentCode, classId }: Readonly<Record<'fullName' | 'studentCode' | 'classId', string>>,
): Promise<void> => {
  await press(page, 'Thêm học sinh')
  await fill(dialog(page), 'Họ và tên', fullName)
  await pick(page, 'Lớp', classId)
  await fill(dialog(page), 'Mã học sinh', studentCode)
  await fill(dialog(page), 'Ngày sinh', '14/2/2010')
  await fill(dialog(page), 'Nơi sinh', 'Xã Mường Lống')
  await fill(dialog(page), 'Chỗ ở hiện nay', 'Bản Pả, Xã Mường Lống')
  await page.keyboard.press('Enter')
  await heading(page, fullName).waitFor()
  await goTo(page, 'Học sinh')
}

/** Writes down who a pupil's parents are, on the page of the pupil. */
export const writeParents = async (
  page: Page,
  { father, work, mother }: Readonly<Record<'father' | 'work' | 'mother', string>>,
): Promise<void> => {
  await fill(page, 'Họ tên cha', father)
  await fill(page, 'Nghề nghiệp cha', work)
  await fill(page, 'Họ tên mẹ', mother)
  await page.keyboard.press('Enter')
  await saved(page, 'Đã lưu')
}

export const exemptFromPractice = async (page: Page, subject: string, decision: string): Promise<void> => {
  await press(page, 'Thêm miễn học')
  await pick(page, 'Môn học', subject)
  await dialog(page).getByText('Miễn phần thực hành').click()
  await fill(dialog(page), 'Số quyết định', decision)
  await page.keyboard.press('Enter')
  await page.getByText(`Quyết định số ${decision}`).waitFor()
}

export const moveTo = async (page: Page, classId: string, on: string, reason: string): Promise<void> => {
  await press(page, 'Chuyển lớp')
  await pick(page, 'Sang lớp', classId)
  await fill(dialog(page), 'Ngày chuyển', on)
  await fill(dialog(page), 'Lí do', reason)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/lop/${classId}/hoc-sinh/*`)
}

/** Sets a deadline of the school's own, with what it rests on. */
export const setDeadline = async (page: Page, title: string, day: string, reason: string): Promise<void> => {
  await press(page, `Sửa: ${title}`)
  await fill(dialog(page), 'Giá trị mới của trường', day)
  await fill(dialog(page), 'Căn cứ, lí do', reason)
  await press(dialog(page), 'Lưu')
  await saved(page, title)
}
