import { Badge, Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState, formatTime, useSchool } from '../../parts/index.ts'
import { answerIncident, type Incident } from '../../report-books/notice-queries.ts'
import { useBookAct } from '../../report-books/queries.ts'

/** What was reported, one's own or for administrators everybody's, with its answer. */
export const Incidents = ({ incidents }: { readonly incidents: readonly Incident[] }) => {
  const { t } = useTranslation('books')
  if (incidents.length === 0) return null
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="su-co">
      <Title order={2} id="su-co" mb="xs">
        {t('notices.incidents')}
      </Title>
      <Stack gap="md">
        {incidents.map((one) => (
          <One key={one.incidentId} incident={one} />
        ))}
      </Stack>
    </Paper>
  )
}

const One = ({ incident }: { readonly incident: Incident }) => {
  const { t } = useTranslation('books')
  const { can } = useSchool()
  const { byName, reportedAt, page, words, answer, answeredBy, answeredAt } = incident
  return (
    <div lang="vi">
      <Text>{words}</Text>
      <Text size="sm" c="dimmed">
        {t('notices.reported', { name: byName, at: formatTime(reportedAt) })} · {page}
      </Text>
      {answer === null ? (
        <Badge variant="light" color="yellow">
          {t('notices.waiting')}
        </Badge>
      ) : (
        <Text size="sm">
          {t('notices.answered', {
            name: answeredBy ?? '',
            at: answeredAt === null ? '' : formatTime(answeredAt),
          })}
          : {answer}
        </Text>
      )}
      {answer === null && can('incidents.answer') && <Answer incident={incident} />}
    </div>
  )
}

const Answer = ({ incident: { incidentId } }: { readonly incident: Incident }) => {
  const { t } = useTranslation('books')
  const [words, setWords] = useState('')
  const answer = useBookAct({
    send: (year, text: string) => answerIncident(year, incidentId, text),
    done: () => t('notices.answerSent'),
  })
  return (
    <Group align="flex-end" mt={6}>
      <Textarea
        label={t('notices.answer')}
        autosize
        minRows={1}
        w={420}
        maw="100%"
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value)
        }}
      />
      <Button
        variant="default"
        disabled={words.trim() === ''}
        loading={answer.isPending}
        onClick={() => {
          answer.mutate(words.trim())
        }}
      >
        {t('notices.answer')}
      </Button>
      {answer.isError && <ErrorState error={answer.error} />}
    </Group>
  )
}
