import { Anchor, Group, Paper, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import {
  Deadline,
  EmptyState,
  ErrorState,
  LoadingState,
  PageHeader,
  useSchool,
  useWaiting,
  type SchoolInUse,
  type Waiting,
} from '../../parts/index.ts'
import classes from './home.module.css'

const workQuery = ({ schoolCode, schoolYear, level }: SchoolInUse) => ({
  queryKey: ['work', schoolCode, schoolYear, level, 'home'],
  queryFn: () =>
    answerOf(
      api.GET('/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/work', {
        params: { path: { schoolCode, schoolYear, level } },
      }),
    ),
})

type Work = Awaited<ReturnType<ReturnType<typeof workQuery>['queryFn']>>
type SheetOfWork = Work['sheets'][number]

const groups = [
  ['subject-teacher', 'teaching'],
  ['homeroom-teacher', 'homeroom'],
  ['principal', 'deciding'],
  ['group-head', 'following'],
] as const

/** What lacks most comes first; equals stay in the school's order. */
const byMissing = (one: SheetOfWork, other: SheetOfWork): number =>
  other.needed - other.filled - (one.needed - one.filled)

/** Việc của tôi hôm nay: one's own sheets, what is missing on each, until when. */
export const Page = () => {
  const { t } = useTranslation('shell')
  const school = useSchool()
  const work = useQuery(workQuery(school))
  const waiting = useWaiting()
  return (
    <>
      <PageHeader title={t('home.title')} subtitle={t('home.subtitle')} />
      {work.isError && <ErrorState error={work.error} onRetry={() => void work.refetch()} />}
      {work.isPending && <LoadingState />}
      <Stack gap="lg">
        {waiting.length > 0 && <WaitingList waiting={waiting} school={school} />}
        {work.data !== undefined && (
          <WorkLists sheets={work.data.sheets} school={school} isNothingElse={waiting.length === 0} />
        )}
      </Stack>
    </>
  )
}

const WaitingList = ({
  waiting,
  school,
}: {
  readonly waiting: readonly Waiting[]
  readonly school: SchoolInUse
}) => {
  const { t } = useTranslation('shell')
  return (
    <section aria-labelledby="dang-cho">
      <Title order={2} id="dang-cho" mb="xs">
        {t('home.waiting')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm" lang="vi">
        {waiting.map(({ kind, text, page }) => (
          <Paper key={kind + text} withBorder p="sm" className={classes['waiting'] ?? ''}>
            <Anchor component={Link} to={school.path(page)} size="sm" fw={600}>
              {text}
            </Anchor>
          </Paper>
        ))}
      </SimpleGrid>
    </section>
  )
}

/** What is said to whom no sheet is given: an office has other work. */
const NoSheets = ({ school }: { readonly school: SchoolInUse }) => {
  const { t } = useTranslation('shell')
  const isOffice = school.roles.includes('clerk') || school.roles.includes('registrar')
  return (
    <EmptyState
      title={isOffice ? t('home.nothingWaits') : t('home.empty')}
      hint={
        school.roles.includes('administrator')
          ? t('home.emptyForAdministrator')
          : isOffice
            ? t('home.nothingWaitsHint')
            : t('home.emptyHint')
      }
    />
  )
}

const WorkLists = ({
  sheets,
  school,
  isNothingElse,
}: {
  readonly sheets: readonly SheetOfWork[]
  readonly school: SchoolInUse
  readonly isNothingElse: boolean
}) => {
  const { t } = useTranslation('shell')
  if (sheets.length === 0) return isNothingElse ? <NoSheets school={school} /> : null
  const own = sheets.filter(({ canWrite }) => canWrite)
  const missing = own.reduce((sum, { filled, needed }) => sum + needed - filled, 0)
  const open = own.filter(({ filled, needed }) => filled < needed).length
  return (
    <Stack gap="lg">
      {own.length > 0 && (
        <Text fw={500}>
          {missing === 0 ? t('home.allDone') : t('home.remaining', { count: missing, sheets: open })}
        </Text>
      )}
      {groups.map(([role, words]) => {
        const ofRole = sheets.filter((sheet) => sheet.role === role).toSorted(byMissing)
        return ofRole.length === 0 ? null : (
          <section key={role} aria-labelledby={`viec-${role}`}>
            <Group mb="xs" gap="md" align="baseline">
              <Title order={2} id={`viec-${role}`}>
                {t(`home.${words}`)}
              </Title>
              {role === 'homeroom-teacher' && <ClassLinks sheets={ofRole} school={school} />}
            </Group>
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
              {ofRole.map((sheet) => (
                <SheetCard key={`${sheet.classId}/${sheet.sheet}`} sheet={sheet} school={school} />
              ))}
            </SimpleGrid>
          </section>
        )
      })}
    </Stack>
  )
}

/** The pages of the classes that somebody leads. */
const ClassLinks = ({
  sheets,
  school,
}: {
  readonly sheets: readonly SheetOfWork[]
  readonly school: SchoolInUse
}) => {
  const { t } = useTranslation('shell')
  const names = new Map(sheets.map(({ classId, className }) => [classId, className]))
  return [...names].map(([classId, name]) => (
    <Anchor key={classId} component={Link} to={school.path(`lop/${encodeURIComponent(classId)}`)} size="sm">
      {t('home.classPage', { name })}
    </Anchor>
  ))
}

const SheetCard = ({ sheet, school }: { readonly sheet: SheetOfWork; readonly school: SchoolInUse }) => {
  const { t } = useTranslation('shell')
  const { classId, className, title, filled, needed, deadline, isConfirmed } = sheet
  const ofClass = `lop/${encodeURIComponent(classId)}`
  const share = needed === 0 ? 100 : (filled / needed) * 100
  const isDone = filled >= needed
  const isDue = needed > 0
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" wrap="nowrap" align="baseline">
        <Anchor component={Link} to={school.path(`${ofClass}/so/${sheet.sheet}`)} size="sm" fw={600}>
          {className} · {title}
        </Anchor>
      </Group>
      <Progress
        value={isDue ? share : 0}
        my={8}
        size="sm"
        color={isDone ? 'green.9' : 'blue.9'}
        aria-label={`${className} ${title}: ${t('home.filledOf', { filled, needed })}`}
      />
      <Group justify="space-between" gap="xs">
        <Text size="sm" className="numbers">
          {isDue ? (
            <>
              {t('home.filledOf', { filled, needed })} ·{' '}
              <Text span fw={isDone ? 400 : 600} c={isDone ? 'var(--hb-good)' : 'var(--hb-warn)'}>
                {isDone
                  ? t(isConfirmed === true ? 'home.confirmed' : 'home.done')
                  : t('home.missing', { count: needed - filled })}
              </Text>
            </>
          ) : (
            t('home.nothingDue')
          )}
        </Text>
        {deadline !== null && (
          <Deadline
            date={deadline.date}
            {...(deadline.article === null ? {} : { article: deadline.article })}
          />
        )}
      </Group>
    </Paper>
  )
}
