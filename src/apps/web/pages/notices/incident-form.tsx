import { Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { reportIncident } from '../../report-books/notice-queries.ts'
import { useBookAct } from '../../report-books/queries.ts'
import { SideForm } from '../../setting-up/index.ts'

/** Báo sự cố: in one's own words, to the administrators of the school. */
export const IncidentForm = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('books')
  const form = useForm({
    initialValues: { words: '' },
    validate: { words: (value) => (value.trim() === '' ? t('common.required') : null) },
  })
  const report = useBookAct({
    send: (year, { words }: typeof form.values) => reportIncident(year, location.pathname, words.trim()),
    done: () => t('notices.sent'),
    onDone: onClose,
  })
  return (
    <SideForm
      title={t('notices.incident')}
      isOpen
      isDirty={form.isDirty() && !report.isSuccess}
      isBusy={report.isPending}
      error={report.error}
      save={t('notices.send')}
      onSubmit={() => {
        form.onSubmit((values) => {
          report.mutate(values)
        })()
      }}
      onClose={onClose}
    >
      <Text size="sm">{t('notices.incidentHint')}</Text>
      <Textarea
        label={t('notices.words')}
        autosize
        minRows={4}
        data-autofocus
        {...form.getInputProps('words')}
      />
    </SideForm>
  )
}
