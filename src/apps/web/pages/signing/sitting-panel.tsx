import { Alert, Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorState, formatTime, useSchool } from '../../parts/index.ts'
import { minutesLeft } from '../../report-books/plan.ts'
import { sittingQuery, type SittingDetail } from '../../report-books/signing-queries.ts'
import { useSittingEvents } from '../../report-books/use-sitting-events.ts'
import { Loaded } from '../../setting-up/loaded.tsx'
import { requestOfYear } from '../../setting-up/request.ts'
import { MissTable } from './miss-table.tsx'

interface SittingPanelProps {
  readonly sittingId: string
  readonly onEnded: () => void
}

/** One sitting as it goes on: how far it is, pause and resume, what it did not sign. */
export const SittingPanel = ({ sittingId, onEnded }: SittingPanelProps) => {
  const school = useSchool()
  const query = useQuery(sittingQuery(school, sittingId))
  useSittingEvents(school, sittingId, query.data?.state, onEnded)
  return <Loaded query={query}>{(sitting) => <Panel sitting={sitting} asOf={query.dataUpdatedAt} />}</Loaded>
}

interface PanelProps {
  readonly sitting: SittingDetail
  /** When it was told so, in milliseconds. */
  readonly asOf: number
}

const Panel = ({ sitting, asOf }: PanelProps) => {
  const { t } = useTranslation('signing')
  const { kind, state, byName, beganAt, endedAt, message, misses } = sitting
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="phien-ki">
      <Stack gap="sm">
        <Group justify="space-between">
          <div>
            <Title order={2} id="phien-ki">
              {t(`sitting.${kind}`)}
            </Title>
            <Text size="sm" c="dimmed">
              {endedAt === null
                ? t('sitting.began', { name: byName, at: formatTime(beganAt) })
                : t('sitting.finished', { name: byName, at: formatTime(endedAt) })}
            </Text>
          </div>
          <Turn sitting={sitting} />
        </Group>
        <Bar sitting={sitting} asOf={asOf} />
        {message !== null && (
          <Alert color="yellow" variant="light" title={t('sitting.paused')}>
            {message}
          </Alert>
        )}
        <Text role="status">
          {state === 'ended'
            ? t('sitting.ended')
            : state === 'paused'
              ? t('sitting.paused')
              : kind === 'seal'
                ? t('sitting.runningSeal')
                : t('sitting.running')}
        </Text>
        {misses.length > 0 && <MissTable misses={misses} />}
      </Stack>
    </Paper>
  )
}

const Bar = ({ sitting, asOf }: PanelProps) => {
  const { t } = useTranslation('signing')
  const { kind, state, total, done, failed, dropped, beganAt } = sitting
  const passed = done + failed + dropped
  const label = t('sitting.progress', { done: passed, total })
  const minutes = state === 'running' ? minutesLeft(sitting, asOf - Date.parse(beganAt)) : undefined
  return (
    <div>
      <Progress.Root size="lg">
        <Progress.Section value={(100 * done) / total} aria-label={label} />
        <Progress.Section value={(100 * (failed + dropped)) / total} color="orange" aria-hidden />
      </Progress.Root>
      <Group gap="lg" mt={6}>
        <Text size="sm" fw={600} className="numbers">
          {label}
        </Text>
        <Text size="sm" className="numbers">
          {kind === 'seal' ? t('sitting.issued') : t('sitting.done')}: {done}
        </Text>
        {failed > 0 && (
          <Text size="sm" className="numbers">
            {t('sitting.failed')}: {failed}
          </Text>
        )}
        {dropped > 0 && (
          <Text size="sm" className="numbers">
            {t('sitting.dropped')}: {dropped}
          </Text>
        )}
        {minutes !== undefined && (
          <Text size="sm" c="dimmed">
            {minutes < 1 ? t('sitting.soon') : t('sitting.left', { minutes })}
          </Text>
        )}
      </Group>
    </div>
  )
}

/** Stops a sitting that runs, lets one that was stopped go on. */
const Turn = ({ sitting: { sittingId, state } }: { readonly sitting: SittingDetail }) => {
  const { t } = useTranslation('signing')
  const school = useSchool()
  const act = useMutation({
    mutationFn: (what: 'pause' | 'resume') =>
      requestOfYear<'pauseSitting'>('post', school, `signing/sittings/${sittingId}/${what}`),
  })
  if (state === 'ended') return null
  return (
    <>
      <Button
        variant="default"
        loading={act.isPending}
        onClick={() => {
          act.mutate(state === 'running' ? 'pause' : 'resume')
        }}
      >
        {state === 'running' ? t('sitting.pause') : t('sitting.resume')}
      </Button>
      {act.isError && <ErrorState error={act.error} />}
    </>
  )
}
