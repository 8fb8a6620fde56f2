import { Alert, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../parts/index.ts'
import { ExceptionList } from '../../report-books/exception-list.tsx'
import {
  chooseAll,
  listCommon,
  listOdd,
  toggled,
  type Plan,
  type PlannedClass,
} from '../../report-books/plan.ts'
import { BeginBar } from './begin-bar.tsx'
import { ClassTable } from './class-table.tsx'
import { OddTable } from './odd-table.tsx'
import classes from './signing.module.css'

interface PlanViewProps {
  readonly plan: Plan
  readonly onBegun: (sittingId: string) => void
  readonly onChanged: () => void
}

/** What may be signed now: how much, what to look at first, class by class, and the button that begins. */
export const PlanView = ({ plan, onBegun, onChanged }: PlanViewProps) => {
  const { t } = useTranslation('signing')
  const [choice, setChoice] = useState(() => chooseAll(plan))
  const odd = listOdd(plan)
  const common = listCommon(plan)
  if (plan.eligible === 0 && plan.blocked === 0)
    return plan.kind === 'seal' ? (
      <EmptyState title={t('nothingToSeal')} hint={t('nothingToSealHint')} />
    ) : (
      <EmptyState title={t('nothing')} hint={t('nothingHint')} />
    )
  return (
    <Stack gap="lg">
      {plan.why !== null && (
        <Alert color="yellow" variant="light" title={t('noKey')}>
          {plan.why}
        </Alert>
      )}
      <Share plan={plan} />
      {common.length > 0 && <Common classes={common} />}
      {odd.length > 0 && (
        <OddTable
          odd={odd}
          leftOut={choice.leftOut}
          onToggle={(studentCode, isIn) => {
            setChoice({ ...choice, leftOut: toggled(choice.leftOut, studentCode, !isIn) })
          }}
        />
      )}
      <ClassTable plan={plan} choice={choice} onChoice={setChoice} />
      {plan.eligible > 0 && plan.why === null && (
        <BeginBar plan={plan} choice={choice} onBegun={onBegun} onChanged={onChanged} />
      )}
    </Stack>
  )
}

/** What every report of a class has in common: told once. */
const Common = ({ classes: found }: { readonly classes: readonly PlannedClass[] }) => {
  const { t } = useTranslation('signing')
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="chung-ca-lop">
      <Title order={2} id="chung-ca-lop">
        {t('common.title')}
      </Title>
      {found.map(({ classId, className, common, eligible }) => (
        <div key={classId}>
          <Text fw={600} mt="xs">
            {t('common.ofClass', { name: className, count: eligible.length })}
          </Text>
          <ExceptionList exceptions={common} className={classes['reasons']} />
        </div>
      ))}
    </Paper>
  )
}

/** How much is ready, as a line and as two numbers. */
const Share = ({ plan: { kind, eligible, blocked } }: { readonly plan: Plan }) => {
  const { t } = useTranslation('signing')
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb={8}>
        <Text fw={600}>{t(`ready.${kind}`, { count: eligible })}</Text>
        <Text c="dimmed">{t('waiting', { count: blocked })}</Text>
      </Group>
      <svg
        className={classes['share']}
        viewBox={`0 0 ${eligible + blocked} 1`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('share', { ready: eligible, waiting: blocked })}
      >
        <rect className={classes['ready']} width={eligible} height={1} />
        <rect className={classes['waiting']} x={eligible} width={blocked} height={1} />
      </svg>
    </Paper>
  )
}
