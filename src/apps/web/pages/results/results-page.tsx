import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { levelOfGrade } from '../../../../shared/education-level.ts'
import type { SummaryPeriod } from '../../../../gradebook/index.ts'
import { PageHeader, PageLink } from '../../parts/index.ts'
import { PapersMenu } from './papers-menu.tsx'
import { useClassPaths } from './paths.ts'
import { PeriodTabs } from './period-tabs.tsx'
import { findPeriod, latestPeriod, periodsOf, periodSlugs } from './periods.ts'
import { ResultsView } from './results-view.tsx'
import { usePlace, type ClassResults } from './use-class-results.ts'
import { WithResults } from './with-results.tsx'

/** Kết quả của lớp: the class's results, concluded as marks are written. */
export const ResultsPage = () => {
  const { classId } = usePlace()
  return <WithResults classId={classId}>{(results) => <Results results={results} />}</WithResults>
}

const Results = ({ results }: { readonly results: ClassResults }) => {
  const { t } = useTranslation('results')
  const { classId, name, grade } = results.class
  const paths = useClassPaths(classId)
  const [period, choose] = usePeriod(results)
  return (
    <>
      <PageHeader
        title={t('results.title', { name })}
        crumbs={[{ title: t('class.title', { name }), to: paths.class }, { title: t('class.results') }]}
        actions={
          <>
            <PageLink to={paths.borderline}>{t('results.borderline')}</PageLink>
            <PapersMenu classId={classId} period={period} />
          </>
        }
      />
      <PeriodTabs periods={periodsOf(levelOfGrade(grade))} period={period} onChange={choose}>
        <ResultsView results={results} period={period} proofPath={paths.proof} />
      </PeriodTabs>
    </>
  )
}

// The period stands in the address, so that it can be sent to a colleague; else the latest one with results.
const usePeriod = ({
  class: { grade },
  students,
}: ClassResults): readonly [SummaryPeriod, (period: SummaryPeriod) => void] => {
  const { ki }: { readonly ki?: string } = useSearch({ strict: false })
  const navigate = useNavigate()
  const choose = (period: SummaryPeriod): void =>
    void navigate({ to: '.', search: { ki: periodSlugs[period] } as never, replace: true })
  return [findPeriod(levelOfGrade(grade), ki) ?? latestPeriod(grade, students), choose]
}
