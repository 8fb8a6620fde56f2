import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { meQuery } from '../../api/me.ts'
import { ErrorState } from '../../parts/index.ts'
import { CodeField } from './code-field.tsx'
import { OwnPassword } from './section.tsx'

interface RemoveCodesProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onRemoved: () => void
}

/** Gives one-time codes up: with the password and one last code, so that nobody else can. */
export const RemoveCodes = ({ isOpen, onClose, onRemoved }: RemoveCodesProps) => {
  const { t } = useTranslation('account')
  const { t: ofShell } = useTranslation('shell')
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const [oneTimeCode, setOneTimeCode] = useState('')
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/v1/me/one-time-codes', { body: { password, oneTimeCode } }),
    onSuccess: async () => {
      onRemoved()
      await queries.invalidateQueries({ queryKey: meQuery.queryKey })
    },
  })
  const close = (): void => {
    setPassword('')
    setOneTimeCode('')
    remove.reset()
    onClose()
  }
  return (
    <Modal opened={isOpen} onClose={close} title={t('own.codesRemoveTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          remove.mutate()
        }}
      >
        <Stack>
          <Text>{t('own.codesRemoveText')}</Text>
          <OwnPassword
            kind="current-password"
            label={t('own.current')}
            data-autofocus
            value={password}
            onType={setPassword}
          />
          <CodeField value={oneTimeCode} onType={setOneTimeCode} />
          {remove.isError && <ErrorState error={remove.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {ofShell('action.cancel')}
            </Button>
            <Button type="submit" color="red" loading={remove.isPending}>
              {t('own.codesRemoveConfirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
