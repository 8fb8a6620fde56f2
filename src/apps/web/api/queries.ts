import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem.ts'

/** What was refused stays refused; a lost line is tried again. */
const isWorthRetrying = (count: number, error: unknown): boolean =>
  count < 3 && (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500)

export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: isWorthRetrying, staleTime: 10_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})
