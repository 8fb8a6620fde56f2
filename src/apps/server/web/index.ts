import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { policyWithNonce } from '../security-headers.ts'
import { webFolder } from './build.ts'

/** Under which address the school's pages are. */
export const webPath = '/truong/'

const forGood = 'public, max-age=31536000, immutable'

/** The one HTML file, with a nonce of its own each time for the library's style elements. */
const sendIndex = (reply: FastifyReply, html: string): FastifyReply => {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .header('content-security-policy', policyWithNonce(nonce))
    .type('text/html; charset=utf-8')
    .send(html.replace('%NONCE%', nonce))
}

/** Serves built pages: assets by their names for good, every other address the page itself. */
export const serveWeb =
  (folder: string) =>
  async (server: FastifyInstance): Promise<void> => {
    const html = await readFile(join(folder, 'index.html'), 'utf8')
    const config = { access: 'public' } as const
    await server.register(fastifyStatic, {
      root: join(folder, 'assets'),
      serve: false,
      preCompressed: true,
      index: false,
      cacheControl: false,
      setHeaders: (reply) => {
        reply.header('cache-control', forGood)
      },
    })
    server.get<{ Params: { '*': string } }>(`${webPath}assets/*`, { config }, (request, reply) =>
      reply.sendFile(request.params['*']),
    )
    server.get('/truong', { config }, (_request, reply) => reply.redirect(webPath, 301))
    server.get(webPath, { config }, (_request, reply) => sendIndex(reply, html))
    server.get(`${webPath}*`, { config }, (_request, reply) => sendIndex(reply, html))
  }

/** Serves the school's pages as `npm start` builds them. */
export const web = serveWeb(webFolder)
