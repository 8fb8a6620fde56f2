import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface CodeFieldProps {
  readonly value: string
  readonly onType: (value: string) => void
}

/** The six digits that the authenticator shows now. */
export const CodeField = ({ value, onType }: CodeFieldProps) => {
  const { t } = useTranslation('account')
  return (
    <TextInput
      label={t('signIn.oneTimeCode')}
      description={t('signIn.oneTimeCodeHint')}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={6}
      required
      value={value}
      onChange={(event) => {
        onType(event.currentTarget.value)
      }}
    />
  )
}
