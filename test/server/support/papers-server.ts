import fastify, { type FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { isPermitted, type Actor, type Permission } from '../../../src/accounts/index.ts'
import { demandAccess } from '../../../src/apps/server/access.ts'
import { addContentTypes } from '../../../src/apps/server/content-types.ts'
import { answerErrors } from '../../../src/apps/server/errors.ts'
import { problem, problemType } from '../../../src/apps/server/problems.ts'
import { addSchemas } from '../../../src/apps/server/schemas/add-schemas.ts'
import { gradebookSchemas } from '../../../src/apps/server/school/gradebook/schemas.ts'
import { addPapers } from '../../../src/apps/server/school/papers/index.ts'
import { createPress } from '../../../src/apps/server/school/papers/press.ts'
import type { SchoolPorts } from '../../../src/apps/server/school/ports.ts'

/** The routes of papers alone; who asks is for the test to say (it stands in for the guard). Bugs are kept. */
export const openPapersServer = (
  ports: Pick<SchoolPorts, 'school' | 'clock'>,
  actorOf: () => Actor,
): { readonly server: FastifyInstance; readonly bugs: readonly unknown[] } => {
  const bugs: unknown[] = []
  const server = fastify({ ajv: { customOptions: { coerceTypes: false, removeAdditional: false } } })
  server.setErrorHandler(answerErrors((_instance, _route, error) => void bugs.push(error)))
  demandAccess(server)
  addContentTypes(server)
  addSchemas(server)
  for (const schema of gradebookSchemas) server.addSchema(schema)
  server.addHook('preHandler', async (request, reply) => {
    const actor = actorOf()
    const target = request.params as { readonly classId?: string; readonly sheet?: string }
    if (!isPermitted(actor, request.routeOptions.config.access as Permission, target))
      await reply.code(403).type(problemType).send(problem('not-allowed'))
  })
  void server.register((scope, _options, done) => {
    addPapers(scope.withTypeProvider<TypeBoxTypeProvider>(), ports as SchoolPorts, createPress())
    done()
  })
  return { server, bugs }
}
