import { connect } from 'node:net'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { issueReport, now, openOffice } from '../builders/issuing.ts'
import { secondaryReport, yearLookupCode } from '../builders/reports.ts'
import { openTestServer, type TestServer } from './support/server.ts'
import { openSmallRegistry, type SmallRegistry } from './support/small-registry.ts'

let place: SmallRegistry
const opened: TestServer[] = []

beforeAll(async () => {
  const office = await openOffice()
  place = openSmallRegistry(office)
  await place.accept((await issueReport(secondaryReport(), office)).bytes, now)
})

const open = (...[changes]: [Parameters<typeof openTestServer>[1]?]): TestServer => {
  const one = openTestServer(place, changes)
  opened.push(one)
  return one
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ server }) => server.close()))
})

/** Sends raw bytes and reads until the server closes. */
const talk = async (port: number, text: string | Uint8Array): Promise<string> => {
  const socket = connect(port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.on('error', () => undefined)
  socket.write(text)
  await new Promise((resolve) => socket.on('close', resolve))
  return Buffer.concat(chunks).toString()
}

const listen = async (one: TestServer): Promise<number> => {
  await one.server.listen({ host: '127.0.0.1', port: 0 })
  const address = one.server.server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

describe('over real HTTP', () => {
  it('answers a lookup', async () => {
    const port = await listen(open())
    const reply = await fetch(`http://127.0.0.1:${port}/api/v1/lookups`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: yearLookupCode }),
    })
    expect([reply.status, await reply.json()]).toMatchObject([200, { kind: 'masked' }])
  })

  it('answers what is no HTTP, a head without end and a slow head with problems, and closes', async () => {
    const port = await listen(open({ limits: { headSeconds: 1, requestSeconds: 2 } }))
    const replies = await Promise.all([
      talk(port, 'hello\r\n\r\n'),
      talk(port, `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`),
      talk(port, 'GET / HTTP/1.1\r\nhost: x\r\n'),
      talk(
        port,
        'POST /api/v1/lookups HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
      ),
    ])
    expect(replies.map((reply) => reply.slice(0, 12))).toEqual([
      'HTTP/1.1 400',
      'HTTP/1.1 431',
      'HTTP/1.1 408',
      'HTTP/1.1 408',
    ])
    for (const reply of replies) {
      expect(reply).toContain('content-type: application/problem+json')
      expect(reply).toContain('x-robots-tag: noindex')
    }
  })

  it('refuses a body that says to be too large before it is sent', async () => {
    const port = await listen(open())
    const head =
      'POST /api/v1/verifications HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/pdf\r\n'
    expect(await talk(port, `${head}content-length: 999999999\r\n\r\n`)).toMatch(/^HTTP\/1.1 413/)
  })

  it('finishes what it has begun when it is closed, then takes nothing more', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>()
    const { promise: reached, resolve: reach } = Promise.withResolvers<undefined>()
    const slow: SmallRegistry['lookup'] = {
      ...place.lookup,
      years: {
        list: async (keys) => {
          reach(undefined)
          await held
          return place.lookup.years.list(keys)
        },
      },
    }
    const one = openTestServer({ lookup: slow })
    const port = await listen(one)
    const url = `http://127.0.0.1:${port}/api/v1/status`
    const asked = fetch(url)
    await reached
    const closed = one.server.close()
    release(undefined)
    expect((await asked).status).toBe(200)
    await closed
    await expect(fetch(url)).rejects.toThrow()
  })
})

describe('hostile bodies', () => {
  const types = [
    'application/json',
    'application/xml',
    'application/pdf',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    '',
  ]

  it('never end in a bug: 10,000 of random bytes', async () => {
    const { server, bugs } = open()
    const statuses = new Map<number, number>()
    for (let count = 0; count < 10_000; count += 1) {
      const head = ['', '{"code":"', '<', '%PDF-', '--x\r\n'][count % 5] ?? ''
      const payload = Buffer.concat([Buffer.from(head), randomBytes(count % 300)])
      const type = types[count % types.length] ?? ''
      const url = count % 2 === 0 ? '/api/v1/lookups' : '/api/v1/verifications'
      const { statusCode } = await server.inject({
        method: 'POST',
        url,
        payload,
        headers: type === '' ? {} : { 'content-type': type },
      })
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1)
    }
    expect(bugs).toEqual([])
    expect([...statuses.keys()].toSorted()).toEqual(
      [200, 400, 404, 415].filter((status) => statuses.has(status)),
    )
    expect([...statuses.keys()]).toContain(400)
  })
})
