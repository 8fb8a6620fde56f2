import { beforeAll, describe, expect, it } from 'vitest'
import { addressKey } from '../../src/apps/server/limits/address-key.ts'
import { portal } from '../../src/apps/server/pages/index.ts'
import { createMemoryLimiter } from '../../src/apps/server/limits/rate-limiter.ts'
import { issueReport, now, openOffice } from '../builders/issuing.ts'
import { secondaryReport, yearLookupCode } from '../builders/reports.ts'
import { openTestServer, settingsOfTests, type TestServer } from './support/server.ts'
import { openSmallRegistry, type SmallRegistry } from './support/small-registry.ts'

let place: SmallRegistry

beforeAll(async () => {
  const office = await openOffice()
  place = openSmallRegistry(office)
  await place.accept((await issueReport(secondaryReport(), office)).bytes, now)
})

const right = { birthDate: '2012-03-09', lastFourDigits: '0009' }
const wrong = { birthDate: '2012-03-09', lastFourDigits: '1111' }

const ask = ({ server }: TestServer, payload: object, more: object = {}) =>
  server.inject({ method: 'POST', url: '/api/v1/lookups', payload, ...more })

const statusesOf = async (open: TestServer, questions: readonly object[]): Promise<readonly number[]> => {
  const statuses: number[] = []
  for (const question of questions) statuses.push((await ask(open, question)).statusCode)
  return statuses
}

describe('trying second data', () => {
  it('ends after ten wrong ones for one code, however it is typed, for the right one too', async () => {
    const open = openTestServer(place)
    const typed = [yearLookupCode, yearLookupCode.toUpperCase(), yearLookupCode.replace(/(.{8})/, '$1-')]
    const tries = Array.from({ length: 10 }, (_, index) => ({ code: typed[index % 3], ...wrong }))
    expect(await statusesOf(open, tries)).toEqual(tries.map(() => 404))
    const refused = await ask(open, { code: yearLookupCode, ...right })
    expect(refused.statusCode).toBe(429)
    expect(refused.headers['retry-after']).toBe('600')
    expect(refused.json()).toEqual({
      type: '/api/docs/problems#too-many-requests',
      title: 'Yêu cầu quá nhiều lần',
      status: 429,
      detail: 'Mã tra cứu này đã được thử quá nhiều lần. Hãy thử lại sau 10 phút.',
      retryAfter: 600,
    })
    expect((await ask(open, { code: yearLookupCode })).statusCode).toBe(200)
    open.clock.now = new Date(now.getTime() + 600_000)
    expect((await ask(open, { code: yearLookupCode, ...right })).statusCode).toBe(200)
  })

  it('ends alike for a code that does not exist', async () => {
    const open = openTestServer(place)
    const tries = Array.from({ length: 11 }, () => ({ code: 'cd'.repeat(16), ...wrong }))
    expect(await statusesOf(open, tries)).toEqual([...tries.slice(1).map(() => 404), 429])
  })

  it('never ends for the right one', async () => {
    const open = openTestServer(place)
    const tries = Array.from({ length: 30 }, () => ({ code: yearLookupCode, ...right }))
    expect(await statusesOf(open, tries)).toEqual(tries.map(() => 200))
  })

  it('does not go faster side by side', async () => {
    const open = openTestServer(place)
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => ask(open, { code: yearLookupCode, ...wrong })),
    )
    expect(replies.filter(({ statusCode }) => statusCode === 404)).toHaveLength(10)
  })
})

describe('asking from one address', () => {
  const limits = { requestsPerMinute: 3 }

  it('is counted for everything that is sent, and for nothing that is read', async () => {
    const open = openTestServer(place, { limits })
    for (let count = 0; count < 20; count += 1)
      expect((await open.server.inject('/api/v1/status')).statusCode).toBe(200)
    expect(
      await statusesOf(
        open,
        Array.from({ length: 4 }, () => ({ code: yearLookupCode })),
      ),
    ).toEqual([200, 200, 200, 429])
    const refused = await open.server.inject({ method: 'POST', url: '/api/v1/verifications' })
    expect(refused.statusCode).toBe(429)
    expect(refused.headers['retry-after']).toBe('60')
    expect(refused.json()).toMatchObject({
      detail: 'Địa chỉ này đã gửi quá nhiều yêu cầu. Hãy thử lại sau 60 giây.',
    })
    open.clock.now = new Date(now.getTime() + 60_000)
    expect((await ask(open, { code: yearLookupCode })).statusCode).toBe(200)
  })

  it('is counted for the address in a QR code too, which searches although it is only read', async () => {
    const open = openTestServer(place, { limits, portal })
    const follow = async () => (await open.server.inject(`/${yearLookupCode}`)).statusCode
    expect([await follow(), await follow(), await follow(), await follow()]).toEqual([200, 200, 200, 429])
    expect((await open.server.inject('/')).statusCode).toBe(200)
  })

  it('is counted for each address by itself', async () => {
    const open = openTestServer(place, { limits })
    const from = (remoteAddress: string) => ask(open, { code: yearLookupCode }, { remoteAddress })
    for (let count = 0; count < 3; count += 1) expect((await from('203.0.113.5')).statusCode).toBe(200)
    expect((await from('203.0.113.5')).statusCode).toBe(429)
    expect((await from('::ffff:203.0.113.5')).statusCode).toBe(429)
    expect((await from('203.0.113.6')).statusCode).toBe(200)
  })

  it('believes X-Forwarded-For of known proxies only', async () => {
    const forward = (open: TestServer, address: string, remoteAddress = '10.0.0.1') =>
      ask(open, { code: yearLookupCode }, { remoteAddress, headers: { 'x-forwarded-for': address } })
    const direct = openTestServer(place, { limits })
    for (let count = 0; count < 3; count += 1) await forward(direct, `198.51.100.${count}`)
    expect((await forward(direct, '198.51.100.9')).statusCode).toBe(429)
    const settings = {
      ...settingsOfTests,
      trustProxy: '10.0.0.0/8',
      limits: { ...settingsOfTests.limits, ...limits },
    }
    const behind = openTestServer(place, { settings })
    for (let count = 0; count < 3; count += 1) await forward(behind, `198.51.100.${count}`)
    expect((await forward(behind, '198.51.100.9')).statusCode).toBe(200)
    for (let count = 0; count < 3; count += 1) await forward(behind, `198.51.100.${count}`, '192.0.2.1')
    expect((await forward(behind, '198.51.100.9', '192.0.2.1')).statusCode).toBe(429)
  })

  it.each([
    ['203.0.113.5', '203.0.113.5'],
    ['::ffff:203.0.113.5', '203.0.113.5'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1'],
    ['2001:0db8::1', '2001:db8:0:0'],
    ['2001:db8:0:0:ffff::', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('counts %s as %s', (address, key) => {
    expect(addressKey(address)).toBe(key)
  })
})

describe('the counter in memory', () => {
  const at = (seconds: number): Date => new Date(seconds * 1000)

  it('says when the window of a key ends', async () => {
    const limiter = createMemoryLimiter({ most: 2, windowSeconds: 10 })
    expect(await limiter.take('a', at(0))).toEqual({ isAllowed: true })
    expect(await limiter.take('a', at(4))).toEqual({ isAllowed: true })
    expect(await limiter.take('a', at(4.5))).toEqual({ isAllowed: false, retryAfter: 6 })
    expect(await limiter.take('b', at(4.5))).toEqual({ isAllowed: true })
    expect(await limiter.take('a', at(10))).toEqual({ isAllowed: true })
  })

  it('gives back no more than was taken', async () => {
    const limiter = createMemoryLimiter({ most: 1, windowSeconds: 10 })
    await limiter.giveBack('a')
    await limiter.take('a', at(0))
    await limiter.giveBack('a')
    await limiter.giveBack('a')
    expect(await limiter.take('a', at(1))).toEqual({ isAllowed: true })
    expect(await limiter.take('a', at(1))).toMatchObject({ isAllowed: false })
  })

  it('holds no more keys than it may, the newest', async () => {
    const limiter = createMemoryLimiter({ most: 1, windowSeconds: 100, mostKeys: 2 })
    for (const key of ['a', 'b', 'c']) await limiter.take(key, at(0))
    expect(await limiter.take('c', at(1))).toMatchObject({ isAllowed: false })
    expect(await limiter.take('a', at(1))).toMatchObject({ isAllowed: true })
  })
})
