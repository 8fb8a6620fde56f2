import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { typedPupil as pupil } from '../builders/typed-pupil.ts'
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

describe('a pupil', () => {
  const path = '/classes/7B/students/4000000777'

  it('is enrolled, read, changed, exempt and moved, each in the trace', async () => {
    expect((await ask('PUT', path, { ...pupil, seenVersion: null })).body).toEqual({ version: 1 })
    const history = [{ schoolYear: '2025-2026', className: '6B', schoolName: 'Trường THCS Khe Sú' }]
    expect((await ask('PUT', path, { ...pupil, address: 'Bản Nà', history, seenVersion: 1 })).status).toBe(
      200,
    )
    const exemptions = [
      { subject: 'GDTC', kind: 'practice-exempt', reason: 'Sức khỏe', decisionNumber: '7/QĐ' },
    ]
    expect((await ask('PUT', `${path}/exemptions`, { exemptions })).status).toBe(204)
    const move = { toClassId: '7A', movedOn: '10/10/2026', reason: 'Theo đơn của gia đình' }
    expect((await ask('POST', `${path}/moves`, move)).status).toBe(200)
    expect((await ask('GET', path)).status).toBe(404)
    const { body } = await ask('GET', '/classes/7A/students/4000000777')
    expect(body).toMatchObject({
      fullName: 'Lò Thị Én',
      birthDate: '2014-09-05',
      address: 'Bản Nà',
      father: { fullName: 'Lò Văn Nậm', occupation: null },
      history,
      exemptions,
      moves: [{ fromClass: '7B', toClass: '7A', movedOn: '2026-10-10', reason: 'Theo đơn của gia đình' }],
      version: 3,
    })
    const removed = await ask('PUT', '/classes/7A/students/4000000777/exemptions', { exemptions: [] })
    expect(removed.status).toBe(204)
    const again = await ask('GET', '/classes/7A/students/4000000777')
    expect(again.body['exemptions']).toEqual([])
  })

  it.each<readonly [string, string, object, number, RegExp]>([
    ['a code of nine digits', '400000077', {}, 422, /Mã học sinh.*10 chữ số/],
    ['a classmate’s number', '4000000778', { citizenId: '040214000777' }, 422, /đã là của Lò Thị Én/],
    ['no birth date', '4000000778', { birthDate: '' }, 422, /Ngày sinh/],
    [
      'an occupation of nobody',
      '4000000778',
      { mother: { fullName: '', occupation: 'Giáo viên' } },
      422,
      /Họ tên mẹ/,
    ],
  ])('is refused with %s', async (_what, code, change, status, message) => {
    const answer = await ask('PUT', `/classes/7B/students/${code}`, {
      ...pupil,
      citizenId: null,
      seenVersion: null,
      ...change,
    })
    expect(answer.status).toBe(status)
    expect(answer.body['detail']).toMatch(message)
  })

  it('is written by the homeroom teacher of the class alone', async () => {
    const own = { ...pupil, citizenId: null, seenVersion: null }
    expect((await ask('PUT', '/classes/7B/students/4000000790', own, 'teacher')).status).toBe(200)
    expect((await ask('PUT', '/classes/7A/students/4000000791', own, 'teacher')).status).toBe(403)
  })
})

describe('a school year', () => {
  it('is changed by hand', async () => {
    const lines = {
      name: 'Trường Liên cấp Mường Lống Mới',
      wardCode: '00007',
      wardName: 'Xã Mường Lống',
      provinceCode: '40',
      provinceName: 'Tỉnh Sông Lam',
      signingPlace: 'Mường Lống',
      approver: 'CB01',
      onBehalf: null,
      seenVersion: 1,
    }
    expect((await ask('PUT', '', lines)).body).toEqual({ version: 2 })
    expect((await ask('PUT', '', lines)).status).toBe(409)
    const refused = await ask('PUT', '', { ...lines, provinceCode: '4', seenVersion: 2 })
    expect(refused.body['detail']).toMatch(/Mã tỉnh/)
  })
})

describe('settings', () => {
  const list = async () =>
    (await ask('GET', '/settings')).body['settings'] as readonly { readonly name: string }[]

  it('say by whose word they are in force, and where it is written', async () => {
    expect(await list()).toContainEqual(
      expect.objectContaining({
        name: 'deadline.report.year-end',
        value: '2027-06-30',
        source: 'law',
        article: 'CV 1396/BGDĐT-GDTH, PL1 §2.1',
      }),
    )
  })

  it('are decided by the school, never later than the law', async () => {
    const path = '/settings/deadline.report.year-end'
    const late = await ask('PUT', path, { value: '2027-07-05', reason: 'Bận' }, 'principal')
    expect(late.body['detail']).toMatch(/không được muộn hơn 30\/06\/2027 \(CV 1396/)
    await ask('PUT', path, { value: '2027-06-20', reason: 'KH 05/KH-THCS' }, 'principal')
    expect(await list()).toContainEqual(
      expect.objectContaining({ value: '2027-06-20', source: 'school', article: 'KH 05/KH-THCS' }),
    )
  })

  it('of Điều 9 khoản 3 are what the evaluation reads', async () => {
    const decision = { value: 'replace', reason: 'NQ hội đồng' }
    expect((await ask('PUT', '/settings/article9_3', decision, 'principal')).status).toBe(200)
    expect((await ask('GET', '')).body['school']).toMatchObject({ article9_3: 'replace' })
  })
})
