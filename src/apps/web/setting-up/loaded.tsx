import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState, LoadingState } from '../parts/index.ts'

/** What a query brought; its shape while it is coming, the reason where it cannot be had. */
export const Loaded = <T,>({
  query,
  children,
}: {
  readonly query: UseQueryResult<T>
  readonly children: (value: T) => ReactNode
}) => {
  const { data, error, isError, refetch } = query
  const again = (): void => void refetch()
  if (data === undefined) return isError ? <ErrorState error={error} onRetry={again} /> : <LoadingState />
  return (
    <>
      {isError && <ErrorState error={error} onRetry={again} />}
      {children(data)}
    </>
  )
}
