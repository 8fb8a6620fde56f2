import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { EmptyState, ErrorState, LoadingState, PageHeader, useSchool } from '../../parts/index.ts'
import { useClassPaths } from '../results/paths.ts'
import { usePlace, type ClassResults } from '../results/use-class-results.ts'
import { WithResults } from '../results/with-results.tsx'
import { TraceView } from './trace-view.tsx'

/** Vết sửa điểm: all that was written about one pupil, by whom and when. */
export const StudentTracePage = () => {
  const { classId, studentCode } = usePlace()
  return (
    <WithResults classId={classId}>
      {(results) => <Trace results={results} studentCode={studentCode} />}
    </WithResults>
  )
}

interface TraceProps {
  readonly results: ClassResults
  readonly studentCode: string
}

const Trace = ({ results, studentCode }: TraceProps) => {
  const { t } = useTranslation('results')
  const { classId, name } = results.class
  const paths = useClassPaths(classId)
  const pupil = results.students.find((one) => one.studentCode === studentCode)
  const fullName = pupil?.fullName ?? studentCode
  return (
    <>
      <PageHeader
        title={t('trace.ofPupil', { name: fullName })}
        subtitle={t('trace.lead')}
        crumbs={[
          { title: t('class.title', { name }), to: paths.class },
          { title: t('class.results'), to: paths.results },
          { title: fullName, to: paths.proof(studentCode) },
          { title: t('trace.title') },
        ]}
        actions={<PupilChoice results={results} studentCode={studentCode} />}
      />
      <Writings key={studentCode} results={results} studentCode={studentCode} name={fullName} />
    </>
  )
}

const PupilChoice = ({ results, studentCode }: TraceProps) => {
  const { t } = useTranslation('results')
  const router = useRouter()
  const paths = useClassPaths(results.class.classId)
  return (
    <Select
      aria-label={t('trace.choose')}
      data={results.students.map((pupil) => ({ value: pupil.studentCode, label: pupil.fullName }))}
      value={studentCode}
      onChange={(code) => {
        if (code !== null) router.history.push(`${router.basepath}${paths.trace(code)}`)
      }}
      searchable
      allowDeselect={false}
      w={240}
    />
  )
}

const Writings = ({ results, studentCode, name }: TraceProps & { readonly name: string }) => {
  const { t } = useTranslation('results')
  const trace = useTrace(results.class.classId, studentCode)
  if (trace.isError) return <ErrorState error={trace.error} onRetry={() => void trace.refetch()} />
  if (trace.data === undefined) return <LoadingState />
  if (trace.data.entries.length === 0)
    return <EmptyState title={t('trace.none')} hint={t('trace.noneHint')} />
  return (
    <TraceView
      grade={results.class.grade}
      schoolYear={results.schoolYear}
      entries={trace.data.entries}
      name={name}
    />
  )
}

const useTrace = (classId: string, studentCode: string) => {
  const { schoolCode, schoolYear, level } = useSchool()
  return useQuery({
    queryKey: ['student-trace', schoolCode, schoolYear, level, classId, studentCode],
    queryFn: () =>
      answerOf(
        api.GET(
          '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/students/{studentCode}/trace',
          { params: { path: { schoolCode, schoolYear, level, classId, studentCode } } },
        ),
      ),
    refetchOnWindowFocus: 'always',
  })
}
