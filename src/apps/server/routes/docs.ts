import type { FastifyInstance } from 'fastify'
import { problemKinds } from '../problem-kinds.ts'
import { styleOfDocs, writeDocs } from '../views/docs-page.ts'

/** /api/docs: what the API can do, for machines (OpenAPI 3.1) and for people, and every kind of problem. */
export const addDocs = (server: FastifyInstance): void => {
  const config = { access: 'public' } as const
  const schema = { hide: true }
  server.get('/api/docs/openapi.json', { config, schema }, () => server.swagger())
  server.get('/api/docs/page.css', { config, schema }, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(styleOfDocs),
  )
  for (const path of ['/api/docs', '/api/docs/problems'])
    server.get(path, { config, schema }, (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(writeDocs(server.swagger(), problemKinds)),
    )
}
