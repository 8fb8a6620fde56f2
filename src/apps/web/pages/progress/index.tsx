import { SegmentedControl, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, formatDate, NotYours, PageHeader, useSchool } from '../../parts/index.ts'
import { Loaded, requestOfYear, type AnswerOf } from '../../setting-up/index.ts'
import { ClassTable } from './class-table.tsx'
import { Forecasts } from './forecasts.tsx'
import { Series } from './series.tsx'
import { Stages } from './stages.tsx'
import { SubjectTable } from './subject-table.tsx'
import { TeacherTable } from './teacher-table.tsx'

export type YearProgress = AnswerOf<'getProgress'>

const views = ['classes', 'teachers', 'subjects'] as const
type View = (typeof views)[number]

/** Tiến độ: how far the school is against its deadlines, by class, teacher and subject. */
export const Page = () => {
  const school = useSchool()
  const { schoolCode, schoolYear, level } = school
  const query = useQuery({
    queryKey: ['books', schoolCode, schoolYear, level, 'progress'],
    queryFn: () => requestOfYear<'getProgress'>('get', school, 'progress'),
    enabled: school.can('progress.read'),
  })
  if (!school.can('progress.read')) return <NotYours />
  return <Loaded query={query}>{(progress) => <Dashboard progress={progress} />}</Loaded>
}

const Dashboard = ({ progress }: { readonly progress: YearProgress }) => {
  const { t } = useTranslation('progress')
  const [view, setView] = useState<View>('classes')
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle', { day: formatDate(progress.today) })} />
      {progress.classes.length === 0 ? (
        <EmptyState title={t('nothing')} hint={t('nothingHint')} />
      ) : (
        <Stack gap="lg">
          <Forecasts forecasts={progress.forecasts} />
          <Stages classes={progress.classes} />
          <Series series={progress.series} />
          <div>
            <SegmentedControl
              mb="xs"
              aria-label={t('title')}
              value={view}
              onChange={(value) => {
                setView(views.find((one) => one === value) ?? 'classes')
              }}
              data={views.map((one) => ({ value: one, label: t(`views.${one}`) }))}
            />
            {view === 'classes' && <ClassTable classes={progress.classes} />}
            {view === 'teachers' && <TeacherTable progress={progress} />}
            {view === 'subjects' && <SubjectTable progress={progress} />}
          </div>
        </Stack>
      )}
    </>
  )
}
