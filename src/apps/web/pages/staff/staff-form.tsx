import { Autocomplete, Checkbox, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import {
  DayInput,
  parseDay,
  part,
  posts,
  RemoveButton,
  removeOfYear,
  requestOfYear,
  SideForm,
  typedDay,
  useSetUpSave,
  type Post,
  type StaffLine,
} from '../../setting-up/index.ts'
import { useMayKeepStaff } from './post-name.ts'

interface StaffFormProps {
  /** Undefined for a new one. */
  readonly member: StaffLine | undefined
  readonly staff: readonly StaffLine[]
  readonly onClose: () => void
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** One member of staff; the code stays what it was, for every record of the year names it. */
export const StaffForm = ({ member, staff, onClose }: StaffFormProps) => {
  const { t } = useTranslation('setup')
  const mayKeep = useMayKeepStaff()
  const groups = [...new Set(staff.flatMap((one) => one.subjectGroup ?? []))]
  const form = useForm({
    initialValues: {
      staffCode: member?.staffCode ?? '',
      fullName: member?.fullName ?? '',
      citizenId: member?.citizenId ?? '',
      birthDate: typedDay(member?.birthDate),
      post: (member?.post ?? 'teacher') as Post,
      subjectGroup: member?.subjectGroup ?? '',
      hasLeft: member?.hasLeft ?? false,
    },
    validate: {
      staffCode: (value) =>
        value.trim() === ''
          ? t('common.required')
          : member === undefined && staff.some((one) => one.staffCode === value.trim())
            ? t('staff.codeTaken')
            : null,
      fullName: (value) => (value.trim() === '' ? t('common.required') : null),
      citizenId: (value) => (/^\d{12}$/.test(value.trim()) ? null : t('common.citizenIdFault')),
      birthDate: (value) =>
        value.trim() === '' || parseDay(value)?.length === 10 ? null : t('common.dayFault'),
    },
  })
  const save = useSetUpSave({
    send: (year, { staffCode, ...values }: typeof form.values) =>
      requestOfYear<'saveStaff'>('put', year, `staff/${part(staffCode.trim())}`, {
        ...values,
        fullName: values.fullName.trim(),
        citizenId: values.citizenId.trim(),
        birthDate: parseDay(values.birthDate) ?? null,
        subjectGroup: orNull(values.subjectGroup),
        seenVersion: member?.version ?? null,
      }),
    done: ({ fullName }) => t('common.saved', { what: fullName }),
    onDone: onClose,
  })
  const remove = useSetUpSave({
    send: (year, one: StaffLine) => removeOfYear(year, `staff/${part(one.staffCode)}`, one.version),
    done: ({ fullName }) => t('common.removed', { what: fullName }),
    onDone: onClose,
  })
  return (
    <SideForm
      title={member === undefined ? t('staff.add') : member.fullName}
      isOpen
      isDirty={form.isDirty() && !save.isSuccess}
      isBusy={save.isPending}
      isReadOnly={!mayKeep}
      error={save.error ?? remove.error}
      onSubmit={() => {
        form.onSubmit((values) => {
          save.mutate(values)
        })()
      }}
      onClose={onClose}
      other={
        member !== undefined &&
        mayKeep && (
          <RemoveButton
            label={t('staff.remove')}
            isBusy={remove.isPending}
            onRemove={() => {
              remove.mutate(member)
            }}
          >
            {t('staff.removeText', { name: member.fullName })}
          </RemoveButton>
        )
      }
    >
      <TextInput
        label={t('common.fullName')}
        data-autofocus
        readOnly={!mayKeep}
        {...form.getInputProps('fullName')}
      />
      <TextInput
        label={t('staff.code')}
        description={member === undefined ? t('staff.codeHint') : undefined}
        readOnly={member !== undefined}
        {...form.getInputProps('staffCode')}
      />
      {mayKeep && (
        <TextInput
          label={t('common.citizenId')}
          inputMode="numeric"
          maxLength={12}
          {...form.getInputProps('citizenId')}
        />
      )}
      {mayKeep && <DayInput label={t('common.birthDate')} {...form.getInputProps('birthDate')} />}
      <Select
        label={t('staff.post')}
        allowDeselect={false}
        readOnly={!mayKeep}
        data={posts.map((value) => ({ value, label: t(`posts.${value}`) }))}
        {...form.getInputProps('post')}
      />
      <Autocomplete
        label={t('staff.group')}
        description={t('staff.groupHint')}
        readOnly={!mayKeep}
        data={groups}
        {...form.getInputProps('subjectGroup')}
      />
      <Checkbox
        label={t('staff.hasLeft')}
        description={t('staff.hasLeftHint')}
        disabled={!mayKeep}
        {...form.getInputProps('hasLeft', { type: 'checkbox' })}
      />
    </SideForm>
  )
}
