import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { evaluate } from '../../src/evaluation/index.ts'
import {
  emptyClass,
  now,
  openFilled,
  schoolYear,
  want,
  type FilledDatabase,
} from '../database/support/gradebook.ts'
import { openGradebookServer, type GradebookServer } from './support/gradebook-server.ts'
import type { SchoolYearRecords } from '../../src/records/index.ts'

let filled: FilledDatabase
let opened: GradebookServer
let headers: { readonly cookie: string }
let as: Readonly<Record<'teacher' | 'colleague' | 'principal' | 'administrator' | 'stranger', typeof headers>>

/** 7A, where CB02 leads the class and teaches Toán and Tin học, CB03 all else. */
const school: SchoolYearRecords = {
  ...emptyClass(7),
  assignments: emptyClass(7).assignments.map(({ classId, subject, periodsPerYear }) => ({
    classId,
    subject,
    periodsPerYear,
    teacher: subject === 'TOAN' || subject === 'TIN_HOC' ? 'CB02' : 'CB03',
  })),
}
const schoolCode = school.school.code

beforeAll(async () => {
  filled = await openFilled(school, emptyClass(9, 2, '0079000888'))
  const { database, server } = filled
  opened = await openGradebookServer({
    school: database,
    url: server.url,
    superuserUrl: server.superuserUrl,
    clock: () => now,
  })
  const person = async (staffCode: string, fullName: string, more = {}) => {
    const [session] = await opened.signIn({ schoolCode, staffCode, fullName, ...more })
    return session?.headers ?? { cookie: '' }
  }
  const elsewhere = { schoolCode: '0079000888' }
  as = {
    teacher: await person('CB02', 'Kha Văn Tiến'),
    colleague: await person('CB03', 'Ngân Thị Lụa'),
    principal: await person('CB01', 'Quàng Thị Thời'),
    // Leads the class of the other school all the same.
    administrator: await person('CB02', 'Lô Văn Quản', { ...elsewhere, isAdministrator: true }),
    stranger: await person('CB03', 'Lang Thị Lạ', elsewhere),
  }
})
beforeEach(() => {
  headers = as.teacher
})
afterAll(async () => {
  await opened.close()
  await filled.close()
  expect(opened.bugs).toEqual([])
})

const year = `/api/v1/schools/0079000777/years/${schoolYear}/lower-secondary`
const sheet = (name: string): string => `${year}/classes/7A/sheets/${name}`
const get = async (url: string) => opened.server.inject({ method: 'GET', url, headers })
const post = async (url: string, payload: object) =>
  opened.server.inject({ method: 'POST', url, payload, headers })
const cells = (...all: readonly ReturnType<typeof want>[]) => ({ saveId: randomUUID(), cells: all })

interface SheetBody {
  readonly columns: readonly { readonly path: string; readonly kind: string }[]
  readonly students: readonly object[]
  readonly cells: readonly { readonly path: string; readonly value: string | null }[]
}

describe('a sheet', () => {
  it('comes with its columns, pupils and cells, and says whether it may be written', async () => {
    const answer = await get(sheet('TOAN'))
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      class: { classId: '7A', name: '7A', grade: 7 },
      title: 'Toán',
      canWrite: true,
      rules: { article9_3: 'mask' },
      asOf: now.toISOString(),
    })
    const { columns, students } = answer.json<SheetBody>()
    expect(columns.find(({ path }) => path === 'terms.1.midtermMark')).toMatchObject({
      kind: 'mark',
      min: 0,
      max: 10,
      options: [{ value: 'absent', short: 'V', name: 'Vắng, không làm bù' }],
    })
    expect(students[0]).toEqual({
      studentCode: '7A0002',
      fullName: 'Cầm Văn Ấm',
      givenName: 'Ấm',
      birthDate: '2014-02-11',
      isExempt: false,
      isPracticeExempt: false,
      individualPlan: false,
      lockedBecause: null,
      sentBack: [],
    })
  })

  it('of another subject of the own class may be read and not written', async () => {
    expect((await get(sheet('NGU_VAN'))).json()).toMatchObject({ canWrite: false })
    expect((await post(`${sheet('NGU_VAN')}/cells`, cells(want('7A0001', 'comment', 'x')))).statusCode).toBe(
      403,
    )
  })

  it('of attendance shows the present month, or the one asked for', async () => {
    const days = async (query: string): Promise<string | undefined> =>
      (await get(`${sheet('attendance')}${query}`)).json<SheetBody>().columns[0]?.path
    expect(await days('')).toBe('absentOn.2026-11-02')
    expect(await days('?month=2027-02')).toBe('absentOn.2027-02-01')
  })

  it('that is not there is answered as no page at all', async () => {
    headers = as.principal
    for (const url of [sheet('NGOAI_NGU_2'), sheet('NOTHING'), `${year}/classes/9Z/sheets/TOAN`])
      expect((await get(url)).statusCode).toBe(404)
  })
})

describe('saving cells', () => {
  it('answers each in the order sent: saved, overtaken, refused', async () => {
    await post(`${sheet('TOAN')}/cells`, cells(want('7A0001', 'terms.1.finalMark', '8')))
    const sent = cells(
      want('7A0002', 'terms.1.finalMark', '7.5'),
      want('7A0001', 'terms.1.finalMark', '9'),
      want('7A0003', 'terms.1.finalMark', '75'),
    )
    const answer = await post(`${sheet('TOAN')}/cells`, { ...sent, source: 'pasted' })
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      outcomes: [
        { studentCode: '7A0002', outcome: 'saved', value: '7.5', version: 1, byName: 'Kha Văn Tiến' },
        { studentCode: '7A0001', outcome: 'conflict', value: '8', version: 1 },
        { outcome: 'refused', message: 'Điểm từ 0 đến 10. Nếu là 7,5 hãy gõ cả dấu phẩy.' },
      ],
    })
    expect((await post(`${sheet('TOAN')}/cells`, { ...sent, source: 'pasted' })).json()).toEqual(
      answer.json(),
    )
  })

  it('is refused as a whole where it is no save', async () => {
    const good = want('7A0001', 'comment', 'x')
    const bad: readonly object[] = [
      { cells: [good] },
      { saveId: 'abc', cells: [good] },
      { saveId: randomUUID(), cells: [] },
      { saveId: randomUUID(), cells: [{ ...good, seenVersion: -1 }] },
      { saveId: randomUUID(), cells: [{ ...good, value: 8 }] },
      { saveId: randomUUID(), cells: [good], source: 'magic' },
      { saveId: randomUUID(), cells: Array.from({ length: 2001 }, () => good) },
    ]
    for (const body of bad) expect((await post(`${sheet('TOAN')}/cells`, body)).statusCode).toBe(400)
  })

  it('with a number that stands for something else is a conflict of the whole', async () => {
    const first = cells(want('7A0004', 'comment', 'Tốt'))
    await post(`${sheet('TOAN')}/cells`, first)
    const second = { ...first, cells: [want('7A0004', 'comment', 'Khá')] }
    expect((await post(`${sheet('TOAN')}/cells`, second)).statusCode).toBe(409)
  })

  it('is never done by an administrator, whatever else they are', async () => {
    headers = as.administrator
    const own = `/api/v1/schools/0079000888/years/${schoolYear}/lower-secondary/classes/9A/sheets/homeroom`
    expect((await get(own)).json()).toMatchObject({ canWrite: false })
    expect((await post(`${own}/cells`, cells(want('9A0001', 'comment', 'x')))).statusCode).toBe(403)
  })

  it('is not done by a colleague, another school or nobody', async () => {
    const body = cells(want('7A0001', 'comment', 'x'))
    const statuses: number[] = []
    for (headers of [as.colleague, as.stranger, { cookie: '' }])
      statuses.push((await post(`${sheet('TOAN')}/cells`, body)).statusCode)
    expect(statuses).toEqual([403, 404, 401])
  })
})

describe('what others read', () => {
  it('changes since an instant', async () => {
    await post(`${sheet('TIN_HOC')}/cells`, cells(want('7A0001', 'terms.1.midtermMark', '9')))
    const answer = await get(`${sheet('TIN_HOC')}/changes?since=${encodeURIComponent(now.toISOString())}`)
    expect(answer.json()).toMatchObject({ cells: [{ path: 'terms.1.midtermMark', value: '9', version: 1 }] })
    expect((await get(`${sheet('TIN_HOC')}/changes?since=yesterday`)).statusCode).toBe(400)
  })

  it('the results of the class, as the evaluation takes them', async () => {
    const answer = await get(`${year}/classes/7A/results`)
    const { students } = answer.json<{ readonly students: readonly { readonly input: unknown }[] }>()
    expect(students).toHaveLength(6)
    for (const { input } of students) expect(evaluate(input).status).toBe('incomplete')
  })

  it('the trace of a sheet and of a pupil', async () => {
    await post(`${sheet('homeroom')}/cells`, cells(want('7A0005', 'conduct.1', 'good')))
    const ofSheet = await get(`${sheet('homeroom')}/trace?studentCode=7A0005`)
    expect(ofSheet.json()).toMatchObject({
      entries: [
        { path: 'conduct.1', columnTitle: 'Kết quả rèn luyện học kì I', before: null, after: 'good' },
      ],
    })
    const ofPupil = await get(`${year}/classes/7A/students/7A0005/trace`)
    expect(ofPupil.json()).toEqual(ofSheet.json())
  })

  it('the work of whoever asks: own subjects, and the sheets of the own class', async () => {
    const { sheets } = (await get(`${year}/work`)).json<{ readonly sheets: readonly object[] }>()
    expect(sheets).toMatchObject([
      { sheet: 'TIN_HOC', role: 'subject-teacher', className: '7A', canWrite: true, deadline: null },
      { sheet: 'TOAN', role: 'subject-teacher' },
      { sheet: 'homeroom', role: 'homeroom-teacher', title: 'Tổng hợp của giáo viên chủ nhiệm' },
      { sheet: 'attendance', role: 'homeroom-teacher' },
    ])
  })

  it('the work of a principal: the decisions of every class', async () => {
    headers = as.principal
    const { sheets } = (await get(`${year}/work`)).json<{ readonly sheets: readonly object[] }>()
    expect(sheets).toMatchObject([{ sheet: 'decisions', role: 'principal', classId: '7A', canWrite: true }])
  })
})
