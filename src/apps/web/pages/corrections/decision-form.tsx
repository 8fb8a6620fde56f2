import { SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../parts/index.ts'
import { Preview } from '../../report-books/preview.tsx'
import { useBookAct, type Correction } from '../../report-books/queries.ts'
import { DayInput, parseDay, requestOfYear, SideForm } from '../../setting-up/index.ts'

interface DecisionFormProps {
  readonly correction: Correction
  readonly onClose: () => void
}

const shortest = 5

/** Quyết định một đề nghị đính chính: with its consequences in sight. */
export const DecisionForm = ({ correction, onClose }: DecisionFormProps) => {
  const { t } = useTranslation('books')
  const form = useForm({
    initialValues: {
      decision: 'granted',
      decisionNumber: '',
      decidedOn: formatDate(new Date().toISOString()),
      words: '',
    },
    validate: {
      decisionNumber: (value, { decision }) =>
        decision === 'granted' && value.trim() === '' ? t('common.required') : null,
      decidedOn: (value, { decision }) =>
        decision === 'granted' && parseDay(value) === undefined ? t('common.day') : null,
      words: (value, { decision }) =>
        decision === 'refused' && value.trim().length < shortest ? t('common.reasonShort') : null,
    },
  })
  const decide = useBookAct({
    send: (year, { decision, decisionNumber, decidedOn, words }: typeof form.values) =>
      requestOfYear<'decideCorrection'>('post', year, `corrections/${correction.correctionId}/decision`, {
        decision: decision === 'granted' ? 'granted' : 'refused',
        decisionNumber: decision === 'granted' ? decisionNumber.trim() : null,
        decidedOn: decision === 'granted' ? (parseDay(decidedOn) ?? null) : null,
        words: words.trim(),
      }),
    done: () => t('corrections.saved'),
    onDone: onClose,
  })
  const isGranted = form.values.decision === 'granted'
  return (
    <SideForm
      title={`${correction.studentName} · ${correction.subjectName}`}
      isOpen
      isDirty={form.isDirty() && !decide.isSuccess}
      isBusy={decide.isPending}
      error={decide.error}
      save={t('corrections.decide')}
      onSubmit={() => {
        form.onSubmit((values) => {
          decide.mutate(values)
        })()
      }}
      onClose={onClose}
    >
      <Preview classId={correction.classId} change={correction} />
      <SegmentedControl
        fullWidth
        aria-label={t('corrections.decide')}
        data={[
          { value: 'granted', label: t('corrections.grant') },
          { value: 'refused', label: t('corrections.refuse') },
        ]}
        {...form.getInputProps('decision')}
      />
      {isGranted && (
        <>
          <TextInput
            label={t('corrections.number')}
            data-autofocus
            {...form.getInputProps('decisionNumber')}
          />
          <DayInput label={t('corrections.decidedOn')} {...form.getInputProps('decidedOn')} />
        </>
      )}
      <Textarea label={t('corrections.words')} autosize minRows={2} {...form.getInputProps('words')} />
    </SideForm>
  )
}
