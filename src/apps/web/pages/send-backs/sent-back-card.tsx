import { Badge, Button, Group, Paper, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatTime, PageLink, useSchool } from '../../parts/index.ts'
import type { SentBack } from '../../report-books/queries.ts'
import { shownValue } from '../../report-books/shown-value.ts'

interface SentBackCardProps {
  readonly sentBack: SentBack
  readonly onAnswer?: (sentBack: SentBack) => void
}

const colors = { changed: 'green', kept: 'gray' } as const

/** One cell that was sent back: whose, what it says, why, and what was answered. */
export const SentBackCard = ({ sentBack, onAnswer }: SentBackCardProps) => {
  const { t } = useTranslation('books')
  const { path } = useSchool()
  const { answer, studentName, className, sheetTitle, columnTitle } = sentBack
  const sheet = path(`lop/${encodeURIComponent(sentBack.classId)}/so/${sentBack.sheet}`)
  const nothing = `(${t('common.nothing')})`
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Text fw={600}>
            {studentName} ·{' '}
            <PageLink to={sheet} underline="always">{`${className} · ${sheetTitle}`}</PageLink> ·{' '}
            {columnTitle}
          </Text>
          <Text>
            {t('sendBacks.value')}: <b>{shownValue(sentBack.valueThen) ?? nothing}</b>
            {answer === 'changed' && (
              <>
                {' '}
                → <b>{shownValue(sentBack.valueAfter) ?? nothing}</b>
              </>
            )}
          </Text>
          <Text lang="vi">«{sentBack.reason}»</Text>
          <Text size="sm" c="dimmed">
            {t('sendBacks.from', { name: sentBack.byName, at: formatTime(sentBack.at) })}
          </Text>
          {answer !== null && (
            <Text size="sm" lang="vi">
              <Badge variant="light" color={colors[answer]}>
                {t(`sendBacks.states.${answer}`)}
              </Badge>{' '}
              {sentBack.answeredBy} {sentBack.answeredAt === null ? '' : formatTime(sentBack.answeredAt)}
              {(sentBack.answerWords ?? '') !== '' && `: «${sentBack.answerWords ?? ''}»`}
            </Text>
          )}
        </div>
        {onAnswer !== undefined && (
          <Button
            onClick={() => {
              onAnswer(sentBack)
            }}
          >
            {t('sendBacks.answer')}
          </Button>
        )}
      </Group>
    </Paper>
  )
}
