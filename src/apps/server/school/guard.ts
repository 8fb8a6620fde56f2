import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  isPermitted,
  isSessionAlive,
  needsOneTimeCodes,
  type Actor,
  type Role,
} from '../../../accounts/index.ts'
import { readMemberYears, type MemberYears } from '../../../adapters/postgres/school/member-roles.ts'
import { findSession, touchSession, type FoundSession } from '../../../adapters/postgres/signin/sessions.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import type { Access } from '../access.ts'
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

const actorOf = (
  { accountId, fullName, staffCode, isAdministrator }: FoundSession,
  schoolCode: string,
  { tenant, years: [year] }: MemberYears,
): Actor => {
  const own: readonly Role[] = isAdministrator ? ['administrator'] : []
  return {
    accountId,
    fullName,
    schoolCode,
    tenant,
    isAdministrator,
    ...(staffCode === null ? {} : { staffCode }),
    ...(year === undefined ? {} : { schoolYear: year.schoolYear, level: year.level }),
    roles: [...(year?.roles ?? []), ...own],
    homeroomClasses: year?.homeroomClasses ?? [],
    teaches: year?.teaches ?? [],
    follows: year?.follows ?? [],
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
  if (!session.isMember) return undefined
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

/**
 * Stands before every route of the server that is not public: nobody comes in without a live session, from another
 * site, into a school that is not theirs, or to what no policy allows them.
 */
export const guard = (server: FastifyInstance, ports: SchoolPorts): void => {
  server.addHook('preValidation', async (request, reply) => {
    const access = request.routeOptions.config.access
    if (access === undefined || access === 'public') return
    const address = (request.params ?? {}) as Address
    const session = await findLiveSession(ports, request, address.schoolCode ?? '')
    if (session === undefined) {
      takeToken(reply)
      return answer(reply, 'not-signed-in')
    }
    if (!safe.has(request.method) && !isFromHere(request)) return answer(reply, 'not-allowed')
    sessions.set(request, session)
    if (access === 'signed-in') return
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
