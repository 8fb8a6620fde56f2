import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, ErrorState, LoadingState, PageHeader, useSchool } from '../../parts/index.ts'
import { useList } from '../../setting-up/index.ts'
import { Desk } from './desk.tsx'
import { toMatrices } from './matrix.ts'

/** Phân công giảng dạy: who teaches what in which class, as a matrix of each grade. */
export const Page = () => {
  const { t } = useTranslation('setup')
  const { level, path, schoolYear } = useSchool()
  const lists = [
    useList('classes'),
    useList('subject-plan'),
    useList('assignments'),
    useList('staff'),
  ] as const
  const [classes, plan, assignments, staff] = lists
  const failed = lists.find(({ isError, data }) => isError && data === undefined)
  const matrices = useMemo(
    () =>
      classes.data === undefined || plan.data === undefined || assignments.data === undefined
        ? undefined
        : toMatrices(level, {
            classes: classes.data.classes,
            planned: plan.data.subjects,
            assignments: assignments.data.assignments,
          }),
    [level, classes.data, plan.data, assignments.data],
  )
  return (
    <>
      <PageHeader title={t('assignments.title')} subtitle={t('assignments.subtitle', { year: schoolYear })} />
      {failed !== undefined ? (
        <ErrorState
          error={failed.error}
          onRetry={() => {
            for (const list of lists) void list.refetch()
          }}
        />
      ) : matrices === undefined || staff.data === undefined ? (
        <LoadingState rows={10} />
      ) : matrices.length === 0 ? (
        <EmptyState
          title={t('assignments.noClasses')}
          hint={t('assignments.noClassesHint')}
          action={
            <Button component={Link} to={path('lop-hoc')}>
              {t('assignments.toClasses')}
            </Button>
          }
        />
      ) : (
        <Desk matrices={matrices} staff={staff.data.staff} />
      )}
    </>
  )
}
