import { Badge, Box, NavLink, ScrollArea, Text, VisuallyHidden } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { navigation, type NavigationGroup } from './navigation.ts'
import { useSchool } from './use-school.ts'
import { useWaiting } from './waiting.ts'

/** The pages that this person may open, in groups. */
export const Navigation = () => (
  <ScrollArea>
    {navigation.map((group) => (
      <Group key={group.key} group={group} />
    ))}
  </ScrollArea>
)

const Group = ({ group: { key, items } }: { readonly group: NavigationGroup }) => {
  const { t } = useTranslation('shell')
  const school = useSchool()
  const { pathname } = useLocation()
  const waiting = useWaiting()
  const shown = items.filter(({ isShown }) => isShown(school))
  if (shown.length === 0) return null
  const heading = `danh-muc-${key}`
  return (
    <Box component="section" aria-labelledby={heading} mb="xs">
      <Text id={heading} size="xs" fw={600} c="dimmed" px="md" py={4}>
        {t(`navigation.${key}`)}
      </Text>
      {shown.map((item) => {
        const to = school.path(item.path)
        const isActive = decodeURI(pathname).replace(/\/$/, '') === decodeURI(to)
        const count = waiting.reduce((sum, one) => sum + (one.page === item.path ? one.count : 0), 0)
        const countId = `danh-muc-${item.key}-so-viec`
        return (
          <Box key={item.key}>
            <NavLink
              component={Link}
              to={to}
              activeOptions={{ exact: true }}
              label={t(`navigation.${item.key}`)}
              leftSection={<item.icon size={18} stroke={1.5} aria-hidden />}
              active={isActive}
              {...(isActive ? { 'aria-current': 'page' as const } : {})}
              {...(count > 0 ? { rightSection: <Count>{count}</Count>, 'aria-describedby': countId } : {})}
              py={6}
            />
            {count > 0 && <VisuallyHidden id={countId}>{t('navigation.waiting', { count })}</VisuallyHidden>}
          </Box>
        )
      })}
    </Box>
  )
}

const Count = ({ children }: { readonly children: number }) => (
  <Badge size="sm" circle={children < 10} color="orange.9" className="numbers" aria-hidden>
    {children}
  </Badge>
)
