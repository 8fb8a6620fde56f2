import { Button, Group } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState, formatDate, PageHeader, PageLink, useSchool } from '../../parts/index.ts'
import { useClassPaths } from '../results/paths.ts'
import { usePlace, type ClassResults } from '../results/use-class-results.ts'
import { WithResults } from '../results/with-results.tsx'
import { PupilNav } from './pupil-nav.tsx'
import { PupilProofView } from './pupil-proof.tsx'
import classes from './proof.module.css'

/** Vì sao? One pupil's results with their proof, for a parent. */
export const ProofPage = () => {
  const { classId, studentCode } = usePlace()
  return (
    <WithResults classId={classId}>
      {(results) => <Proof key={studentCode} results={results} studentCode={studentCode} />}
    </WithResults>
  )
}

interface ProofProps {
  readonly results: ClassResults
  readonly studentCode: string
}

const Proof = ({ results, studentCode }: ProofProps) => {
  const { t } = useTranslation('results')
  const { classId, name } = results.class
  const { schoolName } = useSchool()
  const paths = useClassPaths(classId)
  const index = results.students.findIndex((student) => student.studentCode === studentCode)
  const student = results.students[index]
  if (student === undefined)
    return (
      <EmptyState
        title={t('proof.notFound')}
        hint={t('proof.notFoundHint')}
        action={<PageLink to={paths.results}>{t('results.title', { name })}</PageLink>}
      />
    )
  return (
    <article>
      <p className={`only-print ${classes['school'] ?? ''}`}>{schoolName}</p>
      <PageHeader
        title={t('proof.of', { name: student.fullName, class: name })}
        subtitle={`${t('proof.title')} · ${t('proof.year', { year: results.schoolYear.replace('-', '–') })} · ${t('common.code')}: ${student.studentCode} · ${t('common.born')}: ${formatDate(student.birthDate)}`}
        crumbs={[
          { title: t('class.title', { name }), to: paths.class },
          { title: t('class.results'), to: paths.results },
          { title: student.fullName },
        ]}
        actions={<Actions profilePath={paths.profile(studentCode)} tracePath={paths.trace(studentCode)} />}
      />
      <PupilNav codes={results.students.map((one) => one.studentCode)} index={index} pathOf={paths.proof} />
      <PupilProofView student={student} />
      <p className={classes['footer']}>{t('proof.footer', { date: formatDate(new Date().toISOString()) })}</p>
    </article>
  )
}

interface ActionsProps {
  readonly profilePath: string
  readonly tracePath: string
}

const Actions = ({ profilePath, tracePath }: ActionsProps) => {
  const { t } = useTranslation('results')
  return (
    <Group gap="md">
      <PageLink to={profilePath}>{t('proof.profile')}</PageLink>
      <PageLink to={tracePath}>{t('proof.trace')}</PageLink>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden="true" />}
        onClick={() => {
          window.print()
        }}
      >
        {t('common.print')}
      </Button>
    </Group>
  )
}
