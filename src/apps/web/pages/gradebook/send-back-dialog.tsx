import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCell } from '../../../../gradebook/index.ts'
import type { Place, Sheet } from '../../grid/index.ts'
import { ErrorState } from '../../parts/index.ts'
import { useBookAct } from '../../report-books/queries.ts'
import { part as inUrl, requestOfYear } from '../../setting-up/request.ts'
import type { SheetAddress } from './sheet-address.ts'

interface SendBackDialogProps {
  readonly address: SheetAddress
  readonly sheet: Sheet
  readonly place: Place
  readonly onChanged: () => void
  readonly onClose: () => void
}

const shortest = 5

/** Trả lại một ô: whose, what it says, and why it should be looked at again. */
export const SendBackDialog = ({ address, sheet, place, onChanged, onClose }: SendBackDialogProps) => {
  const { t } = useTranslation('books')
  const [reason, setReason] = useState('')
  const [sendBackId] = useState(() => crypto.randomUUID())
  const pupil = sheet.students.find(({ studentCode }) => studentCode === place.studentCode)
  const column = sheet.columns.find(({ path }) => path === place.path)
  const cell = sheet.cells.find(
    ({ studentCode, path }) => studentCode === place.studentCode && path === place.path,
  )
  const send = useBookAct({
    send: (year, text: string) =>
      requestOfYear<'sendBackCell'>(
        'post',
        year,
        `classes/${inUrl(address.classId)}/sheets/${inUrl(address.sheet)}/send-backs`,
        { sendBackId, ...place, reason: text },
      ),
    done: () => t('sendBacks.sentDone', { column: column?.title ?? '', pupil: pupil?.fullName ?? '' }),
    onDone: () => {
      onChanged()
      onClose()
    },
  })
  const shown = column === undefined ? null : formatCell(column, cell?.value ?? null)
  return (
    <Modal opened onClose={onClose} title={t('sendBacks.sendTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate(reason.trim())
        }}
      >
        <Stack>
          <Text>
            <b>{pupil?.fullName}</b> · {column?.title}:{' '}
            <b>{shown === null || shown === '' ? `(${t('common.nothing')})` : shown}</b>
          </Text>
          <Textarea
            label={t('sendBacks.sendReason')}
            description={t('sendBacks.sendHint')}
            data-autofocus
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value)
            }}
          />
          {send.isError && <ErrorState error={send.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={send.isPending} disabled={reason.trim().length < shortest}>
              {t('sendBacks.sendButton')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
