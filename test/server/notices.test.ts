import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smtpMailer } from '../../src/adapters/mail-smtp.ts'
import { createDailyDigest, type DailyDigest } from '../../src/apps/server/school/notices/daily-digest.ts'
import { addSendBack } from '../database/support/written-books.ts'
import { schoolYear, type FilledDatabase } from '../database/support/gradebook.ts'
import { askAll } from '../database/support/rows.ts'
import { headOf, openMailServer, textOf, type MailServer } from './support/mail-server.ts'
import { openSchoolServer, type Browser, type SchoolServer } from './support/school-server.ts'
import { openSchools, otherSchool, smallSchool, staff } from './support/small-school.ts'

type Person =
  | 'principal'
  | 'homeroomTeacher'
  | 'subjectTeacher'
  | 'groupHead'
  | 'otherTeacher'
  | 'clerk'
  | 'administrator'

const code = smallSchool.school.code
const school = `/api/v1/schools/${code}`
const year = `${school}/years/${schoolYear}/lower-secondary`

let filled: FilledDatabase
let opened: SchoolServer
let mail: MailServer
const browsers = new Map<string, Browser>()
const accounts = new Map<string, string>()

beforeAll(async () => {
  filled = await openSchools()
  mail = await openMailServer()
  opened = await openSchoolServer({
    school: filled.database,
    url: filled.server.url,
    startsAt: new Date('2027-05-24T05:00:00+07:00'),
  })
  await opened.server.ready()
  const members = [
    ...(
      ['principal', 'homeroomTeacher', 'subjectTeacher', 'groupHead', 'otherTeacher', 'clerk'] as const
    ).map((name) => ({
      name,
      schoolCode: code,
      staffCode: staff[name][0],
      fullName: staff[name][2],
    })),
    { name: 'administrator', schoolCode: code, fullName: 'Giàng A Quản', isAdministrator: true },
    {
      name: 'stranger',
      schoolCode: otherSchool.school.code,
      staffCode: 'CB01',
      fullName: 'Lang Thị Lạ',
      isAdministrator: true,
    },
  ]
  const ids = await opened.addMembers(
    ...members.map(({ name, ...one }) => ({ ...one, username: name.toLowerCase() })),
  )
  for (const [index, { name }] of members.entries()) {
    accounts.set(name, ids[index] ?? '')
    browsers.set(name, await opened.browserOf(ids[index] ?? ''))
  }
})
afterAll(async () => {
  await opened.close()
  await mail.close()
  await filled.close()
})

const ask = async (
  who: Person | 'stranger',
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  payload?: object,
) => {
  const browser = browsers.get(who)
  if (browser === undefined) throw new Error(`${who} is nobody here`)
  const answer = await browser.ask(method, url, payload)
  return { status: answer.statusCode, body: (answer.body === '' ? null : answer.json()) as never }
}

const statusOf = async (...args: Parameters<typeof ask>): Promise<number> => (await ask(...args)).status

describe('GET …/progress', () => {
  interface Answer {
    readonly sheets: readonly { readonly sheet: string; readonly classId: string }[]
    readonly classes: readonly { readonly books: object | null }[]
  }

  it('shows a head all of the level', async () => {
    const { status, body } = await ask('principal', 'GET', `${year}/progress`)
    const { sheets, classes } = body as Answer
    expect([status, classes.length]).toEqual([200, 2])
    expect(classes[0]?.books).not.toBeNull()
    expect(new Set(sheets.map(({ sheet }) => sheet)).has('homeroom')).toBe(true)
  })

  it('shows a group head the lessons of the group’s members, and no books', async () => {
    const { body } = await ask('groupHead', 'GET', `${year}/progress`)
    const { sheets, classes } = body as Answer
    expect(sheets.map(({ sheet, classId }) => [classId, sheet])).toEqual([['7A', 'TOAN']])
    expect(classes.map(({ books }) => books)).toEqual([null])
  })

  it('shows nobody else anything', async () => {
    for (const who of ['homeroomTeacher', 'subjectTeacher', 'clerk', 'administrator'] as const)
      expect(await statusOf(who, 'GET', `${year}/progress`), who).toBe(403)
    expect(await statusOf('stranger', 'GET', `${year}/progress`)).toBe(404)
  })
})

describe('POST …/progress/nudges', () => {
  const nudges = `${year}/progress/nudges`
  const toan = { staffCode: 'CB07', classId: '7A', sheet: 'TOAN', words: 'Còn ba ô chưa nhập.' }

  it('reminds a colleague, once a day', async () => {
    expect((await ask('principal', 'POST', nudges, toan)).body).toEqual({ isNew: true })
    expect((await ask('principal', 'POST', nudges, toan)).body).toEqual({ isNew: false })
    const { body } = await ask('subjectTeacher', 'GET', `${school}/notices`)
    const { today } = body as { readonly today: { readonly items: readonly object[] } }
    expect(today.items).toEqual([
      {
        kind: 'nudge',
        text: 'Quàng Thị Thời nhắc (Toán 7A): Còn ba ô chưa nhập.',
        path: `/${code}/${schoolYear}/lower-secondary/lop/7A/so/TOAN`,
      },
    ])
  })

  it('is for who leads the class or the group, about their own', async () => {
    expect(await statusOf('homeroomTeacher', 'POST', nudges, toan)).toBe(200)
    expect(await statusOf('groupHead', 'POST', nudges, toan)).toBe(200)
    expect(await statusOf('groupHead', 'POST', nudges, { staffCode: 'CB09', words: 'Xem lại.' })).toBe(409)
    expect(await statusOf('otherTeacher', 'POST', nudges, toan)).toBe(409)
    for (const who of ['subjectTeacher', 'clerk', 'administrator'] as const)
      expect(await statusOf(who, 'POST', nudges, toan), who).toBe(403)
    expect(await statusOf('stranger', 'POST', nudges, toan)).toBe(404)
  })

  it('says what is wrong', async () => {
    expect(await statusOf('principal', 'POST', nudges, { ...toan, staffCode: 'CB77' })).toBe(422)
    expect(await statusOf('principal', 'POST', nudges, { ...toan, sheet: 'KHONG_CO' })).toBe(422)
    expect(await statusOf('principal', 'POST', nudges, { ...toan, more: 1 })).toBe(400)
  })
})

describe('notices', () => {
  it('are one’s own; a day is read once or ten times, and not where there is none', async () => {
    expect(await statusOf('clerk', 'GET', `${school}/notices`)).toBe(200)
    const read = () => statusOf('clerk', 'POST', `${school}/notices/2027-05-24/read`)
    expect([await read(), await read()]).toEqual([204, 204])
    const { body } = await ask('clerk', 'GET', `${school}/notices`)
    expect(body).toMatchObject({ today: { day: '2027-05-24', readAt: opened.now().toISOString() } })
    for (const day of ['2027-05-20', '2027-02-30'])
      expect(await statusOf('clerk', 'POST', `${school}/notices/${day}/read`), day).toBe(404)
    expect(await statusOf('stranger', 'GET', `${school}/notices`)).toBe(404)
    expect(await statusOf('stranger', 'POST', `${school}/notices/2027-05-24/read`)).toBe(404)
  })
})

describe('the own mail address', () => {
  const own = `${school}/me/mail`

  it('is nobody else’s, and forgotten when it is emptied', async () => {
    const nothing = { address: null, wantsDigest: false, canMail: false }
    const chosen = { address: 'tien@example.vn', wantsDigest: true }
    expect((await ask('homeroomTeacher', 'GET', own)).body).toEqual(nothing)
    const choose = async () => (await ask('homeroomTeacher', 'PUT', own, chosen)).body as object
    const kept = { ...chosen, canMail: false }
    expect([await choose(), await choose()]).toEqual([kept, kept])
    expect((await ask('principal', 'GET', own)).body).toEqual(nothing)
    expect((await ask('homeroomTeacher', 'PUT', own, { address: ' ', wantsDigest: true })).body).toEqual(
      nothing,
    )
    expect(await statusOf('homeroomTeacher', 'PUT', own, { address: 'tien', wantsDigest: true })).toBe(422)
    expect(await statusOf('stranger', 'PUT', own, chosen)).toBe(404)
  })
})

describe('incidents', () => {
  const incidents = `${school}/incidents`
  const told = { page: '/lop/7A', words: 'Trang không mở.' }

  it('are reported by anybody, seen by who reported them and by administrators, answered by these once', async () => {
    const { body } = await ask('clerk', 'POST', incidents, told)
    const { incidentId } = body as { readonly incidentId: string }
    expect((await ask('clerk', 'POST', incidents, told)).body).toEqual({ incidentId })
    const seen = async (who: Person) =>
      (await ask(who, 'GET', incidents)).body as { readonly incidents: readonly object[] }
    expect((await seen('clerk')).incidents).toEqual([
      expect.objectContaining({ incidentId, byName: 'Vi Thị Dấu', state: 'open' }),
    ])
    expect((await seen('administrator')).incidents).toHaveLength(1)
    expect((await seen('principal')).incidents).toEqual([])
    const answer = { words: 'Đã sửa, mời thầy cô mở lại.' }
    for (const who of ['clerk', 'principal'] as const)
      expect(await statusOf(who, 'POST', `${incidents}/${incidentId}/answer`, answer), who).toBe(403)
    expect(await statusOf('administrator', 'POST', `${incidents}/${incidentId}/answer`, answer)).toBe(204)
    expect(await statusOf('administrator', 'POST', `${incidents}/${incidentId}/answer`, answer)).toBe(409)
    expect((await seen('clerk')).incidents).toEqual([
      expect.objectContaining({ state: 'answered', answer: answer.words }),
    ])
    expect(await statusOf('administrator', 'POST', `${incidents}/${randomUUID()}/answer`, answer)).toBe(404)
    expect(await statusOf('stranger', 'POST', `${incidents}/${incidentId}/answer`, answer)).toBe(404)
  })
})

describe('the digest of a day', () => {
  const told: unknown[] = []

  const openDaily = (): DailyDigest =>
    createDailyDigest({
      school: filled.database,
      signin: opened.signin,
      clock: opened.now,
      report: (_instance, _route, error) => void told.push(error),
      digest: {
        hour: 6,
        publicUrl: 'https://hocba.example/',
        mailer: smtpMailer({ url: mail.url, from: 'Học bạ số <hocba@example.vn>' }),
      },
    })

  const choose = (who: Person, address: string) =>
    ask(who, 'PUT', `${school}/me/mail`, { address, wantsDigest: true })

  it('is not made before its hour', async () => {
    await addSendBack(filled, '7A0001', 'NGU_VAN')
    await choose('subjectTeacher', 'lua@example.vn')
    await choose('otherTeacher', 'ben@example.vn')
    await openDaily().look()
    expect(mail.received).toEqual([])
    expect(await askAll(filled.server, 'select from school.digest')).toEqual([])
  })

  it('goes by mail to who wants it and has something to know, once, whoever of two servers sends it', async () => {
    opened.pass(3_600_000)
    mail.refuse('ben@example.vn')
    await Promise.all([openDaily().look(), openDaily().look()])
    await openDaily().look()
    expect(mail.received.map(({ from, to }) => [from, to])).toEqual([
      ['hocba@example.vn', ['lua@example.vn']],
    ])
    const [letter] = mail.received
    if (letter === undefined) throw new Error('no letter')
    expect(headOf(letter, 'Subject')).toBe('Học bạ số: 3 việc cần xem ngày 24/05/2027')
    expect(headOf(letter, 'Auto-Submitted')).toBe('auto-generated')
    expect(textOf(letter)).toContain('Kính gửi thầy/cô Ngân Thị Lụa,')
    expect(textOf(letter)).toContain('- Quàng Thị Thời nhắc (Toán 7A): Còn ba ô chưa nhập.')
    expect(textOf(letter)).toContain(
      `https://hocba.example/truong/${code}/${schoolYear}/lower-secondary/lop/7A/so/TOAN`,
    )
    expect(told).toEqual([])
  })

  it('that the mail server refuses is noted, and tried three times that day', async () => {
    const attempts = async (): Promise<object | undefined> => {
      const [row] = await askAll(
        filled.server,
        'select mail_attempts, mail_failure ~ $2 as refused, mailed_at from school.notice where account_id = $1',
        [accounts.get('otherTeacher') ?? '', '550'],
      )
      return row
    }
    expect(await attempts()).toEqual({ mail_attempts: 1, refused: true, mailed_at: null })
    for (const count of [2, 3, 3]) {
      opened.pass(600_000)
      await openDaily().look()
      expect(await attempts()).toEqual({ mail_attempts: count, refused: true, mailed_at: null })
    }
    expect(mail.received).toHaveLength(1)
  })

  it('stands in the program the next day', async () => {
    const { body } = await ask('otherTeacher', 'GET', `${school}/notices`)
    const { today } = body as { readonly today: { readonly items: readonly { readonly kind: string }[] } }
    expect(today.items.map(({ kind }) => kind)).toEqual(['sent-back'])
    opened.pass(86_400_000)
    // Nobody stays signed in overnight.
    browsers.set('otherTeacher', await opened.browserOf(accounts.get('otherTeacher') ?? ''))
    expect((await ask('otherTeacher', 'GET', `${school}/notices`)).body).toMatchObject({
      today: { day: '2027-05-25' },
      earlier: [{ day: '2027-05-24', readAt: null, items: [{ kind: 'sent-back' }] }],
    })
  })

  it('is made for every school by itself', async () => {
    const rows = await askAll(filled.server, 'select day::text from school.digest order by tenant_id')
    expect(rows).toEqual([{ day: '2027-05-24' }, { day: '2027-05-24' }])
  })
})
