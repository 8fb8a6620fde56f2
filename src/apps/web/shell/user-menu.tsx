import { Group, Menu, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconLanguage, IconLogout, IconUserCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { asProblem } from '../api/problem.ts'
import { setSessionEnded } from '../api/session-end.ts'
import { Later, notify } from '../parts/index.ts'
import { setLanguage } from '../words/index.ts'
import { countUnsent, wipeDrafts } from './unsent.ts'

const UnsentDialog = lazy(async () => ({ default: (await import('./unsent-dialog.tsx')).UnsentDialog }))

/** One's own account, the language, and the way out. */
export const UserMenu = () => {
  const { t, i18n } = useTranslation('shell')
  const { account } = useMe()
  const [isAsking, setIsAsking] = useState(false)
  const signOut = useSignOut()
  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <UnstyledButton aria-label={t('user.menu', { name: account.fullName })} c="white" mih={36}>
            <Group gap={4} wrap="nowrap">
              <IconUserCircle size={22} stroke={1.5} aria-hidden />
              <Text size="sm" visibleFrom="sm" maw={160} truncate>
                {account.fullName}
              </Text>
              <IconChevronDown size={14} aria-hidden />
            </Group>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} to="/tai-khoan" leftSection={<IconUserCircle size={16} aria-hidden />}>
            {t('user.account')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLanguage size={16} aria-hidden />}
            onClick={() => {
              void setLanguage(i18n.language === 'vi' ? 'en' : 'vi')
            }}
          >
            {t('user.language')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconLogout size={16} aria-hidden />}
            onClick={() => {
              if (countUnsent() > 0) setIsAsking(true)
              else void signOut()
            }}
          >
            {t('user.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Later isNeeded={isAsking}>
        <UnsentDialog
          isOpen={isAsking}
          onLeave={() => void signOut()}
          onStay={() => {
            setIsAsking(false)
          }}
        />
      </Later>
    </>
  )
}

const useSignOut = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { t } = useTranslation('shell')
  return async () => {
    try {
      await api.DELETE('/api/v1/sessions/current')
    } catch (error) {
      const { code, title, detail } = asProblem(error)
      // A session that has ended already is what was wanted.
      if (code !== 'not-signed-in') {
        void notify({ color: 'red', title: t('signOutFailed'), message: detail ?? title })
        return
      }
    }
    await wipeDrafts()
    await navigate({ to: '/dang-nhap' })
    setSessionEnded(false)
    queries.clear()
  }
}
