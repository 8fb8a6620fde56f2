import '../../words/account.ts'
import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { meQuery } from '../../api/me.ts'
import { AlonePage, ErrorState } from '../../parts/index.ts'

/** Kích hoạt tài khoản: the code of the slip, then a password of one's own. */
export const Page = () => {
  const { t } = useTranslation('account')
  const [code, setCode] = useState('')
  const look = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/activations/look', { body: { activationCode: code } })),
  })
  return (
    <AlonePage title={t('activation.title')}>
      <Stack>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            look.mutate()
          }}
        >
          <Stack>
            <TextInput
              label={t('activation.code')}
              description={t('activation.codeHint')}
              required
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              readOnly={look.data !== undefined}
              value={code}
              onChange={(event) => {
                setCode(event.currentTarget.value)
              }}
            />
            {look.isError && <ErrorState error={look.error} />}
            {look.data === undefined && (
              <Button type="submit" loading={look.isPending}>
                {t('activation.look')}
              </Button>
            )}
          </Stack>
        </form>
        {look.data !== undefined && (
          <>
            <Alert color="blue" variant="light" role="status">
              {t('activation.whose', {
                name: look.data.fullName,
                school: look.data.schoolName,
                username: look.data.username,
              })}
            </Alert>
            {look.data.isNew && (
              <Text size="sm" c="dimmed">
                {t('activation.hasAccount')}
              </Text>
            )}
            <NewPassword code={code} />
          </>
        )}
        <Anchor component={Link} to="/dang-nhap" size="sm">
          {t('activation.back')}
        </Anchor>
      </Stack>
    </AlonePage>
  )
}

const NewPassword = ({ code }: { readonly code: string }) => {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const activate = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/activations', { body: { activationCode: code, password } })),
    onSuccess: (me) => {
      queries.setQueryData(meQuery.queryKey, me)
      void navigate({ to: '/' })
    },
  })
  const isDifferent = again !== '' && again !== password
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (password === again) activate.mutate()
      }}
    >
      <Stack>
        <PasswordInput
          label={t('activation.password')}
          description={t('activation.passwordHint')}
          autoComplete="new-password"
          required
          autoFocus
          value={password}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          onChange={(event) => {
            setPassword(event.currentTarget.value)
          }}
        />
        <PasswordInput
          label={t('activation.again')}
          autoComplete="new-password"
          required
          value={again}
          error={isDifferent ? t('activation.different') : undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          onChange={(event) => {
            setAgain(event.currentTarget.value)
          }}
        />
        {activate.isError && <ErrorState error={activate.error} />}
        <Button type="submit" loading={activate.isPending} disabled={isDifferent}>
          {t('activation.submit')}
        </Button>
      </Stack>
    </form>
  )
}
