import { Alert, Button, Group, Paper, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog, ErrorState, formatTime } from '../../parts/index.ts'
import type { Readiness } from '../../report-books/class-queries.ts'
import { useBookAct } from '../../report-books/queries.ts'
import { part as inUrl, requestOfYear } from '../../setting-up/index.ts'
import classes from './class-books.module.css'

interface CarryOverPanelProps {
  readonly readiness: Readiness
  readonly canCarryOver: boolean
}

/** Kết chuyển: what was carried over and whether it still holds; the act itself for who leads the class. */
export const CarryOverPanel = ({ readiness, canCarryOver }: CarryOverPanelProps) => {
  const { t } = useTranslation('books')
  const { carriedOver, sheets } = readiness
  const isReady = sheets.every(({ state }) => state === 'confirmed')
  const isDue = carriedOver === null || carriedOver.differs
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          {carriedOver === null ? (
            <Text>{isReady ? t('class.notCarried') : t('class.waiting')}</Text>
          ) : (
            <Text>
              {t('class.carried', {
                name: carriedOver.byName,
                at: formatTime(carriedOver.at),
                made: carriedOver.made,
              })}
            </Text>
          )}
          {carriedOver !== null && carriedOver.notMade.length > 0 && (
            <>
              <Text size="sm" fw={600} mt={4}>
                {t('class.notMade', { count: carriedOver.notMade.length })}
              </Text>
              <ul className={classes['notMade']} lang="vi">
                {carriedOver.notMade.map(({ studentCode, fullName, reason }) => (
                  <li key={studentCode}>
                    {fullName}: {reason}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        {canCarryOver && <CarryOver readiness={readiness} isReady={isReady} isDue={isDue} />}
      </Group>
      {carriedOver?.differs === true && (
        <Alert color="yellow" variant="light" mt="sm" py={6}>
          {t('class.differs')}
        </Alert>
      )}
    </Paper>
  )
}

interface CarryOverProps {
  readonly readiness: Readiness
  readonly isReady: boolean
  readonly isDue: boolean
}

const CarryOver = ({ readiness, isReady, isDue }: CarryOverProps) => {
  const { t } = useTranslation('books')
  const { classId, className, digest, carriedOver, sheets } = readiness
  const [isAsking, setAsking] = useState(false)
  const part = sheets.some(({ isSummerConfirmed }) => isSummerConfirmed) ? 'summer' : 'year'
  const carry = useBookAct({
    send: (year) =>
      requestOfYear<'carryOverClass'>('post', year, `classes/${inUrl(classId)}/carry-over`, { part, digest }),
    done: (_nothing, { made }) => t('class.carriedNow', { count: made }),
    onDone: () => {
      setAsking(false)
    },
  })
  return (
    <>
      <Button
        disabled={!isReady}
        variant={isDue ? 'filled' : 'default'}
        onClick={() => {
          setAsking(true)
        }}
      >
        {carriedOver === null ? t('class.carry') : t('class.carryAgain')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('class.carryTitle', { name: className })}
        confirm={carriedOver === null ? t('class.carry') : t('class.carryAgain')}
        isBusy={carry.isPending}
        onConfirm={() => {
          carry.mutate(undefined)
        }}
        onClose={() => {
          setAsking(false)
          carry.reset()
        }}
      >
        {t('class.carryText')}
        {carry.isError && <ErrorState error={carry.error} />}
      </ConfirmDialog>
    </>
  )
}
