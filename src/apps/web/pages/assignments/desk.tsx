import { Badge, Button, Group, Tabs, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState, useSchool } from '../../parts/index.ts'
import {
  part,
  requestOfYear,
  UnsavedGuard,
  useSetUpSave,
  type StaffLine,
  type YearAddress,
} from '../../setting-up/index.ts'
import { Loads } from './loads.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { countMissing, type Edits, type GradeMatrix, type Lesson } from './matrix.ts'

interface DeskProps {
  readonly matrices: readonly GradeMatrix[]
  readonly staff: readonly StaffLine[]
}

const none: Edits = new Map()

const lessonsOf = (matrices: readonly GradeMatrix[]): ReadonlyMap<string, Lesson> =>
  new Map(matrices.flatMap(({ lessons }) => [...lessons]))

// What is given out goes in one act; what is taken back has a route of its own for each lesson.
const sendEdits = async (
  year: YearAddress,
  edits: Edits,
  lessons: ReadonlyMap<string, Lesson>,
): Promise<void> => {
  const changed = [...edits].flatMap(([key, teacher]) => {
    const lesson = lessons.get(key)
    return lesson === undefined ? [] : [{ lesson, teacher }]
  })
  const given = changed.flatMap(({ lesson: { classId, subject, periodsPerYear }, teacher }) =>
    teacher === null ? [] : [{ classId, subject, teacher, periodsPerYear }],
  )
  if (given.length > 0)
    await requestOfYear<'saveAssignments'>('post', year, 'assignments/bulk', { assignments: given })
  for (const { lesson, teacher } of changed)
    if (teacher === null)
      await requestOfYear<'saveAssignment'>(
        'put',
        year,
        `classes/${part(lesson.classId)}/assignments/${part(lesson.subject)}`,
        { teacher, otherTeachers: [], periodsPerYear: lesson.periodsPerYear, seenVersion: lesson.version },
      )
}

/** The matrices with the changes not yet saved; each change can be undone until they are. */
export const Desk = ({ matrices, staff }: DeskProps) => {
  const { t } = useTranslation('setup')
  const { can } = useSchool()
  const [steps, setSteps] = useState<readonly Edits[]>([])
  const [said, setSaid] = useState('')
  const edits = steps.at(-1) ?? none
  const save = useSetUpSave({
    send: (year, wanted: Edits) => sendEdits(year, wanted, lessonsOf(matrices)),
    done: (wanted) => t('assignments.saved', { count: wanted.size }),
    onDone: () => {
      setSteps([])
      setSaid('')
    },
  })
  const undo = (): void => {
    setSteps(steps.slice(0, -1))
    setSaid(t('assignments.undone'))
  }
  const mayWrite = can('year.set-up')
  return (
    <>
      {mayWrite && (
        <Group gap="xs" mb="sm">
          <Button
            disabled={edits.size === 0}
            loading={save.isPending}
            onClick={() => {
              save.mutate(edits)
            }}
          >
            {edits.size === 0 ? t('assignments.nothingToSave') : t('assignments.save', { count: edits.size })}
          </Button>
          <Button variant="default" disabled={steps.length === 0} onClick={undo}>
            {t('assignments.undo')}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {said}
          </Text>
        </Group>
      )}
      {save.isError && <ErrorState error={save.error} />}
      <Tabs defaultValue={String(matrices[0]?.grade ?? 'loads')} keepMounted={false}>
        <Tabs.List mb="sm">
          {matrices.map((matrix) => (
            <GradeTab key={matrix.grade} grade={matrix.grade} missing={countMissing(matrix, edits)} />
          ))}
          <Tabs.Tab value="loads">{t('assignments.loads')}</Tabs.Tab>
        </Tabs.List>
        {matrices.map((matrix) => (
          <Tabs.Panel key={matrix.grade} value={String(matrix.grade)}>
            <MatrixTable
              matrix={matrix}
              staff={staff}
              edits={edits}
              mayWrite={mayWrite}
              onUndo={steps.length === 0 ? undefined : undo}
              onEdit={(next, message) => {
                if (next !== edits) setSteps([...steps.slice(-99), next])
                setSaid(message)
              }}
            />
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="loads">
          <Loads matrices={matrices} edits={edits} staff={staff} />
        </Tabs.Panel>
      </Tabs>
      <UnsavedGuard isDirty={edits.size > 0 && !save.isPending} />
    </>
  )
}

const GradeTab = ({ grade, missing }: { readonly grade: number; readonly missing: number }) => {
  const { t } = useTranslation('setup')
  return (
    <Tabs.Tab
      value={String(grade)}
      rightSection={
        missing > 0 && (
          <Badge variant="light" color="red" size="sm">
            {t('assignments.missing', { count: missing })}
          </Badge>
        )
      }
    >
      {t('common.grade', { grade })}
    </Tabs.Tab>
  )
}
