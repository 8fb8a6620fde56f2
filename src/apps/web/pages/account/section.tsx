import { Paper, PasswordInput, Title, type PasswordInputProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** One thing that is settled on a page of its own account. */
export const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Paper withBorder p="lg" component="section">
    <Title order={2} mb="sm">
      {title}
    </Title>
    {children}
  </Paper>
)

interface OwnPasswordProps extends Omit<PasswordInputProps, 'onChange' | 'value' | 'autoComplete'> {
  readonly kind: 'current-password' | 'new-password'
  readonly value: string
  readonly onType: (value: string) => void
}

/** A field for a password, which can be made legible. */
export const OwnPassword = ({ kind, onType, ...more }: OwnPasswordProps) => {
  const { t } = useTranslation('account')
  return (
    <PasswordInput
      required
      autoComplete={kind}
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      onChange={(event) => {
        onType(event.currentTarget.value)
      }}
      {...more}
    />
  )
}
