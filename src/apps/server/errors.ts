import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Socket } from 'node:net'
import { problem, problemOf, problemType, type Problem } from './problems.ts'
import { securityHeaders } from './security-headers.ts'

/** Tells whoever runs the server of a bug: by the name in the answer, with the route but never what was asked. */
export type ReportBug = (instance: string, route: string, error: unknown) => void

const send = (reply: FastifyReply, found: Problem): FastifyReply => {
  if (found.retryAfter !== undefined) reply.header('retry-after', String(found.retryAfter))
  return reply.code(found.status).type(problemType).serializer(JSON.stringify).send(found)
}

/** Answers every error with its problem, and reports those that are nobody's fault but ours. */
export const answerErrors =
  (report: ReportBug) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const found = problemOf(error)
    const route = `${request.method} ${request.routeOptions.url ?? ''}`
    if (found.instance !== undefined) report(found.instance, route, error)
    return send(reply, found)
  }

const brokenRequests: Readonly<Record<string, Problem>> = {
  ERR_HTTP_REQUEST_TIMEOUT: problem('too-slow'),
  HPE_HEADER_OVERFLOW: problem('head-too-large'),
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}

/** Answers what is not even HTTP, or came too slowly, and closes. */
export const answerBrokenRequest = (error: Error & { readonly code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const found = brokenRequests[error.code ?? ''] ?? problem('malformed-request')
  const body = JSON.stringify(found)
  const headers = {
    ...securityHeaders,
    'content-type': problemType,
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end([`HTTP/1.1 ${found.status} ${reasons[found.status] ?? ''}`, ...lines, '', body].join('\r\n'))
}
