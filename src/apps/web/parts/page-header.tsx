import { Anchor, Box, Breadcrumbs, Group, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'

interface Crumb {
  readonly title: string
  readonly to?: string
}

interface PageHeaderProps {
  readonly title: string
  readonly subtitle?: ReactNode
  readonly crumbs?: readonly Crumb[]
  readonly actions?: ReactNode
}

/** A page's name (also the window's), the way to it, and what can be done there. */
export const PageHeader = ({ title, subtitle, crumbs = [], actions }: PageHeaderProps) => {
  useEffect(() => {
    document.title = `${title} – Học bạ số`
  }, [title])
  return (
    <Box component="header" mb="md">
      {crumbs.length > 0 && (
        <Breadcrumbs separator="›" mb={4} className="no-print">
          {crumbs.map(({ title: name, to }) =>
            to === undefined ? (
              <Text key={name} size="sm" c="dimmed">
                {name}
              </Text>
            ) : (
              <Anchor key={name} component={Link} to={to} size="sm">
                {name}
              </Anchor>
            ),
          )}
        </Breadcrumbs>
      )}
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={1}>{title}</Title>
          {subtitle !== undefined && (
            <Text component="div" size="sm" c="dimmed">
              {subtitle}
            </Text>
          )}
        </div>
        {actions !== undefined && (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
    </Box>
  )
}
