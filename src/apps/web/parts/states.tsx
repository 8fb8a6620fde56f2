import { Alert, Button, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '../api/problem.ts'

/** Nothing is here yet: says so kindly, and what to do. */
export const EmptyState = ({
  title,
  hint,
  action,
}: {
  readonly title: string
  readonly hint?: ReactNode
  readonly action?: ReactNode
}) => (
  <Paper withBorder p="xl" ta="center">
    <Stack align="center" gap="xs">
      <Title order={2} size="h3">
        {title}
      </Title>
      {hint !== undefined && (
        <Text component="div" c="dimmed" maw={520}>
          {hint}
        </Text>
      )}
      {action}
    </Stack>
  </Paper>
)

/** A page whose work belongs to others: says whose, before anything is tried. */
export const NotYours = () => {
  const { t } = useTranslation('shell')
  return <EmptyState title={t('state.notYours')} hint={t('state.notYoursHint')} />
}

/** Something could not be had: what, why, and once more. */
export const ErrorState = ({
  error,
  onRetry,
}: {
  readonly error: unknown
  readonly onRetry?: () => void
}) => {
  const { t } = useTranslation('shell')
  const { title, detail, code, status } = asProblem(error)
  // What a program says of its own mistakes helps nobody at a school.
  const said = code === 'offline' ? t('state.offline') : status === 0 ? t('state.unexpected') : title
  return (
    <Alert color="red" variant="light" title={said} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{detail ?? t('state.errorHint')}</Text>
        {onRetry !== undefined && (
          <Button variant="default" size="xs" onClick={onRetry}>
            {t('state.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

/** The shape of what is coming. */
export const LoadingState = ({ rows = 6 }: { readonly rows?: number }) => {
  const { t } = useTranslation('shell')
  return (
    <Stack gap={8} role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={index === 0 ? 28 : 36} width={index === 0 ? '40%' : '100%'} />
      ))}
    </Stack>
  )
}
