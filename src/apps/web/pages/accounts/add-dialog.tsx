import { Button, Checkbox, Modal, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { suggestUsername } from '../../../../accounts/index.ts'
import { answerOf, api } from '../../api/client.ts'
import { ErrorState, useSchool } from '../../parts/index.ts'
import { slipOf, type Slip } from './queries.ts'

interface AddDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onAdded: (slip: Slip) => void
}

/** One account by hand; the user name is proposed from the name. */
export const AddDialog = ({ isOpen, onClose, onAdded }: AddDialogProps) => {
  const { t } = useTranslation('account')
  const { schoolCode } = useSchool()
  const [fullName, setFullName] = useState('')
  const [username, setUsername] = useState('')
  const [staffCode, setStaffCode] = useState('')
  const [isAdministrator, setIsAdministrator] = useState(false)
  const proposed = fullName.trim() === '' ? '' : suggestUsername(fullName)
  const add = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/schools/{schoolCode}/accounts', {
          params: { path: { schoolCode } },
          body: {
            fullName: fullName.trim(),
            username: username === '' ? proposed : username,
            staffCode: staffCode.trim() === '' ? null : staffCode.trim(),
            isAdministrator,
          },
        }),
      ),
    onSuccess: (added) => {
      setFullName('')
      setUsername('')
      setStaffCode('')
      onAdded(slipOf(added))
    },
  })
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('people.add')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate()
        }}
      >
        <Stack>
          <TextInput
            label={t('people.fullName')}
            required
            data-autofocus
            value={fullName}
            onChange={(event) => {
              setFullName(event.currentTarget.value)
            }}
          />
          <TextInput
            label={t('people.username')}
            placeholder={proposed}
            value={username}
            onChange={(event) => {
              setUsername(event.currentTarget.value)
            }}
          />
          <TextInput
            label={t('people.staffCode')}
            value={staffCode}
            onChange={(event) => {
              setStaffCode(event.currentTarget.value)
            }}
          />
          <Checkbox
            label={t('people.isAdministrator')}
            checked={isAdministrator}
            onChange={(event) => {
              setIsAdministrator(event.currentTarget.checked)
            }}
          />
          {add.isError && <ErrorState error={add.error} />}
          <Button type="submit" loading={add.isPending}>
            {t('people.submit')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
