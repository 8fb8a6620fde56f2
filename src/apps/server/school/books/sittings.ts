import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import type { Actor } from '../../../../accounts/index.ts'
import {
  pauseSitting,
  resumeSitting,
  type SittingDetail,
} from '../../../../adapters/postgres/books/sittings.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { answering, notFound } from '../gradebook/answers.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { SittingDetailSchema, SittingParams } from './signing-schemas.ts'
import { findVisible, mayRun, noDesk, sittingsAddress, type SittingAddress } from './sitting-access.ts'
import { streamSitting } from './sitting-events.ts'
import type { SittingRunner } from './sitting-runner.ts'

const oneSitting = `${sittingsAddress}/:sittingId`

/** The routes of one sitting: how far it is, at once and as it goes on; stopping it and letting it go on. */
export const addSittings = (api: Api, ports: SchoolPorts, runner: SittingRunner | undefined): void => {
  addGetSitting(api, ports)
  addWatchSitting(api, ports, runner)
  addPauseSitting(api, ports)
  addResumeSitting(api, ports, runner)
}

const addGetSitting = (api: Api, ports: SchoolPorts): void => {
  api.get(
    oneSitting,
    {
      config: { access: 'books.sign' },
      schema: {
        operationId: 'getSitting',
        summary: 'How far a sitting is, and what it did not sign',
        tags: ['books'],
        params: SittingParams,
        response: {
          200: answering<SittingDetail>(SittingDetailSchema),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    async (request, reply) =>
      (await findVisible(ports, getActor(request), request.params)) ?? notFound(reply),
  )
}

const events = {
  description:
    'One event whenever the sitting has changed: data is a SittingDetail. It ends with the sitting.',
  content: { 'text/event-stream': { schema: Type.String() } },
}

/** GET …/events: Server-Sent Events. Who watches is judged when the watch begins, and again with each new one. */
const addWatchSitting = (api: Api, ports: SchoolPorts, runner: SittingRunner | undefined): void => {
  const closing = new AbortController()
  api.addHook('preClose', (done) => {
    closing.abort()
    done()
  })
  api.get(
    `${oneSitting}/events`,
    {
      config: { access: 'books.sign' },
      schema: {
        operationId: 'watchSitting',
        summary: 'A sitting as it goes on',
        tags: ['books'],
        params: SittingParams,
        response: { 200: events, ...problemAnswers(400, 401, 403, 404, 500) },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const read = () => findVisible(ports, actor, request.params)
      if ((await read()) === undefined) return notFound(reply)
      const { sittingId } = request.params
      const signal = AbortSignal.any([closing.signal, goneSignal(reply)])
      const changed = (until: AbortSignal): Promise<void> =>
        runner?.changed(sittingId, until) ?? new Promise(() => undefined)
      return reply
        .header('connection', 'close')
        .type('text/event-stream; charset=utf-8')
        .send(streamSitting({ read, changed, signal }))
    },
  )
}

/** Ends when whoever asked is gone. */
const goneSignal = (reply: FastifyReply): AbortSignal => {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    gone.abort()
  })
  return gone.signal
}

/** The sitting, if it may be stopped and let go on by whoever asks; who may only look is refused. */
const findOwn = async (
  ports: SchoolPorts,
  actor: Actor,
  address: SittingAddress,
): Promise<SittingDetail | undefined> => {
  const found = await findVisible(ports, actor, address)
  if (found !== undefined && !mayRun(actor, found))
    throw new Refusal(
      'act-not-available',
      `Phiên này của ${found.byName}: chỉ người ấy tạm dừng hoặc tiếp tục được.`,
    )
  return found
}

const changing = (operationId: string, summary: string) =>
  ({
    config: { access: 'books.sign' },
    schema: {
      operationId,
      summary,
      tags: ['books'],
      params: SittingParams,
      response: {
        200: answering<SittingDetail>(SittingDetailSchema),
        ...problemAnswers(400, 401, 403, 404, 409, 500),
      },
    },
  }) as const

const addPauseSitting = (api: Api, ports: SchoolPorts): void => {
  api.post(
    `${oneSitting}/pause`,
    changing('pauseSitting', 'Stop a sitting after the reports it is at'),
    async (request, reply) => {
      const actor = getActor(request)
      const found = await findOwn(ports, actor, request.params)
      if (found === undefined) return notFound(reply)
      await pauseSitting(ports.school, { tenant: actor.tenant, sittingId: found.sittingId })
      return (await findVisible(ports, actor, request.params)) ?? notFound(reply)
    },
  )
}

const addResumeSitting = (api: Api, ports: SchoolPorts, runner: SittingRunner | undefined): void => {
  api.post(
    `${oneSitting}/resume`,
    changing('resumeSitting', 'Let a paused sitting go on'),
    async (request, reply) => {
      const actor = getActor(request)
      const found = await findOwn(ports, actor, request.params)
      if (found === undefined) return notFound(reply)
      if (runner === undefined) throw new Refusal('key-not-available', noDesk)
      const key = { tenant: actor.tenant, sittingId: found.sittingId }
      await resumeSitting(ports.school, key)
      runner.start(key)
      return (await findVisible(ports, actor, request.params)) ?? notFound(reply)
    },
  )
}
