import { Modal, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../api/me.ts'
import { hasSessionEnded, onSessionEnd, setSessionEnded } from '../api/session-end.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Over the page, when the session has ended: whoever was working goes on where they were. */
export const SignInAgain = () => {
  const { t } = useTranslation('shell')
  const { account } = useMe()
  const queries = useQueryClient()
  const isOpen = useSyncExternalStore(onSessionEnd, hasSessionEnded)
  return (
    <Modal
      opened={isOpen}
      title={t('again.title')}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Text size="sm" mb="md">
        {t('again.text')}
      </Text>
      <SignInForm
        username={account.username}
        onSignedIn={() => {
          setSessionEnded(false)
          void queries.invalidateQueries()
        }}
      />
    </Modal>
  )
}
