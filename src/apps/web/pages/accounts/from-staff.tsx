import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { ConfirmDialog, ErrorState, useSchool } from '../../parts/index.ts'
import { slipOf, type Slip } from './queries.ts'

interface FromStaffProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onAdded: (slips: readonly Slip[]) => void
}

/** Accounts for everybody on the staff who has none. */
export const FromStaff = ({ isOpen, onClose, onAdded }: FromStaffProps) => {
  const { t } = useTranslation('account')
  const { schoolCode, schoolYear, level } = useSchool()
  const give = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/schools/{schoolCode}/accounts/from-staff', {
          params: { path: { schoolCode } },
          body: { schoolYear, level },
        }),
      ),
    onSuccess: ({ added }) => {
      if (added.length === 0) return
      onClose()
      onAdded(added.map(slipOf))
    },
  })
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('people.fromStaff')}
      confirm={t('people.fromStaffConfirm')}
      isBusy={give.isPending}
      onConfirm={() => {
        give.mutate()
      }}
      onClose={onClose}
    >
      <Text size="sm">{t('people.fromStaffText', { year: schoolYear })}</Text>
      {give.data?.added.length === 0 && (
        <Text size="sm" role="status" fw={500}>
          {t('people.nothingToAdd')}
        </Text>
      )}
      {give.isError && <ErrorState error={give.error} />}
    </ConfirmDialog>
  )
}
