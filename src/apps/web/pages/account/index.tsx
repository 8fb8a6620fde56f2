import '../../words/account.ts'
import { Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { meQuery } from '../../api/me.ts'
import { asProblem } from '../../api/problem.ts'
import { AloneFrame, ErrorState, LoadingState, PageHeader } from '../../parts/index.ts'
import { JoinSchool } from './join-school.tsx'
import { OneTimeCodes } from './one-time-codes.tsx'
import { PasswordChange } from './password-change.tsx'
import { Sessions } from './sessions.tsx'

/** Tài khoản của tôi: one-time codes, password, sessions, a place at another school. */
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
          <JoinSchool me={me.data} />
        </Stack>
      )}
    </AloneFrame>
  )
}
