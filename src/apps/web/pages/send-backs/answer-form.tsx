import { SegmentedControl, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useBookAct, type SentBack } from '../../report-books/queries.ts'
import { shownValue } from '../../report-books/shown-value.ts'
import { requestOfYear, SideForm } from '../../setting-up/index.ts'

interface AnswerFormProps {
  readonly sentBack: SentBack
  readonly onClose: () => void
}

const shortest = 5

/** Trả lời một ô được trả lại: change it, or keep it and say why. */
export const AnswerForm = ({ sentBack, onClose }: AnswerFormProps) => {
  const { t } = useTranslation('books')
  const { sendBackId, studentName, columnTitle, valueThen, reason, byName } = sentBack
  const form = useForm({
    initialValues: { keep: 'change', value: shownValue(valueThen) ?? '', words: '' },
    validate: {
      words: (words, { keep }) =>
        keep === 'keep' && words.trim().length < shortest ? t('common.reasonShort') : null,
      value: (value, { keep }) =>
        keep === 'change' && value.trim() === (shownValue(valueThen) ?? '')
          ? t('sendBacks.newValueHint')
          : null,
    },
  })
  const answer = useBookAct({
    send: (year, { keep, value, words }: typeof form.values) =>
      requestOfYear<'answerSendBack'>('post', year, `send-backs/${sendBackId}/answer`, {
        keep: keep === 'keep',
        value: keep === 'keep' || value.trim() === '' ? null : value.trim(),
        words: words.trim(),
      }),
    done: (_values, { fallen }) =>
      [
        t('sendBacks.answered', { pupil: studentName }),
        ...(fallen.length === 0
          ? []
          : [
              t('sendBacks.fell', {
                names: fallen.map(({ fullName }) => fullName ?? t('book.seal')).join(', '),
              }),
            ]),
      ].join('. '),
    onDone: onClose,
  })
  return (
    <SideForm
      title={t('sendBacks.answerTitle', { pupil: studentName, column: columnTitle })}
      isOpen
      isDirty={form.isDirty() && !answer.isSuccess}
      isBusy={answer.isPending}
      error={answer.error}
      save={t('sendBacks.send')}
      onSubmit={() => {
        form.onSubmit((values) => {
          answer.mutate(values)
        })()
      }}
      onClose={onClose}
    >
      <Text lang="vi">
        {byName}: «{reason}»
      </Text>
      <SegmentedControl
        fullWidth
        aria-label={t('sendBacks.answer')}
        data={[
          { value: 'change', label: t('sendBacks.change') },
          { value: 'keep', label: t('sendBacks.keep') },
        ]}
        {...form.getInputProps('keep')}
      />
      {form.values.keep === 'change' && (
        <TextInput label={t('sendBacks.newValue')} data-autofocus {...form.getInputProps('value')} />
      )}
      <Textarea
        label={t('sendBacks.words')}
        description={t('sendBacks.wordsHint')}
        autosize
        minRows={2}
        {...form.getInputProps('words')}
      />
    </SideForm>
  )
}
