import { Alert, Badge, Chip, Group, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ListBox } from '../../setting-up/index.ts'
import {
  byClass,
  countOutcomes,
  outcomes,
  type Destination,
  type Outcome,
  type Rehearsal,
} from './rehearsal.ts'
import { NextYear } from './next-year.tsx'

/** What a roll-over would do: every pupil's destination, then the classes and lessons of the next year. */
export const RehearsalView = ({ rehearsal }: { readonly rehearsal: Rehearsal }) => {
  const { t } = useTranslation('setup')
  const { destinations, warnings, toSchoolYear } = rehearsal
  const counts = countOutcomes(destinations)
  const [chosen, choose] = useState<Outcome | null>(counts.undecided > 0 ? 'undecided' : null)
  const groups = byClass(destinations, chosen)
  return (
    <Stack gap="lg">
      <Text size="sm" role="status">
        {t('rollOver.rehearsed', { year: toSchoolYear, count: destinations.length })}
      </Text>
      <SimpleGrid cols={{ base: 2, sm: 5 }} spacing="sm">
        {outcomes.map((outcome) => (
          <Paper key={outcome} withBorder px="md" py="sm">
            <Text
              fz={24}
              fw={600}
              lh={1.2}
              className="numbers"
              c={outcome === 'undecided' && counts.undecided > 0 ? 'red.9' : 'dark.9'}
            >
              {counts[outcome]}
            </Text>
            <Text size="sm">{t(`rollOver.outcomes.${outcome}`)}</Text>
          </Paper>
        ))}
      </SimpleGrid>
      {warnings.length > 0 && (
        <Alert color="yellow" variant="light" title={t('rollOver.warnings')}>
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Alert>
      )}
      <section aria-labelledby="destinations">
        <Title order={2} id="destinations" mb="xs">
          {t('rollOver.destinations')}
        </Title>
        <Chip.Group
          value={chosen ?? 'all'}
          onChange={(value) => {
            choose(outcomes.find((one) => one === value) ?? null)
          }}
        >
          <Group gap={6} mb="sm" role="group" aria-label={t('rollOver.filter')}>
            <Chip value="all" size="sm" radius="sm">
              {t('rollOver.all', { count: destinations.length })}
            </Chip>
            {outcomes.map((outcome) => (
              <Chip key={outcome} value={outcome} size="sm" radius="sm" disabled={counts[outcome] === 0}>
                {t(`rollOver.outcomes.${outcome}`)} ({counts[outcome]})
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Stack gap="md">
          {groups.map(([name, pupils]) => (
            <ClassDestinations key={name} name={name} pupils={pupils} />
          ))}
          {groups.length === 0 && <Text size="sm">{t('rollOver.nobody')}</Text>}
        </Stack>
      </section>
      <NextYear rehearsal={rehearsal} />
    </Stack>
  )
}

const colors = {
  undecided: 'red',
  waiting: 'yellow',
  retained: 'orange',
  completed: 'blue',
  promoted: 'green',
} as const

interface ClassDestinationsProps {
  readonly name: string
  readonly pupils: readonly Destination[]
}

const ClassDestinations = ({ name, pupils }: ClassDestinationsProps) => {
  const { t } = useTranslation('setup')
  const label = t('rollOver.fromClass', { name, count: pupils.length })
  return (
    <section>
      <Title order={3} mb={4}>
        {label}
      </Title>
      <ListBox label={label} width={700} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="28%">{t('common.fullName')}</Table.Th>
            <Table.Th w="18%">{t('rollOver.outcome')}</Table.Th>
            <Table.Th w="14%">{t('rollOver.toClass')}</Table.Th>
            <Table.Th>{t('rollOver.reason')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {pupils.map(({ studentCode, fullName, outcome, toClass, reason, article }) => (
            <Table.Tr key={studentCode}>
              <Table.Th scope="row" fw={500}>
                {fullName}
              </Table.Th>
              <Table.Td>
                <Badge variant="light" color={colors[outcome]}>
                  {t(`rollOver.outcomes.${outcome}`)}
                </Badge>
              </Table.Td>
              <Table.Td>{toClass ?? '–'}</Table.Td>
              <Table.Td>
                {reason}
                {article !== null && (
                  <Text span size="sm" c="dimmed">
                    {' '}
                    ({article})
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </ListBox>
    </section>
  )
}
