import { Anchor, Paper, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Deadline, useSchool } from '../../parts/index.ts'
import { Loaded, useList, type SettingLine } from '../../setting-up/index.ts'

type SetDay = SettingLine & { readonly value: string }

const datesOf = (settings: readonly SettingLine[]): readonly SetDay[] =>
  settings
    .filter((one): one is SetDay => one.kind === 'date' && one.value !== null && one.value !== '')
    .toSorted((one, other) => (one.value < other.value ? -1 : 1))

/** Lịch năm học: every day that counts, how far it is, and by which document. */
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
          return (
            <Paper withBorder px="md" py="sm">
              {dates.length === 0 ? (
                <Text size="sm">{t('year.noDates')}</Text>
              ) : (
                <ul style={{ margin: 0, paddingInlineStart: 18 }}>
                  {dates.map(({ name, title, value, article }) => (
                    <li key={name} style={{ paddingBlock: 3 }}>
                      <Deadline date={value} title={title} article={article} />
                    </li>
                  ))}
                </ul>
              )}
              <Anchor component={Link} to={path('cai-dat')} size="sm" mt={6} display="inline-block">
                {t('year.setDates')}
              </Anchor>
            </Paper>
          )
        }}
      </Loaded>
    </section>
  )
}
