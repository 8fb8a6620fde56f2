import { Alert, Button, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { ErrorState } from '../../parts/index.ts'
import { OwnPassword, Section } from './section.tsx'
import { sessionsQuery } from './sessions.tsx'

/** Đổi mật khẩu: the present one, and the new one twice. */
export const PasswordChange = () => {
  const { t } = useTranslation('account')
  const queries = useQueryClient()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const isDifferent = again !== '' && again !== next
  const change = useMutation({
    mutationFn: () =>
      answerOf(api.PUT('/api/v1/me/password', { body: { currentPassword: current, newPassword: next } })),
    onSuccess: async () => {
      for (const empty of [setCurrent, setNext, setAgain]) empty('')
      await queries.invalidateQueries({ queryKey: sessionsQuery.queryKey })
    },
  })
  return (
    <Section title={t('own.passwordTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (next === again) change.mutate()
        }}
      >
        <Stack maw={440}>
          <OwnPassword kind="current-password" label={t('own.current')} value={current} onType={setCurrent} />
          <OwnPassword
            kind="new-password"
            label={t('activation.password')}
            description={t('activation.passwordHint')}
            value={next}
            onType={setNext}
          />
          <OwnPassword
            kind="new-password"
            label={t('activation.again')}
            error={isDifferent ? t('activation.different') : undefined}
            value={again}
            onType={setAgain}
          />
          {change.isError && <ErrorState error={change.error} />}
          {change.isSuccess && (
            <Alert color="green" variant="light" role="status">
              {t('own.changed')}
            </Alert>
          )}
          <Button
            type="submit"
            loading={change.isPending}
            disabled={isDifferent}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('own.change')}
          </Button>
        </Stack>
      </form>
    </Section>
  )
}
