import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sessionLife } from '../../../../accounts/index.ts'
import { addSession } from '../../../../adapters/postgres/signin/sessions.ts'
import type { SchoolPorts } from '../ports.ts'
import { drawToken, findToken, giveToken } from './session-cookie.ts'

/** 'Chrome · Windows' of what a browser says of itself: enough to tell one's own devices apart. */
export const describeDevice = (userAgent: string): string => {
  const browser = /Edg\//.test(userAgent)
    ? 'Edge'
    : /Firefox\//.test(userAgent)
      ? 'Firefox'
      : /Chrom(e|ium)\//.test(userAgent)
        ? 'Chrome'
        : /Safari\//.test(userAgent)
          ? 'Safari'
          : 'Trình duyệt khác'
  const system = /Android/.test(userAgent)
    ? 'Android'
    : /iPhone|iPad/.test(userAgent)
      ? 'iOS'
      : /Windows/.test(userAgent)
        ? 'Windows'
        : /Mac OS/.test(userAgent)
          ? 'macOS'
          : /Linux/.test(userAgent)
            ? 'Linux'
            : 'hệ điều hành khác'
  return `${browser} · ${system}`
}

/** A session that was just opened. */
export interface OpenedSession {
  readonly sessionId: string
  readonly expiresAt: Date
}

/**
 * Opens a new session for an account, in place of the one the request came with; undefined where the password that was
 * proved no longer counts.
 */
export const openSession = async (
  { signin, clock }: SchoolPorts,
  request: FastifyRequest,
  reply: FastifyReply,
  { accountId, passwordHash }: { readonly accountId: string; readonly passwordHash?: string | null },
): Promise<OpenedSession | undefined> => {
  const now = clock()
  const expiresAt = new Date(now.getTime() + sessionLife.whole)
  const sessionId = randomUUID()
  const replaces = findToken(request)
  const { token, sha256 } = drawToken()
  const isKept = await addSession(signin, {
    sessionId,
    tokenSha256: sha256,
    accountId,
    startedAt: now,
    expiresAt,
    device: describeDevice(request.headers['user-agent'] ?? ''),
    ...(passwordHash === undefined ? {} : { passwordHash }),
    ...(replaces === undefined ? {} : { replaces }),
  })
  if (!isKept) return undefined
  giveToken(reply, token, expiresAt)
  return { sessionId, expiresAt }
}
