import { ActionIcon, AppShell, Box, Burger, Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '../api/me.ts'
import { asProblem } from '../api/problem.ts'
import { hasSessionEnded, onSessionEnd } from '../api/session-end.ts'
import { ErrorState, Later, LoadingState } from '../parts/index.ts'
import { rememberPlace } from './last-place.ts'
import { Navigation } from './navigation-list.tsx'
import { UnsentBadge } from './unsent-badge.tsx'
import { useSchool } from './use-school.ts'
import { UserMenu } from './user-menu.tsx'
import { YearSwitch } from './year-switch.tsx'

const SearchDialog = lazy(async () => ({ default: (await import('./search-dialog.tsx')).SearchDialog }))
const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.tsx')).SignInAgain }))
const SignInPanel = lazy(async () => ({ default: (await import('./sign-in-panel.tsx')).SignInPanel }))

const nothing = (): void => undefined

/** Waits for who is signed in; who is not signs in first and finds the page that was asked for. */
export const Shell = () => {
  const me = useQuery({ ...meQuery, retry: false })
  if (me.data?.memberships.some(({ mustSetUpOneTimeCodes }) => mustSetUpOneTimeCodes) === true)
    return <Navigate to="/tai-khoan" replace />
  if (me.data !== undefined) return <Frame />
  if (me.isError)
    return asProblem(me.error).code === 'not-signed-in' ? (
      <Suspense fallback={<LoadingState />}>
        <SignInPanel onSignedIn={nothing} />
      </Suspense>
    ) : (
      <Box p="md">
        <ErrorState error={me.error} onRetry={() => void me.refetch()} />
      </Box>
    )
  return (
    <Box p="md">
      <LoadingState />
    </Box>
  )
}

const useSearchKey = (open: () => void): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', listen)
    return () => {
      window.removeEventListener('keydown', listen)
    }
  }, [open])
}

/** Cells that an earlier visit left unsent count too. */
const useDraftsOfBefore = (accountId: string): void => {
  useEffect(() => {
    const watching = import('../pages/gradebook/sheet-ports.ts').then(({ watchDrafts }) =>
      watchDrafts(accountId),
    )
    return () => {
      void watching.then((stop) => {
        stop()
      })
    }
  }, [accountId])
}

/** Header, navigation by role, and the page. */
const Frame = () => {
  const { t } = useTranslation('shell')
  const { path, schoolName, accountId } = useSchool()
  const { pathname } = useLocation()
  const [isOpen, { toggle, close }] = useDisclosure()
  const [isSearching, setIsSearching] = useState(false)
  const hasEnded = useSyncExternalStore(onSessionEnd, hasSessionEnded)
  const place = path()
  useSearchKey(() => {
    setIsSearching(true)
  })
  useEffect(() => {
    rememberPlace(place)
  }, [place])
  useEffect(() => {
    close()
  }, [pathname, close])
  useDraftsOfBefore(accountId)
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 248, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <a className="skip" href="#noi-dung">
        {t('skip')}
      </a>
      <AppShell.Header px="md" bg="blue.9" c="white" withBorder={false}>
        <Group h="100%" gap="sm" wrap="nowrap">
          <Burger
            opened={isOpen}
            onClick={toggle}
            hiddenFrom="sm"
            size="sm"
            color="white"
            aria-label={isOpen ? t('navigation.close') : t('navigation.open')}
          />
          <Text
            component={Link}
            to={place}
            size="md"
            fw={600}
            c="white"
            td="none"
            style={{ whiteSpace: 'nowrap' }}
            visibleFrom="xs"
          >
            {t('app')}
          </Text>
          <Text size="sm" truncate visibleFrom="md" title={schoolName} flex="0 1 auto">
            {schoolName}
          </Text>
          <YearSwitch />
          <Box flex={1} />
          <UnsentBadge />
          <Button
            bg="blue.8"
            c="white"
            size="xs"
            fw={400}
            bd="1px solid #7fa6cf"
            leftSection={<IconSearch size={14} aria-hidden />}
            onClick={() => {
              setIsSearching(true)
            }}
            visibleFrom="sm"
          >
            {t('search.label')}
          </Button>
          <ActionIcon
            variant="transparent"
            c="white"
            size={36}
            hiddenFrom="sm"
            aria-label={t('search.title')}
            onClick={() => {
              setIsSearching(true)
            }}
          >
            <IconSearch size={20} aria-hidden />
          </ActionIcon>
          <UserMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar aria-label={t('navigation.label')} py="xs">
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="noi-dung" tabIndex={-1}>
        <Suspense fallback={<LoadingState />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
      <Later isNeeded={isSearching || hasEnded}>
        <SearchDialog
          isOpen={isSearching}
          onClose={() => {
            setIsSearching(false)
          }}
        />
        <SignInAgain />
      </Later>
    </AppShell>
  )
}
