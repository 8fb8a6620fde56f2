import { Anchor, Paper, Table, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { daysUntil, formatDate, useSchool } from '../../parts/index.ts'
import { DaysLeft, ListBox, Loaded, useList, type SettingLine } from '../../setting-up/index.ts'

type SetDay = SettingLine & { readonly value: string }

const datesOf = (settings: readonly SettingLine[]): readonly SetDay[] =>
  settings
    .filter((one): one is SetDay => one.kind === 'date' && one.value !== null && one.value !== '')
    .toSorted((one, other) => (one.value < other.value ? -1 : 1))

/** Lịch năm học: every day that counts, how far away it is, and by which document. */
export const Calendar = () => {
  const { t } = useTranslation('setup')
  const { path } = useSchool()
  const settings = useList('settings')
  return (
    <section aria-labelledby="calendar">
      <Title order={2} id="calendar" mb="xs">
        {t('year.calendar')}
      </Title>
      <Loaded query={settings}>
        {({ settings: all }) => {
          const dates = datesOf(all)
          return dates.length === 0 ? (
            <Paper withBorder px="md" py="sm">
              <Text size="sm">{t('year.noDates')}</Text>
            </Paper>
          ) : (
            <Days dates={dates} />
          )
        }}
      </Loaded>
      <Anchor component={Link} to={path('cai-dat')} size="sm" mt={8} display="inline-block">
        {t('year.setDates')}
      </Anchor>
    </section>
  )
}

const Days = ({ dates }: { readonly dates: readonly SetDay[] }) => {
  const { t } = useTranslation('setup')
  const next = dates.find(({ value }) => daysUntil(value, new Date()) >= 0)
  return (
    <ListBox label={t('year.calendar')} width={680}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={120}>{t('year.day')}</Table.Th>
          <Table.Th>{t('year.event')}</Table.Th>
          <Table.Th w={150}>{t('year.left')}</Table.Th>
          <Table.Th w="32%">{t('settings.article')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {dates.map(({ name, title, value, article }) => (
          <Table.Tr key={name} bg={name === next?.name ? '#eef4fb' : '#fff'}>
            <Table.Th scope="row" fw={500} className="numbers">
              {formatDate(value)}
            </Table.Th>
            <Table.Td fw={name === next?.name ? 600 : 400}>{title}</Table.Td>
            <Table.Td>
              <DaysLeft date={value} />
            </Table.Td>
            <Table.Td>{article}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ListBox>
  )
}
