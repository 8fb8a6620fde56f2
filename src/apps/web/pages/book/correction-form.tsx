import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSchool } from '../../parts/index.ts'
import type { BookView } from '../../report-books/class-queries.ts'
import { Preview } from '../../report-books/preview.tsx'
import { useBookAct } from '../../report-books/queries.ts'
import { part as inUrl, requestOfYear, SideForm, useList } from '../../setting-up/index.ts'
import { correctableCells } from './correctable-cells.ts'

interface CorrectionFormProps {
  readonly classId: string
  readonly book: BookView
  readonly onClose: () => void
}

interface Values {
  readonly subject: string | null
  readonly field: string | null
  readonly newValue: string
  readonly reason: string
  readonly evidence: string
}

const shortest = 5

/** Đề nghị đính chính: the cell of an issued book that is wrong, what is right, why, the evidence, the consequences. */
export const CorrectionForm = ({
  classId,
  book: { studentCode, fullName },
  onClose,
}: CorrectionFormProps) => {
  const { t } = useTranslation('books')
  const [correctionId] = useState(() => crypto.randomUUID())
  const [previewed, setPreviewed] = useState<string>()
  const form = useForm<Values>({
    initialValues: { subject: null, field: null, newValue: '', reason: '', evidence: '' },
    validate: {
      subject: (value) => (value === null ? t('common.required') : null),
      field: (value) => (value === null ? t('common.required') : null),
      reason: (value) => (value.trim().length < shortest ? t('common.reasonShort') : null),
      evidence: (value) => (value.trim().length < shortest ? t('common.reasonShort') : null),
    },
  })
  const { subjects, cells } = useCells(classId, studentCode, form.values.subject)
  const cell = cells.find(({ path }) => path === form.values.field)
  const change = useMemo(
    () => ({
      studentCode,
      subject: form.values.subject ?? '',
      field: form.values.field ?? '',
      oldValue: cell?.value ?? '',
      newValue: form.values.newValue.trim(),
    }),
    [studentCode, form.values, cell],
  )
  const send = useBookAct({
    send: (year, { reason, evidence }: Values) =>
      requestOfYear<'requestCorrection'>('post', year, `classes/${inUrl(classId)}/corrections`, {
        correctionId,
        ...change,
        reason: reason.trim(),
        evidence: evidence.trim(),
      }),
    done: () => t('corrections.sent', { pupil: fullName }),
    onDone: onClose,
  })
  return (
    <SideForm
      title={`${t('corrections.request')} · ${fullName}`}
      isOpen
      isDirty={form.isDirty() && !send.isSuccess}
      isBusy={send.isPending}
      error={send.error}
      save={t('corrections.send')}
      onSubmit={() => {
        form.onSubmit((values) => {
          send.mutate(values)
        })()
      }}
      onClose={onClose}
    >
      <Select
        label={t('corrections.subject')}
        searchable
        allowDeselect={false}
        data={subjects.map(({ code, name }) => ({ value: code, label: name }))}
        {...form.getInputProps('subject')}
        onChange={(value: string | null) => {
          form.setValues({ subject: value, field: null })
        }}
      />
      <Select
        label={t('corrections.field')}
        searchable
        allowDeselect={false}
        disabled={form.values.subject === null}
        data={cells.map(({ path, title }) => ({ value: path, label: title }))}
        {...form.getInputProps('field')}
      />
      {cell !== undefined && (
        <TextInput label={t('corrections.oldValue')} value={cell.shown} readOnly variant="unstyled" />
      )}
      <TextInput label={t('corrections.newValue')} {...form.getInputProps('newValue')} />
      {cell !== undefined && change.newValue !== '' && (
        <Button
          variant="default"
          onClick={() => {
            setPreviewed(JSON.stringify(change))
          }}
        >
          {t('corrections.preview')}
        </Button>
      )}
      {previewed === JSON.stringify(change) && <Preview classId={classId} change={change} />}
      <Textarea label={t('corrections.reason')} autosize minRows={2} {...form.getInputProps('reason')} />
      <Textarea
        label={t('corrections.evidence')}
        description={t('corrections.evidenceHint')}
        autosize
        minRows={2}
        {...form.getInputProps('evidence')}
      />
    </SideForm>
  )
}

/** The subjects of the class, and the pupil's cells of the chosen one as they stand. */
const useCells = (classId: string, studentCode: string, subject: string | null) => {
  const school = useSchool()
  const lessons = useList('assignments').data?.assignments ?? []
  const sheet = useQuery({
    queryKey: ['sheet-to-correct', school.schoolCode, school.schoolYear, school.level, classId, subject],
    queryFn: () =>
      requestOfYear<'getSheet'>('get', school, `classes/${inUrl(classId)}/sheets/${inUrl(subject ?? '')}`),
    enabled: subject !== null,
  })
  return {
    subjects: lessons
      .filter((lesson) => lesson.classId === classId)
      .map(({ subject: code, subjectName }) => ({ code, name: subjectName })),
    cells: sheet.data === undefined ? [] : correctableCells(sheet.data, studentCode),
  }
}
