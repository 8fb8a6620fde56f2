import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SheetName } from '../../../src/gradebook/index.ts'
import type { Grade } from '../../../src/shared/education-level.ts'
import { sheetsOf } from '../../database/support/planned-class.ts'
import { formatDate } from '../../../src/shared/dates.ts'
import { dialog, heading, press } from './at-pages.ts'
import * as byHand from './by-hand.ts'
import { faultsOf } from './person.ts'
import * as acts from './year-acts.ts'
import { openYearPlace, type YearPlace } from './year-place.ts'
import { office, people, schoolOf, teacherOf, type YearPerson } from './year-school.ts'
import { confirmSheet, fillByPaste } from './year-sheets.ts'

/** What differs between the levels: which cell goes back, which is corrected later, and to what. */
export interface YearOfLevel {
  readonly grade: Grade
  readonly sheet: SheetName
  readonly view: string
  readonly column: string
  readonly sentBackValue: string
  readonly correction: acts.WantedCorrection
}

/** A school year from an empty gradebook to a second version of a book, each person at their own desk. */
export const tellYear = (year: YearOfLevel): void => {
  const records = schoolOf(year.grade, 2)
  const { principal, clerk, homeroomTeacher, subjectTeacher, artsTeacher, groupHead } = people
  const classId = records.classes[0]?.classId ?? ''
  const [first] = records.students
  if (first === undefined) throw new Error('the class has pupils')
  const { fullName, studentCode, birthDate, citizenId = '' } = first.profile
  const ofClass = new RegExp(`Lớp ${classId}$`)
  const classBooks = `lop/${classId}/hoc-ba`
  let place: YearPlace
  let code = ''
  let firstVersion: Buffer

  beforeAll(async () => {
    place = await openYearPlace(records, [...Object.values(people), office])
  })
  afterAll(() => place.close())

  const goTo = async (who: YearPerson, below: string, title: string | RegExp): Promise<Page> => {
    const { page } = await place.sitDown(who)
    await page.goto(`${place.root}/${below}`)
    await heading(page, title).waitFor()
    await page.getByRole('status', { name: 'Đang tải…' }).first().waitFor({ state: 'hidden' })
    return page
  }
  const sign = async (who: YearPerson, kind?: 'seal'): Promise<string> =>
    acts.signAll((await place.sitDown(who)).page, place.root, kind)
  /** 's-gvcn 7A0001' of every signature that stands. */
  const listSigned = async (): Promise<readonly string[]> => {
    const rows = await place.rows(sql<{ readonly signed: string }>`
      select slot_id || ' ' || student_code as signed from school.signature_slot
      where is_current and version > 0 and signature is not null order by 1`)
    return rows.map(({ signed }) => signed)
  }

  describe('the start of the year', () => {
    it('gives a subject group its head', async () => {
      const page = await goTo(principal, 'to-chuyen-mon', 'Tổ chuyên môn')
      await byHand.giveHead(page, 'Tổ Xã hội', groupHead.fullName)
    })

    it('has the covers made by the homeroom teacher, signed by the principal and sealed', async () => {
      const page = await goTo(homeroomTeacher, classBooks, `Học bạ lớp ${classId}`)
      await press(page, 'Chốt bìa cả lớp')
      await page.getByText('Đã lập 2 bìa').waitFor()
      expect(await sign(principal)).toBe('Đã kí: 2')
      await acts.signAll((await place.sitDown(clerk)).page, place.root, 'seal')
      await goTo(homeroomTeacher, classBooks, `Học bạ lớp ${classId}`)
      await expect.poll(() => page.locator('tbody').getByText('Đã đóng dấu').count()).toBe(2)
    })
  })

  describe('the gradebook', () => {
    it.each(sheetsOf(records))(
      '%s is filled from Excel by who answers for it, and confirmed',
      async (sheet) => {
        const page = await goTo(teacherOf(records, sheet), `lop/${classId}/so/${sheet}`, ofClass)
        await page.getByRole('grid').waitFor()
        expect(await fillByPaste(page, records, sheet)).toBeGreaterThan(0)
        await confirmSheet(page)
      },
    )
  })

  describe('the carry-over', () => {
    it('is done by the homeroom teacher, whose first page says that it waits', async () => {
      const { page } = await place.sitDown(homeroomTeacher)
      await page.goto(place.root)
      const waiting = `Lớp ${classId}: mọi trang đã xác nhận, chờ thầy cô kết chuyển.`
      await page.getByRole('link', { name: waiting }).press('Enter')
      await heading(page, `Học bạ lớp ${classId}`).waitFor()
      await press(page, 'Kết chuyển cả lớp')
      await press(dialog(page), 'Kết chuyển cả lớp')
      await page.getByText('Đã lập 2 học bạ').waitFor()
    })
  })

  describe('signing', () => {
    it('begins with the teachers of the subjects', async () => {
      expect(await sign(subjectTeacher)).toBe('Đã kí: 2')
      expect(await sign(artsTeacher)).toBe('Đã kí: 2')
      expect((await listSigned()).filter((one) => one.startsWith('s-gv-'))).toHaveLength(4)
    })

    it('lets only those signatures fall that covered a cell which the group head sends back', async () => {
      const before = await listSigned()
      const page = await goTo(groupHead, `lop/${classId}/so/${year.sheet}`, ofClass)
      await page.getByRole('grid').waitFor()
      await acts.sendBack(page, { ...year, pupil: fullName }, 'Bài kiểm tra ghi điểm khác')
      const teacher = (await place.sitDown(subjectTeacher)).page
      const said = await acts.answerSentBack(teacher, place.root, year.sentBackValue)
      expect(said).toContain(`Những chữ kí phải kí lại: ${subjectTeacher.fullName}`)
      const fallen = before.filter((one) => one.endsWith(studentCode) && one.includes('CB03'))
      expect(fallen).toHaveLength(1)
      await expect.poll(listSigned).toEqual(before.filter((one) => !fallen.includes(one)))
    })

    it('goes on by turns to the homeroom teacher and the principal, who approves', async () => {
      expect(await sign(subjectTeacher)).toBe('Đã kí: 1')
      for (const who of [homeroomTeacher, homeroomTeacher, principal]) await signIfTurn(who)
      const page = await goTo(principal, classBooks, `Học bạ lớp ${classId}`)
      await expect.poll(() => page.locator('tbody').getByText('Hiệu trưởng đã kí').count()).toBe(2)
    })

    it('ends with the seal of the school, by the clerk', async () => {
      expect(await sign(clerk, 'seal')).toBe('Đã phát hành: 2')
      const page = await goTo(homeroomTeacher, classBooks, `Học bạ lớp ${classId}`)
      await expect.poll(() => page.locator('tbody').getByText('Đã phát hành').count()).toBe(2)
    })
  })

  describe('the family', () => {
    it('finds the book with the code of the receipt, and takes its file', async () => {
      const desk = await place.sitDown(homeroomTeacher)
      const receipt = await acts.readReceipt(desk, fullName)
      expect(receipt.count).toBe(2)
      code = receipt.code
      const { page } = await place.comeToPortal()
      const text = await acts.lookUp(page, place.portal, datum())
      expect(text).toContain('Học bạ thật, đang có hiệu lực')
      expect(text).toContain(fullName)
      firstVersion = await acts.downloadXml(page)
      expect(await acts.checkFile(page, place.portal, firstVersion)).toContain(
        'Học bạ thật, đang có hiệu lực',
      )
    })
  })

  describe('a correction', () => {
    it('is asked for by the teacher, who sees what would follow, and granted by the principal', async () => {
      const page = await goTo(subjectTeacher, `${classBooks}/${studentCode}`, /^Học bạ của /)
      const consequences = await acts.askCorrection(page, year.correction)
      expect(consequences).toContain('Phiên bản 2 sẽ thay')
      const { page: deciding } = await place.sitDown(principal)
      await acts.grantCorrection(deciding, place.root)
    })

    it('is signed anew by those whom it touches alone, and issued as version 2', async () => {
      const before = await listSigned()
      expect(before.filter((one) => one.endsWith(studentCode) && one.includes('CB04'))).toHaveLength(1)
      for (const who of [subjectTeacher, homeroomTeacher, principal]) expect(await sign(who)).toBe('Đã kí: 1')
      expect(await sign(clerk, 'seal')).toBe('Đã phát hành: 1')
      const page = await goTo(homeroomTeacher, classBooks, `Học bạ lớp ${classId}`)
      await page.getByRole('row', { name: fullName }).getByText('Phiên bản 2').waitFor()
    })

    it('is found at the portal as the version in force; the file of the first is told to be replaced', async () => {
      const { page } = await place.comeToPortal()
      const text = await acts.lookUp(page, place.portal, datum())
      expect(text).toContain('Học bạ thật, đang có hiệu lực')
      expect(text).toMatch(/Phiên bản 2/i)
      const second = await acts.downloadXml(page)
      expect(second.equals(firstVersion)).toBe(false)
      expect(await acts.checkFile(page, place.portal, second)).toContain('Học bạ thật, đang có hiệu lực')
      const replaced = await acts.checkFile(page, place.portal, firstVersion)
      expect(replaced).toContain('Học bạ thật, nhưng đã bị thay thế')
    })
  })

  describe('the whole year', () => {
    it('has passed without a mistake of the server or of any page', () => {
      expect(place.bugs()).toEqual([])
      for (const [whose, desk] of place.desks) expect(faultsOf(desk), whose).toEqual([])
    })
  })

  const datum = (): acts.LookupData => ({
    code,
    birthDate: formatDate(birthDate),
    lastFour: citizenId.slice(-4),
  })
  /** Who has also a subject of the class signs twice: first that, then the whole report. */
  const signIfTurn = async (who: YearPerson): Promise<void> => {
    const { page } = await place.sitDown(who)
    await page.goto(place.root)
    await heading(page, 'Việc của tôi hôm nay').waitFor()
    await page
      .getByText('Mọi ô cần nhập')
      .or(page.getByText(/ô cần nhập ở/))
      .first()
      .waitFor()
    if ((await page.getByText(/học bạ chờ chữ kí/).count()) > 0) await sign(who)
  }
}
