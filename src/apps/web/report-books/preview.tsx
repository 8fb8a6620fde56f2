import { Alert, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatDate, useSchool } from '../parts/index.ts'
import { Loaded } from '../setting-up/loaded.tsx'
import { part, requestOfYear, type AnswerOf, type BodyOf } from '../setting-up/request.ts'
import { shownValue } from './shown-value.ts'

type Change = BodyOf<'previewCorrection'>

interface PreviewProps {
  readonly classId: string
  readonly change: Change
}

/** What a correction would bring with it: what changes, who signs again, which day is near. Nothing is written. */
export const Preview = ({ classId, change }: PreviewProps) => {
  const school = useSchool()
  const { studentCode, subject, field, oldValue, newValue } = change
  const body = { studentCode, subject, field, oldValue, newValue }
  const query = useQuery({
    queryKey: ['preview', school.schoolCode, school.schoolYear, school.level, classId, body],
    queryFn: () =>
      requestOfYear<'previewCorrection'>(
        'post',
        school,
        `classes/${part(classId)}/corrections/preview`,
        body,
      ),
    retry: false,
  })
  return <Loaded query={query}>{(preview) => <Consequences preview={preview} />}</Loaded>
}

const Consequences = ({ preview }: { readonly preview: AnswerOf<'previewCorrection'> }) => {
  const { t } = useTranslation('books')
  const { version, changes, falling, deadline, notMade } = preview
  const nothing = `(${t('common.nothing')})`
  if (notMade !== null)
    return (
      <Alert color="yellow" variant="light">
        {notMade}
      </Alert>
    )
  return (
    <Alert variant="light" title={t('corrections.previewTitle')}>
      <Text size="sm" fw={600}>
        {t('corrections.changes')}
      </Text>
      <ul lang="vi">
        {changes.map(({ place, what, before, after }) => (
          <li key={place + what}>
            {place}, {what}: {shownValue(before) ?? nothing} → <b>{shownValue(after) ?? nothing}</b>
          </li>
        ))}
      </ul>
      <Text size="sm">
        <b>{t('corrections.falls')}:</b>{' '}
        {falling.map(({ fullName }) => fullName ?? t('book.seal')).join(', ')}. {t('corrections.stays')}
      </Text>
      <Text size="sm">{t('corrections.nextVersion', { number: version })}</Text>
      <Text size="sm">
        {t('corrections.deadline', { day: formatDate(deadline.lockedOn) })},{' '}
        {t('corrections.daysLeft', { count: deadline.daysLeft })}
      </Text>
    </Alert>
  )
}
