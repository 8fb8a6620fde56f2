import type { RouteOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { permissions, type Permission } from '../../src/accounts/index.ts'
import { now, schoolYear, type FilledDatabase } from '../database/support/gradebook.ts'
import { openSchoolServer, type Browser, type SchoolServer } from './support/school-server.ts'
import { openSchools, otherSchool, smallSchool, staff } from './support/small-school.ts'

type Person = Exclude<keyof typeof staff, 'suspended' | 'former'> | 'administrator'

const everybody: readonly Person[] = [
  'principal',
  'vicePrincipal',
  'registrar',
  'clerk',
  'accountant',
  'homeroomTeacher',
  'subjectTeacher',
  'groupHead',
  'otherTeacher',
  'administrator',
  'teachingAdministrator',
]
const administrators: readonly Person[] = ['administrator', 'teachingAdministrator']
const heads: readonly Person[] = ['principal', 'vicePrincipal']

interface Asked {
  readonly sheet: string
  /** Whether the address names class 7A. */
  readonly isOfClass: boolean
}

const readersOf = ({ sheet }: Asked): readonly Person[] => [
  ...heads,
  'homeroomTeacher',
  ...(sheet === 'TOAN' ? (['subjectTeacher', 'groupHead', 'teachingAdministrator'] as const) : []),
]

const writers: Readonly<Record<string, readonly Person[]>> = {
  TOAN: ['subjectTeacher'],
  homeroom: ['homeroomTeacher'],
  attendance: ['homeroomTeacher'],
  decisions: ['principal'],
}

const ownClass = ({ isOfClass }: Asked): readonly Person[] => (isOfClass ? ['homeroomTeacher'] : [])

/** Who is let in, written down once more by hand: nothing here is computed from the policies it judges. */
const letIn: Readonly<Record<Permission, (asked: Asked) => readonly Person[]>> = {
  'school.read': () => everybody,
  'year.read': () => everybody,
  'work.read': () => everybody,
  'accounts.read': () => ['principal', ...administrators],
  'accounts.manage': () => administrators,
  'year.set-up': () => [...heads, 'registrar', ...administrators],
  'roll-over': () => [...heads, 'registrar', ...administrators],
  'settings.write': () => ['principal', ...administrators],
  'students.read': (asked) => [
    ...heads,
    'registrar',
    'clerk',
    'accountant',
    ...administrators,
    ...ownClass(asked),
  ],
  'students.write': (asked) => ['registrar', ...administrators, ...ownClass(asked)],
  'sheet.read': readersOf,
  'trace.read': readersOf,
  'sheet.write': ({ sheet }) => writers[sheet] ?? [],
  'results.read': () => [...heads, 'homeroomTeacher'],
  'sheet.confirm': ({ sheet }) => (['TOAN', 'homeroom'].includes(sheet) ? (writers[sheet] ?? []) : []),
  'class.carry-over': ownClass,
  'books.read': (asked) => [
    ...heads,
    'clerk',
    'registrar',
    ...ownClass(asked),
    ...(asked.isOfClass ? (['subjectTeacher', 'otherTeacher', 'teachingAdministrator'] as const) : []),
  ],
  'books.sign': () => [...heads, 'homeroomTeacher', 'subjectTeacher', 'otherTeacher', 'clerk'],
  'books.seal': () => ['clerk'],
  'receipts.print': (asked) => [...heads, 'clerk', ...ownClass(asked)],
  'progress.read': () => [...heads, 'groupHead'],
  'cell.send-back': ({ sheet }) => [
    ...heads,
    'homeroomTeacher',
    ...(sheet === 'TOAN' ? (['groupHead'] as const) : []),
  ],
  'entry.order': () => ['principal', ...administrators],
  'entry.countersign': () => heads,
  'correction.request': (asked) => [
    ...heads,
    ...ownClass(asked),
    ...(asked.isOfClass ? (['subjectTeacher', 'otherTeacher'] as const) : []),
  ],
  'correction.decide': () => heads,
  'notices.read': () => everybody,
  'incidents.answer': () => administrators,
  'nudge.send': () => [...heads, 'homeroomTeacher', 'groupHead', 'otherTeacher'],
}

/** Opening one more door to everybody is a decision: it is written down here. */
const publicRoutes = [
  'GET /api/docs',
  'GET /api/docs/openapi.json',
  'GET /api/docs/page.css',
  'GET /api/docs/problems',
  'GET /api/v1/files/:token',
  'GET /api/v1/set-up',
  'GET /api/v1/status',
  'GET /robots.txt',
  'POST /api/v1/activations',
  'POST /api/v1/activations/look',
  'POST /api/v1/lookups',
  'POST /api/v1/sessions',
  'POST /api/v1/set-up',
  'POST /api/v1/verifications',
]

interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly access: string
}

const sheets = ['TOAN', 'homeroom', 'attendance', 'decisions']

const fixed: Readonly<Record<string, string>> = {
  schoolYear,
  level: 'lower-secondary',
  classId: '7A',
  studentCode: '7A0001',
  subject: 'TOAN',
  accountId: '018f0000-0000-4000-8000-000000000001',
  sessionId: '018f0000-0000-4000-8000-000000000002',
}

const fill = (url: string, values: Readonly<Record<string, string>>): string =>
  url.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(values[name] ?? fixed[name] ?? 'x'))

/** The addresses of a route at a school: one for each kind of sheet where it names one. */
const addressesOf = (
  { url }: Route,
  schoolCode: string,
): readonly { readonly url: string; readonly asked: Asked }[] =>
  (url.includes(':sheet') ? sheets : ['']).map((sheet) => ({
    url: fill(url, { schoolCode, ...(sheet === '' ? {} : { sheet }) }),
    asked: { sheet, isOfClass: url.includes(':classId') },
  }))

const routes: Route[] = []
let filled: FilledDatabase
let opened: SchoolServer
const browsers = new Map<string, Browser>()
const own = smallSchool.school.code
const foreign = otherSchool.school.code

const noteRoute = ({ method, url, config }: RouteOptions): void => {
  for (const one of [method].flat())
    if (one !== 'HEAD') routes.push({ method: one as Route['method'], url, access: config?.access ?? 'none' })
}

const guarded = (): readonly Route[] =>
  routes.filter(({ access }) => access !== 'public' && access !== 'signed-in')

beforeAll(async () => {
  filled = await openSchools()
  opened = await openSchoolServer({ school: filled.database, url: filled.server.url, startsAt: now })
  opened.server.addHook('onRoute', noteRoute)
  // Whoever comes past the guard has been let in; what the route then does is for its own tests.
  opened.server.addHook('preValidation', (_request, reply) => reply.code(204).send())
  await opened.server.ready()
  const people = [
    ...Object.entries(staff).map(([name, [staffCode, , fullName]]) => ({
      name,
      schoolCode: own,
      staffCode,
      fullName,
      isAdministrator: name === 'teachingAdministrator',
      isSuspended: name === 'suspended',
    })),
    { name: 'administrator', schoolCode: own, fullName: 'Giàng A Quản', isAdministrator: true },
    {
      name: 'stranger',
      schoolCode: foreign,
      staffCode: 'CB01',
      fullName: 'Lang Thị Lạ',
      isAdministrator: true,
    },
  ]
  const ids = await opened.addMembers(
    ...people.map(({ name, ...member }) => ({ ...member, username: name.toLowerCase() })),
  )
  for (const [index, { name }] of people.entries())
    browsers.set(name, await opened.browserOf(ids[index] ?? ''))
  browsers.set('nobody', opened.openBrowser())
})
afterAll(async () => {
  await opened.close()
  await filled.close()
})

const statusFor = async (who: string, method: Route['method'], url: string): Promise<number> => {
  const browser = browsers.get(who)
  if (browser === undefined) throw new Error(`${who} is nobody here`)
  const answer = await browser.ask(method, url)
  return answer.statusCode
}

/** Every route at its addresses whose status for somebody is not the one that is right. */
const listWrong = async (
  who: string,
  schoolCode: string,
  right: (access: Permission, asked: Asked) => number,
): Promise<readonly string[]> => {
  const wrong: string[] = []
  for (const route of guarded())
    for (const { url, asked } of addressesOf(route, schoolCode)) {
      const [expected, status] = [
        right(route.access as Permission, asked),
        await statusFor(who, route.method, url),
      ]
      if (status !== expected) wrong.push(`${who}: ${route.method} ${url}: ${status}, not ${expected}`)
    }
  return wrong
}

describe('the routes of the server', () => {
  it('are there, each with a policy that is known, under the address of a school', () => {
    expect(guarded().length).toBeGreaterThan(40)
    for (const { url, access } of guarded()) {
      expect(permissions, url).toContain(access)
      expect(url).toMatch(/^\/api\/v1\/schools\/:schoolCode(\/|$)/)
    }
  })

  it('are open to everybody only where that was decided', () => {
    const open = routes
      .filter(({ access }) => access === 'public')
      .map(({ method, url }) => `${method} ${url}`)
    expect(open.toSorted()).toEqual(publicRoutes)
  })

  it('that name a sheet or a class under a policy of sheets say which', () => {
    for (const { url, access } of guarded())
      if (access.startsWith('sheet.') || access === 'trace.read')
        expect(url, access).toMatch(/:classId\/sheets\/:sheet(\/|$)/)
  })
})

describe('in their own school', () => {
  for (const person of everybody)
    it(`${person} is let in where the policies say, and nowhere else`, async () => {
      expect(
        await listWrong(person, own, (access, asked) => (letIn[access](asked).includes(person) ? 204 : 403)),
      ).toEqual([])
    })

  it('whoever has left it is let in nowhere', async () => {
    expect(await listWrong('former', own, () => 403)).toEqual([])
  })

  it('whoever is suspended finds no school', async () => {
    expect(await listWrong('suspended', own, () => 404)).toEqual([])
  })
})

describe('outside it', () => {
  it('nobody of another school finds anything, be they its principal and administrator', async () => {
    expect(await listWrong('stranger', own, () => 404)).toEqual([])
    for (const person of everybody) expect(await listWrong(person, foreign, () => 404)).toEqual([])
  })

  it('a school that does not exist is answered to the byte as one that is not theirs', async () => {
    const browser = browsers.get('stranger')
    for (const code of ['0000000000', 'không có', '%00', "'; --"])
      for (const route of guarded()) {
        const [there, nowhere] = [
          fill(route.url, { schoolCode: own, sheet: 'TOAN' }),
          fill(route.url, { schoolCode: code, sheet: 'TOAN' }),
        ]
        const [one, other] = [
          await browser?.ask(route.method, there),
          await browser?.ask(route.method, nowhere),
        ]
        expect([other?.statusCode, other?.body], nowhere).toEqual([one?.statusCode, one?.body])
      }
  })

  it('nobody who is not signed in is let in anywhere, in no school', async () => {
    for (const code of [own, '0000000000']) expect(await listWrong('nobody', code, () => 401)).toEqual([])
    for (const { method, url } of routes.filter(({ access }) => access === 'signed-in'))
      expect(await statusFor('nobody', method, fill(url, {})), url).toBe(401)
  })

  it('a year, a level or a school year that cannot be is not found', async () => {
    const years = `/api/v1/schools/${own}/years`
    for (const place of [
      '2019-2020/lower-secondary',
      `${schoolYear}/primary`,
      `${schoolYear}/%00`,
      '%00/primary',
      '2026-2029/lower-secondary',
    ])
      expect(await statusFor('principal', 'GET', `${years}/${place}`), place).toBe(404)
  })
})

describe('what changes something', () => {
  it('is not done for another site', async () => {
    const cookie = browsers.get('principal')?.cookie() ?? ''
    const send = async (headers: Readonly<Record<string, string>>, url: string, method: Route['method']) =>
      (await opened.server.inject({ method, url, headers: { cookie, host: 'hocba.example', ...headers } }))
        .statusCode
    for (const { method, url } of guarded().filter(({ method: one }) => one !== 'GET')) {
      const address = fill(url, { schoolCode: own, sheet: 'decisions' })
      for (const site of ['cross-site', 'same-site'])
        expect(await send({ 'sec-fetch-site': site }, address, method), address).toBe(403)
      expect(await send({ origin: 'https://elsewhere.example' }, address, method), address).toBe(403)
      expect(await send({ origin: 'null' }, address, method), address).toBe(403)
    }
    const settings = `/api/v1/schools/${own}/years/${schoolYear}/lower-secondary/settings/x`
    expect(await send({ origin: 'http://hocba.example' }, settings, 'PUT')).toBe(204)
  })

  it('is not signed in for by another site', async () => {
    for (const url of ['/api/v1/sessions', '/api/v1/activations', '/api/v1/set-up']) {
      const answer = await opened.server.inject({
        method: 'POST',
        url,
        headers: { 'sec-fetch-site': 'cross-site' },
        payload: {},
      })
      expect(answer.statusCode, url).toBe(403)
    }
  })
})
