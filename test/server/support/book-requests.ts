import { randomUUID } from 'node:crypto'
import {
  colleagues,
  confirmAll,
  placeOf,
  plannedClass,
  sheetsOf,
  type FinishedClass,
} from '../../database/support/finished-class.ts'
import { openSigningBench, type SigningBench } from '../../database/support/signing-bench.ts'
import { openBooksServer, type BooksServer, type Colleague } from './books-server.ts'

/** The class 7A of two pupils on its way to its issued books, with the server it is asked of. */
export interface BooksOnTheWay extends Pick<BooksServer, 'ask' | 'opened'> {
  readonly bench: SigningBench
  /** Every sheet of the class is confirmed. */
  readonly confirmAll: () => Promise<void>
  /** A sitting of the subject teacher at which no server is; where there is nothing to sign, nobody's. */
  readonly ownSitting: () => Promise<string>
  close(): Promise<void>
}

const nobodys = '018f0000-0000-4000-8000-00000000000a'

export const openBooksOnTheWay = async (): Promise<BooksOnTheWay> => {
  const records = plannedClass(7, 2)
  const bench = await openSigningBench(records, { withDrafts: false })
  const place = placeOf(bench.tenant, 7)
  const finished: FinishedClass & SigningBench = { ...bench, records, place, sheets: sheetsOf(records) }
  const server = await openBooksServer(finished)
  const { ask, opened } = server
  let begun: string | undefined
  const ownSitting = async (): Promise<string> => {
    if (begun !== undefined) return begun
    if ((await bench.plan(colleagues.subjectTeacher)).eligible === 0) return nobodys
    return (begun = await bench.begin(colleagues.subjectTeacher))
  }
  return {
    ask,
    opened,
    bench,
    confirmAll: () => confirmAll(finished),
    ownSitting,
    close: () => server.close(),
  }
}

export interface BookRequest {
  readonly path: string
  readonly body?: object
}

type Way = BooksOnTheWay

export const ofClass = '/classes/7A'
export const ofSheet = `${ofClass}/sheets/NGU_VAN`

/** What somebody has seen of a page that an act must name; zeroes where it shows nothing. */
export const readDigest = async ({ ask }: Way, who: Colleague, path: string): Promise<string> => {
  const { digest } = (await ask(who, 'GET', path)).body
  return typeof digest === 'string' ? digest : '0'.repeat(64)
}

const must = async ({ ask }: Way, who: Colleague, path: string, body?: object): Promise<void> => {
  const { status, detail } = await ask(who, 'POST', path, body)
  if (status !== 200) throw new Error(`${who} ${path}: ${status} ${detail}`)
}

export const confirmation = async (way: Way) => {
  const path = `${ofSheet}/confirmation`
  return { path, body: { part: 'year', digest: await readDigest(way, 'subjectTeacher', path), accepted: [] } }
}

export const sendBack = () => ({
  path: `${ofSheet}/send-backs`,
  body: {
    sendBackId: randomUUID(),
    studentCode: '7A0001',
    path: 'terms.2.finalMark',
    reason: 'Bài thi ghi 6,5 điểm',
  },
})

/** The one open question, sent back by the principal; where none may be, nobody's. */
const openSendBack = async ({ ask }: Way): Promise<string> => {
  const { body } = await ask('principal', 'GET', '/send-backs?state=open')
  const [open] = body['sendBacks'] as readonly { readonly sendBackId: string }[]
  if (open !== undefined) return open.sendBackId
  const sent = sendBack()
  const { status } = await ask('principal', 'POST', sent.path, sent.body)
  return status === 200 ? sent.body.sendBackId : nobodys
}

export const answer = async (way: Way) => ({
  path: `/send-backs/${await openSendBack(way)}/answer`,
  body: { keep: true, value: null, words: 'Đã đối chiếu, đúng như sổ' },
})

export const answerOpen = async (way: Way): Promise<void> => {
  const { path, body } = await answer(way)
  await must(way, 'subjectTeacher', path, body)
}

export const order = ({ opened }: Way) => ({
  path: '/entry-orders',
  body: {
    orderId: randomUUID(),
    orderNumber: '12/LMS-THCS',
    reason: 'Nhập bù điểm cuối kì',
    ...{ classId: '7A', sheet: 'TOAN', part: null },
    endsAt: new Date(opened.now().getTime() + 3_600_000).toISOString(),
  },
})

export const giveOrder = async (way: Way): Promise<string> => {
  const { path, body } = order(way)
  await must(way, 'principal', path, body)
  return body.orderId
}

export const closeOrder = async ({ ask }: Way, orderId: string): Promise<void> => {
  await ask('principal', 'POST', `/entry-orders/${orderId}/close`)
}

export const change = async ({ ask }: Way) => {
  const { body } = await ask('principal', 'GET', ofSheet)
  const cells = body['cells'] as readonly { studentCode: string; path: string; value: string }[]
  const field = 'terms.2.finalMark'
  const cell = cells.find(({ studentCode, path }) => studentCode === '7A0002' && path === field)
  return {
    ...{ studentCode: '7A0002', subject: 'NGU_VAN', field, oldValue: cell?.value ?? '' },
    newValue: cell?.value === '9.5' ? '9' : '9.5',
  }
}

export const correction = async (way: Way) => ({
  path: `${ofClass}/corrections`,
  body: {
    ...(await change(way)),
    correctionId: randomUUID(),
    reason: 'Cộng sót điểm',
    evidence: 'Bài thi lưu ở tổ Văn',
  },
})

export const refusalOf = (correctionId: string) => ({
  path: `/corrections/${correctionId}/decision`,
  body: { decision: 'refused', decisionNumber: null, decidedOn: null, words: 'Bài không cộng sót' },
})

/** The refusal of a request that waits for it; where none may be made, of nobody's. */
export const decision = async (way: Way) => {
  const asked = await correction(way)
  const { status } = await way.ask('subjectTeacher', 'POST', asked.path, asked.body)
  return refusalOf(status === 200 ? asked.body.correctionId : nobodys)
}

export const refuseCorrection = async (way: Way, correctionId: string): Promise<void> => {
  const { path, body } = refusalOf(correctionId)
  await must(way, 'principal', path, body)
}

/** Over what the plan shows; whoever may not see the clerk's tries it with the clerk's digest. */
export const sitting = (kind: 'sign' | 'seal') => async (way: Way, by: Colleague) => ({
  path: '/signing/sittings',
  body: {
    ...{ kind, classIds: null, leaveOut: [] },
    digest: await readDigest(way, kind === 'seal' ? 'clerk' : by, `/signing?kind=${kind}`),
  },
})

/** Until no sitting runs any more. */
export const sittingsEnded = async ({ ask }: Way): Promise<void> => {
  for (;;) {
    const { body } = await ask('principal', 'GET', '/signing/sittings')
    const states = (body['sittings'] as readonly { readonly state: string }[]).map(({ state }) => state)
    if (!states.includes('running')) return
    await new Promise((passed) => setTimeout(passed, 25))
  }
}

/** Somebody signs or seals what is theirs, if there is any. */
export const sitIfAny = async (
  { bench }: Way,
  who: Parameters<SigningBench['sit']>[0],
  kind: 'sign' | 'seal' = 'sign',
): Promise<void> => {
  const { eligible } = await bench.plan(who, kind)
  if (eligible > 0) await bench.sit(who, kind)
}
