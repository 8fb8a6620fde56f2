import { readFile } from 'node:fs/promises'
import fastify from 'fastify'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { demandAccess } from '../../src/apps/server/access.ts'
import { problemKinds } from '../../src/apps/server/problem-kinds.ts'
import { problemOf } from '../../src/apps/server/problems.ts'
import { describeApi } from '../../src/apps/server/describe-api.ts'
import { contentSecurityPolicy } from '../../src/apps/server/security-headers.ts'
import { Refusal, refusalCodes } from '../../src/shared/refusal.ts'
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

const get = (url: string) => open().server.inject(url)

describe('every answer', () => {
  it.each([
    ['GET', '/api/v1/status', 200],
    ['GET', '/api/docs', 200],
    ['GET', '/robots.txt', 200],
    ['GET', '/nothing-here', 404],
    ['DELETE', '/api/v1/status', 405],
    ['POST', '/api/v1/lookups', 415],
  ] as const)('carries the security headers: %s %s', async (method, url, status) => {
    const reply = await open().server.inject({ method, url, ...(method === 'POST' ? { payload: 'x' } : {}) })
    expect(reply.statusCode).toBe(status)
    expect(reply.headers).toMatchObject({
      'content-security-policy': contentSecurityPolicy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'permissions-policy': expect.stringContaining('camera=(self)') as string,
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(reply.headers['cache-control']).toBeDefined()
    expect(reply.headers['server']).toBeUndefined()
    expect(reply.headers['x-powered-by']).toBeUndefined()
    expect(reply.headers['set-cookie']).toBeUndefined()
  })

  it('allows scripts, styles and connections of this server alone', () => {
    expect(contentSecurityPolicy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /)
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/)
  })

  it('asks browsers to stay on TLS where it came by TLS', async () => {
    const { server } = open()
    expect((await server.inject('/robots.txt')).headers['strict-transport-security']).toBeUndefined()
  })
})

describe('routes', () => {
  it('are not served when they do not say who may call them', () => {
    const server = fastify()
    demandAccess(server)
    expect(() => server.get('/open', { config: { access: 'public' } }, () => '')).not.toThrow()
    expect(() => server.get('/forgotten', () => '')).toThrow('states no access')
  })

  it('of the pages are held to the same rule', async () => {
    const one = openTestServer(place, {
      portal: (server) => {
        server.get('/', () => '')
        return Promise.resolve()
      },
    })
    await expect(one.server.ready()).rejects.toThrow('states no access')
  })

  it('answer HEAD as GET without a body', async () => {
    const reply = await open().server.inject({ method: 'HEAD', url: '/api/docs' })
    expect(reply.statusCode).toBe(200)
    expect(reply.body).toBe('')
  })

  it('name their methods to OPTIONS and to a wrong method', async () => {
    const { server } = open()
    const options = await server.inject({ method: 'OPTIONS', url: '/api/v1/lookups' })
    expect([options.statusCode, options.headers.allow]).toEqual([204, 'POST, OPTIONS'])
    const wrong = await server.inject({ method: 'PUT', url: '/api/v1/files/abc' })
    expect([wrong.statusCode, wrong.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(wrong.json()).toMatchObject({ type: '/api/docs/problems#method-not-allowed' })
    expect((await server.inject({ method: 'OPTIONS', url: '/nothing' })).statusCode).toBe(404)
  })

  it('that are not there are told to a browser as a page, to a program as a problem', async () => {
    const { server } = open()
    const at = async (url: string, accept: string): Promise<unknown> => {
      const { statusCode, headers: all } = await server.inject({ url, headers: { accept } })
      return [statusCode, all['content-type']]
    }
    expect(await at('/nothing', 'text/html,*/*')).toEqual([404, 'text/html; charset=utf-8'])
    expect(await at('/nothing', '*/*')).toEqual([404, 'application/problem+json; charset=utf-8'])
    expect(await at('/api/nothing', 'text/html')).toEqual([404, 'application/problem+json; charset=utf-8'])
  })

  it('give no other origin leave to read', async () => {
    const reply = await open().server.inject({
      method: 'OPTIONS',
      url: '/api/v1/lookups',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' },
    })
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('problems', () => {
  it('are listed on the page that their type leads to', async () => {
    const reply = await get('/api/docs/problems')
    for (const [code, { title }] of Object.entries(problemKinds)) {
      expect(reply.body).toContain(`id="${code}"`)
      expect(reply.body).toContain(title)
    }
  })

  it('exist for every refusal, with its words where they are the caller’s affair', () => {
    for (const code of refusalCodes) {
      const found = problemOf(new Refusal(code, 'Thư mục /var/lib/hocba hỏng.'))
      expect(found).toMatchObject({ type: `/api/docs/problems#${code}`, status: problemKinds[code].status })
      expect(found.detail === undefined, code).toBe(found.status >= 500)
    }
  })

  it('tell of a bug only its name, and report the rest', async () => {
    const broken: SmallRegistry['lookup'] = {
      ...place.lookup,
      years: { list: () => Promise.reject(new Error(`secret of ${yearLookupCode}`)) },
    }
    const one = openTestServer({ lookup: broken })
    const reply = await one.server.inject({
      method: 'POST',
      url: '/api/v1/lookups',
      payload: { code: yearLookupCode },
    })
    expect(reply.statusCode).toBe(500)
    expect(reply.body).not.toContain('secret')
    expect(reply.json<{ instance: string }>().instance).toMatch(/^urn:uuid:/)
    expect(one.bugs).toHaveLength(1)
    const status = await one.server.inject('/api/v1/status')
    expect([status.statusCode, status.json<{ type: string }>().type]).toEqual([
      503,
      '/api/docs/problems#not-ready',
    ])
  })

  it.each([
    ['broken JSON', '{"code":', 'application/json', 400],
    ['no body', '', 'application/json', 400],
    ['a trap in JSON', '{"__proto__":{"code":"x"}}', 'application/json', 400],
    ['a type unheard of', 'x', 'x/y', 415],
    ['too long a body', JSON.stringify({ code: 'a'.repeat(20_000) }), 'application/json', 413],
    ['a file where none belongs', 'x'.repeat(17_000), 'application/pdf', 413],
  ])('answer %s', async (_, payload, type, status) => {
    const { server, bugs } = open()
    const reply = await server.inject({
      method: 'POST',
      url: '/api/v1/lookups',
      payload,
      headers: { 'content-type': type },
    })
    expect(reply.statusCode).toBe(status)
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(bugs).toEqual([])
  })
})

describe('search engines', () => {
  it('are asked to leave', async () => {
    expect((await get('/robots.txt')).body).toBe('User-agent: *\nDisallow: /\n')
  })
})

describe('the description of the API', () => {
  it('is OpenAPI 3.1, of what the server can do', async () => {
    const described = (await get('/api/docs/openapi.json')).json<{ openapi: string; paths: object }>()
    expect(described.openapi).toBe('3.1.0')
    expect(Object.keys(described.paths)).toEqual([
      '/api/v1/lookups',
      '/api/v1/verifications',
      '/api/v1/files/{token}',
      '/api/v1/status',
    ])
  })

  it('is, of a server with schools too, the one in docs/openapi.json', async () => {
    const described = (await describeApi()) as { readonly paths: object }
    expect(Object.keys(described.paths)).toContain('/api/v1/sessions')
    expect(JSON.parse(await readFile(new URL('../../docs/openapi.json', import.meta.url), 'utf8'))).toEqual(
      described,
    )
  })

  it('is a page for people without anything from elsewhere', async () => {
    const reply = await get('/api/docs')
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(reply.body).toContain('POST /api/v1/lookups')
    expect(reply.body).not.toMatch(/<script|style=|https?:/)
    expect((await get('/api/docs/page.css')).headers['content-type']).toBe('text/css; charset=utf-8')
  })
})
