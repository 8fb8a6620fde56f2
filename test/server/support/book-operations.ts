import { randomUUID } from 'node:crypto'
import type { Response } from 'light-my-request'
import type { colleagues } from '../../database/support/finished-class.ts'

export type Colleague = keyof typeof colleagues | 'administrator'

/** What is sent: values of the address, what comes after it, a body. */
interface Sent {
  readonly query?: string
  readonly body?: object
  readonly [place: string]: unknown
}

/** What an operation is asked with on the finished class. */
export interface BookDesk {
  /** Sends the operation's request as somebody, and gives the answer, which is a success. */
  readonly ask: (by: Colleague, sent?: Sent) => Promise<Response>
  /** The same of another operation, on the way. */
  readonly also: (operation: string, by: Colleague, sent?: Sent) => Promise<Response>
  readonly last: (operation: string) => Response
  /** Confirms what of the class is not confirmed yet. */
  readonly confirmAll: () => Promise<void>
  /** Begins a sitting that no server runs yet; gives its number. */
  readonly begin: (who: Exclude<Colleague, 'administrator'>) => Promise<string>
  /** Signs everything up to the principal, then seals. */
  readonly issue: () => Promise<void>
}

type Operation = (desk: BookDesk) => Promise<unknown>

const year = '/years/{schoolYear}/{level}'
const ofClass = `${year}/classes/{classId}`
const ofSheet = `${ofClass}/sheets/{sheet}`
const sittings = `${year}/signing/sittings`

/** The tables that these operations alone write. */
export const tablesOfBooks: readonly string[] = [
  ...['carry_over', 'confirmation', 'correction', 'entry_order', 'report', 'send_back', 'signature_slot'],
  ...['sitting', 'sitting_item'],
]

/** What of the answers is read here. */
interface Answered {
  readonly digest: string
  readonly sittingId: string
  readonly orderId: string
  readonly state: string
  readonly warnings: readonly { readonly key: string }[]
  readonly sendBacks: readonly { readonly sendBackId: string }[]
  readonly orders: readonly { readonly orderId: string }[]
  readonly corrections: readonly { readonly correctionId: string }[]
  readonly cells: readonly { readonly studentCode: string; readonly path: string; readonly value: string }[]
}

const jsonOf = (answer: Response): Answered => answer.json<Answered>()

const digestOf = (answer: Response): string => jsonOf(answer).digest

const accept = ({ body }: Response) =>
  (JSON.parse(body) as { readonly warnings: readonly { readonly key: string }[] }).warnings.map(
    ({ key }) => ({
      key,
      words: 'Đã xem lại, đúng',
    }),
  )

const ended = async ({ also }: BookDesk, by: Colleague, sittingId: string): Promise<void> => {
  for (;;) {
    const answer = await also(`GET ${sittings}/{sittingId}`, by, { sittingId })
    if (jsonOf(answer).state === 'ended') return
    await new Promise((passed) => setTimeout(passed, 50))
  }
}

const order = {
  orderNumber: '05/L-HT',
  reason: 'Bổ sung điểm cho em ốm',
  classId: '7A',
  sheet: 'NGU_VAN',
  part: null,
  endsAt: '2027-05-26T23:59:59+07:00',
}

const change = { studentCode: '7A0001', subject: 'NGU_VAN', field: 'terms.2.finalMark', newValue: '9.5' }

/** What a cell of the issued class says. */
const valueOf = async ({ also }: BookDesk): Promise<string> => {
  const answer = await also(`GET ${ofSheet}`, 'subjectTeacher', {})
  const { cells } = jsonOf(answer)
  return cells.find((one) => one.studentCode === change.studentCode && one.path === change.field)?.value ?? ''
}

/** A success of every operation of the books, in an order in which each finds what it needs. */
export const bookOperations: Readonly<Record<string, Operation>> = {
  [`GET ${ofSheet}/confirmation`]: ({ ask }) => ask('subjectTeacher'),
  [`POST ${ofSheet}/confirmation`]: async ({ ask, last }) => {
    const seen = last(`GET ${ofSheet}/confirmation`)
    const body = { part: 'year', digest: digestOf(seen), accepted: accept(seen) }
    for (const again of [body, body]) await ask('subjectTeacher', { body: again })
  },
  [`DELETE ${ofSheet}/confirmation`]: ({ ask }) => ask('subjectTeacher', { query: '?part=year' }),
  [`GET ${ofClass}/readiness`]: async ({ ask, confirmAll }) => {
    await ask('principal')
    await confirmAll()
    await ask('homeroomTeacher')
  },
  [`POST ${ofClass}/covers`]: async ({ ask }) => {
    for (const by of ['homeroomTeacher', 'homeroomTeacher'] as const) await ask(by)
  },
  [`POST ${ofClass}/carry-over`]: async ({ ask, last }) => {
    const body = { part: 'year', digest: digestOf(last(`GET ${ofClass}/readiness`)) }
    for (const again of [body, body]) await ask('homeroomTeacher', { body: again })
  },
  [`GET ${ofClass}/books`]: async ({ ask }) => {
    for (const by of ['principal', 'subjectTeacher', 'clerk'] as const) await ask(by)
  },
  [`GET ${ofClass}/books/{studentCode}`]: async ({ ask }) => {
    for (const by of ['principal', 'subjectTeacher'] as const) await ask(by)
  },
  [`POST ${ofSheet}/send-backs`]: async ({ ask }) => {
    const body = {
      sendBackId: randomUUID(),
      studentCode: '7A0001',
      path: 'terms.2.finalMark',
      reason: 'Bài ghi điểm khác',
    }
    for (const again of [body, body, { ...body, sendBackId: randomUUID(), path: 'terms.1.finalMark' }])
      await ask('principal', { body: again })
  },
  [`GET ${year}/send-backs`]: async ({ ask }) => {
    for (const by of ['subjectTeacher', 'principal', 'groupHead'] as const) await ask(by)
  },
  [`POST ${year}/send-backs/{sendBackId}/answer`]: async ({ ask, last }) => {
    const { sendBacks } = jsonOf(last(`GET ${year}/send-backs`))
    const [one, other] = sendBacks.map(({ sendBackId }) => sendBackId)
    await ask('subjectTeacher', { sendBackId: one, body: { keep: false, value: '9', words: 'Đã sửa' } })
    await ask('subjectTeacher', { sendBackId: other, body: { keep: true, value: null, words: 'Đúng bài' } })
  },
  [`GET ${year}/signing`]: async ({ ask }) => {
    for (const by of ['principal', 'homeroomTeacher', 'subjectTeacher'] as const) await ask(by)
    await ask('clerk', { query: '?kind=seal' })
    await ask('principal')
  },
  [`POST ${sittings}`]: async (desk) => {
    const body = {
      kind: 'sign',
      digest: digestOf(desk.last(`GET ${year}/signing`)),
      classIds: null,
      leaveOut: [],
    }
    const begun = await desk.ask('principal', { body })
    await ended(desk, 'principal', jsonOf(begun).sittingId)
  },
  [`GET ${sittings}`]: async ({ ask }) => {
    for (const by of ['principal', 'subjectTeacher', 'clerk'] as const) await ask(by)
  },
  [`GET ${sittings}/{sittingId}`]: ({ ask, last }) =>
    ask('principal', {
      sittingId: jsonOf(last(`POST ${sittings}`)).sittingId,
    }),
  [`GET ${sittings}/{sittingId}/events`]: ({ ask, last }) =>
    ask('principal', {
      sittingId: jsonOf(last(`POST ${sittings}`)).sittingId,
    }),
  [`POST ${sittings}/{sittingId}/pause`]: async ({ ask, begin }) => {
    const sittingId = await begin('subjectTeacher')
    await ask('subjectTeacher', { sittingId })
  },
  [`POST ${sittings}/{sittingId}/resume`]: async (desk) => {
    const { sittingId } = jsonOf(desk.last(`POST ${sittings}/{sittingId}/pause`))
    await desk.ask('subjectTeacher', { sittingId })
    await ended(desk, 'subjectTeacher', sittingId)
  },
  [`POST ${year}/entry-orders`]: async ({ ask }) => {
    const body = { ...order, orderId: randomUUID() }
    for (const again of [body, body]) await ask('principal', { body: again })
    await ask('administrator', { body: { ...order, orderId: randomUUID(), classId: null, sheet: null } })
  },
  [`GET ${year}/entry-orders`]: ({ ask }) => ask('principal'),
  [`POST ${year}/entry-orders/{orderId}/close`]: async ({ ask, last }) => {
    const { orders } = jsonOf(last(`GET ${year}/entry-orders`))
    for (const { orderId } of orders) await ask('principal', { orderId })
  },
  [`GET ${year}/entry-orders/{orderId}/writings`]: ({ ask, last }) =>
    ask('principal', {
      orderId: jsonOf(last(`POST ${year}/entry-orders/{orderId}/close`)).orderId,
    }),
  [`POST ${year}/entry-orders/{orderId}/countersignature`]: ({ ask, last }) =>
    ask('principal', {
      orderId: jsonOf(last(`POST ${year}/entry-orders/{orderId}/close`)).orderId,
    }),
  [`POST ${ofClass}/corrections/preview`]: async (desk) => {
    await desk.issue()
    await desk.ask('subjectTeacher', { body: { ...change, oldValue: await valueOf(desk) } })
  },
  [`POST ${ofClass}/corrections`]: async (desk) => {
    const body = {
      ...change,
      correctionId: randomUUID(),
      oldValue: await valueOf(desk),
      reason: 'Cộng nhầm điểm',
      evidence: 'Bài kiểm tra lưu ở tổ',
    }
    for (const again of [body, body]) await desk.ask('subjectTeacher', { body: again })
  },
  [`GET ${year}/corrections`]: async ({ ask }) => {
    for (const by of ['principal', 'subjectTeacher'] as const) await ask(by)
  },
  [`POST ${year}/corrections/{correctionId}/decision`]: ({ ask, last }) => {
    const { corrections } = jsonOf(last(`GET ${year}/corrections`))
    const body = { decision: 'granted', decisionNumber: '12/QĐ', decidedOn: '2027-05-24', words: '' }
    return ask('principal', { correctionId: corrections[0]?.correctionId, body })
  },
  [`GET ${year}/waiting`]: async ({ ask }) => {
    for (const who of ['homeroomTeacher', 'principal', 'clerk'] as const) await ask(who)
  },
  [`GET ${ofClass}/receipts.pdf`]: async ({ ask }) => {
    for (const by of ['principal', 'homeroomTeacher', 'clerk'] as const) await ask(by)
  },
}
