import { Alert, Badge, Button, Checkbox, Group, NumberInput, Table, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Grade } from '../../../../shared/education-level.ts'
import { ErrorState, useSchool } from '../../parts/index.ts'
import {
  ListBox,
  requestOfYear,
  UnsavedGuard,
  useSetUpSave,
  type PlannedSubject,
} from '../../setting-up/index.ts'
import { differenceOf, planLines, totalOf, type PlanLine } from './plan-lines.ts'

interface GradePlanProps {
  readonly grade: Grade
  readonly planned: readonly PlannedSubject[]
  readonly onDirty: (isDirty: boolean) => void
}

const isSame = (one: readonly PlanLine[], other: readonly PlanLine[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The plan of one grade: periods a year, electives, and what differs from the programme. */
export const GradePlan = ({ grade, planned, onDirty }: GradePlanProps) => {
  const { t } = useTranslation('setup')
  const { level, can } = useSchool()
  // A line of version 0 is the programme's own: the school has decided nothing yet.
  const isProgramme = planned.every(({ version }) => version === 0)
  const stored = planLines(level, grade, planned)
  const [edited, setEdited] = useState<readonly PlanLine[]>()
  const lines = edited ?? stored
  const isDirty = edited !== undefined && !isSame(edited, stored)
  useEffect(() => {
    onDirty(isDirty)
  }, [isDirty, onDirty])
  const save = useSetUpSave({
    send: (year, wanted: readonly PlanLine[]) =>
      requestOfYear<'saveSubjectPlan'>('put', year, `subject-plan/${grade}`, {
        subjects: wanted
          .filter(({ isTaught }) => isTaught)
          .map(({ subject, periods }) => ({ subject, periodsPerYear: Number(periods) })),
      }),
    done: () => t('common.saved', { what: t('plan.ofGrade', { grade }) }),
    onDone: () => {
      setEdited(undefined)
    },
  })
  const change = (subject: string, values: Partial<PlanLine>): void => {
    setEdited(lines.map((line) => (line.subject === subject ? { ...line, ...values } : line)))
  }
  const isWrong = lines.some(({ isTaught, periods }) => isTaught && (periods === '' || periods < 1))
  const mayWrite = can('year.set-up')
  return (
    <>
      {isProgramme && (
        <Alert color="blue" variant="light" mb="sm" title={t('plan.none', { grade })}>
          {t('plan.noneHint')}
        </Alert>
      )}
      <ListBox label={t('plan.ofGrade', { grade })} width={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={80} ta="center">
              {t('plan.taught')}
            </Table.Th>
            <Table.Th data-names-rows>{t('plan.subject')}</Table.Th>
            <Table.Th w={150} ta="right">
              {t('plan.programme')}
            </Table.Th>
            <Table.Th w={150} ta="right">
              {t('plan.school')}
            </Table.Th>
            <Table.Th w={170}>{t('plan.difference')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <PlanRow
              key={line.subject}
              line={line}
              mayWrite={mayWrite}
              onChange={(values) => {
                change(line.subject, values)
              }}
            />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Td />
            <Table.Th scope="row">{t('plan.total')}</Table.Th>
            <Table.Td />
            <Table.Td ta="right" fw={600} className="numbers">
              {totalOf(lines)}
            </Table.Td>
            <Table.Td />
          </Table.Tr>
        </Table.Tfoot>
      </ListBox>
      {save.isError && <ErrorState error={save.error} />}
      {mayWrite && (
        <Group mt="sm" gap="xs">
          <Button
            disabled={(!isDirty && !isProgramme) || isWrong}
            loading={save.isPending}
            onClick={() => {
              save.mutate(lines)
            }}
          >
            {t('plan.save', { grade })}
          </Button>
          {isDirty && (
            <Button
              variant="default"
              onClick={() => {
                setEdited(undefined)
              }}
            >
              {t('common.undoAll')}
            </Button>
          )}
          {isWrong && (
            <Text size="sm" c="red.9">
              {t('plan.periodsFault')}
            </Text>
          )}
        </Group>
      )}
      <UnsavedGuard isDirty={isDirty} />
    </>
  )
}

interface PlanRowProps {
  readonly line: PlanLine
  readonly mayWrite: boolean
  readonly onChange: (values: Partial<PlanLine>) => void
}

const PlanRow = ({ line, mayWrite, onChange }: PlanRowProps) => {
  const { t } = useTranslation('setup')
  const { name, isElective, isTaught, periods, programme } = line
  return (
    <Table.Tr bg={isTaught ? '#fff' : '#f7f8fa'}>
      <Table.Td>
        <Checkbox
          aria-label={t('plan.teaches', { name })}
          checked={isTaught}
          disabled={!mayWrite || !isElective}
          styles={{ body: { justifyContent: 'center' } }}
          onChange={(event) => {
            onChange({ isTaught: event.currentTarget.checked })
          }}
        />
      </Table.Td>
      <Table.Th scope="row" fw={500}>
        {name}{' '}
        {isElective && (
          <Badge variant="light" color="blue" ml={6}>
            {t('plan.elective')}
          </Badge>
        )}
      </Table.Th>
      <Table.Td ta="right" className="numbers">
        {programme ?? t('plan.bySchool')}
      </Table.Td>
      <Table.Td ta="right" py={2}>
        {isTaught ? (
          <NumberInput
            aria-label={t('plan.periodsOf', { name })}
            size="xs"
            min={1}
            max={1000}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            readOnly={!mayWrite}
            value={periods}
            error={periods === '' || periods < 1}
            styles={{ input: { textAlign: 'right', fontSize: 14 } }}
            onChange={(value) => {
              onChange({ periods: typeof value === 'number' ? value : '' })
            }}
          />
        ) : (
          '–'
        )}
      </Table.Td>
      <Table.Td>
        <Difference line={line} />
      </Table.Td>
    </Table.Tr>
  )
}

const Difference = ({ line }: { readonly line: PlanLine }) => {
  const { t } = useTranslation('setup')
  const difference = differenceOf(line)
  return difference === 0 ? null : (
    <Badge variant="light" color="yellow" className="numbers">
      {difference > 0 ? t('plan.more', { count: difference }) : t('plan.fewer', { count: -difference })}
    </Badge>
  )
}
