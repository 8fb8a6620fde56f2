import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '../../api/problem.ts'
import { ConfirmDialog, ErrorState, notify, PageLink, useSchool } from '../../parts/index.ts'
import { listChosen, type Choice, type Plan } from '../../report-books/plan.ts'
import { requestOfYear } from '../../setting-up/request.ts'
import classes from './signing.module.css'

interface BeginBarProps {
  readonly plan: Plan
  readonly choice: Choice
  readonly onBegun: (sittingId: string) => void
  /** The list is not what it was when it was shown. */
  readonly onChanged: () => void
}

/** What will be signed, always in sight, and the button that asks once more and begins. */
export const BeginBar = ({ plan, choice, onBegun, onChanged }: BeginBarProps) => {
  const { t } = useTranslation('signing')
  const [isAsking, setAsking] = useState(false)
  const begin = useBegin({ plan, choice, onBegun, onChanged })
  const count = listChosen(plan, choice).length
  const leftOut = plan.eligible - count
  return (
    <>
      {begin.isError && <ErrorState error={begin.error} />}
      <Group justify="space-between" className={classes['bar']}>
        <Text c="dimmed">
          {t('begin.chosen', { count, total: plan.eligible })}
          {leftOut > 0 && `, ${t('begin.leftOut', { count: leftOut })}`}
        </Text>
        <Button
          size="md"
          disabled={count === 0}
          onClick={() => {
            setAsking(true)
          }}
        >
          {t(`begin.${plan.kind}`, { count })}
        </Button>
      </Group>
      <ConfirmDialog
        isOpen={isAsking}
        title={plan.kind === 'seal' ? t('begin.titleSeal') : t('begin.titleSign')}
        confirm={plan.kind === 'seal' ? t('begin.confirmSeal') : t('begin.confirmSign')}
        isBusy={begin.isPending}
        onConfirm={() => {
          begin.mutate(undefined, {
            onSettled: () => {
              setAsking(false)
            },
          })
        }}
        onClose={() => {
          setAsking(false)
        }}
      >
        <Agreed plan={plan} choice={choice} />
      </ConfirmDialog>
    </>
  )
}

const useBegin = ({ plan, choice, onBegun, onChanged }: BeginBarProps) => {
  const { t } = useTranslation('signing')
  const school = useSchool()
  return useMutation({
    mutationFn: () =>
      requestOfYear<'beginSitting'>('post', school, 'signing/sittings', {
        kind: plan.kind,
        digest: plan.digest,
        classIds: [...choice.classIds],
        leaveOut: [...choice.leftOut],
      }),
    onSuccess: ({ sittingId }) => {
      onBegun(sittingId)
    },
    onError: (error) => {
      if (asProblem(error).code !== 'changed-meanwhile') return
      void notify({ message: t('begin.changed') })
      onChanged()
    },
  })
}

const looked = 5

/** A few of the chosen books, from all over the list. */
const someOf = <T,>(items: readonly T[]): readonly T[] => {
  const step = Math.max(1, Math.floor(items.length / looked))
  return items.filter((_, index) => index % step === 0).slice(0, looked)
}

/** What is agreed to: how many, whose key, the digest of the list, a few to open. */
const Agreed = ({ plan, choice }: { readonly plan: Plan; readonly choice: Choice }) => {
  const { t } = useTranslation('signing')
  const { fullName, path } = useSchool()
  const chosen = plan.classes
    .filter(({ classId }) => choice.classIds.has(classId))
    .flatMap(({ classId, className, eligible }) => eligible.map((item) => ({ ...item, classId, className })))
    .filter(({ studentCode }) => !choice.leftOut.has(studentCode))
  const count = chosen.length
  const inClasses = new Set(chosen.map(({ classId }) => classId)).size
  return (
    <>
      <p>
        {plan.kind === 'seal'
          ? t('begin.whatSeal', { count, classes: inClasses })
          : t('begin.what', { count, classes: inClasses, name: fullName })}
      </p>
      <p>
        {t('begin.digest')}:{' '}
        <span className={classes['digest']}>{plan.digest.replace(/^\d+-/, '').slice(0, 16)}</span>
      </p>
      <p>
        {t('begin.look')}{' '}
        {someOf(chosen).map(({ classId, className, studentCode, fullName: name }, index) => (
          <span key={studentCode}>
            {index > 0 && ', '}
            <PageLink
              to={path(`lop/${encodeURIComponent(classId)}/hoc-ba/${encodeURIComponent(studentCode)}`)}
            >
              {name} ({className})
            </PageLink>
          </span>
        ))}
      </p>
      <p>{plan.kind === 'seal' ? t('begin.onceSeal') : t('begin.once')}</p>
    </>
  )
}
