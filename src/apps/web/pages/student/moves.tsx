import { Button, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDate, useSchool } from '../../parts/index.ts'
import {
  DayInput,
  parseDay,
  part,
  requestOfYear,
  SideForm,
  useList,
  useCanInClass,
  useSetUpSave,
  type StudentFile,
} from '../../setting-up/index.ts'
import type { StudentPlace } from './index.tsx'

interface MovesProps {
  readonly answer: StudentFile
  readonly place: StudentPlace
}

/** Chuyển lớp: the moves so far, and another one. */
export const Moves = ({ answer: { moves, fullName }, place }: MovesProps) => {
  const { t } = useTranslation('setup')
  const mayWrite = useCanInClass(place.classId)('students.write')
  const [isMoving, moving] = useDisclosure()
  return (
    <Paper component="section" withBorder p="md" aria-labelledby="moves">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3" id="moves">
          {t('student.moves')}
        </Title>
        {mayWrite && (
          <Button size="xs" variant="default" onClick={moving.open}>
            {t('student.move')}
          </Button>
        )}
      </Group>
      {moves.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('student.noMoves')}
        </Text>
      )}
      <Stack gap={6}>
        {moves.map(({ fromClass, toClass, movedOn, reason }) => (
          <Text size="sm" key={`${movedOn}-${toClass}`}>
            <b className="numbers">{formatDate(movedOn)}</b>{' '}
            {t('student.moveLine', { from: fromClass, to: toClass, reason })}
          </Text>
        ))}
      </Stack>
      {isMoving && <MoveForm name={fullName} place={place} onClose={moving.close} />}
    </Paper>
  )
}

interface MoveFormProps {
  readonly name: string
  readonly place: StudentPlace
  readonly onClose: () => void
}

const MoveForm = ({ name, place, onClose }: MoveFormProps) => {
  const { t } = useTranslation('setup')
  const { path, can } = useSchool()
  const navigate = useNavigate()
  const classes = useList('classes').data?.classes ?? []
  const grade = classes.find(({ classId }) => classId === place.classId)?.grade
  const form = useForm({
    initialValues: {
      toClassId: null as string | null,
      movedOn: formatDate(new Date().toISOString()),
      reason: '',
    },
    validate: {
      toClassId: (value) => (value === null ? t('common.required') : null),
      movedOn: (value) => (parseDay(value)?.length === 10 ? null : t('common.dayFault')),
      reason: (value) => (value.trim() === '' ? t('common.required') : null),
    },
  })
  const move = useSetUpSave({
    send: (year, { toClassId, movedOn, reason }: typeof form.values) =>
      requestOfYear<'moveStudent'>(
        'post',
        year,
        `classes/${part(place.classId)}/students/${part(place.studentCode)}/moves`,
        { toClassId: toClassId ?? '', movedOn: parseDay(movedOn) ?? '', reason: reason.trim() },
      ),
    done: ({ toClassId }) => t('student.moved', { name, to: toClassId ?? '' }),
    onDone: ({ toClassId }) => {
      onClose()
      // Who led the class that was left may not read the pupil's page any more.
      const there = can('students.write')
        ? `lop/${part(toClassId ?? '')}/hoc-sinh/${part(place.studentCode)}`
        : `lop/${part(place.classId)}`
      return navigate({ to: path(there) as '/', replace: true })
    },
  })
  return (
    <SideForm
      title={t('student.moveTitle', { name })}
      isOpen
      isDirty={form.isDirty() && !move.isSuccess}
      isBusy={move.isPending}
      error={move.error}
      save={t('student.move')}
      onSubmit={() => {
        form.onSubmit((values) => {
          move.mutate(values)
        })()
      }}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('student.moveHint')}
      </Text>
      <Select
        label={t('student.toClass')}
        searchable
        openOnFocus={false}
        data-autofocus
        data={classes
          .filter((one) => one.grade === grade && one.classId !== place.classId)
          .map((one) => ({ value: one.classId, label: t('classes.name', { name: one.name }) }))}
        {...form.getInputProps('toClassId')}
      />
      <DayInput label={t('student.movedOn')} {...form.getInputProps('movedOn')} />
      <TextInput label={t('student.reason')} {...form.getInputProps('reason')} />
    </SideForm>
  )
}
