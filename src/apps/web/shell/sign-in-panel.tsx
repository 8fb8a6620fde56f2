import { Anchor, Divider, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Me } from '../api/me.ts'
import { AlonePage } from '../parts/alone-page.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** The page to sign in on, at an address of its own or in place of the page that was asked for. */
export const SignInPanel = ({ onSignedIn }: { readonly onSignedIn: (me: Me) => void }) => {
  const { t } = useTranslation('account')
  return (
    <AlonePage title={t('signIn.title')} subtitle={t('signIn.subtitle')}>
      <SignInForm onSignedIn={onSignedIn} />
      <Divider my="md" />
      <Stack gap={8}>
        <Anchor component={Link} to="/kich-hoat" size="sm">
          {t('signIn.activate')}
        </Anchor>
        <Text size="sm" c="dimmed">
          {t('signIn.forgotten')}
        </Text>
        <Anchor href="/" size="sm">
          {t('signIn.portal')}
        </Anchor>
      </Stack>
    </AlonePage>
  )
}
