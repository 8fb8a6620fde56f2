import { Button, Drawer, Group, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import i18next from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog, ErrorState } from '../parts/index.ts'
import { UnsavedGuard } from './unsaved-guard.tsx'

// Fetched with the page, whatever its own words are: opened, the form must not take the page away to wait for them.
void i18next.loadNamespaces('setup')

interface SideFormProps {
  readonly title: string
  readonly isOpen: boolean
  readonly isDirty: boolean
  readonly isBusy: boolean
  readonly error: unknown
  readonly save?: string
  readonly isReadOnly?: boolean
  /** Below the left edge: 'Xóa…'. */
  readonly other?: ReactNode
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form beside the list it belongs to: saved or left, never lost without asking. */
export const SideForm = (props: SideFormProps) => {
  const { title, isOpen, isDirty, isBusy, error, save, isReadOnly = false, other, children } = props
  const { t } = useTranslation('setup')
  const [isAsking, asking] = useDisclosure()
  const close = (): void => {
    if (isDirty) asking.open()
    else props.onClose()
  }
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      title={title}
      position="right"
      size="md"
      padding="lg"
      styles={{ title: { fontWeight: 600, fontSize: '1.125rem' } }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          props.onSubmit()
        }}
      >
        <Stack>
          {children}
          {error !== null && <ErrorState error={error} />}
          <Group justify="space-between" mt="xs">
            <span>{other}</span>
            <Group gap="xs">
              <Button variant="default" onClick={close}>
                {isReadOnly ? t('common.close') : t('common.cancel')}
              </Button>
              {!isReadOnly && (
                <Button type="submit" loading={isBusy}>
                  {save ?? t('common.save')}
                </Button>
              )}
            </Group>
          </Group>
        </Stack>
      </form>
      <UnsavedGuard isDirty={isOpen && isDirty && !isBusy} />
      <ConfirmDialog
        isOpen={isAsking}
        title={t('unsaved.title')}
        confirm={t('unsaved.leave')}
        isDangerous
        onConfirm={() => {
          asking.close()
          props.onClose()
        }}
        onClose={asking.close}
      >
        {t('unsaved.text')}
      </ConfirmDialog>
    </Drawer>
  )
}
