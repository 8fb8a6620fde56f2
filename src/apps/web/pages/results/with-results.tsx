import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, ErrorState, LoadingState } from '../../parts/index.ts'
import { useClassResults, type ClassResults } from './use-class-results.ts'

interface WithResultsProps {
  readonly classId: string
  readonly children: (results: ClassResults) => ReactNode
}

/** Shows what follows from a class's results, or why there is nothing to show yet. */
export const WithResults = ({ classId, children }: WithResultsProps) => {
  const { t } = useTranslation('results')
  const query = useClassResults(classId)
  if (query.data !== undefined)
    return query.data.students.length === 0 ? (
      <EmptyState title={t('common.emptyClass')} hint={t('common.emptyClassHint')} />
    ) : (
      children(query.data)
    )
  return query.isError ? (
    <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <LoadingState rows={12} />
  )
}
