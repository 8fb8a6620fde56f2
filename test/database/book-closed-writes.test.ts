import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheet } from '../../src/adapters/postgres/gradebook/read-sheet.ts'
import { compareSchoolYear } from '../../src/adapters/postgres/school/save-school-year.ts'
import { removeClass } from '../../src/adapters/postgres/set-up/save-class.ts'
import { sentBackBecause } from '../../src/workflow/index.ts'
import {
  bringIn,
  exempt,
  moveOut,
  openTwoClasses,
  takeWorkbook,
  typeIn,
  withComment,
  withFinalMark,
  withPupil,
} from './support/closed-writes.ts'
import { closeAgain, openAgain } from './support/edit-books.ts'
import {
  carryOverNow,
  colleagues,
  confirmAll,
  confirmOne,
  yearEnd,
  type FinishedClass,
} from './support/finished-class.ts'
import { digestAll } from './support/rows.ts'
import { addSendBack, decideDay } from './support/written-books.ts'

const closedBy = (name: string) => new RegExp(`${name} đã xác nhận trang này ngày 24/05/2027`)

describe('after a deadline', () => {
  let school: FinishedClass
  beforeAll(async () => {
    school = await openTwoClasses()
    await decideDay(school, 'entry-closes.term1', '2027-01-20')
  })
  afterAll(() => school.close())

  it('neither the grid nor a workbook changes what it closed', async () => {
    const typed = await typeIn(school, 'NGU_VAN', ['7A0001', 'terms.1.finalMark', '5'])
    expect(typed).toEqual({ outcome: 'refused', message: 'Đã hết hạn nhập ngày 20/01/2027 (KH 05).' })
    const workbook = withFinalMark(await takeWorkbook(school), ['7A0001', 'NGU_VAN', 1], '5')
    const before = await digestAll(school.server)
    await expect(bringIn(school, workbook)).rejects.toThrow(
      /• Lương Thị Bưởi \(lớp 7A\), Ngữ văn, Đánh giá cuối kì, học kì I: Đã hết hạn nhập .*\n.*lệnh mở sổ/s,
    )
    expect(await digestAll(school.server)).toEqual(before)
  })

  it('a mark is not taken out of a workbook either', async () => {
    const workbook = withPupil(await takeWorkbook(school), '7A0001', (student) => ({
      ...student,
      subjects: student.subjects.filter(({ subject }) => subject !== 'NGU_VAN'),
    }))
    await expect(bringIn(school, workbook)).rejects.toThrow(/Ngữ văn, .*học kì I: Đã hết hạn nhập/)
  })

  it('a class that is new in a workbook is no way round it', async () => {
    const workbook = await takeWorkbook(school)
    const [first] = workbook.students
    const [lesson] = workbook.assignments.filter(({ subject }) => subject === 'NGU_VAN')
    const [room] = workbook.classes
    if (first === undefined || lesson === undefined || room === undefined)
      throw new Error('the class is empty')
    const newcomer = {
      ...first,
      classId: '7C',
      profile: { ...first.profile, studentCode: '7C0001', fullName: 'Lang Thị Mới' },
      subjects: first.subjects.filter(({ subject }) => subject === 'NGU_VAN'),
      homeroom: {},
    }
    const larger = {
      ...workbook,
      classes: [...workbook.classes, { ...room, classId: '7C', name: '7C' }],
      assignments: [...workbook.assignments, { ...lesson, classId: '7C' }],
      students: [...workbook.students, newcomer],
    }
    await expect(bringIn(school, larger)).rejects.toThrow(/7C0001, Ngữ văn, .*học kì I: Đã hết hạn nhập/)
  })

  it('the rest is open to both: other parts, exemptions, moves, the same workbook again', async () => {
    expect(await bringIn(school, await takeWorkbook(school))).toMatchObject({ changed: 0, removed: 0 })
    const workbook = withFinalMark(await takeWorkbook(school), ['7A0001', 'NGU_VAN', 2], '5')
    expect(await bringIn(school, workbook)).toMatchObject({ changed: 1 })
    expect(await typeIn(school, 'NGU_VAN', ['7A0001', 'terms.2.finalMark', '6'])).toMatchObject({
      outcome: 'saved',
    })
    await exempt(school, '7A0002', 'GDTC')
    await moveOut(school, '7A0006')
  })

  it('a preview refuses what the import would; without a moment it only compares', async () => {
    const workbook = withFinalMark(await takeWorkbook(school), ['7A0001', 'NGU_VAN', 1], '5')
    await expect(compareSchoolYear(school.database, workbook, { now: yearEnd })).rejects.toThrow(
      /Đã hết hạn nhập/,
    )
    expect(await compareSchoolYear(school.database, workbook)).toMatchObject({ changed: 1 })
  })

  it('an order opens it to both until it is closed', async () => {
    const orderId = await openAgain(school, yearEnd)
    const workbook = withFinalMark(await takeWorkbook(school), ['7A0001', 'NGU_VAN', 1], '5')
    expect(await bringIn(school, workbook)).toMatchObject({ changed: 1 })
    expect(await typeIn(school, 'NGU_VAN', ['7A0001', 'terms.1.finalMark', '6'])).toMatchObject({
      outcome: 'saved',
    })
    await closeAgain(school, orderId, yearEnd)
    await expect(bringIn(school, workbook)).rejects.toThrow(/Đã hết hạn nhập/)
  })
})

describe('after a confirmation', () => {
  let school: FinishedClass
  beforeAll(async () => {
    school = await openTwoClasses()
    await confirmOne(school, 'NGU_VAN')
  })
  afterAll(() => school.close())

  it('neither the grid nor a workbook changes the sheet; a workbook all or nothing', async () => {
    const typed = await typeIn(school, 'NGU_VAN', ['7A0001', 'comment', 'Đọc tốt'])
    expect(typed.message).toMatch(closedBy('Ngân Thị Lụa'))
    const workbook = await takeWorkbook(school)
    const both = withComment(
      withComment(workbook, '7A0001', 'NGU_VAN', 'Đọc tốt'),
      '7A0001',
      'TOAN',
      'Tính nhanh',
    )
    const before = await digestAll(school.server)
    await expect(bringIn(school, both)).rejects.toThrow(
      /1 chỗ đã đóng.*• Lương Thị Bưởi \(lớp 7A\), Ngữ văn, Nhận xét: Ngân Thị Lụa đã xác nhận/s,
    )
    expect(await digestAll(school.server)).toEqual(before)
  })

  it('a workbook that leaves the sheet as it is comes in', async () => {
    const workbook = withComment(await takeWorkbook(school), '7A0001', 'TOAN', 'Tính nhanh')
    expect(await bringIn(school, workbook)).toMatchObject({ changed: 1 })
  })

  it('many places are counted, the first ten named', async () => {
    const stored = await takeWorkbook(school)
    const bare = {
      ...stored,
      students: stored.students.map((student) => ({
        ...student,
        subjects: student.subjects.filter(({ subject }) => subject !== 'NGU_VAN'),
      })),
    }
    const refused = await bringIn(school, bare).then(
      () => '',
      (error: unknown) => (error as Error).message,
    )
    expect(refused.match(/^• /gm)).toHaveLength(10)
    expect(refused).toMatch(/… và \d+ chỗ khác\./)
  })

  it('nobody is made exempt of the subject, of others they are', async () => {
    await expect(exempt(school, '7A0001', 'NGU_VAN')).rejects.toThrow(/Ngữ văn, Miễn học: Ngân Thị Lụa/)
    await exempt(school, '7A0001', 'GDTC')
    await exempt(school, '7A0001', null)
  })

  it('nobody moves out of the class or into it', async () => {
    await expect(moveOut(school, '7A0006')).rejects.toThrow(/Chuyển lớp .*lớp 7A, trang Ngữ văn: Ngân/)
    const workbook = withPupil(await takeWorkbook(school), '7A0006', (student) => ({
      ...student,
      classId: '7B',
    }))
    await expect(bringIn(school, workbook)).rejects.toThrow(/Chuyển lớp .*lớp 7A, trang Ngữ văn/)
  })

  it('the homeroom teacher’s takes attendance in', async () => {
    await confirmOne(school, 'homeroom')
    for (const [sheet, path, value] of [
      ['homeroom', 'conduct.1', 'fair'],
      ['attendance', 'absentOn.2026-10-01', 'excused'],
    ] as const)
      expect((await typeIn(school, sheet, ['7A0001', path, value])).message).toMatch(closedBy('Kha Văn Tiến'))
    const workbook = withPupil(await takeWorkbook(school), '7A0001', (student) => ({
      ...student,
      homeroom: { ...student.homeroom, conduct: { ...student.homeroom.conduct, 1: 'fair' } },
    }))
    await expect(bringIn(school, workbook)).rejects.toThrow(closedBy('Kha Văn Tiến'))
  })

  it('an order opens the sheet to all of them', async () => {
    const orderId = await openAgain(school, yearEnd)
    const workbook = withComment(await takeWorkbook(school), '7A0001', 'NGU_VAN', 'Đọc tốt')
    expect(await bringIn(school, workbook)).toMatchObject({ changed: 1 })
    await exempt(school, '7A0002', 'NGU_VAN')
    await exempt(school, '7A0002', null)
    await moveOut(school, '7A0006')
    await closeAgain(school, orderId, yearEnd)
  })

  it('a cell that was sent back is open to its answer, and no other cell is', async () => {
    await addSendBack(school, '7A0003', 'NGU_VAN')
    const answered = { isAnswer: true }
    expect(await typeIn(school, 'NGU_VAN', ['7A0003', 'terms.1.finalMark', '5'])).toEqual({
      outcome: 'refused',
      message: sentBackBecause,
    })
    const workbook = withFinalMark(await takeWorkbook(school), ['7A0003', 'NGU_VAN', 1], '5')
    await expect(bringIn(school, workbook)).rejects.toThrow(/Ô này được trả lại/)
    const others = [
      ['7A0003', 'terms.2.finalMark', '5'],
      ['7A0004', 'terms.1.finalMark', '5'],
    ] as const
    for (const cell of others)
      expect((await typeIn(school, 'NGU_VAN', cell, answered)).message).toMatch(closedBy('Ngân Thị Lụa'))
    const own = ['7A0003', 'terms.1.finalMark', '5'] as const
    expect(await typeIn(school, 'NGU_VAN', own, answered)).toMatchObject({ outcome: 'saved' })
  })

  it('the page shows both: a closed column, and the cell that waits', async () => {
    const sheet = await readSheet(school.database, { ...school.place, sheet: 'NGU_VAN' }, { now: yearEnd })
    expect(sheet?.columns.find(({ path }) => path === 'comment')?.lockedBecause).toMatch(
      closedBy('Ngân Thị Lụa'),
    )
    expect(sheet?.students.find(({ studentCode }) => studentCode === '7A0003')).toMatchObject({
      sentBack: [expect.objectContaining({ path: 'terms.1.finalMark' })],
      lockedBecause: null,
    })
  })

  it('the class stays in the year, also without pupils', async () => {
    const records = await takeWorkbook(school)
    const without7A = { ...records, classes: records.classes.slice(1), assignments: [], students: [] }
    await expect(bringIn(school, without7A)).rejects.toThrow(/Lớp 7A: sổ đã có xác nhận/)
    const place = { schoolCode: records.school.code, schoolYear: records.schoolYear } as const
    await expect(
      removeClass(
        school.database,
        { ...place, level: 'lower-secondary' },
        { classId: '7A', seenVersion: 1 },
        { account: colleagues.registrar, now: yearEnd },
      ),
    ).rejects.toThrow(/lớp còn 5 học sinh/)
  })
})

describe('after the carry-over', () => {
  let school: FinishedClass
  beforeAll(async () => {
    school = await openTwoClasses()
    await confirmAll(school)
    await carryOverNow(school)
  })
  afterAll(() => school.close())

  it('nobody who has a report leaves the list or the class', async () => {
    const stored = await takeWorkbook(school)
    const before = await digestAll(school.server)
    await expect(bringIn(school, { ...stored, students: stored.students.slice(1) })).rejects.toThrow(
      /Lương Thị Bưởi \(lớp 7A\): đã có bìa hoặc học bạ của năm học này/,
    )
    await expect(moveOut(school, '7A0002')).rejects.toThrow(/Chuyển lớp Cầm Văn Ấm \(lớp 7A\): lớp 7A, /)
    expect(await digestAll(school.server)).toEqual(before)
  })

  it('the principal decides until the summer is carried over too', async () => {
    const decide = (value: string | null) =>
      typeIn(school, 'decisions', ['7A0001', 'principalDecision', value])
    expect((await decide('promoted')).outcome).toBe('saved')
    expect((await decide(null)).outcome).toBe('saved')
    await confirmAll(school, 'summer')
    await carryOverNow(school, 'summer')
    expect((await decide('promoted')).message).toMatch(closedBy('Kha Văn Tiến'))
  })
})
