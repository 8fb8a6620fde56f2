import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { issueReport, openOffice, type TestOffice } from '../builders/issuing.ts'
import { bookLookupCode, secondaryReport, yearLookupCode } from '../builders/reports.ts'
import type { SealedBook } from '../../src/sealing/index.ts'
import { openTestServer, type TestServer } from './support/server.ts'
import { openSmallRegistry, type SmallRegistry } from './support/small-registry.ts'

const accepted = new Date('2026-06-20T08:00:00+07:00')
const datum = { birthDate: '2012-03-09', lastFourDigits: '0009' }
const page = Buffer.from('%PDF-1.7 not read by lookups')

let office: TestOffice
let book: SealedBook
let place: SmallRegistry
let open: TestServer

beforeAll(async () => {
  office = await openOffice()
  book = await issueReport(secondaryReport(), office)
})

beforeEach(async () => {
  place = openSmallRegistry(office)
  await place.accept(book.bytes, accepted, page)
  open = openTestServer(place)
})

const ask = (payload: object) => open.server.inject({ method: 'POST', url: '/api/v1/lookups', payload })

interface Opened {
  readonly kind: string
  readonly years: readonly { readonly files: { readonly xml: string; readonly pdf: string } }[]
}

const linksOf = async (): Promise<{ readonly xml: string; readonly pdf: string }> => {
  const { years } = (await ask({ code: yearLookupCode, ...datum })).json<Opened>()
  return years[0]?.files ?? { xml: '', pdf: '' }
}

describe('POST /api/v1/lookups', () => {
  it('answers a code alone with verdict and masked name', async () => {
    const reply = await ask({ code: yearLookupCode })
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(reply.json()).toMatchObject({
      kind: 'masked',
      years: [
        {
          verdict: 'in-force',
          maskedName: 'N. T. T. D.',
          schoolYear: '2025-2026',
          version: 1,
          history: [{ version: 1, status: 'in-force', at: accepted.toISOString() }],
        },
      ],
    })
  })

  it('tells nothing about the pupil without the datum', async () => {
    const { body } = await ask({ code: bookLookupCode })
    const { identity } = secondaryReport()
    for (const secret of [
      identity.citizenId,
      identity.fullName,
      identity.birthDate,
      identity.studentCode,
      'Toán',
    ])
      expect(body).not.toContain(secret)
  })

  it('answers code and datum with the record and links to its files', async () => {
    const reply = await ask({ code: yearLookupCode, ...datum })
    expect(reply.json()).toMatchObject({
      kind: 'opened',
      years: [
        {
          verdict: 'in-force',
          record: {
            student: { fullName: 'Nguyễn Thị Thùy Dương' },
            decision: 'promoted',
            isDemonstration: true,
          },
        },
      ],
    })
    expect(reply.json<Opened>().years[0]?.files.xml).toMatch(/^\/api\/v1\/files\/xml_2025-2026_/)
  })

  it('leaves out what its schema does not list, the personal number above all', async () => {
    const { body } = await ask({ code: yearLookupCode, ...datum })
    const { identity, cover } = secondaryReport()
    for (const secret of [
      identity.citizenId,
      cover.student.address,
      cover.student.father?.fullName,
      'staffCode',
    ])
      expect(body).not.toContain(secret)
    expect(body).not.toMatch(/"identityDigest"|"ethnicity"|"findingsRaw"/)
  })

  it('answers a wrong code, a wrong datum and what is no code with the very same problem', async () => {
    const questions = [
      { code: yearLookupCode, ...datum, lastFourDigits: '1111' },
      { code: yearLookupCode, ...datum, birthDate: '2012-03-10' },
      { code: 'ab'.repeat(16), ...datum },
      { code: 'không phải mã', ...datum },
    ]
    const replies = await Promise.all(questions.map(ask))
    for (const { statusCode, headers, body } of replies) {
      expect(statusCode).toBe(404)
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(JSON.parse(body)).toEqual({
        type: '/api/docs/problems#record-not-found',
        title: 'Không tìm thấy học bạ với những gì đã nhập',
        status: 404,
      })
      expect({ ...headers, date: '' }).toEqual({ ...replies[0]?.headers, date: '' })
    }
  })

  it.each([
    ['half a datum', { code: yearLookupCode, birthDate: '2012-03-09' }],
    ['the other half', { code: yearLookupCode, lastFourDigits: '0009' }],
    ['no code', datum],
    ['a code that is no text', { code: 7 }],
    ['a code without end', { code: 'a'.repeat(101) }],
    ['a date as people write it', { code: yearLookupCode, ...datum, birthDate: '09/03/2012' }],
    ['letters for digits', { code: yearLookupCode, ...datum, lastFourDigits: 'abcd' }],
    ['a field too many', { code: yearLookupCode, name: 'x' }],
    ['a list', [yearLookupCode]],
  ])('calls %s malformed, whatever the code, and does not repeat it', async (_, payload) => {
    const reply = await ask(payload)
    expect(reply.statusCode).toBe(400)
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(reply.body).not.toContain(yearLookupCode)
    expect(reply.body).not.toContain('2012')
  })
})

describe('GET /api/v1/files', () => {
  it('gives the sealed file byte for byte', async () => {
    const reply = await open.server.inject((await linksOf()).xml)
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-type']).toBe('application/xml')
    expect(reply.headers['content-disposition']).toBe('attachment; filename="hoc-ba-2025-2026.xml"')
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.rawPayload.equals(book.bytes)).toBe(true)
  })

  it('gives the page where there is one', async () => {
    const reply = await open.server.inject((await linksOf()).pdf)
    expect(reply.headers['content-type']).toBe('application/pdf')
    expect(reply.rawPayload.equals(page)).toBe(true)
  })

  it('holds neither code nor datum in the address', async () => {
    const { xml } = await linksOf()
    // The file's own digest, when the address ends, and its seal: nothing that leads to the pupil.
    const digest = createHash('sha256').update(book.bytes).digest('hex')
    expect(xml).toMatch(new RegExp(`^/api/v1/files/xml_2025-2026_${digest}_\\d{10}_[\\w-]{43}$`))
    for (const code of [yearLookupCode, bookLookupCode]) expect(xml).not.toContain(code)
  })

  it('ends after ten minutes', async () => {
    const { xml } = await linksOf()
    const start = open.clock.now.getTime()
    open.clock.now = new Date(start + 599_000)
    expect((await open.server.inject(xml)).statusCode).toBe(200)
    open.clock.now = new Date(start + 601_000)
    const late = await open.server.inject(xml)
    expect(late.statusCode).toBe(404)
    expect(late.json()).toMatchObject({ type: '/api/docs/problems#link-not-valid' })
  })

  it('believes no token that was changed in any one character', async () => {
    const { xml } = await linksOf()
    const start = '/api/v1/files/'.length
    // The last of 43 characters carries two bits that no byte has; changing only those changes nothing.
    for (let at = start; at < xml.length - 1; at += 1) {
      const other = xml[at] === '1' ? '2' : '1'
      const reply = await open.server.inject(xml.slice(0, at) + other + xml.slice(at + 1))
      expect(reply.statusCode, `character ${at}`).toBe(404)
    }
  })

  it('believes no token of another server', async () => {
    const settings = {
      ...(await import('./support/server.ts')).settingsOfTests,
      linkKey: Buffer.alloc(32, 8),
    }
    const other = openTestServer(place, { settings })
    expect((await other.server.inject((await linksOf()).xml)).statusCode).toBe(404)
  })

  it.each([
    '/api/v1/files/../../../../etc/passwd',
    '/api/v1/files/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/api/v1/files/..%5c..%5cwindows',
    '/api/v1/files/xml',
    '/api/v1/files/',
    '/api/v1/files/%00',
    '/api/v1/files/%',
    `/api/v1/files/${'a'.repeat(5000)}`,
    '//etc/passwd',
    '/../package.json',
    '/robots.txt/../../package.json',
  ])('leads nowhere else: %s', async (url) => {
    const reply = await open.server.inject({ method: 'GET', url })
    expect([400, 404]).toContain(reply.statusCode)
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(open.bugs).toEqual([])
  })

  it('is gone politely where the file is', async () => {
    const { xml } = await linksOf()
    const empty = openTestServer(openSmallRegistry(office))
    expect((await empty.server.inject(xml)).statusCode).toBe(404)
  })
})
