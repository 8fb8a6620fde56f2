import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  isPermitted,
  isSessionAlive,
  needsOneTimeCodes,
  type Actor,
  type Role,
} from '../../../accounts/index.ts'
import {
  readMemberYears,
  type MemberYear,
  type MemberYears,
} from '../../../adapters/postgres/school/member-roles.ts'
import { findSession, touchSession, type FoundSession } from '../../../adapters/postgres/signin/sessions.ts'
import { educationLevels, type EducationLevel } from '../../../shared/education-level.ts'
import { opaqueCodePattern } from '../../../shared/limits.ts'
import { isSchoolYear, type SchoolYear } from '../../../shared/school-year.ts'
import type { Access } from '../access.ts'
import { createMemoryLimiter, type RateLimiter } from '../limits/rate-limiter.ts'
import { refuseTooMany } from '../limits/too-many.ts'
import type { ProblemCode } from '../problem-kinds.ts'
import { problem, problemType } from '../problems.ts'
import { findToken, takeToken } from './accounts/session-cookie.ts'
import type { SchoolPorts } from './ports.ts'

const actors = new WeakMap<FastifyRequest, Actor>()
const sessions = new WeakMap<FastifyRequest, FoundSession>()

/** Who asks, on a route that states a permission. */
export const getActor = (request: FastifyRequest): Actor => {
  const actor = actors.get(request)
  if (actor === undefined) throw new Error('this route states no permission')
  return actor
}

/** The session of who asks, on every route that is not public. */
export const getSession = (request: FastifyRequest): FoundSession => {
  const session = sessions.get(request)
  if (session === undefined) throw new Error('this route is public')
  return session
}

const answer = (reply: FastifyReply, code: ProblemCode): FastifyReply => {
  const found = problem(code)
  return reply.code(found.status).type(problemType).serializer(JSON.stringify).send(found)
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request that changes something comes from our own pages: the browser says so, or there is none. */
const isFromHere = ({ headers }: FastifyRequest): boolean => {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin, host } = headers
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
}

/** How seldom it is noted that a session is in use, in milliseconds. */
const touchEvery = 60_000

const findLiveSession = async (
  { signin, clock }: SchoolPorts,
  request: FastifyRequest,
  schoolCode: string,
): Promise<FoundSession | undefined> => {
  const token = findToken(request)
  const found = token === undefined ? undefined : await findSession(signin, token, schoolCode)
  const now = clock()
  if (found === undefined || !isSessionAlive(found, now)) return undefined
  if (now.getTime() - found.lastSeenAt.getTime() > touchEvery)
    await touchSession(signin, found.sessionId, now)
  return found
}

interface Address {
  readonly schoolCode?: string
  readonly schoolYear?: string
  readonly level?: string
  readonly classId?: string
  readonly sheet?: string
}

const schoolCodes = new RegExp(`^${opaqueCodePattern}$`, 'u')

/** What the address names. It was not validated yet: what cannot be a school's code is no school's. */
const addressOf = ({ params }: FastifyRequest): Address => {
  const { schoolCode = '', ...more } = (params ?? {}) as Address
  return { ...more, ...(schoolCodes.test(schoolCode) ? { schoolCode } : {}) }
}

const isYear = ({ schoolYear, level }: Address): boolean =>
  schoolYear === undefined ||
  (isSchoolYear(schoolYear) && (educationLevels as readonly (string | undefined)[]).includes(level))

/** The newest school year in all its levels of schooling, or the one that was asked for. */
const newestOf = (years: readonly MemberYear[]): readonly MemberYear[] =>
  years.filter(({ schoolYear }) => schoolYear === years[0]?.schoolYear)

const actorOf = (
  { accountId, fullName, staffCode, isAdministrator }: FoundSession,
  schoolCode: string,
  { tenant, years }: MemberYears,
): Actor => {
  const own: readonly Role[] = isAdministrator ? ['administrator'] : []
  const newest = newestOf(years)
  const year = newest.find(({ roles }) => roles.length > 0) ?? newest[0]
  return {
    accountId,
    fullName,
    schoolCode,
    tenant,
    isAdministrator,
    ...(staffCode === null ? {} : { staffCode }),
    ...(year === undefined ? {} : { schoolYear: year.schoolYear, level: year.level }),
    roles: [...new Set([...newest.flatMap(({ roles }) => roles), ...own])],
    homeroomClasses: newest.flatMap(({ homeroomClasses }) => homeroomClasses),
    teaches: newest.flatMap(({ teaches }) => teaches),
    follows: newest.flatMap(({ follows }) => follows),
  }
}

const yearOf = ({
  schoolYear,
  level,
}: Address): { readonly year?: { readonly schoolYear: string; readonly level: string } } =>
  schoolYear === undefined || level === undefined ? {} : { year: { schoolYear, level } }

/**
 * Who asks, at the school and in the year of the address. A school that they are no member of, one that does not exist
 * and a year that the school does not have are all 'not-found'.
 */
const findActor = async (
  { school }: SchoolPorts,
  session: FoundSession,
  address: Address,
): Promise<Actor | undefined> => {
  const { schoolCode = '' } = address
  if (!session.isMember || !isYear(address)) return undefined
  const found = await readMemberYears(school, {
    schoolCode,
    staffCode: session.staffCode,
    ...yearOf(address),
  })
  const isThere = found !== undefined && (address.schoolYear === undefined || found.years.length > 0)
  return isThere ? actorOf(session, schoolCode, found) : undefined
}

/** Whoever is nothing at the school in that year has no business there. */
const judge = (
  actor: Actor | undefined,
  session: FoundSession,
  access: Exclude<Access, 'public' | 'signed-in'>,
  {
    address: { classId, sheet },
    required,
  }: { readonly address: Address; readonly required: readonly Role[] },
): ProblemCode | undefined => {
  if (actor === undefined) return 'not-found'
  if (!session.hasOneTimeCodes && needsOneTimeCodes(actor.roles, required)) return 'one-time-codes-required'
  const target = { ...(classId === undefined ? {} : { classId }), ...(sheet === undefined ? {} : { sheet }) }
  return actor.roles.length > 0 && isPermitted(actor, access, target) ? undefined : 'not-allowed'
}

/** What a live session may send in a minute: far more than a person types, less than a script could. */
const sendingLimit = { most: 600, windowSeconds: 60 }

type LiveSession = { readonly session: FoundSession } | { readonly refused: ProblemCode }

/** Whose session a request carries, where it may be used for what the request does. */
const admit = async (
  ports: SchoolPorts,
  sent: RateLimiter,
  request: FastifyRequest,
): Promise<LiveSession> => {
  const { schoolCode = '' } = addressOf(request)
  const session = await findLiveSession(ports, request, schoolCode)
  if (session === undefined) return { refused: 'not-signed-in' }
  if (safe.has(request.method)) return { session }
  if (!isFromHere(request)) return { refused: 'not-allowed' }
  const allowance = await sent.take(session.sessionId, ports.clock())
  if (!allowance.isAllowed) throw refuseTooMany('Phiên này đã gửi quá nhiều yêu cầu', allowance.retryAfter)
  return { session }
}

/**
 * Stands before every route of the server, before anything of a body is read: where a route is not public, nobody comes
 * in without a live session, from another site, into a school that is not theirs, or to what no policy allows them.
 */
export const guard = (server: FastifyInstance, ports: SchoolPorts): void => {
  const sent = createMemoryLimiter(sendingLimit)
  server.addHook('onRequest', async (request, reply) => {
    const { access, givesSession } = request.routeOptions.config
    if (givesSession === true && !isFromHere(request)) return answer(reply, 'not-allowed')
    if (access === undefined || access === 'public') return
    const admitted = await admit(ports, sent, request)
    if ('refused' in admitted) {
      if (admitted.refused === 'not-signed-in') takeToken(reply)
      return answer(reply, admitted.refused)
    }
    const { session } = admitted
    sessions.set(request, session)
    if (access === 'signed-in') return
    const address = addressOf(request)
    const actor = await findActor(ports, session, address)
    const refused = judge(actor, session, access, { address, required: ports.oneTimeCodesFor })
    if (refused !== undefined || actor === undefined) return answer(reply, refused ?? 'not-found')
    actors.set(request, actor)
  })
}

/** What the address named, for those who need it typed. */
export type SchoolAddress = {
  readonly schoolCode: string
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
}
