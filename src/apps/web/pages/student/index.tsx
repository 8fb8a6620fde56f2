import { Anchor, Badge, Grid, Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeader, useSchool } from '../../parts/index.ts'
import { Loaded, part, requestOfYear, useCanInClass, useList } from '../../setting-up/index.ts'
import { Exemptions } from './exemptions.tsx'
import { Moves } from './moves.tsx'
import { ProfileSections } from './profile-sections.tsx'

/** Where a pupil is: their class and code. */
export interface StudentPlace {
  readonly classId: string
  readonly studentCode: string
}

/** Hồ sơ học sinh: profile, exemptions, moves between classes. */
export const Page = () => {
  const { t } = useTranslation('setup')
  const { classId = '', studentCode = '' } = useParams({ strict: false })
  const school = useSchool()
  const { schoolCode, schoolYear, level, path, can } = school
  const mayReadResults = useCanInClass(classId)('results.read')
  const room = useList('classes').data?.classes.find((one) => one.classId === classId)
  const className = room?.name ?? classId
  const place = { classId, studentCode }
  const student = useQuery({
    queryKey: ['student', schoolCode, schoolYear, level, classId, studentCode],
    queryFn: () =>
      requestOfYear<'getStudent'>('get', school, `classes/${part(classId)}/students/${part(studentCode)}`),
  })
  const base = `lop/${part(classId)}`
  const links = [
    [`${base}/ket-qua/${part(studentCode)}`, t('student.results')],
    [`${base}/hoc-sinh/${part(studentCode)}/vet`, t('student.trace')],
  ] as const
  return (
    <>
      <PageHeader
        title={student.data?.fullName ?? t('student.title')}
        subtitle={
          student.data !== undefined && (
            <Group gap="sm" mt={2}>
              <span className="numbers">
                {t('student.line', { code: studentCode, class: className, year: schoolYear })}
              </span>
              {student.data.individualPlan && (
                <Badge variant="light" color="blue">
                  {t('student.individualPlan')}
                </Badge>
              )}
            </Group>
          )
        }
        crumbs={[
          can('students.read')
            ? { title: t('students.title'), to: path('hoc-sinh') }
            : { title: t('classes.title'), to: path('lop-hoc') },
          { title: t('classes.name', { name: className }), ...(mayReadResults ? { to: path(base) } : {}) },
        ]}
        actions={(mayReadResults ? links : []).map(([below, title]) => (
          <Anchor key={below} component={Link} to={path(below)} size="sm">
            {title}
          </Anchor>
        ))}
      />
      <Loaded query={student}>
        {(answer) => (
          <Grid gap="md">
            <Grid.Col span={{ base: 12, lg: 8 }}>
              <ProfileSections key={answer.version} answer={answer} place={place} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 4 }}>
              <Stack gap="md">
                <Exemptions answer={answer} place={place} />
                <Moves answer={answer} place={place} />
              </Stack>
            </Grid.Col>
          </Grid>
        )}
      </Loaded>
    </>
  )
}
