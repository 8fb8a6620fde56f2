import { SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import {
  requestOfYear,
  SideForm,
  StaffPicker,
  useList,
  useSetUpSave,
  type YearOverview,
} from '../../setting-up/index.ts'

interface ChangeYearProps {
  readonly year: YearOverview
  readonly onClose: () => void
}

/** The school's own lines of the year, and who signs as its head: the principal, or a vice-principal by an order. */
export const ChangeYear = ({ year, onClose }: ChangeYearProps) => {
  const { t } = useTranslation('setup')
  const { school, approver, onBehalf, version } = year
  const staff = useList('staff').data?.staff ?? []
  const needed = (value: string): string | null => (value.trim() === '' ? t('common.required') : null)
  const form = useForm({
    initialValues: {
      name: school.name,
      wardName: school.wardName,
      wardCode: school.wardCode,
      provinceName: school.provinceName,
      provinceCode: school.provinceCode,
      signingPlace: school.signingPlace,
      approver: approver?.staffCode ?? null,
      decisionNumber: onBehalf?.decisionNumber ?? '',
      reason: onBehalf?.reason ?? '',
    },
    validate: {
      name: needed,
      wardName: needed,
      wardCode: needed,
      provinceName: needed,
      provinceCode: needed,
      signingPlace: needed,
      decisionNumber: (value, { reason }) =>
        value.trim() === '' && reason.trim() !== '' ? t('common.required') : null,
      reason: (value, { decisionNumber }) =>
        value.trim() === '' && decisionNumber.trim() !== '' ? t('common.required') : null,
    },
  })
  const save = useSetUpSave({
    send: (address, { decisionNumber, reason, ...values }: typeof form.values) =>
      requestOfYear<'changeYear'>('put', address, '', {
        ...values,
        onBehalf:
          decisionNumber.trim() === ''
            ? null
            : { decisionNumber: decisionNumber.trim(), reason: reason.trim() },
        seenVersion: version,
      }),
    done: () => t('common.saved', { what: t('year.lines') }),
    onDone: onClose,
  })
  const field = (name: Exclude<keyof typeof form.values, 'approver'>) => ({
    label: t(`year.form.${name}`),
    ...form.getInputProps(name),
  })
  return (
    <SideForm
      title={t('year.change')}
      isOpen
      isDirty={form.isDirty()}
      isBusy={save.isPending}
      error={save.error}
      onSubmit={() => {
        form.onSubmit((values) => {
          save.mutate(values)
        })()
      }}
      onClose={onClose}
    >
      <TextInput {...field('name')} data-autofocus />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput {...field('wardName')} />
        <TextInput {...field('wardCode')} />
        <TextInput {...field('provinceName')} />
        <TextInput {...field('provinceCode')} />
      </SimpleGrid>
      <TextInput {...field('signingPlace')} />
      <StaffPicker
        label={t('year.form.approver')}
        staff={staff.filter(
          ({ post, hasLeft }) => !hasLeft && ['principal', 'vice-principal'].includes(post),
        )}
        clearable
        clearButtonProps={{ 'aria-label': t('year.form.clearApprover') }}
        {...form.getInputProps('approver')}
      />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput {...field('decisionNumber')} description={t('year.form.onBehalfHint')} />
        <TextInput {...field('reason')} description={t('year.form.reasonHint')} />
      </SimpleGrid>
    </SideForm>
  )
}
