import { Alert, Box, Button, Group, PasswordInput, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { meQuery, type Me } from '../../api/me.ts'
import { asProblem } from '../../api/problem.ts'
import { AloneFrame, DataTable, ErrorState, formatTime, LoadingState, PageHeader } from '../../parts/index.ts'

/** Tài khoản của tôi: password, one-time codes, sessions. */
export const Page = () => {
  const { t } = useTranslation('account')
  const me = useQuery({ ...meQuery, retry: false })
  if (me.isError && asProblem(me.error).code === 'not-signed-in') return <Navigate to="/dang-nhap" replace />
  return (
    <AloneFrame size={760}>
      <PageHeader
        title={t('own.title')}
        subtitle={me.data === undefined ? '' : `${me.data.account.fullName} · ${me.data.account.username}`}
        actions={
          <Button component={Link} to="/" variant="default">
            {t('own.goOn')}
          </Button>
        }
      />
      {me.isError && <ErrorState error={me.error} onRetry={() => void me.refetch()} />}
      {me.data === undefined ? (
        <LoadingState />
      ) : (
        <Stack>
          <OneTimeCodes me={me.data} />
          <PasswordChange />
          <Sessions />
        </Stack>
      )}
    </AloneFrame>
  )
}

const Section = ({ title, children }: { readonly title: string; readonly children: React.ReactNode }) => (
  <Paper withBorder p="lg" component="section">
    <Title order={2} mb="sm">
      {title}
    </Title>
    {children}
  </Paper>
)

const OneTimeCodes = ({ me }: { readonly me: Me }) => {
  const { t } = useTranslation('account')
  const [password, setPassword] = useState('')
  const begin = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/me/one-time-codes', { body: { password } })),
  })
  const isOn = me.account.hasOneTimeCodes
  const isMissed = me.memberships.some(({ mustSetUpOneTimeCodes }) => mustSetUpOneTimeCodes)
  return (
    <Section title={t('own.codesTitle')}>
      <Stack align="flex-start">
        {isMissed && (
          <Alert color="yellow" variant="light" role="alert">
            {t('own.codesMust')}
          </Alert>
        )}
        <Text size="sm">{isOn ? t('own.codesOn') : t('own.codesOff')}</Text>
        {!isOn && begin.data === undefined && (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              begin.mutate()
            }}
          >
            <Group align="flex-end">
              <PasswordInput
                label={t('own.codesPassword')}
                w={260}
                required
                autoComplete="current-password"
                value={password}
                visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
                onChange={(event) => {
                  setPassword(event.currentTarget.value)
                }}
              />
              <Button type="submit" loading={begin.isPending}>
                {t('own.codesBegin')}
              </Button>
            </Group>
          </form>
        )}
        {begin.isError && <ErrorState error={begin.error} />}
        {!isOn && begin.data !== undefined && <ConfirmCodes {...begin.data} />}
      </Stack>
    </Section>
  )
}

const ConfirmCodes = ({ secret, qrSvg }: { readonly secret: string; readonly qrSvg: string }) => {
  const { t } = useTranslation('account')
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => answerOf(api.PUT('/api/v1/me/one-time-codes', { body: { oneTimeCode: code } })),
    onSuccess: (me) => {
      queries.setQueryData(meQuery.queryKey, me)
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        confirm.mutate()
      }}
    >
      <Stack align="flex-start">
        <Text size="sm">{t('own.codesScan')}</Text>
        <Box
          component="img"
          w={200}
          h={200}
          alt={t('own.qr')}
          src={`data:image/svg+xml;utf8,${encodeURIComponent(qrSvg)}`}
        />
        <Text size="sm" className="numbers" style={{ overflowWrap: 'anywhere' }}>
          {t('own.codesSecret', { secret })}
        </Text>
        <Group align="flex-end">
          <TextInput
            label={t('signIn.oneTimeCode')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            required
            value={code}
            onChange={(event) => {
              setCode(event.currentTarget.value)
            }}
          />
          <Button type="submit" loading={confirm.isPending}>
            {t('own.codesConfirm')}
          </Button>
        </Group>
        {confirm.isError && <ErrorState error={confirm.error} />}
      </Stack>
    </form>
  )
}

const PasswordChange = () => {
  const { t } = useTranslation('account')
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: () =>
      answerOf(api.PUT('/api/v1/me/password', { body: { currentPassword: current, newPassword: next } })),
    onSuccess: () => {
      setCurrent('')
      setNext('')
    },
  })
  return (
    <Section title={t('own.passwordTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate()
        }}
      >
        <Stack maw={380}>
          <PasswordInput
            label={t('own.current')}
            autoComplete="current-password"
            required
            value={current}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            onChange={(event) => {
              setCurrent(event.currentTarget.value)
            }}
          />
          <PasswordInput
            label={t('activation.password')}
            description={t('activation.passwordHint')}
            autoComplete="new-password"
            required
            value={next}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            onChange={(event) => {
              setNext(event.currentTarget.value)
            }}
          />
          {change.isError && <ErrorState error={change.error} />}
          {change.isSuccess && (
            <Alert color="green" variant="light" role="status">
              {t('own.changed')}
            </Alert>
          )}
          <Button type="submit" loading={change.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('own.change')}
          </Button>
        </Stack>
      </form>
    </Section>
  )
}

const sessionsQuery = { queryKey: ['sessions'], queryFn: () => answerOf(api.GET('/api/v1/sessions')) }

const Sessions = () => {
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
          { key: 'started', title: t('own.startedAt'), cell: ({ startedAt }) => formatTime(startedAt) },
          { key: 'seen', title: t('own.lastSeenAt'), cell: ({ lastSeenAt }) => formatTime(lastSeenAt) },
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
