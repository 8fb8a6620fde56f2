import { Type } from 'typebox'
import type { YearSource } from '../../../registry/index.ts'
import { problem, problemType } from '../problems.ts'
import { problemAnswers } from '../schemas/shared.ts'
import type { Api } from './api.ts'

/** A key that no code has: asks the registry without asking for anything. */
const keyOfNothing = '0'.repeat(64)

const isReachable = async (years: YearSource): Promise<boolean> => {
  try {
    await years.list([keyOfNothing])
    return true
  } catch {
    // Why not is told to whoever runs the server, by the lookups that fail for the same reason.
    return false
  }
}

/** GET /api/v1/status: whether the server can answer at all, for those who watch over it. */
export const addStatus = (api: Api, years: YearSource): void => {
  api.get(
    '/api/v1/status',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'readStatus',
        summary: 'Is the server ready?',
        tags: ['operation'],
        response: { 200: Type.Object({ status: Type.Literal('ready') }), ...problemAnswers(503) },
      },
    },
    async (_request, reply) =>
      (await isReachable(years))
        ? { status: 'ready' as const }
        : reply.code(503).type(problemType).send(problem('not-ready')),
  )
}
