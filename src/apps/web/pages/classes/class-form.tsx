import { Autocomplete, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { gradesOfLevel } from '../../../../shared/education-level.ts'
import { useSchool } from '../../parts/index.ts'
import {
  part,
  RemoveButton,
  removeOfYear,
  requestOfYear,
  SideForm,
  StaffPicker,
  useList,
  useSetUpSave,
  type ClassLine,
} from '../../setting-up/index.ts'

const languages = [
  'Tiếng Anh',
  'Tiếng Pháp',
  'Tiếng Trung Quốc',
  'Tiếng Nhật',
  'Tiếng Nga',
  'Tiếng Hàn',
  'Tiếng Đức',
]

interface ClassFormProps {
  readonly room: ClassLine | undefined
  readonly classes: readonly ClassLine[]
  readonly onClose: () => void
}

/** One class: its name, grade, homeroom teacher and first foreign language. */
export const ClassForm = ({ room, classes, onClose }: ClassFormProps) => {
  const { t } = useTranslation('setup')
  const { level } = useSchool()
  const staff = useList('staff')
  const form = useForm({
    initialValues: {
      classId: room?.classId ?? '',
      name: room?.name ?? '',
      grade: String(room?.grade ?? gradesOfLevel[level][0]),
      homeroomTeacher: room?.homeroomTeacher?.staffCode ?? null,
      foreignLanguage: room?.foreignLanguage ?? 'Tiếng Anh',
    },
    validate: {
      classId: (value) =>
        value.trim() === ''
          ? t('common.required')
          : room === undefined && classes.some((one) => one.classId === value.trim())
            ? t('classes.idTaken')
            : null,
      name: (value) => (value.trim() === '' ? t('common.required') : null),
    },
  })
  const save = useSetUpSave({
    send: (year, { classId, ...values }: typeof form.values) =>
      requestOfYear<'saveClass'>('put', year, `classes/${part(classId.trim())}`, {
        ...values,
        name: values.name.trim(),
        grade: Number(values.grade),
        foreignLanguage: values.foreignLanguage.trim() === '' ? null : values.foreignLanguage.trim(),
        seenVersion: room?.version ?? null,
      }),
    done: ({ name }) => t('common.saved', { what: t('classes.name', { name }) }),
    onDone: onClose,
  })
  const remove = useSetUpSave({
    send: (year, { classId, version }: ClassLine) => removeOfYear(year, `classes/${part(classId)}`, version),
    done: ({ name }) => t('common.removed', { what: t('classes.name', { name }) }),
    onDone: onClose,
  })
  const setName = (name: string): void => {
    // Most schools call a class by its code.
    if (room === undefined && form.values.classId === form.values.name) form.setFieldValue('classId', name)
    form.setFieldValue('name', name)
  }
  return (
    <SideForm
      title={room === undefined ? t('classes.add') : t('classes.name', { name: room.name })}
      isOpen
      isDirty={form.isDirty() && !save.isSuccess}
      isBusy={save.isPending}
      error={save.error ?? remove.error}
      onSubmit={() => {
        form.onSubmit((values) => {
          save.mutate(values)
        })()
      }}
      onClose={onClose}
      other={
        room !== undefined && (
          <RemoveButton
            label={t('classes.remove', { name: room.name })}
            isBusy={remove.isPending}
            onRemove={() => {
              remove.mutate(room)
            }}
          >
            {room.students > 0 ? t('classes.removeFull', { count: room.students }) : t('classes.removeText')}
          </RemoveButton>
        )
      }
    >
      <TextInput
        label={t('classes.nameLabel')}
        placeholder="6A1"
        data-autofocus
        {...form.getInputProps('name')}
        onChange={(event) => {
          setName(event.currentTarget.value)
        }}
      />
      <TextInput
        label={t('classes.id')}
        description={room === undefined ? t('classes.idHint') : undefined}
        readOnly={room !== undefined}
        {...form.getInputProps('classId')}
      />
      <Select
        label={t('classes.grade')}
        allowDeselect={false}
        data={gradesOfLevel[level].map((grade) => ({
          value: String(grade),
          label: t('common.grade', { grade }),
        }))}
        {...form.getInputProps('grade')}
      />
      <StaffPicker
        label={t('classes.homeroomTeacher')}
        description={t('classes.teacherHint')}
        clearable
        clearButtonProps={{ 'aria-label': t('classes.clearTeacher') }}
        staff={(staff.data?.staff ?? []).filter(
          ({ hasLeft, staffCode }) => !hasLeft || staffCode === room?.homeroomTeacher?.staffCode,
        )}
        {...form.getInputProps('homeroomTeacher')}
      />
      <Autocomplete
        label={t('classes.foreignLanguage')}
        data={languages}
        {...form.getInputProps('foreignLanguage')}
      />
    </SideForm>
  )
}
