import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { issueReport, now, openOffice, type TestOffice } from '../builders/issuing.ts'
import { makePages, openPageOffice } from '../builders/pages.ts'
import { secondaryReport, yearLookupCode } from '../builders/reports.ts'
import type { SealedBook } from '../../src/sealing/index.ts'
import { openTestServer, type TestServer } from './support/server.ts'
import { openSmallRegistry, type SmallRegistry } from './support/small-registry.ts'

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
  await place.accept(book.bytes, now)
  open = openTestServer(place)
})

const url = '/api/v1/verifications'

const send = (payload: Uint8Array, type = 'application/xml') =>
  open.server.inject({
    method: 'POST',
    url,
    payload: Buffer.from(payload),
    headers: { 'content-type': type },
  })

const boundary = '----cut-here'
const multipart = `multipart/form-data; boundary=${boundary}`

const formOf = (...parts: readonly (readonly [head: string, body: Uint8Array | string])[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap(([head, body]) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ])

/** The results of those that are done first. */
const firstOf = <T>(count: number, sent: readonly Promise<T>[]): Promise<readonly T[]> =>
  new Promise((resolve, reject) => {
    const done: T[] = []
    for (const one of sent)
      one.then((result) => {
        if (done.push(result) === count) resolve(done)
      }, reject)
  })

describe('POST /api/v1/verifications', () => {
  it.each(['application/xml', 'text/xml', 'application/xml; charset=utf-8'])(
    'takes the file as %s',
    async (type) => {
      const reply = await send(book.bytes, type)
      expect(reply.statusCode).toBe(200)
      expect(reply.json()).toMatchObject({
        format: 'xml',
        verdict: 'in-force',
        years: [
          { verdict: 'in-force', status: 'in-force', newestVersion: 1, record: { schoolYear: '2025-2026' } },
        ],
      })
    },
  )

  it('takes the file of a form', async () => {
    const reply = await send(formOf(['name="file"; filename="a.xml"', book.bytes]), multipart)
    expect(reply.json()).toMatchObject({ verdict: 'in-force' })
  })

  it('judges by the content, not by the name of its type', async () => {
    expect((await send(book.bytes, 'application/pdf')).json()).toMatchObject({
      format: 'xml',
      verdict: 'in-force',
    })
  })

  it('says that a file is not genuine, with none of its content', async () => {
    const reply = await send(
      Buffer.from(Buffer.from(book.bytes).toString().replace('chăm ngoan', 'chăm học')),
    )
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toMatchObject({ verdict: 'not-genuine', years: [] })
    expect(reply.body).not.toContain('chăm học')
  })

  it('says that a file was revoked', async () => {
    await place.revoke(yearLookupCode, 1, 'Nhập sai điểm', now)
    expect((await send(book.bytes)).json()).toMatchObject({ verdict: 'revoked' })
  })

  it.each([
    ['nothing at all', Buffer.alloc(0), 'application/xml', 400],
    ['a type that is no book', Buffer.from('{}'), 'application/json', 400],
    ['a text', Buffer.from('x'), 'text/plain', 415],
    ['bytes of no type', Buffer.from('x'), 'application/octet-stream', 415],
    ['a form without a file', formOf(['name="a"', 'b']), multipart, 400],
    ['an empty file', formOf(['name="file"; filename="a.xml"', '']), multipart, 400],
    ['two files', formOf(['name="a"; filename="a"', ''], ['name="b"; filename="b"', 'x']), multipart, 400],
    ['a form that breaks off', formOf(['name="file"; filename="a"', 'x']).subarray(0, 40), multipart, 400],
    ['a form without a boundary', Buffer.from('x'), 'multipart/form-data', 400],
    ['too much', Buffer.alloc(20 * 1024 * 1024 + 1), 'application/pdf', 413],
    [
      'too much in a form',
      formOf(['name="f"; filename="f"', Buffer.alloc(20 * 1024 * 1024 + 1)]),
      multipart,
      413,
    ],
  ])('answers %s with a problem', async (_, payload, type, status) => {
    const reply = await send(payload, type)
    expect(reply.statusCode).toBe(status)
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(reply.json()).toMatchObject({ status })
    expect(open.bugs).toEqual([])
  })

  it('reads a file of just 20 MB', async () => {
    const reply = await send(Buffer.alloc(20 * 1024 * 1024, '%PDF-'), 'application/pdf')
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toMatchObject({ verdict: 'not-genuine' })
  })

  it('verifies few at once, lets some wait and refuses the rest', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>()
    let running = 0
    let most = 0
    const slow: SmallRegistry['lookup'] = {
      ...place.lookup,
      verify: async (bytes, context) => {
        running += 1
        most = Math.max(most, running)
        await held
        running -= 1
        return place.lookup.verify(bytes, context)
      },
    }
    open = openTestServer({ lookup: slow }, { limits: { verificationsAtOnce: 2, verificationsWaiting: 3 } })
    const sent = Array.from({ length: 7 }, () => send(book.bytes))
    const refused = await firstOf(2, sent)
    for (const { statusCode, headers } of refused)
      expect([statusCode, headers['retry-after']]).toEqual([429, '10'])
    release(undefined)
    const statuses = (await Promise.all(sent)).map(({ statusCode }) => statusCode)
    expect(statuses.filter((status) => status === 200)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(2)
    expect(most).toBe(2)
  })
})

describe('a page', () => {
  it('is verified with the data inside, compared with them and looked up by them', async () => {
    const pages = await openPageOffice()
    const sealed = await issueReport(secondaryReport(), pages)
    const [page] = await makePages(pages, [sealed])
    const pdf = page?.bytes ?? Buffer.alloc(0)
    const here = openSmallRegistry({ context: pages.pageContext })
    await here.accept(sealed.bytes, now, pdf)
    open = openTestServer(here)
    const reply = await send(pdf, 'application/pdf')
    const { checks, ...answer } = reply.json<{ readonly checks: readonly { readonly outcome: string }[] }>()
    expect(answer).toMatchObject({ format: 'pdf', verdict: 'in-force', years: [{ status: 'in-force' }] })
    expect(checks.map(({ outcome }) => outcome)).toEqual(checks.map(() => 'passed'))
    const broken = Buffer.from(pdf)
    broken[pdf.length >> 1] = (broken[pdf.length >> 1] ?? 0) ^ 1
    expect((await send(broken, 'application/pdf')).json()).toMatchObject({
      verdict: 'not-genuine',
      years: [],
    })
  })
})
