import { Alert, Box, Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { meQuery, type Me } from '../../api/me.ts'
import { ErrorState } from '../../parts/index.ts'
import { CodeField } from './code-field.tsx'
import { RemoveCodes } from './remove-codes.tsx'
import { OwnPassword, Section } from './section.tsx'

/** Mã xác nhận một lần: on, off, or to be had by who needs them. */
export const OneTimeCodes = ({ me: { account, memberships } }: { readonly me: Me }) => {
  const { t } = useTranslation('account')
  const [isDone, setIsDone] = useState(false)
  const isMissed = memberships.some(({ mustSetUpOneTimeCodes }) => mustSetUpOneTimeCodes)
  return (
    <Section title={t('own.codesTitle')}>
      <Stack align="flex-start">
        {isMissed && (
          <Alert color="yellow" variant="light" role="alert">
            {t('own.codesMust')}
          </Alert>
        )}
        <Text role="status">
          {account.hasOneTimeCodes ? t('own.codesOn') : isDone ? t('own.codesRemoved') : t('own.codesOff')}
        </Text>
        {account.hasOneTimeCodes ? (
          <CodesOn
            isNeeded={account.needsOneTimeCodes}
            onRemoved={() => {
              setIsDone(true)
            }}
          />
        ) : (
          <CodesOff />
        )}
      </Stack>
    </Section>
  )
}

interface CodesOnProps {
  readonly isNeeded: boolean
  readonly onRemoved: () => void
}

const CodesOn = ({ isNeeded, onRemoved }: CodesOnProps) => {
  const { t } = useTranslation('account')
  const [isRemoving, removing] = useDisclosure()
  if (isNeeded) return <Text c="dimmed">{t('own.codesKept')}</Text>
  return (
    <>
      <Button variant="default" onClick={removing.open}>
        {t('own.codesRemove')}
      </Button>
      <RemoveCodes isOpen={isRemoving} onClose={removing.close} onRemoved={onRemoved} />
    </>
  )
}

const CodesOff = () => {
  const { t } = useTranslation('account')
  const [password, setPassword] = useState('')
  const begin = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/me/one-time-codes', { body: { password } })),
  })
  if (begin.data !== undefined) return <ConfirmCodes {...begin.data} />
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          begin.mutate()
        }}
      >
        <Group align="flex-end">
          <OwnPassword
            kind="current-password"
            label={t('own.codesPassword')}
            w={260}
            value={password}
            onType={setPassword}
          />
          <Button type="submit" loading={begin.isPending}>
            {t('own.codesBegin')}
          </Button>
        </Group>
      </form>
      {begin.isError && <ErrorState error={begin.error} />}
    </>
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
        <Text>{t('own.codesScan')}</Text>
        <Box
          component="img"
          w={200}
          h={200}
          alt={t('own.qr')}
          src={`data:image/svg+xml;utf8,${encodeURIComponent(qrSvg)}`}
        />
        <Text className="numbers" style={{ overflowWrap: 'anywhere' }}>
          {t('own.codesSecret', { secret })}
        </Text>
        <Group align="flex-end">
          <CodeField value={code} onType={setCode} />
          <Button type="submit" loading={confirm.isPending}>
            {t('own.codesConfirm')}
          </Button>
        </Group>
        {confirm.isError && <ErrorState error={confirm.error} />}
      </Stack>
    </form>
  )
}
