import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { meQuery, type Me } from '../../api/me.ts'
import { ConfirmDialog, ErrorState } from '../../parts/index.ts'
import { Section } from './section.tsx'

const bringIntoSight = (part: HTMLElement | null): void => {
  part?.scrollIntoView({ block: 'center' })
}

/** Làm việc thêm ở trường khác: the slip of another school, taken with the account one has. */
export const JoinSchool = ({ me }: { readonly me: Me }) => {
  const { t } = useTranslation('account')
  const [code, setCode] = useState('')
  const [joined, setJoined] = useState('')
  const look = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/activations/look', { body: { activationCode: code } })),
  })
  return (
    <Section title={t('own.joinTitle')}>
      <Stack align="flex-start">
        <Text>{t('own.joinText')}</Text>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            setJoined('')
            look.mutate()
          }}
        >
          <Group align="flex-end">
            <TextInput
              label={t('own.joinCode')}
              placeholder="ABCD-EFGH-2345"
              w={260}
              required
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              value={code}
              onChange={(event) => {
                setCode(event.currentTarget.value)
              }}
            />
            <Button type="submit" variant="default" loading={look.isPending}>
              {t('own.joinLook')}
            </Button>
          </Group>
        </form>
        {look.isError && <ErrorState error={look.error} />}
        {joined !== '' && (
          <Alert color="green" variant="light" role="status" ref={bringIntoSight}>
            {t('own.joined', { school: joined })}
          </Alert>
        )}
        <Schools me={me} />
      </Stack>
      {look.data !== undefined && (
        <ConfirmJoin
          code={code}
          slip={look.data}
          own={me.account}
          onJoined={(school) => {
            setCode('')
            setJoined(school)
          }}
          onClose={look.reset}
        />
      )}
    </Section>
  )
}

const Schools = ({ me: { memberships } }: { readonly me: Me }) => {
  const { t } = useTranslation('account')
  if (memberships.length === 0) return null
  return (
    <div>
      <Text fw={500}>{t('own.schools')}</Text>
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {memberships.map(({ schoolCode, schoolName }) => (
          <li key={schoolCode}>{schoolName}</li>
        ))}
      </ul>
    </div>
  )
}

interface ConfirmJoinProps {
  readonly code: string
  readonly slip: { readonly fullName: string; readonly schoolName: string }
  readonly own: Me['account']
  readonly onJoined: (school: string) => void
  readonly onClose: () => void
}

const ConfirmJoin = ({ code, slip, own, onJoined, onClose }: ConfirmJoinProps) => {
  const { t } = useTranslation('account')
  const queries = useQueryClient()
  const join = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/me/memberships', { body: { activationCode: code } })),
    onSuccess: (me) => {
      queries.setQueryData(meQuery.queryKey, me)
      onJoined(slip.schoolName)
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      title={t('own.joinAsk', { school: slip.schoolName })}
      confirm={t('own.joinConfirm')}
      isBusy={join.isPending}
      onConfirm={() => {
        join.mutate()
      }}
      onClose={onClose}
    >
      <Stack>
        {slip.fullName !== own.fullName && (
          <Alert color="yellow" variant="light">
            {t('own.joinOtherName', { slip: slip.fullName, own: own.fullName })}
          </Alert>
        )}
        <Text>{t('own.joinWith', { username: own.username })}</Text>
        <Text>{t('own.joinKept')}</Text>
        {join.isError && <ErrorState error={join.error} />}
      </Stack>
    </ConfirmDialog>
  )
}
