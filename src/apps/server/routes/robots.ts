import type { FastifyInstance } from 'fastify'

/** /robots.txt: nothing here is for search engines (nothing about pupils is to be indexed). */
export const addRobots = (server: FastifyInstance): void => {
  server.get('/robots.txt', { config: { access: 'public' } }, (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send('User-agent: *\nDisallow: /\n'),
  )
}
