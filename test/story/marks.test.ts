import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goTo, heading, press } from './support/at-pages.ts'
import { conclude } from './support/marks-concluded.ts'
import { classPath, openMarksStory, type MarksStory, type Stored } from './support/marks-desks.ts'
import * as files from './support/marks-files.ts'
import { codeOf, lowerSchool, people, pupils } from './support/marks-school.ts'
import * as sheet from './support/marks-sheet.ts'
import { writingsOf } from './support/marks-writings.ts'
import { faultsOf } from './support/person.ts'
import { laterMarksOfAn, marksOfAn, marksOfBao, usualMarks } from './support/marks-toan.ts'
import { rowOf, rowsOf, secondTerm, termColumns } from './support/marks-toan.ts'

/** A gradebook from the first mark to the printed proof, each person at their own desk. */

let story: MarksStory
let beforePaste: Stored = {}

beforeAll(async () => {
  story = await openMarksStory()
})
afterAll(() => story.close())

const [an, bao, chau, dat] = pupils
const others = pupils.filter((name) => name !== an && name !== bao)
const toan = 'Sổ điểm môn Toán – Lớp 7A'

describe('the teacher of a subject', () => {
  it('comes from home to the sheet, types marks from the keyboard alone and sees them saved', async () => {
    const { page } = await story.sitDown('subjectTeacher')
    await sheet.openSheet(page, '7A · Toán', toan)
    await sheet.walkTo(page, an, 'ĐĐGtx1')
    await sheet.typeEach(page, 'Tab', marksOfAn.slice(0, 5))
    await expect.poll(() => sheet.shown(page, an, 'ĐTBmhkI')).toBe('')
    await sheet.typeEach(page, 'Tab', marksOfAn.slice(5))
    await expect.poll(() => sheet.shown(page, an, 'ĐTBmhkI')).toBe('7,9')
    await sheet.walkTo(page, bao, 'ĐĐGtx1')
    await sheet.typeEach(page, 'ArrowRight', marksOfBao)
    await expect.poll(() => sheet.shown(page, bao, 'ĐTBmhkI')).toBe('9,1')
    await sheet.untilSaved(page)
    const typed = { ...rowOf(an, 1, marksOfAn), ...rowOf(bao, 1, marksOfBao) }
    await expect.poll(() => story.stored(lowerSchool, 'TOAN')).toEqual(typed)
  })

  it('types comments in Vietnamese, one below the other', async () => {
    const { page } = await story.sitDown('subjectTeacher')
    await sheet.walkTo(page, an, 'NX HK I')
    const comments = ['Tiến bộ rõ, trình bày còn ẩu.', 'Nắm chắc kiến thức, “say” hình học.']
    await sheet.typeEach(page, 'Enter', comments)
    await sheet.untilSaved(page)
    await expect
      .poll(() => story.stored(lowerSchool, 'TOAN'))
      .toMatchObject({
        [`${codeOf(an)} terms.1.comment`]: comments[0],
        [`${codeOf(bao)} terms.1.comment`]: comments[1],
      })
  })

  it('pastes a block from Excel by pupils’ codes, and sees what it would change before it does', async () => {
    const { page } = await story.sitDown('subjectTeacher')
    beforePaste = await story.stored(lowerSchool, 'TOAN')
    await sheet.walkTo(page, an, 'ĐĐGtx1')
    const block = [
      ['Mã học sinh', ...termColumns],
      ...others
        .toReversed()
        .map((name) => [codeOf(name), ...(name === dat ? usualMarks.with(4, '11') : usualMarks)]),
      [codeOf(bao), ...marksOfBao.with(5, '9,5')],
      [codeOf(an), ...marksOfAn],
    ]
    const preview = await sheet.pasteBlock(page, block)
    await expect
      .poll(() => sheet.countsIn(preview))
      .toBe('35 ô mới, 1 ô thay đổi, 11 ô giữ nguyên, 1 ô không hợp lệ, 0 ô không ghi được')
    await expect
      .poll(() => sheet.differencesIn(preview))
      .toEqual([
        [dat, 'ĐĐGgk', '', expect.stringMatching(/^11 – Điểm từ 0 đến 10/)],
        [bao, 'ĐĐGck', '9', '9,5'],
      ])
    expect(await story.stored(lowerSchool, 'TOAN')).toEqual(beforePaste)
    await press(preview, 'Dán 37 ô')
    await sheet.untilSaved(page)
    await expect.poll(() => sheet.said(page)).toBe('Đã dán 37 ô, 1 ô không hợp lệ. Ctrl+Z để hoàn tác.')
    await expect.poll(() => sheet.shown(page, bao, 'ĐTBmhkI')).toBe('9,2')
    const wanted = {
      ...beforePaste,
      ...rowsOf(others, 1, usualMarks),
      ...rowOf(bao, 1, marksOfBao.with(5, '9.5')),
    }
    // What was no mark is not there at all.
    const notThere = { [`${codeOf(dat)} terms.1.midtermMark`]: undefined }
    await expect.poll(() => story.stored(lowerSchool, 'TOAN')).toEqual({ ...wanted, ...notThere })
  })

  it('takes the whole paste back with one key and does it again, and mends the cell that was no mark', async () => {
    const { page } = await story.sitDown('subjectTeacher')
    const pasted = await story.stored(lowerSchool, 'TOAN')
    await page.keyboard.press('Control+z')
    await expect.poll(() => sheet.shown(page, chau, 'ĐĐGtx1')).toBe('')
    await sheet.untilSaved(page)
    await expect.poll(() => story.stored(lowerSchool, 'TOAN')).toEqual(beforePaste)
    await page.keyboard.press('Control+y')
    await sheet.untilSaved(page)
    await expect.poll(() => story.stored(lowerSchool, 'TOAN')).toEqual(pasted)
    await press(page, '1 ô chưa hợp lệ – đến ô đó')
    await sheet.typeEach(page, 'Enter', ['6,5'])
    await sheet.untilSaved(page)
    await expect.poll(() => page.locator('.sheet-cell.is-invalid').count()).toBe(0)
    await expect
      .poll(() => story.stored(lowerSchool, 'TOAN'))
      .toEqual({ ...pasted, ...rowOf(dat, 1, usualMarks) })
  })

  it('fills the second term in with Excel: a cell that is no mark comes back coloured, nothing is written', async () => {
    const { page } = await story.sitDown('subjectTeacher')
    const before = await story.stored(lowerSchool, 'TOAN')
    const entries = secondTerm(dat, 'Cần đọc kĩ đề bài.')
    const { name, bytes } = await files.downloadFrom(page, 'Excel', 'Tải trang này ra Excel')
    expect(name).toMatch(/\.xlsx$/)
    const wrong = entries.map((entry, at) => (at === 3 ? { ...entry, value: '8,55' } : entry))
    const dialog = await files.bringFile(page, await files.fillIn(bytes, wrong))
    await expect
      .poll(() => sheet.countsIn(dialog))
      .toBe(
        `${entries.length - 1} ô mới, 0 ô thay đổi, ${Object.keys(before).length} ô giữ nguyên, 1 ô không hợp lệ`,
      )
    const because = 'Điểm chỉ có một chữ số thập phân (TT 22/2021, Điều 5).'
    await expect
      .poll(() => sheet.differencesIn(dialog))
      .toEqual([['O5', an, 'ĐĐGtx4 · Học kì II', '', `8,55 – ${because}`]])
    const marked = await files.download(page, dialog.getByRole('link', { name: 'Tải tệp đã đánh dấu ô sai' }))
    expect(await files.markedIn(marked.bytes)).toEqual([{ value: '8,55', colour: 'FFC7CE', note: because }])
    await expect.poll(() => story.stored(lowerSchool, 'TOAN')).toEqual(before)
    await press(dialog, 'Chọn tệp khác')
    await files.chooseFile(dialog, await files.fillIn(bytes, entries))
    await press(dialog, `Ghi ${entries.length} ô`)
    await dialog.waitFor({ state: 'detached' })
    await sheet.untilSaved(page)
    await page.getByRole('button', { name: 'Cả năm', exact: true }).press('Enter')
    await expect.poll(() => sheet.shown(page, an, 'ĐTBmcn')).toBe('7,8')
    const marks = { ...rowOf(an, 2, laterMarksOfAn), ...rowOf(bao, 2, marksOfBao) }
    const after = await story.stored(lowerSchool, 'TOAN')
    expect(after).toMatchObject({ ...before, ...marks, [`${codeOf(dat)} comment`]: 'Cần đọc kĩ đề bài.' })
    expect(Object.keys(after)).toHaveLength(Object.keys(before).length + entries.length)
  })
})

describe('the homeroom teacher', () => {
  it('notes who was away, and the sessions are counted', async () => {
    const { page } = await story.sitDown('homeroomTeacher')
    await sheet.openSheet(page, '7A · Điểm danh', 'Điểm danh – Lớp 7A')
    await sheet.walkTo(page, an, '3')
    await sheet.typeEach(page, 'ArrowRight', ['p', 'k'])
    await sheet.untilSaved(page)
    await expect.poll(() => sheet.shown(page, an, 'TS')).toBe('2')
    await expect
      .poll(() => story.stored(lowerSchool, 'attendance'))
      .toEqual({
        [`${codeOf(an)} absentOn.2027-05-03`]: 'excused',
        [`${codeOf(an)} absentOn.2027-05-04`]: 'unexcused',
      })
  })

  it('rates conduct by typing and by pasting', async () => {
    const { page } = await story.sitDown('homeroomTeacher')
    await sheet.openSheet(
      page,
      '7A · Tổng hợp của giáo viên chủ nhiệm',
      'Tổng hợp của giáo viên chủ nhiệm – Lớp 7A',
    )
    await sheet.walkTo(page, an, 'RL HK I')
    await sheet.typeEach(page, 'Tab', ['khá', 'tốt'])
    await expect.poll(() => sheet.shown(page, an, 'RL cả năm')).toBe('T')
    const ratings = (name: string) => (name === dat ? ['Khá', 'Đạt'] : ['Tốt', 'Tốt'])
    const block = pupils
      .slice(1)
      .map((name) => [codeOf(name), ...ratings(name), '1', '0', 'Ngoan, đoàn kết.'])
    await sheet.walkTo(page, an, 'RL HK I')
    const preview = await sheet.pasteBlock(page, [
      ['Mã học sinh', 'RL HK I', 'RL HK II', 'Nghỉ P', 'Nghỉ K', 'Nhận xét'],
      ...block,
    ])
    await press(preview, 'Dán 35 ô')
    await sheet.untilSaved(page)
    await expect.poll(() => sheet.shown(page, dat, 'RL cả năm')).toBe('Đ')
    const { students } = await story.readYear(lowerSchool)
    const homeroomOf = (name: string) => students.find(({ profile }) => profile.fullName === name)?.homeroom
    const conduct = { 1: 'fair', 2: 'good' }
    expect(homeroomOf(an)).toEqual({ conduct, absences: { excused: 1, unexcused: 1 } })
    const rest = { absences: { excused: 1, unexcused: 0 }, comment: 'Ngoan, đoàn kết.' }
    expect(homeroomOf(dat)).toEqual({ conduct: { 1: 'fair', 2: 'pass' }, ...rest })
    expect(homeroomOf(chau)).toEqual({ conduct: { 1: 'good', 2: 'good' }, ...rest })
  })

  it('reads the results of the class as the rules conclude them from what the database has', async () => {
    const { page } = await story.sitDown('homeroomTeacher')
    await goTo(page, 'Việc của tôi', 'Việc của tôi hôm nay')
    await page.getByRole('link', { name: 'Trang lớp 7A', exact: true }).press('Enter')
    await heading(page, 'Lớp 7A').waitFor()
    await page.getByRole('link', { name: /^Kết quả/ }).press('Enter')
    await heading(page, 'Kết quả lớp 7A').waitFor()
    await page.getByRole('tab', { name: 'Cả năm' }).press('Enter')
    await page.getByText(`Đã đủ kết quả của ${pupils.length} học sinh`).waitFor()
    const rows = await sheet.rowsIn(page)
    const concluded = conclude(await story.readYear(lowerSchool))
    expect(new Set(concluded.map(({ learning }) => learning)).size).toBeGreaterThan(2)
    for (const { name, learning, conduct, result } of concluded) {
      expect(result.status).toBe('complete')
      const row = rows.find((text) => text.includes(name))
      expect(row).toContain(` ${learning} ${conduct} `)
    }
  })

  it('opens why: the inputs, the articles and the result, and prints them', async () => {
    const { page } = await story.sitDown('homeroomTeacher')
    await page.getByRole('link', { name: `Vì sao ${an} có kết quả này?` }).press('Enter')
    await heading(page, `${an} – lớp 7A`).waitFor()
    const [first] = conclude(await story.readYear(lowerSchool))
    expect([first?.learning, first?.conduct, first?.award]).toEqual(['Khá', 'Tốt', 'Không có'])
    const headline = await page.getByLabel('Kết luận', { exact: true }).locator('dt, dd').allInnerTexts()
    expect(headline.join(', ')).toBe(
      'Lên lớp, Được lên lớp, Học tập cả năm, Khá, Rèn luyện cả năm, Tốt, Danh hiệu, Không có',
    )
    await press(page, 'Mở tất cả')
    const text = sheet.flat(await page.getByRole('main').innerText())
    const steps = first?.result.reasons.filter(({ rule }) => !/Điều 9\.1/.test(rule)) ?? []
    expect(steps.length).toBeGreaterThan(3)
    expect(steps.filter((step) => !text.includes(step.text)).map((step) => step.text)).toEqual([])
    expect(text).toMatch(/Điều 9, khoản 2, điểm b, Thông tư 22\/2021\/TT-BGDĐT/)
    expect(text).toContain('(8,5 + 8 + 7,5 + 8 + 2 × 7,5 + 3 × 8) : 9')
    const pages = await files.pagesOfPdf(await page.pdf({ preferCSSPageSize: true }))
    expect(pages.map((one) => one !== '')).toEqual([true, true])
    const printed = pages.join(' ')
    for (const wanted of [an, lowerSchool.school.name, 'Điều 9, khoản 2', '(8,5 + 8 + 7,5 + 8 +'])
      expect(printed).toContain(wanted)
    expect(printed).not.toContain('In trang này')
  })

  it('sees before the meeting whom one condition keeps from something better, and which', async () => {
    const { page } = await story.sitDown('homeroomTeacher')
    await page.goto(`${story.url}/${classPath(lowerSchool)}/can-xem`)
    await heading(page, 'Cần xem trước khi họp – lớp 7A').waitFor()
    const rows = await sheet.rowsIn(page)
    expect(rows.find((row) => row.includes(an) && row.includes('7,8, cần 8,0'))).toBeDefined()
    const missing = conclude(await story.readYear(lowerSchool)).flatMap((one) => one.missing)
    expect(missing.filter((what) => !rows.some((row) => row.includes(what)))).toEqual([])
    expect(rows).toHaveLength(missing.length)
  })

  it('takes the summary and the book of the class away, as PDF and for Excel, with every pupil in it', async () => {
    const { page } = await story.sitDown('homeroomTeacher')
    await page.goto(`${story.url}/${classPath(lowerSchool)}/ket-qua`)
    for (const name of ['Bảng tổng hợp', 'Sổ theo dõi và đánh giá học sinh']) {
      const pdf = await files.downloadFrom(page, 'Tải về', `${name} (PDF)`)
      const text = await files.textOfPdf(pdf.bytes)
      expect([...pupils, '7,8'].filter((wanted) => !text.includes(wanted))).toEqual([])
      const excel = await files.downloadFrom(page, 'Tải về', `${name} (Excel)`)
      const texts = await files.textsIn(excel.bytes)
      expect([...pupils, '7.8'].filter((wanted) => !texts.includes(wanted))).toEqual([])
      expect([pdf.name, excel.name].map((file) => file.split('.').at(-1))).toEqual(['pdf', 'xlsx'])
    }
  })
})

describe('a changed mark', () => {
  it('keeps who changed it, when, from what to what', async () => {
    const { page } = await story.sitDown('subjectTeacher')
    await press(page, 'Học kì II')
    await sheet.walkTo(page, an, 'ĐĐGck')
    await sheet.typeEach(page, 'ArrowLeft', ['9'])
    await sheet.untilSaved(page)
    await sheet.walkTo(page, an, 'ĐĐGck')
    await press(page, 'Vết của ô')
    const drawer = page.getByRole('dialog', {
      name: `Vết: ${an} – Điểm đánh giá cuối kì (hệ số 3), học kì II`,
    })
    await drawer.getByRole('listitem').first().waitFor()
    const written = (await drawer.getByRole('listitem').allInnerTexts()).map(sheet.flat)
    const by = people.subjectTeacher.fullName
    const line = (change: string): unknown =>
      expect.stringMatching(new RegExp(`20/0?5/2027.* · ${by} ${change}$`))
    expect(written).toEqual([line('7,8 → 9'), line('\\(trống\\) → 7,8')])
    await expect
      .poll(() => story.rows(lowerSchool, writingsOf(codeOf(an), 'TOAN', 'final', 2)))
      .toEqual([
        { value: '7.8', acted_by: by, source: 'file' },
        { value: '9', acted_by: by, source: 'typed' },
      ])
  })

  it('changes the result that it kept from being better, and the homeroom teacher finds out who did it', async () => {
    const { page } = await story.sitDown('homeroomTeacher')
    await page.goto(`${story.url}/${classPath(lowerSchool)}/ket-qua?ki=ca-nam`)
    await page.getByText(`Đã đủ kết quả của ${pupils.length} học sinh`).waitFor()
    const row = (await sheet.rowsIn(page)).find((one) => one.includes(an))
    expect(row).toMatch(/ 8,0 .* Tốt Tốt Được lên lớp Học sinh Giỏi$/)
    const [first] = conclude(await story.readYear(lowerSchool))
    expect([first?.learning, first?.award]).toEqual(['Tốt', 'Học sinh Giỏi'])
    await page.goto(`${story.url}/${classPath(lowerSchool)}/hoc-sinh/${codeOf(an)}/vet`)
    const latest = sheet.flat(await page.getByRole('main').locator('ol > li').first().innerText())
    expect(latest).toMatch(new RegExp(`${people.subjectTeacher.fullName}.*Toán.*7,8.*9`))
  })
})

describe('the whole story', () => {
  it('has passed without a mistake of the server or of any page', () => {
    expect(story.bugs).toEqual([])
    expect(story.desks.size).toBe(2)
    for (const [whose, desk] of story.desks) expect(faultsOf(desk), whose).toEqual([])
  })
})
