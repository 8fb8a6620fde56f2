import { MultiSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import {
  byGivenName,
  part,
  requestOfYear,
  SideForm,
  StaffPicker,
  useList,
  useSetUpSave,
  type GroupLine,
  type Post,
  type StaffLine,
  type YearAddress,
} from '../../setting-up/index.ts'
import { useMayKeepStaff } from '../staff/post-name.ts'

interface GroupFormProps {
  readonly group: GroupLine | undefined
  readonly groups: readonly GroupLine[]
  readonly onClose: () => void
}

const moveTo = (year: YearAddress, subjectGroup: string | null, one: StaffLine): Promise<unknown> => {
  const { staffCode, version, ...values } = one
  return requestOfYear<'saveStaff'>('put', year, `staff/${part(staffCode)}`, {
    ...values,
    post: values.post as Post,
    subjectGroup,
    seenVersion: version,
  })
}

/** One subject group; who is in it stands with each member of staff, so a change of members writes those. */
export const GroupForm = ({ group, groups, onClose }: GroupFormProps) => {
  const { t } = useTranslation('setup')
  const mayKeep = useMayKeepStaff()
  const staff = useList('staff').data?.staff ?? []
  const before = group?.members.map(({ staffCode }) => staffCode) ?? []
  const form = useForm({
    initialValues: {
      name: group?.name ?? '',
      head: group?.head?.staffCode ?? null,
      members: [...before],
    },
    validate: {
      name: (value) =>
        value.trim() === ''
          ? t('common.required')
          : group === undefined && groups.some((one) => one.name === value.trim())
            ? t('groups.taken')
            : null,
    },
  })
  const save = useSetUpSave({
    send: async (year, { name, head, members }: typeof form.values) => {
      const own = name.trim()
      await requestOfYear<'saveSubjectGroup'>('put', year, `subject-groups/${part(own)}`, {
        head,
        seenVersion: group?.version ?? null,
      })
      const wanted = head === null || members.includes(head) ? members : [...members, head]
      for (const one of staff) {
        const isIn = wanted.includes(one.staffCode)
        if (mayKeep && isIn !== before.includes(one.staffCode)) await moveTo(year, isIn ? own : null, one)
      }
    },
    done: ({ name }) => t('common.saved', { what: name }),
    onDone: onClose,
  })
  const people = staff.filter(({ hasLeft }) => !hasLeft).toSorted(byGivenName)
  return (
    <SideForm
      title={group?.name ?? t('groups.add')}
      isOpen
      isDirty={form.isDirty() && !save.isSuccess}
      isBusy={save.isPending}
      error={save.error}
      onSubmit={() => {
        form.onSubmit((values) => {
          save.mutate(values)
        })()
      }}
      onClose={onClose}
    >
      <TextInput
        label={t('groups.name')}
        placeholder={t('groups.nameExample')}
        readOnly={group !== undefined}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <StaffPicker
        label={t('groups.head')}
        description={t('groups.headHint')}
        staff={people}
        clearable
        clearButtonProps={{ 'aria-label': t('groups.clearHead') }}
        {...form.getInputProps('head')}
      />
      {mayKeep && (
        <MultiSelect
          label={t('groups.membersLabel')}
          description={t('groups.membersHint')}
          searchable
          hidePickedOptions
          data={people.map(({ staffCode, fullName }) => ({
            value: staffCode,
            label: `${fullName} · ${staffCode}`,
          }))}
          nothingFoundMessage={t('common.nobodyFound')}
          {...form.getInputProps('members')}
        />
      )}
    </SideForm>
  )
}
