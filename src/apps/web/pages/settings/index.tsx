import { Badge, Button, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, PageHeader, useSchool } from '../../parts/index.ts'
import { DaysLeft, ListBox, Loaded, useList, type SettingLine } from '../../setting-up/index.ts'
import { SettingForm } from './setting-form.tsx'
import { useShownValue } from './shown-value.ts'

/** Cài đặt: every rule of the year that may be otherwise, and who has set it. */
export const Page = () => {
  const { t } = useTranslation('setup')
  const { schoolYear } = useSchool()
  const settings = useList('settings')
  const [open, setOpen] = useState<SettingLine>()
  return (
    <>
      <PageHeader title={t('settings.title')} subtitle={t('settings.subtitle', { year: schoolYear })} />
      <Loaded query={settings}>
        {({ settings: all }) =>
          all.length === 0 ? (
            <EmptyState title={t('settings.empty')} />
          ) : (
            <Stack gap="lg">
              <SettingTable
                title={t('settings.dates')}
                settings={all.filter(({ kind }) => kind === 'date')}
                onOpen={setOpen}
              />
              <SettingTable
                title={t('settings.rules')}
                settings={all.filter(({ kind }) => kind !== 'date')}
                onOpen={setOpen}
              />
            </Stack>
          )
        }
      </Loaded>
      {open !== undefined && (
        <SettingForm
          setting={open}
          onClose={() => {
            setOpen(undefined)
          }}
        />
      )}
    </>
  )
}

interface SettingTableProps {
  readonly title: string
  readonly settings: readonly SettingLine[]
  readonly onOpen: (setting: SettingLine) => void
}

const SettingTable = ({ title, settings, onOpen }: SettingTableProps) => {
  const { t } = useTranslation('setup')
  const mayWrite = useSchool().can('settings.write')
  if (settings.length === 0) return null
  return (
    <section>
      <Title order={2} mb={6}>
        {title}
      </Title>
      <ListBox label={title} width={720}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="34%">{t('settings.name')}</Table.Th>
            <Table.Th w="20%">{t('settings.value')}</Table.Th>
            <Table.Th w={110}>{t('settings.source')}</Table.Th>
            <Table.Th>{t('settings.article')}</Table.Th>
            {mayWrite && <Table.Th w={80}>{t('common.actions')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {settings.map((setting) => (
            <SettingRow
              key={setting.name}
              setting={setting}
              onOpen={
                mayWrite
                  ? () => {
                      onOpen(setting)
                    }
                  : undefined
              }
            />
          ))}
        </Table.Tbody>
      </ListBox>
    </section>
  )
}

const colors = { law: 'gray', province: 'blue', school: 'yellow' } as const

interface SettingRowProps {
  readonly setting: SettingLine
  readonly onOpen: (() => void) | undefined
}

const SettingRow = ({ setting, onOpen }: SettingRowProps) => {
  const { t } = useTranslation('setup')
  const shown = useShownValue()
  const { title, kind, value, source, article } = setting
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {title}
      </Table.Th>
      <Table.Td>
        <Text span size="sm" fw={value === null ? 400 : 600} c={value === null ? 'dimmed' : 'dark.9'}>
          {shown(setting, value)}
        </Text>
        {kind === 'date' && value !== null && <DaysLeft date={value} />}
      </Table.Td>
      <Table.Td>
        {value !== null && (
          <Badge variant="light" color={colors[source]}>
            {t(`settings.sources.${source}`)}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>{value === null ? '–' : article}</Table.Td>
      {onOpen !== undefined && (
        <Table.Td>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('settings.change', { title })}
            onClick={onOpen}
          >
            {t('common.edit')}
          </Button>
        </Table.Td>
      )}
    </Table.Tr>
  )
}
