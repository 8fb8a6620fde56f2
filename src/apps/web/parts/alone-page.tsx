import { Anchor, Box, Container, Group, Paper, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { setLanguage } from '../words/index.ts'

interface AloneFrameProps {
  readonly size: number
  readonly children: ReactNode
}

/** What stands around a page without the shell: the product's name, the language, a column in the middle. */
export const AloneFrame = ({ size, children }: AloneFrameProps) => {
  const { t, i18n } = useTranslation('shell')
  return (
    <Box mih="100vh">
      <a className="skip" href="#noi-dung">
        {t('skip')}
      </a>
      <Box component="header" bg="blue.9" c="white" px="md" py={12} className="no-print">
        <Group justify="space-between">
          <Text component={Link} to="/" size="md" fw={600} c="white" td="none">
            {t('app')}
          </Text>
          <Anchor
            component="button"
            type="button"
            c="white"
            size="sm"
            td="underline"
            onClick={() => {
              void setLanguage(i18n.language === 'vi' ? 'en' : 'vi')
            }}
          >
            {t('user.language')}
          </Anchor>
        </Group>
      </Box>
      <Container component="main" id="noi-dung" tabIndex={-1} size={size} py={{ base: 'md', sm: 40 }}>
        {children}
      </Container>
    </Box>
  )
}

interface AlonePageProps {
  readonly title: string
  readonly subtitle?: string
  readonly size?: number
  readonly children: ReactNode
}

/** A page without the shell: signing in, activation, first set-up. */
export const AlonePage = ({ title, subtitle, size = 440, children }: AlonePageProps) => {
  useEffect(() => {
    document.title = `${title} – Học bạ số`
  }, [title])
  return (
    <AloneFrame size={size}>
      <Paper withBorder p={{ base: 'lg', sm: 'xl' }}>
        <Title order={1} mb={4}>
          {title}
        </Title>
        {subtitle !== undefined && (
          <Text size="sm" c="dimmed" mb="md">
            {subtitle}
          </Text>
        )}
        {children}
      </Paper>
    </AloneFrame>
  )
}
