import { ActionIcon, Menu, Stack, Text, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { ConfirmDialog, ErrorState, useSchool } from '../../parts/index.ts'
import type { Account, Slip } from './queries.ts'

interface RowActionsProps {
  readonly account: Account
  readonly onCode: (slip: Slip) => void
}

/** What may be done with one account: a new code, suspension. */
export const RowActions = ({ account, onCode }: RowActionsProps) => {
  const { t } = useTranslation('account')
  const { schoolCode } = useSchool()
  const queries = useQueryClient()
  const [asks, setAsks] = useState<'recover' | 'suspend' | undefined>()
  const [reason, setReason] = useState('')
  const { accountId, fullName, username, state, isGuest } = account
  const path = { schoolCode, accountId }
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['accounts', schoolCode] })
  const close = (): void => {
    setAsks(undefined)
    setReason('')
  }
  const recover = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/schools/{schoolCode}/accounts/{accountId}/recovery', {
          params: { path },
          body: { reason },
        }),
      ),
    onSuccess: async (code) => {
      close()
      await refresh()
      onCode({ fullName, username, ...code, isNew: false })
    },
  })
  const change = useMutation({
    mutationFn: (next: 'active' | 'suspended') =>
      answerOf(
        api.PATCH('/api/v1/schools/{schoolCode}/accounts/{accountId}', {
          params: { path },
          body: { state: next },
        }),
      ),
    onSuccess: async () => {
      close()
      await refresh()
    },
  })
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={t('people.actions', { name: fullName })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!isGuest && (
            <Menu.Item
              onClick={() => {
                setAsks('recover')
              }}
            >
              {t('people.recover')}
            </Menu.Item>
          )}
          {state === 'suspended' ? (
            <Menu.Item
              onClick={() => {
                change.mutate('active')
              }}
            >
              {t('people.resume')}
            </Menu.Item>
          ) : (
            <Menu.Item
              onClick={() => {
                setAsks('suspend')
              }}
            >
              {t('people.suspend')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={asks === 'recover'}
        title={t('people.recoverTitle', { name: fullName })}
        confirm={t('people.recover')}
        isBusy={recover.isPending}
        isBlocked={reason.trim() === ''}
        onConfirm={() => {
          recover.mutate()
        }}
        onClose={close}
      >
        <Stack>
          <Text size="sm">{t('people.recoverText')}</Text>
          <TextInput
            label={t('people.reason')}
            required
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value)
            }}
          />
          {recover.isError && <ErrorState error={recover.error} />}
        </Stack>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asks === 'suspend'}
        title={t('people.suspendTitle', { name: fullName })}
        confirm={t('people.suspend')}
        isDangerous
        isBusy={change.isPending}
        onConfirm={() => {
          change.mutate('suspended')
        }}
        onClose={close}
      >
        <Stack>
          <Text size="sm">{t(isGuest ? 'people.suspendGuestText' : 'people.suspendText')}</Text>
          {change.isError && <ErrorState error={change.error} />}
        </Stack>
      </ConfirmDialog>
    </>
  )
}
