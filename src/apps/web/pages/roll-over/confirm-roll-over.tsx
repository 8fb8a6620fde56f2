import { Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../parts/index.ts'
import { countOutcomes, type Rehearsal } from './rehearsal.ts'

interface ConfirmRollOverProps {
  readonly rehearsal: Rehearsal
  readonly isBusy: boolean
  readonly onConfirm: (confirmUndecided: boolean) => void
  readonly onClose: () => void
}

/** The last word before the next year is made: its name has to be typed. */
export const ConfirmRollOver = ({ rehearsal, isBusy, onConfirm, onClose }: ConfirmRollOverProps) => {
  const { t } = useTranslation('setup')
  const { toSchoolYear, destinations, classes } = rehearsal
  const { undecided, waiting } = countOutcomes(destinations)
  const open = undecided + waiting
  const [typed, setTyped] = useState('')
  const [isAware, setIsAware] = useState(false)
  return (
    <ConfirmDialog
      isOpen
      title={t('rollOver.confirmTitle', { year: toSchoolYear })}
      confirm={t('rollOver.do', { year: toSchoolYear })}
      isBusy={isBusy}
      isBlocked={typed.trim().replace('–', '-') !== toSchoolYear || (open > 0 && !isAware)}
      onConfirm={() => {
        onConfirm(open > 0)
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text size="sm">
          {t('rollOver.confirmText', {
            year: toSchoolYear,
            classes: classes.length,
            students: classes.reduce((sum, { students }) => sum + students, 0),
          })}
        </Text>
        {open > 0 && (
          <Checkbox
            label={t('rollOver.undecidedStay', { count: open })}
            checked={isAware}
            onChange={(event) => {
              setIsAware(event.currentTarget.checked)
            }}
          />
        )}
        <TextInput
          label={t('rollOver.typeYear', { year: toSchoolYear })}
          placeholder={toSchoolYear}
          data-autofocus
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
          }}
        />
      </Stack>
    </ConfirmDialog>
  )
}
