import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askAll } from '../database/support/rows.ts'
import { openSetUpServer, type SetUpServer } from './support/set-up-server.ts'

let opened: SetUpServer
let ask: SetUpServer['ask']

beforeAll(async () => {
  opened = await openSetUpServer()
  ask = opened.ask
})
afterAll(async () => {
  await opened.close()
  expect(opened.bugs).toEqual([])
})

const member = {
  fullName: 'Hà  Thị Mới',
  citizenId: '001080000099',
  birthDate: '05/09/1990',
  post: 'teacher',
  subjectGroup: 'Tổ Toán',
  hasLeft: false,
}

describe('staff', () => {
  it('is added, seen in its list and group, changed, and taken out again', async () => {
    const added = await ask('PUT', '/staff/CB90', { ...member, seenVersion: null })
    expect(added).toEqual({ status: 200, body: { version: 1 } })
    const { body } = await ask('GET', '/staff')
    expect(body['staff']).toContainEqual(
      expect.objectContaining({
        staffCode: 'CB90',
        fullName: 'Hà Thị Mới',
        birthDate: '1990-09-05',
        version: 1,
      }),
    )
    const groups = await ask('GET', '/subject-groups')
    expect(groups.body['groups']).toEqual([
      {
        name: 'Tổ Toán',
        head: null,
        members: [{ staffCode: 'CB90', fullName: 'Hà Thị Mới' }],
        version: null,
      },
    ])
    expect(
      (await ask('PUT', '/staff/CB90', { ...member, fullName: 'Hà Thị Cũ', seenVersion: 1 })).body,
    ).toEqual({
      version: 2,
    })
    expect((await ask('DELETE', '/staff/CB90?seenVersion=2')).status).toBe(204)
  })

  it('leaves what it was in the trace, with who did it', async () => {
    await ask('PUT', '/staff/CB91', { ...member, seenVersion: null })
    await ask('PUT', '/staff/CB91', { ...member, fullName: 'Hà Thị Khác', seenVersion: 1 })
    const [kept] = await askAll<{ before: { full_name: string }; acted_by: string; kind: string }>(
      opened.filled.server,
      `select s.before, a.acted_by, a.kind::text from school.superseded s join school.act a using (tenant_id, act_id)
       where s.table_name = 'staff' and s.row_key = '["CB91"]'`,
    )
    expect(kept).toMatchObject({
      before: { full_name: 'Hà Thị Mới' },
      acted_by: 'Lường Thị Sổ',
      kind: 'set-up',
    })
    await ask('DELETE', '/staff/CB91?seenVersion=2')
  })

  it('saved the same again writes nothing', async () => {
    const acts = 'select count(*)::int as count from school.act'
    await ask('PUT', '/staff/CB92', { ...member, seenVersion: null })
    const before = await askAll(opened.filled.server, acts)
    expect((await ask('PUT', '/staff/CB92', { ...member, seenVersion: 1 })).body).toEqual({ version: 1 })
    expect(await askAll(opened.filled.server, acts)).toEqual(before)
    await ask('DELETE', '/staff/CB92?seenVersion=1')
  })

  it.each<readonly [string, object, number, RegExp]>([
    ['a number with too few digits', { citizenId: '12' }, 422, /Số định danh cá nhân.*12 chữ số/],
    ['a colleague’s number', { citizenId: '001080000002' }, 422, /đã là của Kha Văn Tiến/],
    ['no name', { fullName: ' ' }, 422, /Họ và tên/],
    ['a day that is none', { birthDate: '31/02/1990' }, 422, /Ngày sinh/],
    ['a version nobody saw', { seenVersion: 7 }, 409, /vừa được người khác sửa/],
  ])('is refused with %s', async (_what, change, status, message) => {
    const answer = await ask('PUT', '/staff/CB93', { ...member, seenVersion: null, ...change })
    expect(answer.status).toBe(status)
    expect(answer.body['detail']).toMatch(message)
  })

  it('is not taken out while the year names them', async () => {
    const answer = await ask('DELETE', '/staff/CB02?seenVersion=1')
    expect(answer.status).toBe(422)
    expect(answer.body['detail']).toMatch(/chủ nhiệm lớp 7A; dạy \d+ môn/)
  })
})

describe('who may', () => {
  it('is no teacher, and nobody of another school', async () => {
    expect((await ask('PUT', '/staff/CB94', { ...member, seenVersion: null }, 'teacher')).status).toBe(403)
    expect((await ask('PUT', '/staff/CB94', { ...member, seenVersion: null }, 'stranger')).status).toBe(404)
    expect((await ask('GET', '/settings', undefined, 'stranger')).status).toBe(404)
  })

  it('decide settings is the principal, not the registrar', async () => {
    const decision = { value: '2027-05-29', reason: 'KH 05/KH-THCS' }
    expect((await ask('PUT', '/settings/entry-closes.year', decision)).status).toBe(403)
    expect((await ask('PUT', '/settings/entry-closes.year', decision, 'principal')).status).toBe(200)
  })
})

describe('a subject group', () => {
  it('gets a head of the staff, and no other', async () => {
    expect(
      (await ask('PUT', '/subject-groups/T%E1%BB%95%20V%C4%83n', { head: 'CB03', seenVersion: null })).body,
    ).toEqual({
      version: 1,
    })
    const refused = await ask('PUT', '/subject-groups/T%E1%BB%95%20V%C4%83n', {
      head: 'CB77',
      seenVersion: 1,
    })
    expect(refused.body['detail']).toMatch(/không có cán bộ mã CB77/)
  })
})

describe('a class', () => {
  const typed = { name: '7C', grade: 7, homeroomTeacher: null, foreignLanguage: 'Tiếng Anh' }

  it('is there before somebody leads it, and goes while nobody is in it', async () => {
    expect((await ask('PUT', '/classes/7C', { ...typed, seenVersion: null })).body).toEqual({ version: 1 })
    const { body } = await ask('GET', '/classes')
    expect(body['classes']).toContainEqual(
      expect.objectContaining({ classId: '7C', homeroomTeacher: null, students: 0 }),
    )
    expect((await ask('DELETE', '/classes/7C?seenVersion=1')).status).toBe(204)
  })

  it.each<readonly [string, string, object, RegExp]>([
    ['a grade of another level', '7D', { grade: 4 }, /không có khối 4/],
    ['a leader who is not there', '7D', { homeroomTeacher: 'CB77' }, /không có cán bộ mã CB77/],
    ['a code that is none', '%3F', {}, /Mã lớp/],
  ])('is refused with %s', async (_what, id, change, message) => {
    const answer = await ask('PUT', `/classes/${id}`, { ...typed, seenVersion: null, ...change })
    expect(answer.status).toBe(422)
    expect(answer.body['detail']).toMatch(message)
  })

  it('is not taken out with its pupils', async () => {
    const answer = await ask('DELETE', '/classes/7A?seenVersion=1')
    expect(answer.body['detail']).toMatch(/lớp còn 6 học sinh và 12 phân công/)
  })
})

describe('the plan of subjects', () => {
  it('is the programme’s until the school plans a grade', async () => {
    const plan = async () => (await ask('GET', '/subject-plan')).body['subjects'] as readonly Planned[]
    const before = (await plan()).filter(({ grade }) => grade === 6)
    expect(before.find(({ subject }) => subject === 'TOAN')).toMatchObject({
      periodsPerYear: 140,
      version: 0,
    })
    const subjects = before.map(({ subject, periodsPerYear }) => ({ subject, periodsPerYear }))
    const wanted = [...subjects, { subject: 'NGOAI_NGU_2', periodsPerYear: 105 }]
    expect((await ask('PUT', '/subject-plan/6', { subjects: wanted })).status).toBe(204)
    const after = (await plan()).filter(({ grade }) => grade === 6)
    expect(after).toHaveLength(before.length + 1)
    expect(after.at(-1)).toMatchObject({ subject: 'NGOAI_NGU_2', isElective: true, version: 1 })
  })

  it('keeps what is compulsory and what is taught', async () => {
    const answer = await ask('PUT', '/subject-plan/7', {
      subjects: [{ subject: 'TOAN', periodsPerYear: 140 }],
    })
    expect(answer.body['detail']).toMatch(/thiếu môn bắt buộc Ngữ văn/)
  })
})

interface Planned {
  readonly grade: number
  readonly subject: string
  readonly periodsPerYear: number
}

describe('lessons', () => {
  const lesson = { teacher: 'CB03', otherTeachers: ['CB02'], periodsPerYear: 140 }

  it('are given out, changed and taken back', async () => {
    const path = '/classes/7B/assignments/TOAN'
    expect((await ask('PUT', path, { ...lesson, seenVersion: null })).body).toEqual({ version: 1 })
    expect((await ask('PUT', path, { ...lesson, otherTeachers: [], seenVersion: 1 })).status).toBe(200)
    expect((await ask('PUT', path, { ...lesson, seenVersion: 5 })).status).toBe(409)
    expect((await ask('PUT', path, { ...lesson, teacher: null, seenVersion: 1 })).body).toEqual({
      version: null,
    })
    const left = "select count(*)::int as count from school.assignment where class_id = '7B'"
    expect(await askAll(opened.filled.server, left)).toEqual([{ count: 0 }])
  })

  it('are given out many at once, all or none', async () => {
    const many = ['TOAN', 'NGU_VAN'].map((subject) => ({
      classId: '7B',
      subject,
      teacher: 'CB03',
      periodsPerYear: 140,
    }))
    const odd = { classId: '7B', subject: 'TIENG_VIET', teacher: 'CB03', periodsPerYear: 35 }
    const refused = await ask('POST', '/assignments/bulk', { assignments: [...many, odd] })
    expect(refused.body['detail']).toMatch(/khối 7 không có môn này/)
    const count = "select count(*)::int as count from school.assignment where class_id = '7B'"
    expect(await askAll(opened.filled.server, count)).toEqual([{ count: 0 }])
    expect((await ask('POST', '/assignments/bulk', { assignments: many })).body).toEqual({ saved: 2 })
    expect(await askAll(opened.filled.server, count)).toEqual([{ count: 2 }])
  })
})
