import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readNoticeItems, type NoticeItem } from '../../src/adapters/postgres/books/notice-items.ts'
import type { NoticePerson } from '../../src/adapters/postgres/books/notice-messages.ts'
import { sendNudge } from '../../src/adapters/postgres/books/nudge.ts'
import { makeDigests } from '../../src/adapters/postgres/notices/digests.ts'
import {
  answerIncident,
  listIncidents,
  reportIncident,
} from '../../src/adapters/postgres/notices/incidents.ts'
import { listSchools } from '../../src/adapters/postgres/notices/schools.ts'
import { withClient } from '../../src/adapters/postgres/session.ts'
import { code, everybody, morning, openNoticed, page, people, person } from './support/noticed-school.ts'
import { recording } from './support/recorded.ts'
import { schoolYear, type FilledDatabase } from './support/gradebook.ts'
import { askAll, tenantOf } from './support/rows.ts'
import { addConfirmation, decideDay } from './support/written-books.ts'

let filled: FilledDatabase
const place = () => ({ tenant: filled.tenant, schoolCode: code })

beforeAll(async () => {
  filled = await openNoticed()
})
afterAll(() => filled.close())

const itemsFor = async (who: NoticePerson, now = morning): Promise<readonly NoticeItem[]> =>
  (await readNoticeItems(filled.database, place(), [who], now)).get(who.accountId) ?? []

const toldOf = async (who: NoticePerson, kind: NoticeItem['kind'], now = morning) =>
  (await itemsFor(who, now)).filter((item) => item.kind === kind)

describe('what somebody should know today', () => {
  it('are cells that were sent back to them, by sheet', async () => {
    expect(await toldOf(people.homeroom, 'sent-back')).toEqual([
      { kind: 'sent-back', text: 'Ngữ văn 7A: 1 ô bị trả lại, chờ trả lời.', path: `${page}/tra-lai` },
      expect.objectContaining({ text: 'Tổng hợp của giáo viên chủ nhiệm 7A: 1 ô bị trả lại, chờ trả lời.' }),
    ])
    expect(await toldOf(people.maths, 'sent-back')).toEqual([])
  })

  it('are reports whose next signature is theirs, and to the clerk those that want the seal', async () => {
    expect(await toldOf(people.clerk, 'sealing')).toEqual([
      { kind: 'sealing', text: '1 học bạ chờ đóng dấu, phát hành.', path: `${page}/ky` },
    ])
    expect(await toldOf(people.maths, 'signing')).toEqual([
      expect.objectContaining({ text: '1 học bạ chờ chữ kí của thầy cô.' }),
    ])
    expect(await toldOf(people.principal, 'signing')).toEqual([])
    // It would be the homeroom teacher's turn, were it not for the cell that was sent back.
    expect(await toldOf(people.homeroom, 'signing')).toEqual([])
  })

  it('are sheets of theirs that are not full, from a week before a deadline until a week after it', async () => {
    const texts = async (day: string) =>
      (await toldOf(people.maths, 'sheet-due', new Date(`${day}T06:00:00+07:00`))).map(({ text }) => text)
    expect(await texts('2027-05-21')).toEqual([])
    const [before] = await texts('2027-05-26')
    expect(before).toMatch(
      /^Toán 7A: còn \d+ ô chưa nhập\. Hạn nhập học kì II và cả năm: 29\/05\/2027, còn 3 ngày\.$/,
    )
    expect((await texts('2027-05-29'))[0]).toMatch(/hôm nay\.$/)
    expect((await texts('2027-06-05'))[0]).toMatch(/đã quá hạn\.$/)
    expect(await texts('2027-06-06')).toEqual([])
    expect(await toldOf(people.principal, 'sheet-due', new Date('2027-05-26T06:00:00+07:00'))).toEqual([])
  })

  it('is no sheet that was confirmed', async () => {
    await addConfirmation(filled, 'TOAN')
    expect(await toldOf(people.maths, 'sheet-due')).toEqual([])
    await addConfirmation(filled, 'TOAN', 'withdraw')
    expect(await toldOf(people.maths, 'sheet-due')).toHaveLength(1)
  })

  it('is that what closes with the first term asks for nothing of the second', async () => {
    await decideDay(filled, 'entry-closes.term1', '2027-01-18')
    const needed = async (day: string) => {
      const [item] = await toldOf(people.maths, 'sheet-due', new Date(`${day}T06:00:00+07:00`))
      return Number(/còn (\d+) ô/.exec(item?.text ?? '')?.[1])
    }
    expect(await needed('2027-01-16')).toBe(await needed('2027-01-14'))
    expect(await needed('2027-05-26')).toBeGreaterThan(await needed('2027-01-16'))
  })

  it('are orders that have ended and corrections asked for, told to who decides', async () => {
    for (const head of [people.principal, people.vice])
      expect(await toldOf(head, 'order-ended')).toEqual([
        {
          kind: 'order-ended',
          text: '1 lệnh mở sổ đã hết hiệu lực, chờ kí xác nhận.',
          path: `${page}/lenh-mo-so`,
        },
      ])
    expect(await toldOf(people.principal, 'correction')).toEqual([
      { kind: 'correction', text: '1 đề nghị đính chính chờ quyết định.', path: `${page}/dinh-chinh` },
    ])
    expect(await toldOf(people.vice, 'correction')).toEqual([])
    expect(await toldOf(people.maths, 'correction')).toEqual([])
  })

  it('are books issued of the own class, for two days', async () => {
    await askAll(
      filled.server,
      `update school.report set issued_at = '2027-05-23T15:00:00+07:00', xml_sha256 = sha256('x'), issue_act_id = act_id
       where tenant_id = $1 and student_code = '7A0001'`,
      [filled.tenant],
    )
    expect(await toldOf(people.homeroom, 'issued')).toEqual([
      { kind: 'issued', text: 'Lớp 7A: 1 học bạ đã phát hành từ hôm qua.', path: `${page}/lop/7A` },
    ])
    expect(await toldOf(people.homeroom, 'issued', new Date('2027-05-25T06:00:00+07:00'))).toEqual([])
    expect(await toldOf(people.maths, 'issued')).toEqual([])
  })

  it('is nothing of another school, and nothing for who is nobody there', async () => {
    const other = { tenant: await tenantOf(filled.server, '0079000888'), schoolCode: '0079000888' }
    const found = await readNoticeItems(filled.database, other, everybody, morning)
    expect([...found.values()].flat().filter(({ kind }) => !kind.startsWith('sheet-'))).toEqual([])
    expect(await itemsFor(person(null))).toEqual([])
  })

  it('takes as many statements for everybody as for one', async () => {
    const count = async (who: readonly NoticePerson[]) =>
      (await recording(() => readNoticeItems(filled.database, place(), who, morning))).length
    expect(await count(everybody)).toBe(await count([people.homeroom]))
  })
})

describe('a nudge', () => {
  const nudge = { staffCode: 'CB03', classId: '7A', sheet: 'TOAN', words: 'Còn hai ô.' } as const
  const noon = new Date('2027-06-10T12:00:00+07:00')
  const after = (days: number, hour = 6) => new Date(Date.UTC(2027, 5, 10 + days, hour - 7))

  it('stands there at once, for the colleague alone, and is told in one digest', async () => {
    const actor = {
      accountId: people.principal.accountId,
      fullName: 'Quàng Thị Thời',
      schoolCode: code,
      tenant: filled.tenant,
      isAdministrator: false,
      roles: ['principal'],
      homeroomClasses: [],
      teaches: [],
      follows: [],
    } as const
    const year = { tenant: filled.tenant, schoolYear, level: 'lower-secondary' } as const
    await sendNudge(filled.database, year, nudge, { actor, now: noon })
    expect(await toldOf(people.maths, 'nudge', noon)).toEqual([
      { kind: 'nudge', text: 'Quàng Thị Thời nhắc (Toán 7A): Còn hai ô.', path: `${page}/lop/7A/so/TOAN` },
    ])
    expect(await toldOf(people.homeroom, 'nudge', noon)).toEqual([])
    await makeDigests(filled.database, place(), everybody, after(1))
    expect(await toldOf(people.maths, 'nudge', after(1, 15))).toHaveLength(1)
    expect(await toldOf(people.maths, 'nudge', after(2))).toEqual([])
  })
})

describe('an incident', () => {
  const own = () => ({ tenant: filled.tenant, accountId: people.maths.accountId })
  const by = { fullName: 'Ngân Thị Lụa', now: morning }
  const told = { page: '/lop/7A/so/TOAN', words: 'Không dán được cột điểm.' }

  it('is reported once while it is open, told to administrators, answered once', async () => {
    const { incidentId } = await reportIncident(filled.database, own(), told, by)
    expect(await reportIncident(filled.database, own(), told, by)).toEqual({ incidentId })
    expect(await toldOf(people.administrator, 'incident-open')).toHaveLength(1)
    expect(await toldOf(people.principal, 'incident-open')).toEqual([])
    const at = { tenant: filled.tenant, incidentId }
    const answer = () =>
      answerIncident(filled.database, at, 'Đã sửa.', { fullName: 'Giàng A Quản', now: morning })
    expect(await answer()).toBe(true)
    await expect(answer()).rejects.toThrow(/đã được trả lời/)
    expect(await toldOf(people.maths, 'incident-answered')).toHaveLength(1)
    const { incidents } = await listIncidents(filled.database, filled.tenant, { page: 1, pageSize: 50 })
    expect(incidents).toEqual([
      expect.objectContaining({
        incidentId,
        state: 'answered',
        answer: 'Đã sửa.',
        answeredBy: 'Giàng A Quản',
      }),
    ])
  })

  it('is not there for others, nor for another school', async () => {
    const ofAccount = people.homeroom.accountId
    const asked = { page: 1, pageSize: 50 }
    expect((await listIncidents(filled.database, filled.tenant, { ...asked, ofAccount })).incidents).toEqual(
      [],
    )
    const other = await tenantOf(filled.server, '0079000888')
    expect((await listIncidents(filled.database, other, asked)).incidents).toEqual([])
    const at = { tenant: other, incidentId: randomUUID() }
    expect(await answerIncident(filled.database, at, 'Đã sửa.', by)).toBeUndefined()
  })

  it('is one of twenty that somebody may have open', async () => {
    for (let count = 0; count < 20; count += 1)
      await reportIncident(filled.database, own(), { page: '/', words: `Sự cố thứ ${count}` }, by)
    await expect(
      reportIncident(filled.database, own(), { page: '/', words: 'Thêm nữa' }, by),
    ).rejects.toThrow(/20 báo sự cố/)
  })
})

describe('the door to all schools', () => {
  it('tells which there are, and opens nothing else', async () => {
    const schools = await listSchools(filled.database)
    expect(schools.map(({ schoolCode }) => schoolCode)).toEqual(['0079000777', '0079000888'])
    await withClient(
      filled.server.url,
      async (client) => {
        for (const table of ['school', 'notice', 'nudge', 'digest', 'mail_address', 'incident'])
          expect((await client.query(`select * from school.${table}`)).rows, table).toEqual([])
      },
      'hb_school',
    )
  })
})
