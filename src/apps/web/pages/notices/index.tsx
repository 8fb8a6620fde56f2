import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, formatDate, PageHeader, PageLink, useSchool } from '../../parts/index.ts'
import { incidentsQuery, noticesQuery, type NoticeItem } from '../../report-books/notice-queries.ts'
import { Loaded } from '../../setting-up/index.ts'
import { IncidentForm } from './incident-form.tsx'
import { Incidents } from './incidents.tsx'
import { OwnMail } from './own-mail.tsx'

/** Thông báo: what waits for whoever looks, the earlier digests, mail, and a way to report what does not work. */
export const Page = () => {
  const { t } = useTranslation('books')
  const school = useSchool()
  const notices = useQuery(noticesQuery(school))
  const incidents = useQuery(incidentsQuery(school))
  const [isReporting, setReporting] = useState(false)
  return (
    <>
      <PageHeader
        title={t('notices.title')}
        subtitle={t('notices.subtitle')}
        actions={
          <Button
            variant="default"
            onClick={() => {
              setReporting(true)
            }}
          >
            {t('notices.incident')}
          </Button>
        }
      />
      <Stack gap="lg">
        <Loaded query={notices}>
          {({ today, earlier }) => (
            <>
              {today.items.length === 0 ? (
                <EmptyState title={t('notices.empty')} hint={t('notices.emptyHint')} />
              ) : (
                <Items title={t('notices.today')} items={today.items} />
              )}
              {earlier.map(({ day, items }) => (
                <Items key={day} title={formatDate(day)} items={items} />
              ))}
            </>
          )}
        </Loaded>
        <Loaded query={incidents}>{({ incidents: list }) => <Incidents incidents={list} />}</Loaded>
        <OwnMail />
      </Stack>
      {isReporting && (
        <IncidentForm
          onClose={() => {
            setReporting(false)
          }}
        />
      )}
    </>
  )
}

const Items = ({ title, items }: { readonly title: string; readonly items: readonly NoticeItem[] }) => (
  <Paper withBorder p="md" component="section">
    <Title order={2} mb="xs">
      {title}
    </Title>
    <Stack gap={6} lang="vi">
      {items.map(({ kind, text, path }) => (
        <Text key={kind + path + text}>
          <PageLink to={path}>{text}</PageLink>
        </Text>
      ))}
    </Stack>
  </Paper>
)
