import { Paper, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listBorderline, type SummaryPeriod } from '../../../../gradebook/index.ts'
import { levelOfGrade } from '../../../../shared/education-level.ts'
import { PageHeader } from '../../parts/index.ts'
import { listGaps } from '../results/missing.ts'
import { PapersMenu } from '../results/papers-menu.tsx'
import { useClassPaths } from '../results/paths.ts'
import { PeriodTabs } from '../results/period-tabs.tsx'
import { periodsOf } from '../results/periods.ts'
import { usePlace, type ClassResults } from '../results/use-class-results.ts'
import { WithResults } from '../results/with-results.tsx'
import { listSheets } from './class-sheets.ts'
import { Doors } from './doors.tsx'
import { MissingPanel } from './missing-panel.tsx'
import { SheetTable } from './sheet-progress.tsx'
import { useClassStaff } from './use-class-staff.ts'
import classes from './class.module.css'

/** One class as its homeroom teacher and the principal see it. */
export const ClassPage = () => {
  const { classId } = usePlace()
  return <WithResults classId={classId}>{(results) => <ClassView results={results} />}</WithResults>
}

const ClassView = ({ results }: { readonly results: ClassResults }) => {
  const { t } = useTranslation('results')
  const { classId, name, grade } = results.class
  const { homeroomTeacher } = useClassStaff(classId)
  const [chosen, choose] = useState<SummaryPeriod>()
  const period = chosen ?? firstOpenPeriod(results)
  const borderline = listBorderline(results.students.map(({ input }) => input)).length
  return (
    <>
      <PageHeader
        title={t('class.title', { name })}
        subtitle={`${
          homeroomTeacher === undefined
            ? t('class.noHomeroom')
            : t('class.homeroom', { name: homeroomTeacher })
        } · ${t('common.pupils', { count: results.students.length })}`}
        actions={<PapersMenu classId={classId} period={period} />}
      />
      <Doors classId={classId} borderline={borderline} firstPupil={results.students[0]?.studentCode} />
      <Title order={2} mt="lg" mb="xs">
        {t('class.progress')}
      </Title>
      <PeriodTabs periods={periodsOf(levelOfGrade(grade))} period={period} onChange={choose}>
        <PeriodOfClass results={results} period={period} />
      </PeriodTabs>
    </>
  )
}

// Whoever opens the class wants to know what has to be done next.
const firstOpenPeriod = ({ class: { grade }, schoolYear, students }: ClassResults): SummaryPeriod => {
  const periods = periodsOf(levelOfGrade(grade))
  const isOpen = (period: SummaryPeriod): boolean =>
    listGaps(grade, schoolYear, students, period).some(({ gaps }) => gaps.length > 0)
  return periods.find(isOpen) ?? 'year'
}

interface PeriodProps {
  readonly results: ClassResults
  readonly period: SummaryPeriod
}

const PeriodOfClass = ({ results, period }: PeriodProps) => {
  const { t } = useTranslation('results')
  const { classId, grade } = results.class
  const paths = useClassPaths(classId)
  const { taught, homeroomTeacher } = useClassStaff(classId)
  const gaps = listGaps(grade, results.schoolYear, results.students, period)
  const words = {
    title: t('sheets.homeroom'),
    attendance: t('sheets.attendance'),
    teacher: homeroomTeacher,
  }
  const sheets = listSheets(taught ?? [], gaps, words)
  return (
    <>
      <Paper withBorder className={classes['sheetsFrame']}>
        <SheetTable sheets={sheets} title={t('class.sheets')} sheetPath={paths.sheet} />
      </Paper>
      <MissingPanel
        order={sheets.map(({ sheet }) => sheet)}
        period={period}
        pupils={gaps}
        sheetPath={paths.sheet}
        proofPath={paths.proof}
      />
    </>
  )
}
