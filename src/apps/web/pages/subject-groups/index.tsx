import { Badge, Button, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, PageHeader, useSchool } from '../../parts/index.ts'
import { byGivenName, Loaded, useList, type GroupLine } from '../../setting-up/index.ts'
import { useMayKeepStaff } from '../staff/post-name.ts'
import { GroupForm } from './group-form.tsx'

/** Tổ chuyên môn: each with its head and its members. */
export const Page = () => {
  const { t } = useTranslation('setup')
  const { can } = useSchool()
  const mayKeep = useMayKeepStaff() && can('year.set-up')
  const groups = useList('subject-groups')
  const [open, setOpen] = useState<GroupLine | 'new'>()
  const add = mayKeep && (
    <Button
      onClick={() => {
        setOpen('new')
      }}
    >
      {t('groups.add')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('groups.title')} subtitle={t('groups.subtitle')} actions={add} />
      <Loaded query={groups}>
        {({ groups: all }) =>
          all.length === 0 ? (
            <EmptyState title={t('groups.empty')} hint={t('groups.emptyHint')} action={add} />
          ) : (
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
              {all.map((group) => (
                <GroupCard key={group.name} group={group} onOpen={can('year.set-up') ? setOpen : undefined} />
              ))}
            </SimpleGrid>
          )
        }
      </Loaded>
      {open !== undefined && (
        <GroupForm
          group={open === 'new' ? undefined : open}
          groups={groups.data?.groups ?? []}
          onClose={() => {
            setOpen(undefined)
          }}
        />
      )}
    </>
  )
}

interface GroupCardProps {
  readonly group: GroupLine
  readonly onOpen: ((group: GroupLine) => void) | undefined
}

const GroupCard = ({ group, onOpen }: GroupCardProps) => {
  const { t } = useTranslation('setup')
  const { name, head, members } = group
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb={4}>
        <Title order={2} size="h3">
          {name}
        </Title>
        {onOpen !== undefined && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('groups.edit', { name })}
            onClick={() => {
              onOpen(group)
            }}
          >
            {t('common.edit')}
          </Button>
        )}
      </Group>
      <Text size="sm" mb={6}>
        {t('groups.head')}:{' '}
        {head === null ? (
          <Text span c="red.9">
            {t('groups.noHead')}
          </Text>
        ) : (
          <Text span fw={600}>
            {head.fullName}
          </Text>
        )}
      </Text>
      <Text size="sm" c="dimmed" mb={6}>
        {t('groups.members', { count: members.length })}
      </Text>
      <Group gap={6}>
        {members.toSorted(byGivenName).map(({ staffCode, fullName }) => (
          <Badge key={staffCode} variant="light" color="gray">
            {fullName}
          </Badge>
        ))}
      </Group>
    </Paper>
  )
}
