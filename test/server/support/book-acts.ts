import type { Colleague } from './books-server.ts'
import {
  answer,
  answerOpen,
  change,
  closeOrder,
  confirmation,
  correction,
  decision,
  giveOrder,
  ofClass,
  ofSheet,
  order,
  readDigest,
  refuseCorrection,
  sendBack,
  sitting,
  sittingsEnded,
  type BookRequest,
  type BooksOnTheWay,
} from './book-requests.ts'

/** Every act of the books × where the class stands × who asks, written down by hand. */

export const everybody = {
  P: 'principal',
  V: 'vicePrincipal',
  H: 'homeroomTeacher',
  T: 'subjectTeacher',
  A: 'artsTeacher',
  C: 'clerk',
  R: 'registrar',
  G: 'groupHead',
  Q: 'administrator',
} as const satisfies Readonly<Record<string, Colleague>>
export type Letter = keyof typeof everybody
export const letters = Object.keys(everybody) as readonly Letter[]

export const stages = ['being entered', 'confirmed', 'carried over', 'issued'] as const
export type Stage = (typeof stages)[number]

/**
 * Who is answered how; whoever is not named is not allowed (403). `done`: and repeated, the same answer. `once`: and
 * repeated, 409. `wrong`: not now, or not this person's turn (409, with words). `absent`: there is no such thing (404).
 */
export interface Answers {
  readonly done?: string
  readonly once?: string
  readonly wrong?: string
  readonly absent?: string
}

export interface Act {
  readonly operation: string
  /** What is sent; what it needs is made ready first, by others. */
  readonly request: (way: BooksOnTheWay, by: Colleague) => BookRequest | Promise<BookRequest>
  /** After somebody's success, and before it is repeated. */
  readonly settle?: (way: BooksOnTheWay) => Promise<void>
  /** What of an answer is the same when repeated; all of it, but for what tells how much was still to do. */
  readonly lasting?: (body: object) => object
  /** After that: as before, for the next. */
  readonly undo?: (way: BooksOnTheWay, sent: BookRequest, stage: Stage) => Promise<void>
  readonly at: Readonly<Record<Stage, Answers>>
}

/** Every act of the books. */
export const acts: readonly Act[] = [
  {
    operation: 'POST /classes/{classId}/sheets/{sheet}/confirmation',
    request: confirmation,
    at: {
      'being entered': { done: 'T' },
      confirmed: { done: 'T' },
      'carried over': { done: 'T' },
      issued: { done: 'T' },
    },
  },
  {
    operation: 'DELETE /classes/{classId}/sheets/{sheet}/confirmation',
    request: () => ({ path: `${ofSheet}/confirmation?part=year` }),
    undo: (way, _sent, stage) => (stage === 'confirmed' ? way.confirmAll() : Promise.resolve()),
    at: {
      'being entered': { done: 'T' },
      confirmed: { done: 'T' },
      'carried over': { wrong: 'T' },
      issued: { wrong: 'T' },
    },
  },
  {
    operation: 'POST /classes/{classId}/covers',
    request: () => ({ path: `${ofClass}/covers` }),
    lasting: (body) => {
      const { made, unchanged } = body as Readonly<Record<'made' | 'unchanged', number>>
      return { covers: made + unchanged }
    },
    at: {
      'being entered': { done: 'H' },
      confirmed: { done: 'H' },
      'carried over': { done: 'H' },
      issued: { done: 'H' },
    },
  },
  {
    operation: 'POST /classes/{classId}/sheets/{sheet}/send-backs',
    request: sendBack,
    undo: answerOpen,
    at: {
      'being entered': { wrong: 'PVHG' },
      confirmed: { done: 'PVHG' },
      'carried over': { done: 'PVHG' },
      issued: { wrong: 'PVHG' },
    },
  },
  {
    operation: 'POST /send-backs/{sendBackId}/answer',
    request: answer,
    at: {
      'being entered': { absent: 'PVHTAC' },
      confirmed: { done: 'T', wrong: 'PVHAC' },
      'carried over': { done: 'T', wrong: 'PVHAC' },
      issued: { absent: 'PVHTAC' },
    },
  },
  {
    operation: 'POST /entry-orders',
    request: order,
    undo: (way, { body }) => closeOrder(way, (body as { readonly orderId: string }).orderId),
    at: {
      'being entered': { done: 'PQ' },
      confirmed: { done: 'PQ' },
      'carried over': { done: 'PQ' },
      issued: { done: 'PQ' },
    },
  },
  {
    operation: 'POST /entry-orders/{orderId}/close',
    request: async (way) => ({ path: `/entry-orders/${await giveOrder(way)}/close` }),
    at: {
      'being entered': { done: 'PQ' },
      confirmed: { done: 'PQ' },
      'carried over': { done: 'PQ' },
      issued: { done: 'PQ' },
    },
  },
  {
    operation: 'POST /entry-orders/{orderId}/countersignature',
    request: async (way) => {
      const orderId = await giveOrder(way)
      await closeOrder(way, orderId)
      return { path: `/entry-orders/${orderId}/countersignature` }
    },
    at: {
      'being entered': { done: 'P', wrong: 'V' },
      confirmed: { done: 'P', wrong: 'V' },
      'carried over': { done: 'P', wrong: 'V' },
      issued: { done: 'P', wrong: 'V' },
    },
  },
  {
    operation: 'POST /classes/{classId}/corrections/preview',
    request: async (way) => ({ path: `${ofClass}/corrections/preview`, body: await change(way) }),
    at: {
      'being entered': { wrong: 'PVHTA' },
      confirmed: { wrong: 'PVHTA' },
      'carried over': { wrong: 'PVHTA' },
      issued: { done: 'PVHT', wrong: 'A' },
    },
  },
  {
    operation: 'POST /classes/{classId}/corrections',
    request: correction,
    undo: (way, { body }) => refuseCorrection(way, (body as { readonly correctionId: string }).correctionId),
    at: {
      'being entered': { wrong: 'PVHTA' },
      confirmed: { wrong: 'PVHTA' },
      'carried over': { wrong: 'PVHTA' },
      issued: { done: 'PVHT', wrong: 'A' },
    },
  },
  {
    operation: 'POST /corrections/{correctionId}/decision',
    request: decision,
    at: {
      'being entered': { absent: 'PV' },
      confirmed: { absent: 'PV' },
      'carried over': { absent: 'PV' },
      issued: { done: 'P', wrong: 'V' },
    },
  },
  {
    operation: 'POST /signing/sittings/{sittingId}/pause',
    request: async ({ ownSitting }) => ({ path: `/signing/sittings/${await ownSitting()}/pause` }),
    at: {
      'being entered': { absent: 'PVHTAC' },
      confirmed: { absent: 'PVHTAC' },
      'carried over': { done: 'T', wrong: 'PV', absent: 'HAC' },
      issued: { done: 'T', wrong: 'PV', absent: 'HAC' },
    },
  },
  {
    operation: 'POST /signing/sittings/{sittingId}/resume',
    request: async ({ ownSitting }) => ({ path: `/signing/sittings/${await ownSitting()}/resume` }),
    settle: sittingsEnded,
    at: {
      'being entered': { absent: 'PVHTAC' },
      confirmed: { absent: 'PVHTAC' },
      'carried over': { once: 'T', wrong: 'PV', absent: 'HAC' },
      issued: { wrong: 'PVT', absent: 'HAC' },
    },
  },
  {
    operation: 'POST /signing/sittings',
    request: sitting('sign'),
    settle: sittingsEnded,
    at: {
      // The covers of the books.
      'being entered': { once: 'P', wrong: 'VHTAC' },
      confirmed: { wrong: 'PVHTAC' },
      'carried over': { once: 'HA', wrong: 'PVTC' },
      issued: { wrong: 'PVHTAC' },
    },
  },
  {
    operation: 'POST /signing/sittings',
    request: sitting('seal'),
    settle: sittingsEnded,
    at: {
      'being entered': { once: 'C', wrong: 'PVHTA' },
      confirmed: { wrong: 'PVHTAC' },
      'carried over': { wrong: 'PVHTAC' },
      issued: { wrong: 'PVHTAC' },
    },
  },
  {
    operation: 'POST /classes/{classId}/carry-over',
    request: async (way) => ({
      path: `${ofClass}/carry-over`,
      body: { part: 'year', digest: await readDigest(way, 'homeroomTeacher', `${ofClass}/readiness`) },
    }),
    at: {
      'being entered': { wrong: 'H' },
      confirmed: { done: 'H' },
      'carried over': { done: 'H' },
      issued: { done: 'H' },
    },
  },
]
