import { Select, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { educationLevels } from '../../../../shared/education-level.ts'
import { answerOf, api } from '../../api/client.ts'
import { meQuery } from '../../api/me.ts'
import { useSchool } from '../../parts/index.ts'
import { SideForm, useSetUpSave, type YearOverview } from '../../setting-up/index.ts'

const isYear = (text: string): boolean => {
  const [from, to] = text.split('-').map(Number)
  return /^\d{4}-\d{4}$/.test(text) && to === (from ?? 0) + 1
}

const yearAfter = (year: string): string => {
  const first = Number(year.slice(0, 4)) + 1
  return `${first}-${first + 1}`
}

interface AddYearProps {
  readonly school: YearOverview['school'] | undefined
  readonly onClose: () => void
}

/** Begins a school year by hand; what is known of the school is already there. */
export const AddYear = ({ school, onClose }: AddYearProps) => {
  const { t } = useTranslation('setup')
  const { t: ofShell } = useTranslation('shell')
  const { schoolCode, schoolYear, level } = useSchool()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const needed = (value: string): string | null => (value.trim() === '' ? t('common.required') : null)
  const form = useForm({
    initialValues: {
      schoolYear: yearAfter(schoolYear),
      level,
      name: school?.name ?? '',
      wardName: school?.wardName ?? '',
      wardCode: school?.wardCode ?? '',
      provinceName: school?.provinceName ?? '',
      provinceCode: school?.provinceCode ?? '',
      signingPlace: school?.signingPlace ?? '',
    },
    validate: {
      schoolYear: (value) => (isYear(value) ? null : t('year.form.yearFault')),
      name: needed,
      wardName: needed,
      wardCode: needed,
      provinceName: needed,
      provinceCode: needed,
      signingPlace: needed,
    },
  })
  const add = useSetUpSave({
    send: async (_year, values: typeof form.values) => {
      await answerOf(
        api.POST('/api/v1/schools/{schoolCode}/years', { params: { path: { schoolCode } }, body: values }),
      )
      form.resetDirty()
      await queries.invalidateQueries({ queryKey: meQuery.queryKey })
    },
    done: (values) => t('year.form.done', { year: values.schoolYear }),
    onDone: (values) => {
      onClose()
      return navigate({ to: `/${schoolCode}/${values.schoolYear}/${values.level}/nam-hoc` as '/' })
    },
  })
  const field = (name: Exclude<keyof typeof form.values, 'level'>) => ({
    label: t(`year.form.${name}`),
    ...form.getInputProps(name),
  })
  return (
    <SideForm
      title={t('year.add')}
      isOpen
      isDirty={form.isDirty()}
      isBusy={add.isPending}
      error={add.error}
      save={t('year.form.submit')}
      onSubmit={() => {
        form.onSubmit((values) => {
          add.mutate(values)
        })()
      }}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('year.form.hint')}
      </Text>
      <SimpleGrid cols={2} spacing="sm">
        <TextInput {...field('schoolYear')} description={t('year.form.yearHint')} data-autofocus />
        <Select
          label={t('year.form.level')}
          description={t('year.form.levelHint')}
          allowDeselect={false}
          data={educationLevels.map((value) => ({ value, label: ofShell(`levels.${value}`) }))}
          {...form.getInputProps('level')}
        />
      </SimpleGrid>
      <TextInput {...field('name')} />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput {...field('wardName')} />
        <TextInput {...field('wardCode')} />
        <TextInput {...field('provinceName')} />
        <TextInput {...field('provinceCode')} />
      </SimpleGrid>
      <TextInput {...field('signingPlace')} />
    </SideForm>
  )
}
