import {
  closeEntryOrder,
  giveEntryOrder,
  listEntryOrders,
} from '../../../../adapters/postgres/books/entry-orders.ts'
import {
  countersignOrder,
  listOrderWritings,
  type OrderWritings,
} from '../../../../adapters/postgres/books/order-writings.ts'
import type { EntryOrder } from '../../../../adapters/postgres/books/stored-orders.ts'
import { isSheetName } from '../../../../gradebook/index.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { Api } from '../../routes/api.ts'
import { answering } from '../gradebook/answers.ts'
import { YearParams } from '../gradebook/schemas.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { yearAddress } from '../set-up/places.ts'
import { readAnswers, writeAnswers } from '../set-up/writing.ts'
import {
  EntryOrderBody,
  EntryOrderListSchema,
  EntryOrderSchema,
  OrderParams,
  OrderWritingsSchema,
} from './open-again-schemas.ts'
import { scopeOf } from './sitting-access.ts'

const ordersAddress = `${yearAddress}/entry-orders`

/** The routes of orders that open what is closed (lệnh mở sổ). */
export const addEntryOrders = (api: Api, ports: SchoolPorts): void => {
  addListOrders(api, ports)
  addGiveOrder(api, ports)
  addCloseOrder(api, ports)
  addListWritings(api, ports)
  addCountersign(api, ports)
}

const answer = answering<EntryOrder>(EntryOrderSchema)

const addListOrders = (api: Api, { school, clock }: SchoolPorts): void => {
  api.get(
    ordersAddress,
    {
      config: { access: 'year.read' },
      schema: {
        operationId: 'listEntryOrders',
        summary: 'Orders that open the gradebook, newest first',
        tags: ['books'],
        params: YearParams,
        response: {
          200: answering<{ readonly orders: readonly EntryOrder[] }>(EntryOrderListSchema),
          ...readAnswers,
        },
      },
    },
    async (request) => {
      const scope = scopeOf(getActor(request), request.params)
      return { orders: await listEntryOrders(school, scope, { now: clock() }) }
    },
  )
}

const addGiveOrder = (api: Api, { school, clock }: SchoolPorts): void => {
  api.post(
    ordersAddress,
    {
      config: { access: 'entry.order' },
      schema: {
        operationId: 'giveEntryOrder',
        summary: 'Open what is closed, from now until an end at most 31 days away',
        description:
          'By the principal, or an administrator who quotes the principal’s order. Issued books stay closed.',
        tags: ['books'],
        params: YearParams,
        body: EntryOrderBody,
        response: { 200: answer, ...writeAnswers },
      },
    },
    (request) => {
      const actor = getActor(request)
      const { sheet, endsAt, ...wanted } = request.body
      if (sheet !== null && !isSheetName(sheet))
        throw new Refusal('input-not-accepted', `Mục 'Trang sổ': không có trang '${sheet}' → chọn lại.`)
      const order = { ...wanted, sheet, endsAt: new Date(endsAt) }
      return giveEntryOrder(school, scopeOf(actor, request.params), order, { actor, now: clock() })
    },
  )
}

const addCloseOrder = (api: Api, { school, clock }: SchoolPorts): void => {
  api.post(
    `${ordersAddress}/:orderId/close`,
    {
      config: { access: 'entry.order' },
      schema: {
        operationId: 'closeEntryOrder',
        summary: 'Close an order before its end',
        tags: ['books'],
        params: OrderParams,
        response: { 200: answer, ...writeAnswers },
      },
    },
    (request) => {
      const actor = getActor(request)
      const scope = scopeOf(actor, request.params)
      return closeEntryOrder(school, scope, request.params.orderId, { actor, now: clock() })
    },
  )
}

const addListWritings = (api: Api, { school, clock }: SchoolPorts): void => {
  api.get(
    `${ordersAddress}/:orderId/writings`,
    {
      config: { access: 'entry.countersign' },
      schema: {
        operationId: 'listOrderWritings',
        summary: 'Every cell written under an order: from what to what, by whom',
        tags: ['books'],
        params: OrderParams,
        response: { 200: answering<OrderWritings>(OrderWritingsSchema), ...readAnswers },
      },
    },
    (request) => {
      const scope = scopeOf(getActor(request), request.params)
      return listOrderWritings(school, scope, request.params.orderId, { now: clock() })
    },
  )
}

const addCountersign = (api: Api, { school, clock }: SchoolPorts): void => {
  api.post(
    `${ordersAddress}/:orderId/countersignature`,
    {
      config: { access: 'entry.countersign' },
      schema: {
        operationId: 'countersignEntryOrder',
        summary: 'Confirm having looked at what was written under an order that has ended',
        tags: ['books'],
        params: OrderParams,
        response: { 200: answer, ...writeAnswers },
      },
    },
    (request) => {
      const actor = getActor(request)
      const scope = scopeOf(actor, request.params)
      return countersignOrder(school, scope, request.params.orderId, { actor, now: clock() })
    },
  )
}
