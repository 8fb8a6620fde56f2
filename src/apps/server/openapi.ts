import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'

/** How the API is described; only routes with a tag belong to it, pages do not. */
export const openApiOptions: FastifyDynamicSwaggerOptions = {
  hideUntagged: true,
  refResolver: {
    buildLocalReference: ({ $id }, _base, _fragment, index) =>
      typeof $id === 'string' ? $id : `schema-${index}`,
  },
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Tra cứu và xác thực học bạ số',
      version: '1',
      description:
        'Looks report books up by code and verifies files. Errors are RFC 9457 problems, described at /api/docs/problems.',
    },
    tags: [
      { name: 'lookup', description: 'Tra cứu, xác thực' },
      { name: 'operation', description: 'Vận hành' },
    ],
  },
}
