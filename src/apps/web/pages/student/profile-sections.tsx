import { Button, Checkbox, Group, Paper, Select, SimpleGrid, Stack, TextInput, Title } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { yearBeforeReasons } from '../../../../shared/student.ts'
import { ErrorState } from '../../parts/index.ts'
import {
  DayInput,
  parseDay,
  part,
  requestOfYear,
  UnsavedGuard,
  useCanInClass,
  useSetUpSave,
  type StudentFile,
} from '../../setting-up/index.ts'
import { HistoryRows } from './history-rows.tsx'
import type { StudentPlace } from './index.tsx'
import { toBody, toForm, type ProfileForm } from './profile.ts'

interface ProfileSectionsProps {
  readonly answer: StudentFile
  readonly place: StudentPlace
}

/** The form of a pupil's profile in the order of the book's first pages. */
export const ProfileSections = ({ answer, place }: ProfileSectionsProps) => {
  const { t } = useTranslation('setup')
  const needed = (value: string): string | null => (value.trim() === '' ? t('common.required') : null)
  const form = useForm<ProfileForm>({
    initialValues: toForm(answer),
    validate: {
      fullName: needed,
      birthDate: (value) => (parseDay(value) === undefined ? t('common.dayFault') : null),
      entryDate: (value) =>
        value.trim() === '' || parseDay(value) !== undefined ? null : t('common.dayFault'),
      citizenId: (value) =>
        value.trim() === '' || /^\d{12}$/.test(value.trim()) ? null : t('common.citizenIdFault'),
      ethnicity: needed,
      nationality: needed,
      birthPlace: needed,
      address: needed,
      history: {
        schoolYear: (value) => (/^\d{4}-\d{4}$/.test(value.trim()) ? null : t('year.form.yearFault')),
        className: needed,
        schoolName: needed,
      },
    },
  })
  const save = useSetUpSave({
    send: (year, values: ProfileForm) =>
      requestOfYear<'saveStudent'>(
        'put',
        year,
        `classes/${part(place.classId)}/students/${part(place.studentCode)}`,
        toBody(values, answer.version),
      ),
    done: ({ fullName }) => t('common.saved', { what: fullName }),
  })
  const mayWrite = useCanInClass(place.classId)('students.write')
  const isDirty = form.isDirty()
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        save.mutate(values)
      })}
    >
      <fieldset disabled={!mayWrite} style={{ border: 0, margin: 0, padding: 0, minInlineSize: 0 }}>
        <Stack gap="md">
          <Personal form={form} />
          <Family form={form} />
          <Home form={form} />
          <Section title={t('student.schooling')}>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              <DayInput label={t('student.entryDate')} {...form.getInputProps('entryDate')} />
              <Select
                label={t('student.yearBefore')}
                clearable
                clearButtonProps={{ 'aria-label': t('student.clearYearBefore') }}
                data={yearBeforeReasons.map((value) => ({ value, label: t(`student.reasons.${value}`) }))}
                {...form.getInputProps('yearBefore')}
              />
            </SimpleGrid>
            <HistoryRows form={form} />
            <Checkbox
              label={t('student.individualPlan')}
              description={t('student.individualPlanHint')}
              {...form.getInputProps('individualPlan', { type: 'checkbox' })}
            />
          </Section>
        </Stack>
      </fieldset>
      {save.isError && <ErrorState error={save.error} />}
      {mayWrite && (
        <Group mt="md" gap="xs">
          <Button type="submit" disabled={!isDirty} loading={save.isPending}>
            {t('student.save')}
          </Button>
          {isDirty && (
            <Button
              variant="default"
              onClick={() => {
                form.reset()
              }}
            >
              {t('common.undoAll')}
            </Button>
          )}
        </Group>
      )}
      <UnsavedGuard isDirty={isDirty && !save.isPending} />
    </form>
  )
}

type Form = UseFormReturnType<ProfileForm>

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Paper component="section" withBorder p="md" aria-label={title}>
    <Title order={2} size="h3" mb="sm">
      {title}
    </Title>
    <Stack gap="sm">{children}</Stack>
  </Paper>
)

const Personal = ({ form }: { readonly form: Form }) => {
  const { t } = useTranslation('setup')
  return (
    <Section title={t('student.personal')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput label={t('common.fullName')} {...form.getInputProps('fullName')} />
        <SimpleGrid cols={2} spacing="sm">
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
        </SimpleGrid>
        <TextInput
          label={t('common.citizenId')}
          inputMode="numeric"
          maxLength={12}
          {...form.getInputProps('citizenId')}
        />
        <TextInput label={t('student.foreignPaper')} {...form.getInputProps('foreignPaper')} />
        <TextInput label={t('student.ethnicity')} {...form.getInputProps('ethnicity')} />
        <TextInput label={t('student.nationality')} {...form.getInputProps('nationality')} />
        <TextInput label={t('student.registerNumber')} {...form.getInputProps('registerNumber')} />
        <TextInput label={t('student.policyGroup')} {...form.getInputProps('policyGroup')} />
      </SimpleGrid>
    </Section>
  )
}

const Family = ({ form }: { readonly form: Form }) => {
  const { t } = useTranslation('setup')
  return (
    <Section title={t('student.family')}>
      {(['father', 'mother', 'guardian'] as const).map((name) => (
        <SimpleGrid key={name} cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput label={t(`student.${name}`)} {...form.getInputProps(`${name}Name`)} />
          <TextInput label={t(`student.${name}Work`)} {...form.getInputProps(`${name}Work`)} />
        </SimpleGrid>
      ))}
    </Section>
  )
}

const Home = ({ form }: { readonly form: Form }) => {
  const { t } = useTranslation('setup')
  return (
    <Section title={t('student.home')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput label={t('student.birthPlace')} {...form.getInputProps('birthPlace')} />
        <TextInput label={t('student.hometown')} {...form.getInputProps('hometown')} />
      </SimpleGrid>
      <TextInput label={t('student.address')} {...form.getInputProps('address')} />
    </Section>
  )
}
