import { Badge, Button, Group, Paper, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDate, formatTime, PageLink, useSchool } from '../../parts/index.ts'
import type { Correction } from '../../report-books/queries.ts'
import { shownValue } from '../../report-books/shown-value.ts'

interface CorrectionCardProps {
  readonly correction: Correction
  readonly onDecide?: (correction: Correction) => void
}

/** One request: what would change, why, the evidence, and what was decided. */
export const CorrectionCard = ({ correction, onDecide }: CorrectionCardProps) => {
  const { t } = useTranslation('books')
  const { path } = useSchool()
  const { studentName, className, subjectName, columnTitle, decision } = correction
  const nothing = `(${t('common.nothing')})`
  const said = (value: string): string => (value === '' ? nothing : (shownValue(value) ?? nothing))
  const book = `lop/${encodeURIComponent(correction.classId)}/hoc-ba/${encodeURIComponent(correction.studentCode)}`
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Text fw={600}>
            <PageLink to={path(book)} underline="always">
              {studentName}
            </PageLink>{' '}
            · {className} · {subjectName} · {columnTitle}
          </Text>
          <Text>
            <b>{said(correction.oldValue)}</b> → <b>{said(correction.newValue)}</b>
          </Text>
          <Text lang="vi">«{correction.reason}»</Text>
          <Text size="sm" lang="vi">
            {t('corrections.evidence')}: {correction.evidence}
          </Text>
          <Text size="sm" c="dimmed">
            {t('corrections.by', { name: correction.byName })} {formatTime(correction.at)}
          </Text>
          {decision !== null && (
            <Text size="sm" lang="vi">
              <Badge variant="light" color={decision === 'granted' ? 'green' : 'gray'}>
                {t(`corrections.${decision}`)}
              </Badge>{' '}
              {correction.decisionNumber}{' '}
              {t('corrections.decidedBy', {
                name: correction.decidedBy ?? '',
                day: correction.decidedOn === null ? '' : formatDate(correction.decidedOn),
              })}
              {(correction.decisionWords ?? '') !== '' && ` «${correction.decisionWords ?? ''}»`}
            </Text>
          )}
        </div>
        {onDecide !== undefined && (
          <Button
            onClick={() => {
              onDecide(correction)
            }}
          >
            {t('corrections.decide')}
          </Button>
        )}
      </Group>
    </Paper>
  )
}
