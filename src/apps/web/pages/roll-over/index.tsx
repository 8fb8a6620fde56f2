import { Alert, Button, Group, List, Paper, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '../../api/me.ts'
import { asProblem } from '../../api/problem.ts'
import { ErrorState, LoadingState, NotYours, PageHeader, useSchool } from '../../parts/index.ts'
import { requestOfYear } from '../../setting-up/index.ts'
import { ConfirmRollOver } from './confirm-roll-over.tsx'
import { RehearsalView } from './rehearsal-view.tsx'

/** Chuyển năm học, for who may. */
export const Page = () => (useSchool().can('roll-over') ? <RollOver /> : <NotYours />)

/** Rehearsed first, as often as one likes; then done once. */
const RollOver = () => {
  const { t } = useTranslation('setup')
  const school = useSchool()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const rehearsal = useMutation({
    mutationFn: () => requestOfYear<'rehearseRollOver'>('post', school, 'roll-over/rehearsal', {}),
  })
  const rollOver = useMutation({
    mutationFn: (body: { readonly digest: string; readonly confirmUndecided: boolean }) =>
      requestOfYear<'rollOver'>('post', school, 'roll-over', body),
    onSuccess: async ({ schoolYear }) => {
      await queries.invalidateQueries({ queryKey: meQuery.queryKey })
      void navigate({ to: `/${school.schoolCode}/${schoolYear}/${school.level}/nam-hoc` as '/' })
    },
    onError: () => {
      setIsAsking(false)
    },
  })
  const rehearse = (): void => {
    rollOver.reset()
    rehearsal.mutate()
  }
  const found = rehearsal.data
  const isStale = rollOver.isError && asProblem(rollOver.error).code === 'changed-meanwhile'
  return (
    <>
      <PageHeader
        title={t('rollOver.title')}
        subtitle={t('rollOver.subtitle', { year: school.schoolYear })}
        actions={
          found !== undefined && (
            <>
              <Button variant="default" onClick={rehearse}>
                {t('rollOver.again')}
              </Button>
              <Button
                disabled={isStale}
                onClick={() => {
                  setIsAsking(true)
                }}
              >
                {t('rollOver.do', { year: found.toSchoolYear })}
              </Button>
            </>
          )
        }
      />
      {isStale && (
        <Alert color="yellow" variant="light" title={t('rollOver.changed')} role="alert" mb="md">
          <Text size="sm" mb="xs">
            {t('rollOver.changedText')}
          </Text>
          <Button size="xs" onClick={rehearse}>
            {t('rollOver.again')}
          </Button>
        </Alert>
      )}
      {rollOver.isError && !isStale && <ErrorState error={rollOver.error} />}
      {rehearsal.isError && <ErrorState error={rehearsal.error} onRetry={rehearse} />}
      {rehearsal.isPending && <LoadingState rows={8} />}
      {rehearsal.isIdle && <Introduction onRehearse={rehearse} />}
      {found !== undefined && <RehearsalView rehearsal={found} />}
      {found !== undefined && isAsking && (
        <ConfirmRollOver
          rehearsal={found}
          isBusy={rollOver.isPending}
          onConfirm={(confirmUndecided) => {
            rollOver.mutate({ digest: found.digest, confirmUndecided })
          }}
          onClose={() => {
            setIsAsking(false)
          }}
        />
      )}
    </>
  )
}

const Introduction = ({ onRehearse }: { readonly onRehearse: () => void }) => {
  const { t } = useTranslation('setup')
  return (
    <Paper withBorder p="lg" maw={760}>
      <Stack gap="sm">
        <Text size="sm">{t('rollOver.what')}</Text>
        <List size="sm" spacing={4}>
          {(['whatPupils', 'whatClasses', 'whatLessons', 'whatNot'] as const).map((key) => (
            <List.Item key={key}>{t(`rollOver.${key}`)}</List.Item>
          ))}
        </List>
        <Group>
          <Button onClick={onRehearse}>{t('rollOver.rehearse')}</Button>
          <Text size="sm" c="dimmed">
            {t('rollOver.nothingWritten')}
          </Text>
        </Group>
      </Stack>
    </Paper>
  )
}
