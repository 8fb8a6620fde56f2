import { Select, Textarea, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { classSheets, deadlineSettings, sheetTitle } from '../../../../gradebook/index.ts'
import { subjectsOfLevel } from '../../../../shared/subjects.ts'
import { daysUntil, useSchool } from '../../parts/index.ts'
import { useBookAct } from '../../report-books/queries.ts'
import { DayInput, parseDay, requestOfYear, SideForm, useList, type BodyOf } from '../../setting-up/index.ts'

type WantedOrder = BodyOf<'giveEntryOrder'>

interface OrderValues {
  readonly orderNumber: string
  readonly reason: string
  readonly classId: string | null
  readonly sheet: string | null
  readonly part: string | null
  readonly endsOn: string
}

const mostDays = 31
const shortestReason = 5

/** Ra lệnh mở sổ: number, reason, scope and end. */
export const OrderForm = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('books')
  const { roles } = useSchool()
  // One wish, however often it is sent.
  const orderId = useMemo(() => crypto.randomUUID(), [])
  const form = useForm<OrderValues>({
    initialValues: {
      orderNumber: '',
      reason: '',
      classId: null,
      sheet: null,
      part: null,
      endsOn: '',
    },
    validate: {
      orderNumber: (value) => (value.trim() === '' ? t('common.required') : null),
      reason: (value) => (value.trim().length < shortestReason ? t('common.reasonShort') : null),
      endsOn: (value) => {
        const day = parseDay(value)
        if (day === undefined) return t('common.day')
        const days = daysUntil(day, new Date())
        return days < 0 ? t('orders.past') : days >= mostDays ? t('orders.tooLong') : null
      },
    },
  })
  const give = useBookAct({
    send: (year, values: OrderValues) =>
      requestOfYear<'giveEntryOrder'>('post', year, 'entry-orders', {
        orderId,
        orderNumber: values.orderNumber.trim(),
        reason: values.reason.trim(),
        classId: values.classId,
        sheet: values.sheet,
        part: values.part as WantedOrder['part'],
        endsAt: `${parseDay(values.endsOn) ?? ''}T23:59:59+07:00`,
      }),
    done: ({ orderNumber }) => t('orders.given', { number: orderNumber }),
    onDone: onClose,
  })
  return (
    <SideForm
      title={roles.includes('principal') ? t('orders.add') : t('orders.addQuoted')}
      isOpen
      isDirty={form.isDirty() && !give.isSuccess}
      isBusy={give.isPending}
      error={give.error}
      save={t('orders.give')}
      onSubmit={() => {
        form.onSubmit((values) => {
          give.mutate(values)
        })()
      }}
      onClose={onClose}
    >
      <TextInput
        label={t('orders.number')}
        description={t('orders.numberHint')}
        data-autofocus
        {...form.getInputProps('orderNumber')}
      />
      <Textarea label={t('orders.reason')} autosize minRows={2} {...form.getInputProps('reason')} />
      <Scope form={form} />
      <DayInput
        label={t('orders.endsOn')}
        description={t('orders.endsHint')}
        {...form.getInputProps('endsOn')}
      />
    </SideForm>
  )
}

/** How far it opens: a class, a sheet, a part of the year; nothing chosen is everything. */
const Scope = ({ form }: { readonly form: UseFormReturnType<OrderValues> }) => {
  const { t } = useTranslation('books')
  const { level } = useSchool()
  const classes = useList('classes').data?.classes ?? []
  const sheets = [
    ...subjectsOfLevel[level].map(({ code, name }) => ({ value: code, label: name })),
    ...classSheets.map((sheet) => ({ value: sheet, label: sheetTitle(level, sheet) })),
  ]
  const parts = deadlineSettings(level).map(({ name, title }) => ({
    value: name.replace(/^entry-closes\./, ''),
    label: title.replace(/^Hạn nhập /, ''),
  }))
  return (
    <>
      <Select
        label={t('orders.class')}
        placeholder={t('orders.anyClass')}
        clearable
        searchable
        data={classes.map(({ classId, name }) => ({ value: classId, label: name }))}
        {...form.getInputProps('classId')}
      />
      <Select
        label={t('orders.sheet')}
        placeholder={t('orders.anySheet')}
        clearable
        searchable
        data={sheets}
        {...form.getInputProps('sheet')}
      />
      <Select
        label={t('orders.part')}
        placeholder={t('orders.anyPart')}
        clearable
        data={parts}
        {...form.getInputProps('part')}
      />
    </>
  )
}
