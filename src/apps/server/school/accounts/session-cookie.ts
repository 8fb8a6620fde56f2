import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Only over TLS or on this very machine, for this server alone, and out of reach of scripts. */
const name = '__Host-hocba'

const digestOf = (token: string): Uint8Array => createHash('sha256').update(token).digest()

/** The SHA-256 of the session's token that a request carries. */
export const findToken = (request: FastifyRequest): Uint8Array | undefined => {
  const token = request.cookies[name]
  return token === undefined || token === '' ? undefined : digestOf(token)
}

/** Gives the browser a new random token, and gives its SHA-256. */
export const giveToken = (reply: FastifyReply, expiresAt: Date): Uint8Array => {
  const token = randomBytes(32).toString('base64url')
  reply.setCookie(name, token, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    expires: expiresAt,
  })
  return digestOf(token)
}

/** Takes the token back. */
export const takeToken = (reply: FastifyReply): void => {
  reply.clearCookie(name, { path: '/', secure: true, httpOnly: true, sameSite: 'lax' })
}
