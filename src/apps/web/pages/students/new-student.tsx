import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSchool } from '../../parts/index.ts'
import {
  DayInput,
  parseDay,
  part,
  requestOfYear,
  SideForm,
  useList,
  useSetUpSave,
} from '../../setting-up/index.ts'
import { emptyProfile } from '../student/profile.ts'

interface NewStudentProps {
  readonly classId: string | undefined
  readonly onClose: () => void
}

/** A pupil who is new in a class: what the book cannot do without; the rest is filled in on their page. */
export const NewStudent = ({ classId, onClose }: NewStudentProps) => {
  const { t } = useTranslation('setup')
  const { path } = useSchool()
  const navigate = useNavigate()
  const classes = useList('classes').data?.classes ?? []
  const needed = (value: string | null): string | null =>
    value === null || value.trim() === '' ? t('common.required') : null
  const form = useForm({
    initialValues: {
      classId: classId ?? null,
      studentCode: '',
      fullName: '',
      birthDate: '',
      gender: 'female',
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      birthPlace: '',
      address: '',
    },
    validate: {
      classId: needed,
      studentCode: (value) => (/^\d{10}$/.test(value.trim()) ? null : t('student.codeFault')),
      fullName: needed,
      birthDate: (value) => (parseDay(value) === undefined ? t('common.dayFault') : null),
      ethnicity: needed,
      nationality: needed,
      birthPlace: needed,
      address: needed,
    },
  })
  const save = useSetUpSave({
    send: (year, { classId: toClass, studentCode, ...values }: typeof form.values) =>
      requestOfYear<'saveStudent'>(
        'put',
        year,
        `classes/${part(toClass ?? '')}/students/${part(studentCode.trim())}`,
        {
          ...emptyProfile,
          ...values,
          gender: values.gender as 'female' | 'male',
          birthDate: parseDay(values.birthDate) ?? '',
          seenVersion: null,
        },
      ),
    done: ({ fullName }) => t('common.saved', { what: fullName }),
    onDone: ({ classId: toClass, studentCode }) => {
      onClose()
      return navigate({ to: path(`lop/${part(toClass ?? '')}/hoc-sinh/${part(studentCode.trim())}`) as '/' })
    },
  })
  return (
    <SideForm
      title={t('students.add')}
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
      <TextInput label={t('common.fullName')} data-autofocus {...form.getInputProps('fullName')} />
      <SimpleGrid cols={2} spacing="sm">
        <Select
          label={t('common.class')}
          searchable
          data={classes.map((one) => ({ value: one.classId, label: t('classes.name', { name: one.name }) }))}
          {...form.getInputProps('classId')}
        />
        <TextInput
          label={t('student.code')}
          inputMode="numeric"
          maxLength={10}
          {...form.getInputProps('studentCode')}
        />
        <DayInput label={t('common.birthDate')} {...form.getInputProps('birthDate')} />
        <Select
          label={t('student.gender')}
          allowDeselect={false}
          data={[
            { value: 'female', label: t('student.female') },
            { value: 'male', label: t('student.male') },
          ]}
          {...form.getInputProps('gender')}
        />
        <TextInput label={t('student.ethnicity')} {...form.getInputProps('ethnicity')} />
        <TextInput label={t('student.nationality')} {...form.getInputProps('nationality')} />
      </SimpleGrid>
      <TextInput label={t('student.birthPlace')} {...form.getInputProps('birthPlace')} />
      <TextInput label={t('student.address')} {...form.getInputProps('address')} />
    </SideForm>
  )
}
