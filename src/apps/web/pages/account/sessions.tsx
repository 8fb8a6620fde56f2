import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { DataTable, ErrorState, formatTime } from '../../parts/index.ts'
import { Section } from './section.tsx'

export const sessionsQuery = { queryKey: ['sessions'], queryFn: () => answerOf(api.GET('/api/v1/sessions')) }

const Moment = ({ at }: { readonly at: string }) => (
  <span style={{ whiteSpace: 'nowrap' }}>{formatTime(at)}</span>
)

/** Các phiên đang đăng nhập: where one is signed in, and out again. */
export const Sessions = () => {
  const { t } = useTranslation('account')
  const queries = useQueryClient()
  const sessions = useQuery(sessionsQuery)
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey })
  const end = useMutation({
    mutationFn: (sessionId: string) =>
      api.DELETE('/api/v1/sessions/{sessionId}', { params: { path: { sessionId } } }),
    onSettled: refresh,
  })
  const endOthers = useMutation({ mutationFn: () => api.DELETE('/api/v1/sessions'), onSettled: refresh })
  return (
    <Section title={t('own.sessionsTitle')}>
      {sessions.isError && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <DataTable
        label={t('own.sessionsTitle')}
        rows={sessions.data?.sessions ?? []}
        keyOf={({ sessionId }) => sessionId}
        columns={[
          {
            key: 'device',
            title: t('own.device'),
            isRowHeader: true,
            cell: ({ device, isCurrent }) => (isCurrent ? `${device} (${t('own.thisOne')})` : device),
          },
          { key: 'started', title: t('own.startedAt'), cell: ({ startedAt }) => <Moment at={startedAt} /> },
          { key: 'seen', title: t('own.lastSeenAt'), cell: ({ lastSeenAt }) => <Moment at={lastSeenAt} /> },
          {
            key: 'end',
            title: '',
            cell: ({ sessionId, isCurrent, device }) =>
              isCurrent ? null : (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('own.end', { device })}
                  onClick={() => {
                    end.mutate(sessionId)
                  }}
                >
                  {t('own.endShort')}
                </Button>
              ),
          },
        ]}
      />
      {(sessions.data?.sessions.length ?? 0) > 1 && (
        <Button
          mt="sm"
          variant="default"
          loading={endOthers.isPending}
          onClick={() => {
            endOthers.mutate()
          }}
        >
          {t('own.endOthers')}
        </Button>
      )}
    </Section>
  )
}
