import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { press } from './support/at-pages.ts'
import { answerToMark, expectClosed } from './support/marks-access.ts'
import { classPath, openMarksStory, type MarksStory } from './support/marks-desks.ts'
import { codeOf, lowerSchool, primarySchool, pupils } from './support/marks-school.ts'
import * as sheet from './support/marks-sheet.ts'
import { faultsOf } from './support/person.ts'

/** The gradebook of a primary class, and the desks at which nobody may write. */

let story: MarksStory

beforeAll(async () => {
  story = await openMarksStory()
})
afterAll(() => story.close())

describe('the teacher of a primary class', () => {
  const am = 'Cầm Văn Ấm'
  const pupilsOf4A = new Map(
    primarySchool.students.map(({ profile }) => [profile.fullName, profile.studentCode]),
  )
  const others = [...pupilsOf4A.keys()].filter((name) => name !== am)
  const at = (name: string, path: string): string => `${pupilsOf4A.get(name) ?? ''} moments.midterm1.${path}`

  it('types level, score and comment of the middle of a term, and pastes those of the others by name', async () => {
    const { page } = await story.sitDown('primaryTeacher')
    await sheet.openSheet(page, '4A · Tiếng Việt', 'Sổ điểm môn Tiếng Việt – Lớp 4A')
    await press(page, 'Giữa HK I')
    await sheet.walkTo(page, am, 'Mức')
    await sheet.typeEach(page, 'Tab', ['h', '8', 'Đọc trôi chảy, viết còn sai dấu.'])
    await sheet.walkTo(page, am, 'Mức')
    const rows = others.map((name, index) => [
      name,
      ['T', 'H', 'C'][index % 3] ?? '',
      `${9 - index}`,
      `Đã đọc ${index + 1} bài.`,
    ])
    const preview = await sheet.pasteBlock(page, [['Họ và tên', 'Mức', 'Điểm', 'Nhận xét'], ...rows])
    await expect
      .poll(() => sheet.countsIn(preview))
      .toMatch(/^15 ô mới, 0 ô thay đổi, 0 ô giữ nguyên, 0 ô không hợp lệ/)
    await press(preview, 'Dán 15 ô')
    await sheet.untilSaved(page)
    await expect.poll(() => sheet.shown(page, am, 'Mức')).toBe('H')
    const pasted = rows.flatMap(([name = '', level = '', score = '', comment = '']) => [
      [at(name, 'level'), level],
      [at(name, 'score'), score],
      [at(name, 'comment'), comment],
    ])
    await expect
      .poll(() => story.stored(primarySchool, 'TIENG_VIET'))
      .toEqual({
        [at(am, 'level')]: 'H',
        [at(am, 'score')]: '8',
        [at(am, 'comment')]: 'Đọc trôi chảy, viết còn sai dấu.',
        ...(Object.fromEntries(pasted) as object),
      })
  })

  it('types and pastes qualities and competences, and reads them in the results of the class', async () => {
    const { page } = await story.sitDown('primaryTeacher')
    await sheet.openSheet(
      page,
      '4A · Tổng hợp của giáo viên chủ nhiệm',
      'Tổng hợp của giáo viên chủ nhiệm – Lớp 4A',
    )
    await press(page, 'Giữa HK I')
    await sheet.walkTo(page, am, 'Yêu nước')
    await sheet.typeEach(page, 'Tab', ['t', 'đ', 'c'])
    await sheet.walkTo(page, am, 'Yêu nước')
    const titles = ['Yêu nước', 'Nhân ái', 'Tự chủ và tự học', 'Tính toán']
    const block = others.map((name) => [name, 'T', 'Đ', 'T', 'C'])
    const preview = await sheet.pasteBlock(page, [['Họ và tên', ...titles], ...block])
    await press(preview, 'Dán 20 ô')
    await sheet.untilSaved(page)
    const paths = [
      'qualities.YEU_NUOC',
      'qualities.NHAN_AI',
      'competences.TU_CHU_TU_HOC',
      'competences.TINH_TOAN',
    ]
    await expect
      .poll(() => story.stored(primarySchool, 'homeroom'))
      .toEqual({
        [at(am, 'qualities.YEU_NUOC')]: 'T',
        [at(am, 'qualities.NHAN_AI')]: 'Đ',
        [at(am, 'qualities.CHAM_CHI')]: 'C',
        ...(Object.fromEntries(
          others.flatMap((name) => paths.map((path, index) => [at(name, path), ['T', 'Đ', 'T', 'C'][index]])),
        ) as object),
      })
    await page.goto(`${story.url}/${classPath(primarySchool)}/ket-qua?ki=giua-hk1`)
    const row = page.getByRole('main').locator('tbody tr', { hasText: am }).first()
    expect(sheet.flat(await row.innerText())).toMatch(/^1 Cầm Văn Ấm H 8 [– ]+ 1T 1Đ 1C – Thiếu: /)
  })
})

describe('who does not answer for a sheet', () => {
  const toan = 'Sổ điểm môn Toán – Lớp 7A'
  const toanPath = `${classPath(lowerSchool)}/so/TOAN`
  const bao = pupils[1]
  const mark = { [`${codeOf(bao)} terms.1.regularMarks.0`]: '9' }

  it('is everybody but the teacher who writes in it', async () => {
    const { page } = await story.sitDown('subjectTeacher')
    await page.goto(`${story.url}/${toanPath}`)
    await sheet.sheetStands(page, toan)
    await sheet.walkTo(page, bao, 'ĐĐGtx1')
    await sheet.typeEach(page, 'Enter', ['9'])
    await sheet.untilSaved(page)
    await expect.poll(() => story.stored(lowerSchool, 'TOAN')).toEqual(mark)
  })

  it.each(['principal', 'teachingAdministrator'] as const)('reads it and cannot type: %s', async (whose) => {
    const desk = await story.sitDown(whose)
    const { page } = desk
    await page.goto(`${story.url}/${toanPath}`)
    await sheet.sheetStands(page, toan)
    await page.getByText('Chỉ xem', { exact: true }).waitFor()
    await sheet.walkTo(page, bao, 'ĐĐGtx1')
    await sheet.typeEach(page, 'Enter', ['1'])
    await expect.poll(() => sheet.shown(page, bao, 'ĐĐGtx1')).toBe('9')
    expect(await page.locator('.sheet-field:not([readonly])').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Hoàn tác' }).count()).toBe(0)
    expect(await answerToMark(desk, codeOf(bao))).toBe(403)
    await expect.poll(() => story.stored(lowerSchool, 'TOAN')).toEqual(mark)
  })

  it.each([
    ['an administrator', 'office', 403],
    ['the teacher of another class', 'otherTeacher', 403],
    ['somebody of another school', 'stranger', 404],
  ] as const)('is refused it, on the page and by the server: %s', async (_who, whose, status) => {
    const desk = await story.sitDown(whose)
    expect((await desk.page.getByRole('main').textContent()) ?? '').not.toContain('7A · ')
    await expectClosed(desk, pupils, status, `${story.url}/${toanPath}`)
    expect(await answerToMark(desk, codeOf(bao))).toBe(status)
    await expect.poll(() => story.stored(lowerSchool, 'TOAN')).toEqual(mark)
  })
})

describe('the whole story', () => {
  it('has passed without a mistake of the server or of any page', () => {
    expect(story.bugs).toEqual([])
    expect(story.desks.size).toBe(7)
    for (const [whose, desk] of story.desks) expect(faultsOf(desk), whose).toEqual([])
  })
})
