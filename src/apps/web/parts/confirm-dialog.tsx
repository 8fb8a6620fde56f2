import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface ConfirmDialogProps {
  readonly isOpen: boolean
  readonly title: string
  readonly children: ReactNode
  /** What will happen, as the button says it: 'Xóa lớp 6A1'. */
  readonly confirm: string
  readonly isDangerous?: boolean
  readonly isBusy?: boolean
  readonly isBlocked?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something that is not easily undone. */
export const ConfirmDialog = ({
  isOpen,
  title,
  children,
  confirm,
  isDangerous = false,
  isBusy = false,
  isBlocked = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) => {
  const { t } = useTranslation('shell')
  return (
    <Modal opened={isOpen} onClose={onClose} title={title}>
      <Stack>
        <Text component="div" size="sm">
          {children}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button
            {...(isDangerous ? { color: 'red' } : {})}
            loading={isBusy}
            disabled={isBlocked}
            onClick={onConfirm}
          >
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
