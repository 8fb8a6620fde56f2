import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findSubject } from '../../../../shared/subjects.ts'
import { DataTable, formatDecimal, useSchool } from '../../parts/index.ts'
import { ListFrame, isFound, type StaffLine } from '../../setting-up/index.ts'
import { loadsOf, type Edits, type GradeMatrix, type Load } from './matrix.ts'

interface LoadsProps {
  readonly matrices: readonly GradeMatrix[]
  readonly edits: Edits
  readonly staff: readonly StaffLine[]
}

const weeks = 35

/** Số tiết của giáo viên: of each teacher, the fullest first, and who has no lesson at all. */
export const Loads = ({ matrices, edits, staff }: LoadsProps) => {
  const { t } = useTranslation('setup')
  const [typed, setTyped] = useState('')
  const loads = loadsOf(matrices, edits)
  const taught = new Set(loads.map(({ staffCode }) => staffCode))
  const idle = staff
    .filter(({ post, hasLeft, staffCode }) => post === 'teacher' && !hasLeft && !taught.has(staffCode))
    .map(({ staffCode }): Load => ({ staffCode, periods: 0, lessons: [] }))
  const names = new Map(staff.map(({ staffCode, fullName }) => [staffCode, fullName]))
  const nameOf = ({ staffCode }: Load): string => names.get(staffCode) ?? staffCode
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t('assignments.loadsHint', { weeks })}
      </Text>
      <ListFrame width={680}>
        <DataTable
          label={t('assignments.loads')}
          rows={[...loads, ...idle].filter((load) => isFound(`${nameOf(load)} ${load.staffCode}`, typed))}
          keyOf={({ staffCode }) => staffCode}
          search={{ value: typed, onChange: setTyped, label: t('staff.search') }}
          empty={t('common.nobodyFound')}
          columns={[
            { key: 'name', title: t('common.fullName'), isRowHeader: true, width: '22%', cell: nameOf },
            {
              key: 'year',
              title: t('assignments.perYear'),
              align: 'right',
              width: 120,
              cell: ({ periods }) => periods,
            },
            {
              key: 'week',
              title: t('assignments.perWeek'),
              align: 'right',
              width: 120,
              cell: ({ periods }) => formatDecimal((periods / weeks).toFixed(1)),
            },
            {
              key: 'lessons',
              title: t('assignments.lessons'),
              cell: (load) => <Lessons load={load} />,
            },
          ]}
        />
      </ListFrame>
    </>
  )
}

const Lessons = ({ load: { lessons } }: { readonly load: Load }) => {
  const { t } = useTranslation('setup')
  const { level } = useSchool()
  if (lessons.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('assignments.noLessons')}
      </Text>
    )
  return [...Map.groupBy(lessons, ({ subject }) => subject)]
    .map(
      ([subject, own]) =>
        `${findSubject(level, subject)?.name ?? subject}: ${own.map(({ classId }) => classId).join(', ')}`,
    )
    .join(' · ')
}
