import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dialog, expectRefused, fill, goTo, heading, notYours } from './support/at-pages.ts'
import { pagesOfClerk, pagesOfOffice, pagesOfPrincipal, pagesOfTeacher } from './support/at-pages.ts'
import { bringIn, navigationOf, press, saved, sheetsOf } from './support/at-pages.ts'
import * as byHand from './support/by-hand.ts'
import { administrator, foundSchool, giveAccounts } from './support/first-run.ts'
import * as handRows from './support/hand-rows.ts'
import { confirmRollOver, expectedOutcomes, readDestinations } from './support/next-year.ts'
import { activate, faultsOf, goToWork, setUpCodes, signInAgain } from './support/person.ts'
import { lessonsOf, otherPupil, ownClass, ownPupil, people, pupilNames } from './support/story-school.ts'
import { pageOf, staffNames, storySchool } from './support/story-school.ts'
import { openStory, type Story } from './support/story.ts'

/** A school's first year on a new server, from the set-up code to the year after, each person at their own desk. */

const { school, schoolYear, classes, students, staff } = storySchool
const everybody = [...pupilNames, ...staffNames]
const emptyYear = { schoolYear, schoolName: school.name, classes: 0, students: 0 }

let story: Story
let codes: ReadonlyMap<string, string> = new Map()
let destinations: Awaited<ReturnType<typeof readDestinations>> = []

beforeAll(async () => {
  story = await openStory()
})
afterAll(() => story.close())

/** Comes to the desk for the first time, with the code of the own slip. */
const begin = async (whose: keyof typeof people): Promise<Page> => {
  const { page } = story.desks[whose]
  await activate(page, story.server.url, codes.get(people[whose].fullName) ?? '')
  return page
}

describe('a new server', () => {
  it('begins with the code that its console showed: a school, a year, an administrator', async () => {
    const { page } = story.desks.office
    await foundSchool(page, story.server)
    await heading(page, 'Tài khoản của tôi').waitFor()
    await expect.poll(() => story.years()).toEqual([{ ...emptyYear, level: 'lower-secondary' }])
  })

  it('lets the administrator work with one-time codes alone, and shows them every page', async () => {
    const { page } = story.desks.office
    await story.visit(story.desks.office, 'hoc-sinh')
    const secret = await setUpCodes(page)
    await goToWork(page)
    await expect.poll(() => navigationOf(page)).toEqual(pagesOfOffice)
    await signInAgain(page, { ...administrator, secret })
  })
})

describe('the school’s workbook', () => {
  it('shows all people and classes that it would add before it adds any', async () => {
    const { page } = story.desks.office
    const before = await story.count()
    await goTo(page, 'Nhập từ sổ Excel')
    await story.dropWorkbook(story.desks.office)
    await page.getByRole('heading', { name: `Sổ năm học ${schoolYear} sẽ thay đổi` }).waitFor()
    await press(page, /^Hiện cả \d+ dòng$/)
    const text = (await page.getByRole('table', { name: 'Thêm mới' }).textContent()) ?? ''
    const wanted = [...everybody, ...classes.map(({ name }) => name)]
    expect(wanted.filter((name) => !text.includes(name))).toEqual([])
    await page.getByText(/^Để lại \d+ ô điểm, nhận xét trong sổ$/).waitFor()
    await expect.poll(() => story.count()).toEqual(before)
  })

  it('gives the year its staff, classes, lessons and pupils; an administrator brings in no marks', async () => {
    const { page } = story.desks.office
    await bringIn(page)
    await page.getByRole('link', { name: 'Xem tổng quan năm học' }).press('Enter')
    await page.getByText(`Ký với tư cách hiệu trưởng: ${people.principal.fullName}`).waitFor()
    const stored = await story.readYear(schoolYear)
    expect(stored.staff).toEqual(staff)
    expect(stored.classes).toEqual(classes)
    expect(stored.assignments).toEqual(storySchool.assignments)
    expect(stored.students.map(({ profile }) => profile)).toEqual(students.map(({ profile }) => profile))
    await expect.poll(() => story.count()).toMatchObject({ assessment: 0, homeroom_entry: 0, amendment: 0 })
  })
})

describe('an account', () => {
  it('is given to everybody on the staff who has not left, with a slip to print and hand out', async () => {
    const { page } = story.desks.office
    codes = await giveAccounts(page)
    const here = staff.filter(({ left }) => left !== true)
    expect([...codes.keys()].toSorted()).toEqual(here.map(({ fullName }) => fullName).toSorted())
    expect(new Set(codes.values()).size).toBe(here.length)
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('[data-slip]').filter({ visible: true }).count()).toBe(here.length)
    expect(await page.getByText('In trang này', { exact: true }).isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await press(dialog(page), 'Đóng')
  })

  it('shows a subject teacher the own sheets and the classes, and nobody’s profile or number', async () => {
    const desk = story.desks.subjectTeacher
    const page = await begin('subjectTeacher')
    await page.getByRole('heading', { name: 'Môn đang dạy' }).waitFor()
    await expect.poll(() => navigationOf(page)).toEqual(pagesOfTeacher)
    expect((await sheetsOf(page)).toSorted()).toEqual(lessonsOf(people.subjectTeacher).toSorted())
    for (const below of ['hoc-sinh', 'nguoi-dung', pageOf(ownPupil)])
      await expectRefused(desk, pupilNames, () => story.visit(desk, below))
    await story.visit(desk, 'chuyen-nam')
    await notYours(page).waitFor()
    const colleagues = page.waitForResponse('**/staff')
    await story.visit(desk, 'can-bo')
    const told = await (await colleagues).text()
    expect(told).toContain(people.principal.fullName)
    expect(staff.filter(({ citizenId }) => told.includes(citizenId))).toEqual([])
  })

  it('lets a homeroom teacher see and correct the pupils of the own class, and of no other', async () => {
    const desk = story.desks.homeroomTeacher
    const page = await begin('homeroomTeacher')
    await page.getByRole('heading', { name: 'Lớp chủ nhiệm' }).waitFor()
    await expect.poll(() => navigationOf(page)).toEqual(pagesOfTeacher)
    const own = [`${ownClass.classId}/so/homeroom`, `${ownClass.classId}/so/attendance`]
    const sheets = [...own, ...lessonsOf(people.homeroomTeacher)]
    await expect.poll(() => sheetsOf(page)).toEqual(expect.arrayContaining(sheets))
    for (const below of ['hoc-sinh', 'nguoi-dung', pageOf(otherPupil)])
      await expectRefused(desk, pupilNames, () => story.visit(desk, below))
    await story.visit(desk, pageOf(ownPupil))
    await heading(page, ownPupil.profile.fullName).waitFor()
    await fill(page, 'Chỗ ở hiện nay', 'Bản Pả')
    await page.keyboard.press('Enter')
    await saved(page, ownPupil.profile.fullName)
    const there = sql`select full_name from school.enrolment where address = 'Bản Pả'`
    await expect.poll(() => story.rows(there)).toEqual([{ full_name: ownPupil.profile.fullName }])
  })

  it('shows a clerk, with one-time codes alone, the pupils to read and nothing to change', async () => {
    const desk = story.desks.clerk
    const page = await begin('clerk')
    await story.visit(desk, 'hoc-sinh')
    await setUpCodes(page)
    await goToWork(page)
    await expect.poll(() => navigationOf(page)).toEqual(pagesOfClerk)
    await goTo(page, 'Học sinh')
    await page.getByRole('link', { name: ownPupil.profile.fullName }).waitFor()
    expect(await page.getByRole('button', { name: 'Thêm học sinh' }).count()).toBe(0)
    await expectRefused(desk, everybody, () => story.visit(desk, 'nguoi-dung'))
    await story.visit(desk, 'nhap-so')
    await notYours(page).waitFor()
  })

  it('shows a principal, with one-time codes alone, every page and who works with an account', async () => {
    const page = await begin('principal')
    await setUpCodes(page)
    await goToWork(page)
    await expect.poll(() => navigationOf(page)).toEqual(pagesOfPrincipal)
    await goTo(page, 'Người dùng')
    for (const { fullName } of Object.values(people))
      await page.getByRole('row', { name: new RegExp(`^${fullName} .*Đang dùng`) }).waitFor()
    expect(await page.getByRole('button', { name: 'Cấp cho cả danh sách cán bộ' }).count()).toBe(0)
  })

  it('of an administrator shows no marks; that of a principal brings in those of the workbook', async () => {
    const { office, principal } = story.desks
    const [sheet = ''] = lessonsOf(people.subjectTeacher)
    await expectRefused(office, pupilNames, () => story.visit(office, `lop/${sheet}`))
    const { page } = principal
    await goTo(page, 'Nhập từ sổ Excel')
    await story.dropWorkbook(principal)
    const changed = page.getByRole('table', { name: 'Thay đổi' }).getByRole('row')
    await changed.filter({ hasText: 'Bản Pả' }).filter({ hasText: ownPupil.profile.address }).waitFor()
    expect(await page.getByText(/^Để lại/).count()).toBe(0)
    await bringIn(page)
    await expect.poll(() => story.difference()).toBe(0)
    const marked = await story.rows(sql`select distinct student_code from school.assessment`)
    expect(marked.length).toBe(students.length)
  })
})

describe('a year by hand', () => {
  it('begins empty beside the one there is, and says what it lacks', async () => {
    const { page } = story.desks.office
    await story.visit(story.desks.office, 'nam-hoc')
    await byHand.addYear(page, schoolYear, 'THPT')
    await page.waitForURL(`**/${schoolYear}/upper-secondary/nam-hoc`)
    await page.getByText('Chưa có cán bộ, giáo viên nào').waitFor()
    await expect.poll(() => story.years()).toContainEqual({ ...emptyYear, level: 'upper-secondary' })
  })

  it('takes its staff from the keyboard alone, and a subject group with its head', async () => {
    const { page } = story.desks.office
    await goTo(page, 'Cán bộ, giáo viên')
    await byHand.addStaff(page, ['Lò Văn Páo', 'PT01', '099085000101', '5/9/1985'])
    await byHand.addStaff(page, ['Hà Thị Viển', 'PT02', '099185000102', '20/11/1988'])
    await goTo(page, 'Tổ chuyên môn')
    await byHand.addGroup(page, 'Tổ Toán - Tin', 'Lò Văn Páo')
    await expect
      .poll(() => story.rows(handRows.staffWithGroup))
      .toEqual([
        { staff_code: 'PT01', birth_date: '1985-09-05', subject_group: 'Tổ Toán - Tin' },
        { staff_code: 'PT02', birth_date: '1988-11-20', subject_group: null },
      ])
    await expect.poll(() => story.rows(handRows.groups)).toEqual([{ name: 'Tổ Toán - Tin', head: 'PT01' }])
  })

  it('takes classes, a plan with an elective subject, and a teacher for every lesson of a class', async () => {
    const { page } = story.desks.office
    await goTo(page, 'Lớp học')
    for (const name of ['10A1', '10A2']) await byHand.addClass(page, name, 'Hà Thị Viển')
    await goTo(page, 'Chương trình môn học')
    await page.getByLabel('Dạy môn Vật lí').press('Space')
    await press(page, 'Lưu chương trình khối 10')
    await saved(page, 'Chương trình khối 10')
    const planned = await story.rows(handRows.plannedSubjects)
    expect(planned).toContainEqual({ subject: 'VAT_LI' })
    await goTo(page, 'Phân công giảng dạy')
    await byHand.giveClass(page, '10A1', 'pao')
    await press(page, `Lưu ${planned.length} thay đổi`)
    await saved(page, `Đã lưu ${planned.length} phân công`)
    const given = { class_id: '10A1', teacher: 'PT01', count: planned.length }
    await expect.poll(() => story.rows(handRows.lessonsGiven)).toEqual([given])
  })

  it('takes pupils, whose list goes by given name in the order of the Vietnamese alphabet', async () => {
    const { page } = story.desks.office
    await goTo(page, 'Học sinh')
    const typed = ['Vi Văn Đạt', 'Cầm Thị Ân', 'Lò Thị Dung', 'Hoàng Thị Ánh']
    for (const [index, fullName] of typed.entries())
      await byHand.enrol(page, { fullName, studentCode: `991000000${index + 1}`, classId: '10A1' })
    await page.getByText('4 học sinh').waitFor()
    const names = await page.getByRole('main').getByRole('rowheader').allTextContents()
    expect(names).toEqual(['Hoàng Thị Ánh', 'Cầm Thị Ân', 'Lò Thị Dung', 'Vi Văn Đạt'])
    await expect
      .poll(() => story.rows(handRows.enrolled))
      .toEqual(typed.map((fullName) => ({ full_name: fullName })))
  })

  it('keeps a pupil’s family, an exemption with its decision, and a move to another class', async () => {
    const { page } = story.desks.office
    await page.getByRole('link', { name: 'Vi Văn Đạt' }).press('Enter')
    await byHand.writeParents(page, { father: 'Vi Văn Thân', work: 'Làm nương', mother: 'Lô Thị Mận' })
    await byHand.exemptFromPractice(page, 'Giáo dục thể chất', '12/QĐ-THPT')
    await byHand.moveTo(page, '10A2', '10/11/2025', 'Theo nguyện vọng')
    await page.getByText('từ 10A1 sang 10A2: Theo nguyện vọng').waitFor()
    await page.getByText('Quyết định số 12/QĐ-THPT').waitFor()
    const family = { father_name: 'Vi Văn Thân', father_occupation: 'Làm nương', mother_name: 'Lô Thị Mận' }
    const order = { subject: 'GDTC', kind: 'practice-exempt', decision_number: '12/QĐ-THPT' }
    const move = { class_id: '10A2', from_class: '10A1', moved_on: '2025-11-10', reason: 'Theo nguyện vọng' }
    await expect
      .poll(() => story.rows(handRows.fileOf('9910000001')))
      .toEqual([{ ...family, ...order, ...move }])
  })
})

describe('the principal', () => {
  it('sets a deadline with what it rests on, and a teacher reads both on the page of the year', async () => {
    const { page } = story.desks.principal
    await goTo(page, 'Cài đặt, thời hạn')
    await byHand.setDeadline(page, 'Hạn nhập học kì I', '20/1/2026', 'Kế hoạch số 15/KH-THCS')
    const kept = { name: 'entry-closes.term1', value: '2026-01-20', reason: 'Kế hoạch số 15/KH-THCS' }
    await expect.poll(() => story.rows(sql`select name, value, reason from school.setting`)).toEqual([kept])
    const line = { name: /^20\/01\/2026 Hạn nhập học kì I .*Kế hoạch số 15\/KH-THCS$/ }
    await goTo(page, 'Tổng quan năm học', `Năm học ${schoolYear}`)
    await page.getByRole('row', line).waitFor()
    await story.visit(story.desks.subjectTeacher, 'nam-hoc')
    await story.desks.subjectTeacher.page.getByRole('row', line).waitFor()
  })

  it('sees where every pupil goes before the next year is made, and nothing is written', async () => {
    const { page } = story.desks.principal
    const before = await story.count()
    await goTo(page, 'Chuyển năm học')
    await press(page, 'Diễn tập')
    await page.getByText(`Diễn tập sang năm học 2026-2027 với ${students.length} học sinh.`).waitFor()
    await page.getByText(`Tất cả (${students.length})`).click()
    destinations = await readDestinations(page)
    expect(destinations.map(({ name }) => name).toSorted()).toEqual(pupilNames.toSorted())
    const outcomes = destinations.map(({ name, outcome }) => ({ name, outcome }))
    expect(outcomes).toEqual(expect.arrayContaining(expectedOutcomes))
    const staying = destinations.filter(({ toClass }) => toClass !== '–').map(({ outcome }) => outcome)
    expect([...new Set(staying)].toSorted()).toEqual(['Lên lớp', 'Ở lại lớp'])
    await expect.poll(() => story.count()).toEqual(before)
  })

  it('makes the next year once its name is typed, with every pupil where the rehearsal said', async () => {
    const { page } = story.desks.principal
    await confirmRollOver(page, '2026-2027')
    await page.waitForURL('**/2026-2027/lower-secondary/nam-hoc')
    await heading(page, 'Năm học 2026-2027').waitFor()
    const next = await story.readYear('2026-2027')
    const nameOf = new Map(next.classes.map(({ classId, name }) => [classId, name]))
    const placed = destinations.filter(({ toClass }) => toClass !== '–')
    const went = next.students.map(({ profile, classId }) => [profile.fullName, nameOf.get(classId)])
    expect(went.toSorted()).toEqual(placed.map(({ name, toClass }) => [name, toClass]).toSorted())
    expect(next.classes.map(({ name }) => name)).toEqual(['6A1', '7A1', '9A1'])
    await goTo(page, 'Học sinh')
    await page.getByText(`${placed.length} học sinh`).waitFor()
    await expect.poll(() => story.difference()).toBe(0)
  })
})

describe('the whole year', () => {
  it('has passed without a mistake of the server or of any page', () => {
    expect(story.server.bugs).toEqual([])
    for (const [whose, desk] of Object.entries(story.desks)) expect(faultsOf(desk), whose).toEqual([])
  })
})
