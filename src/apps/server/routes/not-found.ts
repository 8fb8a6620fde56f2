import type { FastifyInstance, HTTPMethods } from 'fastify'
import { problem, problemType } from '../problems.ts'
import { notFoundPage } from '../views/not-found-page.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const satisfies readonly HTTPMethods[]

/** Null where nothing is there, whatever the library's types say. */
const findRoute = (server: FastifyInstance, method: HTTPMethods, url: string): object | null =>
  server.findRoute({ method, url })

/** Which methods an address does have. */
const listMethods = (server: FastifyInstance, url: string): readonly string[] =>
  methods.filter((method) => findRoute(server, method, url) !== null)

/** A browser says that it reads HTML; programs that use the API do not. */
const isForPerson = (accept: string | undefined, path: string): boolean =>
  accept?.includes('text/html') === true && !path.startsWith('/api/')

/** Addresses that are not there: 404; known addresses by another method: 405, or what OPTIONS asks for. */
export const addNotFound = (server: FastifyInstance): void => {
  server.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?')
    const allowed = listMethods(server, path)
    if (allowed.length === 0 && isForPerson(request.headers.accept, path))
      return reply.code(404).type('text/html; charset=utf-8').send(notFoundPage)
    if (allowed.length === 0) return reply.code(404).type(problemType).send(problem('not-found'))
    reply.header('allow', [...allowed, 'OPTIONS'].join(', '))
    if (request.method === 'OPTIONS') return reply.code(204).send()
    return reply.code(405).type(problemType).send(problem('method-not-allowed'))
  })
}
