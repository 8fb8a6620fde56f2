import { Button, Group, Paper, SegmentedControl, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findSubject, subjectsOfLevel } from '../../../../shared/subjects.ts'
import { ErrorState, useSchool } from '../../parts/index.ts'
import {
  part,
  RemoveButton,
  requestOfYear,
  SideForm,
  useCanInClass,
  useSetUpSave,
  type StudentFile,
} from '../../setting-up/index.ts'
import type { StudentPlace } from './index.tsx'
import type { Exemption } from './profile.ts'

interface ExemptionsProps {
  readonly answer: StudentFile
  readonly place: StudentPlace
}

/** Miễn học: from what the pupil is exempt, and by which decision. */
export const Exemptions = ({ answer: { exemptions }, place }: ExemptionsProps) => {
  const { t } = useTranslation('setup')
  const { level } = useSchool()
  const [isAdding, setIsAdding] = useState(false)
  const save = useSetUpSave({
    send: (year, wanted: readonly Exemption[]) =>
      requestOfYear<'saveExemptions'>(
        'put',
        year,
        `classes/${part(place.classId)}/students/${part(place.studentCode)}/exemptions`,
        { exemptions: [...wanted] },
      ),
    done: () => t('common.saved', { what: t('student.exemptions') }),
    onDone: () => {
      setIsAdding(false)
    },
  })
  const mayWrite = useCanInClass(place.classId)('students.write')
  return (
    <Paper component="section" withBorder p="md" aria-labelledby="exemptions">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3" id="exemptions">
          {t('student.exemptions')}
        </Title>
        {mayWrite && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              save.reset()
              setIsAdding(true)
            }}
          >
            {t('student.addExemption')}
          </Button>
        )}
      </Group>
      {save.isError && !isAdding && <ErrorState error={save.error} />}
      {exemptions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('student.noExemptions')}
        </Text>
      )}
      <Stack gap="xs">
        {exemptions.map((one) => {
          const name = findSubject(level, one.subject)?.name ?? one.subject
          return (
            <Group key={one.subject} justify="space-between" wrap="nowrap" align="flex-start">
              <div>
                <Text size="sm" fw={500}>
                  {name}
                </Text>
                <Text size="sm" c="dimmed">
                  {t(`student.kinds.${one.kind}`)}
                  {one.decisionNumber ? ` · ${t('student.decision', { number: one.decisionNumber })}` : ''}
                  {one.reason ? ` · ${one.reason}` : ''}
                </Text>
              </div>
              {mayWrite && (
                <RemoveButton
                  label={t('student.removeExemption', { name })}
                  isBusy={save.isPending}
                  onRemove={() => {
                    save.mutate(exemptions.filter((other) => other !== one))
                  }}
                >
                  {t('student.removeExemptionText', { name })}
                </RemoveButton>
              )}
            </Group>
          )
        })}
      </Stack>
      {isAdding && (
        <NewExemption
          taken={exemptions.map(({ subject }) => subject)}
          isBusy={save.isPending}
          error={save.error}
          onAdd={(one) => {
            save.mutate([...exemptions, one])
          }}
          onClose={() => {
            setIsAdding(false)
          }}
        />
      )}
    </Paper>
  )
}

interface NewExemptionProps {
  readonly taken: readonly string[]
  readonly isBusy: boolean
  readonly error: unknown
  readonly onAdd: (exemption: Exemption) => void
  readonly onClose: () => void
}

const NewExemption = ({ taken, isBusy, error, onAdd, onClose }: NewExemptionProps) => {
  const { t } = useTranslation('setup')
  const { level } = useSchool()
  const [subject, setSubject] = useState<string | null>(null)
  const [kind, setKind] = useState<Exemption['kind']>('exempt')
  const [decisionNumber, setDecisionNumber] = useState('')
  const [reason, setReason] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const isComplete = subject !== null && decisionNumber.trim() !== ''
  return (
    <SideForm
      title={t('student.addExemption')}
      isOpen
      isDirty={subject !== null || decisionNumber !== '' || reason !== ''}
      isBusy={isBusy}
      error={error}
      onSubmit={() => {
        setIsChecked(true)
        if (isComplete)
          onAdd({
            subject,
            kind,
            decisionNumber: decisionNumber.trim(),
            reason: reason.trim() === '' ? null : reason.trim(),
          })
      }}
      onClose={onClose}
    >
      <Select
        label={t('plan.subject')}
        searchable
        data-autofocus
        data={subjectsOfLevel[level]
          .filter(({ code }) => !taken.includes(code))
          .map(({ code, name }) => ({ value: code, label: name }))}
        value={subject}
        onChange={setSubject}
        error={isChecked && subject === null ? t('common.required') : undefined}
      />
      <SegmentedControl
        aria-label={t('student.kind')}
        data={[
          { value: 'exempt', label: t('student.kinds.exempt') },
          { value: 'practice-exempt', label: t('student.kinds.practice-exempt') },
        ]}
        value={kind}
        onChange={(value) => {
          setKind(value)
        }}
      />
      <Text size="sm" c="dimmed">
        {t(`student.kindArticles.${kind}`)}
      </Text>
      <TextInput
        label={t('student.decisionNumber')}
        placeholder="12/QĐ-THCS"
        value={decisionNumber}
        error={isChecked && decisionNumber.trim() === '' ? t('common.required') : undefined}
        onChange={(event) => {
          setDecisionNumber(event.currentTarget.value)
        }}
      />
      <TextInput
        label={t('student.reason')}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value)
        }}
      />
    </SideForm>
  )
}
