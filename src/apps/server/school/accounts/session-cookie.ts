import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Only over TLS or on this very machine, for this server alone, and out of reach of scripts. */
const name = '__Host-hocba'

const digestOf = (token: string): Uint8Array => createHash('sha256').update(token).digest()

/** The SHA-256 of the session's token that a request carries. */
export const findToken = (request: FastifyRequest): Uint8Array | undefined => {
  const { cookie } = request.headers
  const token = cookie === undefined ? undefined : request.server.parseCookie(cookie)[name]
  return token === undefined || token === '' ? undefined : digestOf(token)
}

/** A new token of 256 random bits, and its SHA-256. */
export const drawToken = (): { readonly token: string; readonly sha256: Uint8Array } => {
  const token = randomBytes(32).toString('base64url')
  return { token, sha256: digestOf(token) }
}

/** Gives the browser a token. */
export const giveToken = (reply: FastifyReply, token: string, expiresAt: Date): void => {
  reply.setCookie(name, token, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    expires: expiresAt,
  })
}

/** Takes the token back. */
export const takeToken = (reply: FastifyReply): void => {
  reply.clearCookie(name, { path: '/', secure: true, httpOnly: true, sameSite: 'lax' })
}
