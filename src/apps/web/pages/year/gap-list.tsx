import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSchool } from '../../parts/index.ts'
import type { YearOverview } from '../../setting-up/index.ts'

/** Where each gap is closed. */
const places = {
  'no-classes': 'lop-hoc',
  'no-staff': 'can-bo',
  'no-approver': 'can-bo',
  'empty-classes': 'lop-hoc',
  'no-homeroom-teacher': 'lop-hoc',
  'left-teachers': 'phan-cong',
  'no-teacher': 'phan-cong',
  'no-citizen-id': 'hoc-sinh',
} as const

type KnownGap = keyof typeof places

const isKnown = (code: string): code is KnownGap => Object.hasOwn(places, code)

/** What is missing, each line with the page that closes it. */
export const GapList = ({ gaps }: Pick<YearOverview, 'gaps'>) => {
  const { t, i18n } = useTranslation('setup')
  const { path, can } = useSchool()
  return (
    <Paper withBorder component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {gaps.map(({ code, text, count }, index) => (
        <Group
          key={code}
          component="li"
          justify="space-between"
          px="md"
          py={10}
          style={
            index === 0 ? undefined : { borderBlockStart: '1px solid var(--mantine-color-default-border)' }
          }
        >
          <Group gap="sm" flex={1} miw={220} wrap="nowrap">
            <Badge variant="light" color="yellow" size="lg" miw={44} className="numbers">
              {count}
            </Badge>
            <Stack gap={0}>
              <Text size="sm">
                {isKnown(code) && i18n.language !== 'vi' ? t(`year.gaps.${code}.text`) : text}
              </Text>
            </Stack>
          </Group>
          {isKnown(code) && can('year.set-up') && (
            <Button component={Link} to={path(places[code])} variant="default" size="xs">
              {t(`year.gaps.${code}.go`)}
            </Button>
          )}
        </Group>
      ))}
    </Paper>
  )
}
