import { Select, type ComboboxItem, type OptionsFilter, type SelectProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { NamedStaff } from './answers.ts'
import { byGivenName, isFound } from './people.ts'

const filterPeople: OptionsFilter = ({ options, search, limit }) =>
  (options as readonly ComboboxItem[]).filter(({ label }) => isFound(label, search)).slice(0, limit)

type StaffPickerProps = Omit<SelectProps, 'data' | 'filter' | 'searchable'> & {
  readonly staff: readonly NamedStaff[]
}

/** Chooses a member of staff: type a few letters of the name or the code. */
export const StaffPicker = ({ staff, ...more }: StaffPickerProps) => {
  const { t } = useTranslation('setup')
  return (
    <Select
      searchable
      filter={filterPeople}
      limit={100}
      nothingFoundMessage={t('common.nobodyFound')}
      placeholder={t('common.pickPerson')}
      data={staff
        .toSorted(byGivenName)
        .map(({ staffCode, fullName }) => ({ value: staffCode, label: `${fullName} · ${staffCode}` }))}
      {...more}
    />
  )
}
