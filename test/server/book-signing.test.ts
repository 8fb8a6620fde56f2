import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pauseSitting, type SittingDetail } from '../../src/adapters/postgres/books/sittings.ts'
import type { SigningDesk } from '../../src/issuing/index.ts'
import { colleagues, plannedClass, type Colleague } from '../database/support/finished-class.ts'
import { listSigned, openSigningBench, type SigningBench } from '../database/support/signing-bench.ts'
import { openSchoolServer, type Browser, type SchoolServer } from './support/school-server.ts'

const { principal, vicePrincipal, homeroomTeacher, subjectTeacher, artsTeacher, clerk, registrar } =
  colleagues
const records = plannedClass(7, 3)
const { code } = records.school
const signing = `/api/v1/schools/${code}/years/2026-2027/lower-secondary/signing`

let bench: SigningBench
let opened: SchoolServer
let accounts: readonly string[] | undefined
let browsers: ReadonlyMap<Colleague, Browser>
/** What the desk waits for before it gives a key. */
let gate: Promise<void> = Promise.resolve()

const openServer = async (desk: SigningDesk | undefined): Promise<void> => {
  opened = await openSchoolServer({
    school: bench.database,
    url: bench.server.url,
    startsAt: bench.clock(),
    ...(desk === undefined ? {} : { desk }),
  })
  accounts ??= await opened.addMembers(
    ...people.map(({ staffCode, fullName }) => ({
      schoolCode: code,
      staffCode,
      username: staffCode.toLowerCase(),
      fullName,
    })),
  )
  const ids = accounts
  const all = people.map(async (who, index) => [who, await opened.browserOf(ids[index] ?? '')] as const)
  browsers = new Map(await Promise.all(all))
}
const people = Object.values(colleagues)

const gated = (): SigningDesk => ({
  ...bench.desk,
  findSigner: async (person) => {
    await gate
    return bench.desk.findSigner(person)
  },
})

beforeEach(async () => {
  gate = Promise.resolve()
  accounts = undefined
  bench = await openSigningBench(records)
  await openServer(gated())
})
afterEach(async () => {
  await opened.close()
  await bench.close()
})

const browserOf = (who: Colleague): Browser => {
  const found = browsers.get(who)
  if (found === undefined) throw new Error('somebody of the school')
  return found
}
const get = (who: Colleague, path = '') => browserOf(who).ask('GET', signing + path)
const post = (who: Colleague, path: string, body?: object) => browserOf(who).ask('POST', signing + path, body)

interface Plan {
  readonly canBegin: boolean
  readonly why: string | null
  readonly unfinished: SittingDetail | null
  readonly digest: string
  readonly eligible: number
}
const planOf = async (who: Colleague, kind = 'sign'): Promise<Plan> =>
  (await get(who, `?kind=${kind}`)).json<Plan>()

const begin = async (who: Colleague, kind = 'sign') => {
  const { digest } = await planOf(who, kind)
  return post(who, '/sittings', { kind, classIds: null, leaveOut: [], digest })
}
const begun = async (who: Colleague, kind = 'sign'): Promise<string> => {
  const answer = await begin(who, kind)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ readonly sittingId: string }>().sittingId
}
const look = async (who: Colleague, sittingId: string): Promise<SittingDetail> =>
  (await get(who, `/sittings/${sittingId}`)).json<SittingDetail>()
const ended = async (who: Colleague, sittingId: string): Promise<SittingDetail> => {
  await expect.poll(async () => (await look(who, sittingId)).state).toBe('ended')
  return look(who, sittingId)
}

describe('from the queue to the issued book', () => {
  it('everybody signs in their turn, and the clerk seals', async () => {
    for (const who of [subjectTeacher, artsTeacher, homeroomTeacher, principal])
      expect(await ended(who, await begun(who))).toMatchObject({ total: 3, done: 3, misses: [] })
    expect(await ended(clerk, await begun(clerk, 'seal'))).toMatchObject({ kind: 'seal', done: 3 })
    expect(await listSigned(bench, 's-truong')).toHaveLength(3)
    const answer = await get(principal, '/sittings')
    expect(answer.json<{ readonly sittings: readonly object[] }>().sittings).toHaveLength(5)
  })

  it('who is too early has nothing to begin, and is told so', async () => {
    expect(await planOf(principal)).toMatchObject({ canBegin: false, eligible: 0 })
    const answer = await begin(principal)
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({ detail: 'Không còn học bạ nào đến lượt trong phần đã chọn.' })
  })
})

describe('who may', () => {
  it('seal: the clerk alone, whose own queue a teacher does not see', async () => {
    for (const who of [subjectTeacher, principal]) {
      expect((await get(who, '?kind=seal')).statusCode).toBe(409)
      const body = { kind: 'seal', classIds: null, leaveOut: [], digest: `0-${'0'.repeat(64)}` }
      expect((await post(who, '/sittings', body)).statusCode).toBe(409)
    }
    expect((await get(clerk, '?kind=seal')).statusCode).toBe(200)
    expect((await get(registrar)).statusCode).toBe(403)
  })

  it('look at a sitting: its owner and the heads; stop it: its owner', async () => {
    const sittingId = await begun(subjectTeacher)
    await ended(subjectTeacher, sittingId)
    for (const who of [principal, vicePrincipal])
      expect((await get(who, `/sittings/${sittingId}`)).statusCode).toBe(200)
    for (const who of [homeroomTeacher, clerk]) {
      expect((await get(who, `/sittings/${sittingId}`)).statusCode).toBe(404)
      expect((await get(who, `/sittings/${sittingId}/events`)).statusCode).toBe(404)
      expect((await post(who, `/sittings/${sittingId}/pause`)).statusCode).toBe(404)
      const { sittings } = (await get(who, '/sittings')).json<{ readonly sittings: readonly object[] }>()
      expect(sittings).toEqual([])
    }
    expect((await post(principal, `/sittings/${sittingId}/resume`)).statusCode).toBe(409)
    expect((await get(subjectTeacher, `/sittings/${crypto.randomUUID()}`)).statusCode).toBe(404)
  })

  it('sign on a server that keeps no keys: nobody, and it says so', async () => {
    await opened.close()
    await openServer(undefined)
    expect(await planOf(subjectTeacher)).toMatchObject({
      eligible: 3,
      canBegin: false,
      why: expect.stringContaining('chưa nối với nơi giữ khóa') as string,
    })
    const answer = await begin(subjectTeacher)
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({
      detail: expect.stringContaining('chưa nối với nơi giữ khóa') as string,
    })
  })
})

/** Holds the desk back until the returned function is called. */
const holdDesk = (): (() => void) => {
  let release = (): void => undefined
  gate = new Promise((resolve) => {
    release = resolve
  })
  return () => {
    release()
  }
}

describe('a sitting under way', () => {
  it('is begun once, however often it is sent; meanwhile the queue shows it', async () => {
    const release = holdDesk()
    const { digest } = await planOf(subjectTeacher)
    const body = { kind: 'sign', classIds: null, leaveOut: [], digest }
    const answers = [
      await post(subjectTeacher, '/sittings', body),
      await post(subjectTeacher, '/sittings', body),
    ]
    expect(answers[0]?.json()).toEqual(answers[1]?.json())
    const { unfinished, canBegin } = await planOf(subjectTeacher)
    expect([unfinished?.state, canBegin]).toEqual(['running', false])
    release()
    await ended(subjectTeacher, unfinished?.sittingId ?? '')
  })

  it('is paused and resumed', async () => {
    const release = holdDesk()
    const sittingId = await begun(subjectTeacher)
    const paused = await post(subjectTeacher, `/sittings/${sittingId}/pause`)
    expect(paused.json()).toMatchObject({ state: 'paused', message: null })
    release()
    const resumed = await post(subjectTeacher, `/sittings/${sittingId}/resume`)
    expect(resumed.statusCode).toBe(200)
    expect(await ended(subjectTeacher, sittingId)).toMatchObject({ done: 3 })
    expect((await post(subjectTeacher, `/sittings/${sittingId}/resume`)).statusCode).toBe(409)
  })

  it('goes on by itself after the server was stopped, once', async () => {
    const key = { tenant: bench.tenant, sittingId: await bench.begin(subjectTeacher) }
    const other = await bench.begin(artsTeacher)
    await pauseSitting(bench.database, { ...key, sittingId: other })
    await opened.close()
    await openServer(gated())
    await opened.server.ready()
    expect(await ended(subjectTeacher, key.sittingId)).toMatchObject({ done: 3 })
    expect(await look(artsTeacher, other)).toMatchObject({ state: 'paused', done: 0 })
  })
})

interface Stream {
  readonly status: number
  readonly type: string
  /** The events as they came. */
  readonly events: readonly SittingDetail[]
  readonly isOver: () => boolean
  readonly leave: () => void
}

const watch = async (who: Colleague, sittingId: string): Promise<Stream> => {
  if (!opened.server.server.listening) await opened.server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = opened.server.server.address() as AddressInfo
  const path = `${signing}/sittings/${sittingId}/events`
  const asked = request({ host: '127.0.0.1', port, path, headers: { cookie: browserOf(who).cookie() } })
  asked.end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const events: SittingDetail[] = []
  let text = ''
  let isOver = false
  answer.setEncoding('utf8')
  answer.on('data', (chunk: string) => {
    text += chunk
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks)
      if (block.startsWith('data: ')) events.push(JSON.parse(block.slice(6)) as SittingDetail)
  })
  answer.on('close', () => {
    isOver = true
  })
  answer.on('error', () => undefined)
  return {
    status: answer.statusCode ?? 0,
    type: answer.headers['content-type'] ?? '',
    events,
    isOver: () => isOver,
    leave: () => {
      asked.destroy()
    },
  }
}

describe('watching a sitting', () => {
  it('tells each change as it comes, and ends with the sitting', async () => {
    const release = holdDesk()
    const sittingId = await begun(subjectTeacher)
    const stream = await watch(subjectTeacher, sittingId)
    expect([stream.status, stream.type]).toEqual([200, 'text/event-stream; charset=utf-8'])
    await expect.poll(() => stream.events.length).toBe(1)
    expect(stream.events[0]).toMatchObject({ state: 'running', total: 3, done: 0 })
    expect(stream.isOver()).toBe(false)
    release()
    await expect.poll(stream.isOver).toBe(true)
    expect(stream.events.at(-1)).toMatchObject({ state: 'ended', done: 3 })
    const said = stream.events.map((event) => JSON.stringify(event))
    expect(new Set(said).size).toBe(said.length)
  })

  it('of one that has ended is one event', async () => {
    const sittingId = await begun(subjectTeacher)
    await ended(subjectTeacher, sittingId)
    const stream = await watch(principal, sittingId)
    await expect.poll(stream.isOver).toBe(true)
    expect(stream.events).toHaveLength(1)
  })

  it('keeps a server from closing no longer than its batch', async () => {
    const release = holdDesk()
    const sittingId = await begun(subjectTeacher)
    const [stays, leaves] = [await watch(subjectTeacher, sittingId), await watch(principal, sittingId)]
    await expect.poll(() => stays.events.length).toBe(1)
    leaves.leave()
    const closed = opened.server.close()
    release()
    await closed
    await expect.poll(stays.isOver).toBe(true)
    expect(await bench.look(sittingId)).toMatchObject({ done: 3, failed: 0 })
  })

  it('is for who may see it, with a session', async () => {
    const sittingId = await bench.begin(subjectTeacher)
    const nobody = await opened.openBrowser().ask('GET', `${signing}/sittings/${sittingId}/events`)
    expect(nobody.statusCode).toBe(401)
  })
})
