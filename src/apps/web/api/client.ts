import createClient, { type Middleware } from 'openapi-fetch'
import { offlineProblem, readProblem } from './problem.ts'
import type { paths } from './schema.d.ts'
import { setSessionEnded } from './session-end.ts'

/** Every answer that is none of the promised ones is thrown as an ApiProblem. */
const problems: Middleware = {
  onResponse: async ({ response }) => {
    if (response.ok) return
    const problem = await readProblem(response)
    if (problem.code === 'not-signed-in') setSessionEnded(true)
    throw problem
  },
  onError: () => offlineProblem(),
}

/** The documented HTTP API, with its types. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' })
api.use(problems)

/** The answer itself: problems have been thrown before. */
export const answerOf = async <T>(call: Promise<{ readonly data?: T }>): Promise<T> => {
  const { data } = await call
  return data as T
}
