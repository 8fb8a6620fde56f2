import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorState, FileDrop, useSchool } from '../../parts/index.ts'
import { FaultList } from './fault-list.tsx'
import { importList, templateAddress, type ListReading } from './import-list.ts'
import { ListPreview } from './list-preview.tsx'
import { slipOf, type Slip } from './queries.ts'

interface ImportDialogProps {
  readonly onClose: () => void
  readonly onAdded: (slips: readonly Slip[]) => void
}

/** Accounts from an Excel list: looked at first, and given only when somebody has seen to whom. */
export const ImportDialog = ({ onClose, onAdded }: ImportDialogProps) => {
  const { t } = useTranslation('account')
  const { schoolCode } = useSchool()
  const look = useMutation({ mutationFn: (file: File) => importList(schoolCode, file, false) })
  const give = useMutation({
    mutationFn: (file: File) => importList(schoolCode, file, true),
    onSuccess: ({ added }) => {
      if (added.length > 0) onAdded(added.map(slipOf))
    },
  })
  const file = look.variables
  // Somebody else may have taken a name since the list was looked at: then nothing was given, and the rows say why.
  const reading = give.data ?? look.data
  return (
    <Modal opened onClose={onClose} size="xl" title={t('list.title')} closeOnClickOutside={false}>
      <Stack>
        <Template address={templateAddress(schoolCode)} />
        <FileDrop
          label={file === undefined ? t('list.drop') : file.name}
          hint={file === undefined ? t('list.hint') : t('list.again')}
          accept=".xlsx"
          isBusy={look.isPending}
          onFile={(chosen) => {
            give.reset()
            look.mutate(chosen)
          }}
        />
        {look.isError && <ErrorState error={look.error} />}
        {give.isError && <ErrorState error={give.error} />}
        {reading !== undefined && file !== undefined && (
          <Reading
            reading={reading}
            isBusy={give.isPending}
            onClose={onClose}
            onConfirm={() => {
              give.mutate(file)
            }}
          />
        )}
      </Stack>
    </Modal>
  )
}

const Template = ({ address }: { readonly address: string }) => {
  const { t } = useTranslation('account')
  return (
    <Group justify="space-between" gap="sm">
      <Text flex={1} miw={220}>
        {t('list.text')}
      </Text>
      <Button
        component="a"
        href={address}
        download
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        {t('list.template')}
      </Button>
    </Group>
  )
}

interface ReadingProps {
  readonly reading: ListReading
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
}

const Reading = ({ reading: { rows, counts }, isBusy, onClose, onConfirm }: ReadingProps) => {
  const { t } = useTranslation('account')
  const { t: ofShell } = useTranslation('shell')
  const isRefused = counts.refused > 0
  return (
    <>
      <div role="status">
        {isRefused ? (
          <Alert color="red" variant="light" title={t('list.refusedTitle', { count: counts.refused })}>
            {t('list.refusedText')}
          </Alert>
        ) : (
          <Text fw={500}>
            {counts.new === 0 ? t('list.nothing') : t('list.ready', { count: counts.new })}
            {counts.same > 0 && ` ${t('list.sameText', { count: counts.same })}`}
          </Text>
        )}
      </div>
      {isRefused ? <FaultList rows={rows} /> : <ListPreview rows={rows} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {ofShell('action.cancel')}
        </Button>
        {counts.new > 0 && !isRefused && (
          <Button loading={isBusy} onClick={onConfirm}>
            {t('list.confirm', { count: counts.new })}
          </Button>
        )}
      </Group>
    </>
  )
}
