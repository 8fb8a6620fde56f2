import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { isPermitted } from '../../../../accounts/index.ts'
import { beginSitting } from '../../../../adapters/postgres/books/begin-sitting.ts'
import {
  planSitting,
  type PlanRequest,
  type SittingKind,
  type SittingPlan,
} from '../../../../adapters/postgres/books/plan-sitting.ts'
import { listSittings, type SittingView } from '../../../../adapters/postgres/books/sittings.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { answering } from '../gradebook/answers.ts'
import { YearParams } from '../gradebook/schemas.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import {
  BeginSchema,
  BegunSchema,
  SigningPlanSchema,
  signingSchemas,
  SittingKindSchema,
  SittingsSchema,
} from './signing-schemas.ts'
import { noDesk, requestOf, scopeOf, seesAll, signingAddress, sittingsAddress } from './sitting-access.ts'
import { createSittingRunner, type SittingRunner } from './sitting-runner.ts'
import { addSittings } from './sittings.ts'

/** A plan as the page gets it. */
interface PlanAnswer extends SittingPlan {
  readonly canBegin: boolean
  readonly why: string | null
  readonly unfinished: SittingView | null
}

/** The routes of sittings (phiên kí, phiên đóng dấu). With a desk they run in the background of this server. */
export const addSigning = (api: Api, ports: SchoolPorts): void => {
  for (const schema of signingSchemas) api.addSchema(schema)
  const runner = runInBackground(api, ports)
  addGetPlan(api, ports)
  addBeginSitting(api, ports, runner)
  addListSittings(api, ports)
  addSittings(api, ports, runner)
}

const runInBackground = (
  api: Api,
  { school, desk, clock, report }: SchoolPorts,
): SittingRunner | undefined => {
  if (desk === undefined) return undefined
  const tell = (error: unknown): void => report?.(`urn:uuid:${randomUUID()}`, 'sitting', error)
  const runner = createSittingRunner({ school, desk, clock, report: tell })
  api.addHook('onReady', () => runner.look())
  // Before the database goes: what is under way is finished, nothing else begun.
  api.addHook('preClose', () => runner.close())
  return runner
}

const addGetPlan = (api: Api, { school, clock, desk }: SchoolPorts): void => {
  api.get(
    signingAddress,
    {
      config: { access: 'books.sign' },
      schema: {
        operationId: 'getSigningPlan',
        summary: 'What whoever asks may sign or seal now, and what not yet',
        tags: ['books'],
        params: YearParams,
        querystring: Type.Object({ kind: Type.Optional(SittingKindSchema) }),
        response: {
          200: answering<PlanAnswer>(SigningPlanSchema),
          ...problemAnswers(400, 401, 403, 404, 409, 500),
        },
      },
    },
    async (request) => {
      const { kind = 'sign' } = request.query
      const wanted = requestOf(getActor(request), request.params, kind, clock())
      const plan = await planSitting(school, wanted)
      const unfinished = await findUnfinished(school, wanted)
      const why = desk === undefined ? noDesk : unfinished === null ? null : 'Phiên trước chưa xong.'
      return { ...plan, canBegin: why === null && plan.eligible > 0, why, unfinished }
    },
  )
}

const findUnfinished = async (
  school: SchoolPorts['school'],
  { kind, staffCode, ...scope }: PlanRequest,
): Promise<SittingView | null> => {
  const found = await listSittings(
    school,
    scope,
    kind === 'seal' ? { kinds: ['seal'] } : { kinds: [], staffCode },
  )
  return found.find((one) => one.kind === kind && one.state !== 'ended') ?? null
}

const addBeginSitting = (
  api: Api,
  { school, clock }: SchoolPorts,
  runner: SittingRunner | undefined,
): void => {
  api.post(
    sittingsAddress,
    {
      config: { access: 'books.sign' },
      schema: {
        operationId: 'beginSitting',
        summary: 'Begin a sitting over what the plan showed',
        description:
          'Refused where the plan has changed since. The same start again, while the sitting is unfinished, gives the same number.',
        tags: ['books'],
        params: YearParams,
        body: BeginSchema,
        response: {
          200: answering<{ readonly sittingId: string }>(BegunSchema),
          ...problemAnswers(400, 401, 403, 404, 409, 413, 415, 500),
        },
      },
    },
    async (request) => {
      const actor = getActor(request)
      const { kind, classIds, leaveOut, digest } = request.body
      const wanted = requestOf(actor, request.params, kind, clock())
      if (runner === undefined) throw new Refusal('key-not-available', noDesk)
      const { accountId, fullName } = actor
      const start = { ...wanted, sittingId: randomUUID(), classIds, leaveOut, digest }
      const sittingId = await beginSitting(school, { ...start, account: { accountId, fullName } })
      runner.start({ tenant: actor.tenant, sittingId })
      return { sittingId }
    },
  )
}

const addListSittings = (api: Api, { school }: SchoolPorts): void => {
  api.get(
    sittingsAddress,
    {
      config: { access: 'books.sign' },
      schema: {
        operationId: 'listSittings',
        summary: 'The sittings that whoever asks may look at, latest first',
        tags: ['books'],
        params: YearParams,
        response: {
          200: answering<{ readonly sittings: readonly SittingView[] }>(SittingsSchema),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    async (request) => {
      const actor = getActor(request)
      const kinds: readonly SittingKind[] = isPermitted(actor, 'books.seal', {}) ? ['seal'] : []
      const filter = seesAll(actor) ? {} : { kinds, staffCode: actor.staffCode ?? '' }
      return { sittings: await listSittings(school, scopeOf(actor, request.params), filter) }
    },
  )
}
