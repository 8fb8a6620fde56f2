import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/accounts/index.ts'
import { sendNudge, type Nudge } from '../../src/adapters/postgres/books/nudge.ts'
import { readProgress, type YearProgress } from '../../src/adapters/postgres/books/progress.ts'
import type { SchoolYearRecords } from '../../src/records/index.ts'
import {
  emptyClass,
  openFilled,
  save,
  saveOf,
  schoolYear,
  sheetOf,
  want,
  type FilledDatabase,
} from './support/gradebook.ts'
import { askAll, tenantOf } from './support/rows.ts'
import {
  addAct,
  addConfirmation,
  addReport,
  addSendBack,
  decideDay,
  slotsOf,
} from './support/written-books.ts'

const today = '2027-05-24'
const school: SchoolYearRecords = emptyClass(7, 4)
const records: SchoolYearRecords = {
  ...school,
  assignments: school.assignments.map((one) => ({
    ...one,
    teacher: one.subject === 'TOAN' ? 'CB03' : 'CB02',
    otherTeachers: [],
  })),
}
const [one, two, three] = ['7A0001', '7A0002', '7A0003'] as const

let filled: FilledDatabase
let progress: YearProgress
const place = () => ({ tenant: filled.tenant, schoolYear, level: 'lower-secondary' }) as const

const entered = async (): Promise<void> => {
  const toan = sheetOf(filled.tenant, 7, 'TOAN')
  const at = (day: string) => ({ now: new Date(`${day}T23:30:00+07:00`) })
  await save(filled.database, saveOf(toan, [want(one, 'terms.1.finalMark', '8')], at('2027-05-20')))
  await save(filled.database, saveOf(toan, [want(two, 'terms.1.finalMark', '7')], at('2027-05-20')))
  // Written over: it counts once, on the later day. Emptied: it does not count.
  await save(filled.database, saveOf(toan, [want(two, 'terms.1.finalMark', '9', 1)], at('2027-05-22')))
  await save(filled.database, saveOf(toan, [want(three, 'terms.1.finalMark', '6')], at('2027-05-22')))
  await save(filled.database, saveOf(toan, [want(three, 'terms.1.finalMark', null, 1)], at('2027-05-22')))
  const van = sheetOf(filled.tenant, 7, 'NGU_VAN')
  await save(filled.database, saveOf(van, [want(one, 'terms.1.finalMark', '8')], at('2027-05-22')))
}

beforeAll(async () => {
  filled = await openFilled(records, emptyClass(7, 2, '0079000888'))
  await entered()
  await addConfirmation(filled, 'TOAN')
  await addConfirmation(filled, 'NGU_VAN')
  await addConfirmation(filled, 'NGU_VAN', 'withdraw')
  await addReport(filled, {
    studentCode: one,
    slots: slotsOf(4, '2027-05-21T09:00:00+07:00'),
    issuedAt: '2027-05-22T09:00:00+07:00',
  })
  await addReport(filled, { studentCode: two, slots: slotsOf(2, '2027-05-22T09:00:00+07:00') })
  await addReport(filled, { studentCode: three, slots: slotsOf(0, '') })
  await addReport(filled, {
    studentCode: three,
    version: 0,
    slots: [{ id: 's-bia-ht', role: 'principal', staffCode: 'CB01' }],
  })
  await addSendBack(filled, three, 'TOAN')
  await decideDay(filled, 'deadline.issue', '2027-05-25')
  progress = await readProgress(filled.database, place(), { today })
})
afterAll(() => filled.close())

const sheet = (name: string) => progress.sheets.find((found) => found.sheet === name)
const teacher = (code: string) => progress.teachers.find(({ staffCode }) => staffCode === code)

describe('the progress of a year', () => {
  it('counts the cells that stand, of those asked for by the day', () => {
    expect(sheet('TOAN')).toMatchObject({ filled: 2, staffCode: 'CB03', className: '7A', title: 'Toán' })
    expect(sheet('TOAN')?.needed).toBeGreaterThan(8)
    expect(sheet('homeroom')).toMatchObject({ filled: 0, staffCode: 'CB02' })
  })

  it('has a sheet confirmed where its latest row says so', () => {
    expect(sheet('TOAN')?.isConfirmed).toBe(true)
    expect(sheet('NGU_VAN')?.isConfirmed).toBe(false)
  })

  it('shows no number by class, subject or teacher that its sheets do not add up to', () => {
    const [only] = progress.classes
    const sums = { needed: 0, filled: 0, sheets: 0, confirmed: 0, sentBack: 0 }
    for (const { needed, filled: done, isConfirmed, sentBack } of progress.sheets) {
      sums.needed += needed
      sums.filled += done
      sums.sheets += 1
      sums.confirmed += isConfirmed ? 1 : 0
      sums.sentBack += sentBack
    }
    expect(sums).toMatchObject({ filled: 3, confirmed: 1, sentBack: 1 })
    expect(only).toMatchObject(sums)
    for (const list of [progress.subjects, progress.teachers])
      for (const key of ['needed', 'filled', 'sheets', 'confirmed', 'sentBack'] as const)
        expect(
          list.reduce((sum, row) => sum + row[key], 0),
          key,
        ).toBe(sums[key])
  })

  it('counts a book at every stage it has come through', () => {
    expect(progress.classes[0]?.books).toEqual({
      covers: 1,
      coversSigned: 0,
      made: 3,
      subjectsSigned: 2,
      homeroomSigned: 2,
      approved: 1,
      issued: 1,
      signaturesLeft: 6,
    })
  })

  it('counts a book of which a correction is on its way as issued', async () => {
    await askAll(
      filled.server,
      'update school.report set is_current = false where tenant_id = $1 and student_code = $2',
      [filled.tenant, one],
    )
    await askAll(
      filled.server,
      'update school.signature_slot set is_current = false where tenant_id = $1 and student_code = $2',
      [filled.tenant, one],
    )
    await addReport(filled, { studentCode: one, version: 2, slots: slotsOf(0, '') })
    const later = await readProgress(filled.database, place(), { today })
    expect(later.classes[0]?.books).toMatchObject({ made: 3, issued: 1, approved: 1, signaturesLeft: 10 })
  })

  it('says for whom reports wait: only whose turn has come, and nothing of which a cell was sent back', () => {
    expect(teacher('CB01')?.waiting).toEqual([{ classId: '7A', reports: 1 }])
    expect(teacher('CB02')?.waiting).toEqual([])
    expect(teacher('CB03')?.waiting).toEqual([])
    expect(progress.toSeal).toEqual([])
  })

  it('has the last thirty days: a cell on the day of its last writing, signatures, books issued', () => {
    const of = (day: string) => progress.series.find((found) => found.day === day)
    expect(progress.series).toHaveLength(30)
    expect([progress.series[0]?.day, progress.series.at(-1)?.day]).toEqual(['2027-04-25', today])
    expect(of('2027-05-20')).toEqual({ day: '2027-05-20', cells: 1, signatures: 0, issued: 0 })
    expect(of('2027-05-21')).toEqual({ day: '2027-05-21', cells: 0, signatures: 4, issued: 0 })
    expect(of('2027-05-22')).toEqual({ day: '2027-05-22', cells: 2, signatures: 2, issued: 1 })
  })

  it('expects an end by the pace of the last days, against the day that the school has set', () => {
    const { issued, signatures, cells } = progress.forecasts
    expect(issued).toMatchObject({
      left: 3,
      deadline: { name: 'deadline.issue', date: '2027-05-25' },
      forecast: { finishesOn: '2027-06-02', isLate: true, daysLate: 8 },
      text: 'Với tốc độ này xong ngày 02/06/2027, muộn 8 ngày.',
    })
    expect(signatures).toMatchObject({ left: 6, forecast: { finishesOn: '2027-05-28' } })
    expect(cells.deadline?.name).toBe('deadline.report.year-end')
    expect(progress.deadlines.map(({ date }) => date)).toEqual(
      progress.deadlines.map(({ date }) => date).toSorted(),
    )
  })

  it('says who carried a class over, and when', async () => {
    expect(progress.classes[0]?.carriedOver).toBeNull()
    const actId = await addAct(filled, 'carry-over', '2027-05-23T08:00:00+07:00')
    await askAll(
      filled.server,
      `insert into school.carry_over (tenant_id, school_year, class_id, number, part, level, digest, made, act_id)
       values ($1, $2, '7A', 1, 'year', 'lower-secondary', sha256('x'), 4, $3)`,
      [filled.tenant, schoolYear, actId],
    )
    const { classes } = await readProgress(filled.database, place(), { today })
    expect(classes[0]?.carriedOver).toEqual({
      part: 'year',
      at: '2027-05-23T01:00:00Z',
      byName: 'Kha Văn Tiến',
    })
  })
})

describe('who asks for some lessons', () => {
  it('sees these alone, and no books', async () => {
    const lessons = [{ classId: '7A', subject: 'TOAN' }] as const
    const part = await readProgress(filled.database, place(), { today, lessons })
    expect(part.sheets.map((found) => found.sheet)).toEqual(['TOAN'])
    expect(part.classes).toEqual([expect.objectContaining({ classId: '7A', filled: 2, books: null })])
    expect(part.teachers.map(({ staffCode, waiting }) => [staffCode, waiting])).toEqual([['CB03', []]])
    expect(part.series.reduce((sum, { cells }) => sum + cells, 0)).toBe(2)
    expect(part.series.reduce((sum, { signatures, issued }) => sum + signatures + issued, 0)).toBe(0)
  })

  it('sees nothing where there are none', async () => {
    const part = await readProgress(filled.database, place(), { today, lessons: [] })
    expect([part.sheets, part.classes, part.teachers]).toEqual([[], [], []])
  })
})

describe('another school', () => {
  it('has nothing of it', async () => {
    const tenant = await tenantOf(filled.server, '0079000888')
    const other = await readProgress(filled.database, { ...place(), tenant }, { today })
    expect(other.classes).toEqual([expect.objectContaining({ filled: 0, confirmed: 0, pupils: 2 })])
    expect(other.classes[0]?.books).toMatchObject({ made: 0 })
    expect(other.series.every(({ cells, signatures }) => cells + signatures === 0)).toBe(true)
  })
})

const actor = (more: Partial<Actor>): Actor => ({
  accountId: '018f0000-0000-7000-8000-000000000001',
  fullName: 'Quàng Thị Thời',
  schoolCode: school.school.code,
  tenant: filled.tenant,
  isAdministrator: false,
  roles: [],
  homeroomClasses: [],
  teaches: [],
  follows: [],
  ...more,
})

const send = (nudge: Nudge, by: Partial<Actor>, now = new Date('2027-05-24T10:00:00+07:00')) =>
  sendNudge(filled.database, place(), nudge, { actor: actor(by), now })

describe('a nudge', () => {
  const principal = { roles: ['principal'] } as const
  const toan = { staffCode: 'CB03', classId: '7A', sheet: 'TOAN', words: 'Còn hai ô chưa nhập.' } as const

  it('is told once a day for the same matter, whatever its words, and again the next day', async () => {
    expect(await send(toan, principal)).toEqual({ isNew: true })
    expect(await send({ ...toan, words: 'Nhắc lại.' }, principal)).toEqual({ isNew: false })
    const tomorrow = new Date('2027-05-25T00:10:00+07:00')
    expect(await send(toan, principal, tomorrow)).toEqual({ isNew: true })
    const rows = await askAll(
      filled.server,
      'select words from school.nudge where tenant_id = $1 order by sent_at',
      [filled.tenant],
    )
    expect(rows).toEqual([{ words: toan.words }, { words: toan.words }])
  })

  it('of two sent at the same moment is told once', async () => {
    const nudge = { staffCode: 'CB02', words: 'Nhập nhận xét.' }
    const answers = await Promise.all([send(nudge, principal), send(nudge, principal)])
    expect(answers.map(({ isNew }) => isNew).toSorted()).toEqual([false, true])
  })

  it('goes from a homeroom teacher to who teaches the own class, and no further', async () => {
    const homeroom = { accountId: '018f0000-0000-7000-8000-000000000002', homeroomClasses: ['7A'] }
    expect(await send(toan, homeroom)).toEqual({ isNew: true })
    await expect(send(toan, { ...homeroom, homeroomClasses: ['7B'] })).rejects.toThrow(/lớp mình chủ nhiệm/)
    await expect(send({ staffCode: 'CB03', words: 'Xem lại.' }, homeroom)).rejects.toThrow(
      /lớp mình chủ nhiệm/,
    )
  })

  it('goes from a group head to the lessons of the group alone', async () => {
    const head = {
      accountId: '018f0000-0000-7000-8000-000000000003',
      follows: [{ classId: '7A', subject: 'TOAN' }],
    } as const
    expect(await send(toan, head)).toEqual({ isNew: true })
    await expect(
      send({ staffCode: 'CB02', classId: '7A', sheet: 'NGU_VAN', words: 'Xem lại.' }, head),
    ).rejects.toThrow(/thành viên của tổ/)
  })

  it.each([
    ['nobody of that code', { ...toan, staffCode: 'CB77' }, /không có cán bộ mã CB77/],
    ['who does not answer for the sheet', { ...toan, staffCode: 'CB02' }, /không phụ trách/],
    ['who does not work in the class', { ...toan, classId: '9Z' }, /không phụ trách/],
    ['nothing said', { ...toan, words: '  ' }, /còn trống/],
  ])('is refused for %s', async (_what, nudge, words) => {
    await expect((async () => send(nudge, principal))()).rejects.toThrow(words)
  })
})
