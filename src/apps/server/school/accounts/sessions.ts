import { Type } from 'typebox'
import { endSessions, listSessions } from '../../../../adapters/postgres/signin/sessions.ts'
import { isSessionAlive } from '../../../../accounts/index.ts'
import { addressKey } from '../../limits/address-key.ts'
import { createMemoryLimiter } from '../../limits/rate-limiter.ts'
import type { Api } from '../../routes/api.ts'
import { problem, problemType } from '../../problems.ts'
import { problemAnswers, refTo } from '../../schemas/shared.ts'
import { maxFormBytes } from '../../settings.ts'
import { getSession } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { describeMe } from './describe-me.ts'
import { openSession } from './open-session.ts'
import { MeSchema, SessionsSchema, SignInSchema } from './schemas.ts'
import { takeToken } from './session-cookie.ts'
import { recognize } from './sign-in.ts'

const done = { 204: Type.Null({ description: 'Done.' }) }

/** Wrong passwords from one address: a whole school may stand behind it, a list of names may be tried from it. */
const failureLimit = { most: 100, windowSeconds: 600 }

/** POST /api/v1/sessions: sign in (đăng nhập). */
const addSignIn = (api: Api, ports: SchoolPorts): void => {
  const failures = createMemoryLimiter(failureLimit)
  api.post(
    '/api/v1/sessions',
    {
      config: { access: 'public', givesSession: true },
      bodyLimit: maxFormBytes,
      schema: {
        operationId: 'signIn',
        summary: 'Sign in; the session comes as a cookie',
        description:
          'An unknown name and a wrong password are one answer. Where the account has one-time codes and none was sent, the problem says so.',
        tags: ['account'],
        body: SignInSchema,
        response: { 201: refTo(MeSchema), ...problemAnswers(400, 401, 403, 413, 415, 429, 500) },
      },
    },
    async (request, reply) => {
      const outcome = await recognize(ports, request.body, { address: addressKey(request.ip), failures })
      if ('problem' in outcome) return reply.code(401).type(problemType).send(problem(outcome.problem))
      const { accountId, passwordHash } = outcome.account
      const session = await openSession(ports, request, reply, { accountId, passwordHash })
      if (session === undefined) return reply.code(401).type(problemType).send(problem('sign-in-failed'))
      return reply.code(201).send(await describeMe(ports, accountId, session))
    },
  )
}

/** GET /api/v1/me: who is signed in. */
const addGetMe = (api: Api, ports: SchoolPorts): void => {
  api.get(
    '/api/v1/me',
    {
      config: { access: 'signed-in' },
      schema: {
        operationId: 'getMe',
        summary: 'Who is signed in, and what they are at which schools',
        tags: ['account'],
        response: { 200: refTo(MeSchema), ...problemAnswers(401, 500) },
      },
    },
    (request) => {
      const session = getSession(request)
      return describeMe(ports, session.accountId, session)
    },
  )
}

/** DELETE /api/v1/sessions/current: sign out (đăng xuất); without a session too, that is done already. */
const addSignOut = (api: Api, { signin }: SchoolPorts): void => {
  api.delete(
    '/api/v1/sessions/current',
    {
      config: { access: 'signed-in' },
      schema: {
        operationId: 'signOut',
        summary: 'End the present session',
        tags: ['account'],
        response: { ...done, ...problemAnswers(401, 403, 500) },
      },
    },
    async (request, reply) => {
      const { accountId, sessionId } = getSession(request)
      await endSessions(signin, accountId, { only: sessionId })
      takeToken(reply)
      return reply.code(204).send(null)
    },
  )
}

/** GET /api/v1/sessions: where one is signed in. */
const addListSessions = (api: Api, { signin, clock }: SchoolPorts): void => {
  api.get(
    '/api/v1/sessions',
    {
      config: { access: 'signed-in' },
      schema: {
        operationId: 'listSessions',
        summary: 'One’s own sessions',
        tags: ['account'],
        response: { 200: SessionsSchema, ...problemAnswers(401, 500) },
      },
    },
    async (request) => {
      const { accountId, sessionId } = getSession(request)
      const now = clock()
      const sessions = (await listSessions(signin, accountId)).filter((one) => isSessionAlive(one, now))
      return {
        sessions: sessions.map((session) => ({
          sessionId: session.sessionId,
          startedAt: session.startedAt.toISOString(),
          lastSeenAt: session.lastSeenAt.toISOString(),
          device: session.device,
          isCurrent: session.sessionId === sessionId,
        })),
      }
    },
  )
}

/** DELETE /api/v1/sessions/:sessionId and /api/v1/sessions: end one session, or all but this one. */
const addEndSessions = (api: Api, { signin }: SchoolPorts): void => {
  api.delete(
    '/api/v1/sessions/:sessionId',
    {
      config: { access: 'signed-in' },
      schema: {
        operationId: 'endSession',
        summary: 'End one of one’s own sessions',
        tags: ['account'],
        params: Type.Object({ sessionId: Type.String({ format: 'uuid' }) }),
        response: { ...done, ...problemAnswers(400, 401, 403, 500) },
      },
    },
    async (request, reply) => {
      await endSessions(signin, getSession(request).accountId, { only: request.params.sessionId })
      return reply.code(204).send(null)
    },
  )
  api.delete(
    '/api/v1/sessions',
    {
      config: { access: 'signed-in' },
      schema: {
        operationId: 'signOutEverywhere',
        summary: 'End all of one’s other sessions',
        tags: ['account'],
        response: { ...done, ...problemAnswers(401, 403, 500) },
      },
    },
    async (request, reply) => {
      const { accountId, sessionId } = getSession(request)
      await endSessions(signin, accountId, { but: sessionId })
      return reply.code(204).send(null)
    },
  )
}

/** The routes of sessions (phiên làm việc). */
export const addSessions = (api: Api, ports: SchoolPorts): void => {
  addSignIn(api, ports)
  addGetMe(api, ports)
  addSignOut(api, ports)
  addListSessions(api, ports)
  addEndSessions(api, ports)
}
