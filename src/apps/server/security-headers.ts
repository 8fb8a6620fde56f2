import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Everything from this server, nothing inline; the camera's picture is a blob, a photo of a QR code may be data. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "font-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** On every answer, whatever it is. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow, noarchive',
}

/** A page that needs a nonce brings a policy of its own. */
const policyHeader = 'content-security-policy'

/** The policy with one nonce for style elements: for pages of a library that cannot do without. */
export const policyWithNonce = (nonce: string): string =>
  contentSecurityPolicy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)

/** Answers about persons stay in no cache; a page's own files may say otherwise. */
const usualCaching = 'no-store'

const isOverTls = ({ protocol }: FastifyRequest): boolean => protocol === 'https'

/** Adds the headers to every answer of the server, errors and unknown addresses too. */
export const addSecurityHeaders = (server: FastifyInstance): void => {
  server.addHook('onSend', (request, reply, payload, done) => {
    const ownPolicy = reply.getHeader(policyHeader)
    reply.headers(securityHeaders)
    if (ownPolicy !== undefined) reply.header(policyHeader, ownPolicy)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', usualCaching)
    if (isOverTls(request)) reply.header('strict-transport-security', 'max-age=31536000')
    done(null, payload)
  })
}
