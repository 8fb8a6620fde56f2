import '../words/account.ts'
import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../api/client.ts'
import { meQuery, type Me } from '../api/me.ts'
import { asProblem } from '../api/problem.ts'
import { setSessionEnded } from '../api/session-end.ts'

interface SignInFormProps {
  /** Given where the same person signs in again. */
  readonly username?: string
  readonly onSignedIn: (me: Me) => void
}

/** Name and password, then the one-time code where the account has one. */
export const SignInForm = ({ username: known, onSignedIn }: SignInFormProps) => {
  const { t } = useTranslation('account')
  const queries = useQueryClient()
  const [username, setUsername] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [oneTimeCode, setOneTimeCode] = useState('')
  const signIn = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/sessions', {
          body: { username, password, ...(oneTimeCode === '' ? {} : { oneTimeCode }) },
        }),
      ),
    onSuccess: (me) => {
      setSessionEnded(false)
      queries.setQueryData(meQuery.queryKey, me)
      onSignedIn(me)
    },
  })
  const problem = signIn.error === null ? undefined : asProblem(signIn.error)
  const asksCode = problem?.code === 'one-time-code-needed' || oneTimeCode !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        signIn.mutate()
      }}
    >
      <Stack>
        {problem !== undefined && problem.code !== 'one-time-code-needed' && (
          <Alert color="red" variant="light" role="alert">
            {problem.code === 'sign-in-failed' ? t('signIn.failed') : (problem.detail ?? problem.title)}
          </Alert>
        )}
        <TextInput
          label={t('signIn.username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          readOnly={known !== undefined}
          value={username}
          onChange={(event) => {
            setUsername(event.currentTarget.value)
          }}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          value={password}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          onChange={(event) => {
            setPassword(event.currentTarget.value)
          }}
        />
        {asksCode && (
          <TextInput
            label={t('signIn.oneTimeCode')}
            description={t('signIn.oneTimeCodeHint')}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={6}
            autoFocus
            value={oneTimeCode}
            onChange={(event) => {
              setOneTimeCode(event.currentTarget.value)
            }}
          />
        )}
        <Button type="submit" loading={signIn.isPending} fullWidth>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  )
}
