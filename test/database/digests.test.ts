import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NoticePerson } from '../../src/adapters/postgres/books/notice-messages.ts'
import {
  hasDigests,
  makeDigests,
  noteLetter,
  takeLetter,
} from '../../src/adapters/postgres/notices/digests.ts'
import { saveMailChoice } from '../../src/adapters/postgres/notices/mail-address.ts'
import { listOwnNotices, markNoticeRead } from '../../src/adapters/postgres/notices/own-notices.ts'
import { tryingAs } from '../server/support/other-tenant.ts'
import type { FilledDatabase } from './support/gradebook.ts'
import { code, everybody, morning, openNoticed, people } from './support/noticed-school.ts'
import { askAll, tenantOf } from './support/rows.ts'

let filled: FilledDatabase
const place = () => ({ tenant: filled.tenant, schoolCode: code })

beforeAll(async () => {
  filled = await openNoticed()
})
afterAll(() => filled.close())

describe('the digests of a day', () => {
  const day = '2027-05-24'

  it('are made once, also where two servers make them at the same moment', async () => {
    expect(await hasDigests(filled.database, filled.tenant, day)).toBe(false)
    const make = () => makeDigests(filled.database, place(), everybody, morning)
    expect((await Promise.all([make(), make()])).toSorted()).toEqual([false, true])
    expect(await hasDigests(filled.database, filled.tenant, day)).toBe(true)
    const rows = await askAll<{ account_id: string }>(
      filled.server,
      'select account_id from school.notice where day = $1',
      [day],
    )
    expect(rows.map((row) => row.account_id).toSorted()).toEqual(
      [people.principal, people.homeroom, people.maths, people.clerk, people.vice]
        .map(({ accountId }) => accountId)
        .toSorted(),
    )
  })

  it('stand in the program beside what is new today', async () => {
    const next = new Date('2027-05-25T06:00:00+07:00')
    const own = await listOwnNotices(filled.database, place(), people.clerk, next)
    expect(own.today.day).toBe('2027-05-25')
    expect(own.earlier).toEqual([
      { day, readAt: null, items: [expect.objectContaining({ kind: 'sealing' })] },
    ])
  })

  it('are read once, also today’s before it is made; a day without one is not there', async () => {
    const at = (hour: string) => new Date(`2027-05-25T${hour}:00:00+07:00`)
    const read = (when: '2027-05-24' | '2027-05-25' | '2027-05-20', hour: string) =>
      markNoticeRead(filled.database, place(), people.vice, { day: when, now: at(hour) })
    expect(await Promise.all([read('2027-05-24', '08'), read('2027-05-20', '08')])).toEqual([true, false])
    expect(await read('2027-05-25', '09')).toBe(true)
    expect(await read('2027-05-25', '10')).toBe(true)
    const { today } = await listOwnNotices(filled.database, place(), people.vice, at('11'))
    expect(today.readAt).toBe(at('09').toISOString())
  })
})

describe('the letters of a day', () => {
  const take = (now = morning) => takeLetter(filled.database, filled.tenant, now)
  const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)
  const choose = ({ accountId }: NoticePerson, address: string | null, wantsDigest = true) =>
    saveMailChoice(filled.database, { tenant: filled.tenant, accountId }, { address, wantsDigest })

  it('go to nobody who gave no address, wants none, or has read it in the program', async () => {
    expect(await take()).toBeUndefined()
    await choose(people.principal, 'thoi@example.vn', false)
    await choose(people.vice, 'pho@example.vn')
    expect(await take()).toBeUndefined()
  })

  it('are taken once, by one of two servers', async () => {
    await choose(people.maths, ' lua@example.vn ')
    const taken = await Promise.all([take(), take()])
    expect(taken.flatMap((letter) => letter ?? [])).toEqual([
      expect.objectContaining({
        accountId: people.maths.accountId,
        address: 'lua@example.vn',
        day: '2027-05-24',
      }),
    ])
  })

  it('are not taken again where the server died before it heard of them', async () => {
    expect(await take(later(60))).toBeUndefined()
  })

  it('come again after ten minutes where they were refused, three times in all', async () => {
    await choose(people.homeroom, 'tien@example.vn')
    for (const minutes of [0, 10, 20]) {
      const letter = await take(later(minutes))
      if (letter === undefined) throw new Error(`no letter after ${minutes} minutes`)
      await noteLetter(filled.database, filled.tenant, letter, { failure: '550 no such user' })
      expect(await take(later(minutes + 9))).toBeUndefined()
    }
    expect(await take(later(60))).toBeUndefined()
  })

  it('are over once they were taken by the mail server', async () => {
    await choose(people.clerk, 'dau@example.vn')
    const letter = await take()
    if (letter === undefined) throw new Error('no letter')
    await noteLetter(filled.database, filled.tenant, letter, { mailedAt: morning })
    expect(await take(later(60))).toBeUndefined()
    const [row] = await askAll(
      filled.server,
      'select mailed_at, mail_attempts from school.notice where account_id = $1 and day = $2',
      [people.clerk.accountId, '2027-05-24'],
    )
    expect(row).toEqual({ mailed_at: morning, mail_attempts: 1 })
  })

  it('are of that day alone', async () => {
    await choose(people.principal, 'thoi@example.vn')
    expect(await take(new Date('2027-05-25T06:00:00+07:00'))).toBeUndefined()
    expect(await take()).toMatchObject({ accountId: people.principal.accountId })
  })

  it.each(['a@b', 'a b@c.vn', 'a@c.vn, d@e.vn', 'Tên <a@c.vn>', 'a@c.vn\r\nBcc: d@e.vn', '@c.vn'])(
    'do not go to %j, which is no address',
    async (address) => {
      await expect((async () => choose(people.maths, address))()).rejects.toThrow(/không phải địa chỉ thư/)
    },
  )
})

describe('what makes digests', () => {
  it('meets and writes no row in another school’s name, or in nobody’s', async () => {
    const other = await tenantOf(filled.server, '0079000888')
    const names = [
      { tenant: String(other), schoolCode: '0079000888' },
      { tenant: '', schoolCode: '' },
    ]
    const tomorrow = new Date('2027-05-26T06:00:00+07:00')
    const tried = await tryingAs(names, async () => {
      await hasDigests(filled.database, filled.tenant, '2027-05-26')
      await makeDigests(filled.database, place(), everybody, tomorrow)
      const letter = await takeLetter(filled.database, filled.tenant, tomorrow)
      if (letter === undefined) throw new Error('no letter')
      await noteLetter(filled.database, filled.tenant, letter, { failure: '451 later' })
    })
    expect(tried.filter(({ own }) => own > 0).length).toBeGreaterThan(8)
    for (const { sql, outcomes } of tried)
      for (const outcome of outcomes)
        if ('code' in outcome) expect(outcome.code, sql).toBe('42501')
        else expect([outcome.rows, outcome.written], sql).toEqual([[], 0])
  })
})
