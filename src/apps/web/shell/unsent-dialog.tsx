import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { countUnsent } from './unsent.ts'

interface UnsentDialogProps {
  readonly isOpen: boolean
  readonly onLeave: () => void
  readonly onStay: () => void
}

/** Asks before cells that are not sent yet are left behind. */
export const UnsentDialog = ({ isOpen, onLeave, onStay }: UnsentDialogProps) => {
  const { t } = useTranslation('shell')
  return (
    <Modal opened={isOpen} title={t('user.unsentTitle')} onClose={onStay}>
      <Stack>
        <Text size="sm">{t('user.unsentText', { count: countUnsent() })}</Text>
        <Group justify="flex-end">
          <Button variant="default" color="red" onClick={onLeave}>
            {t('user.signOutAnyway')}
          </Button>
          <Button data-autofocus onClick={onStay}>
            {t('user.stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
