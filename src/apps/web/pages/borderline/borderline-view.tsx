import { Alert, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SummarizedStudent } from '../../../../gradebook/index.ts'
import { BorderlineTable } from './borderline-group.tsx'
import { groupBorderline, listOpen } from './groups.ts'

interface BorderlineViewProps {
  readonly students: readonly SummarizedStudent[]
  readonly proofPath: (studentCode: string) => string
}

/** Whom to look at before the promotion meeting; who is not complete yet is named, not judged. */
export const BorderlineView = ({ students, proofPath }: BorderlineViewProps) => {
  const { t } = useTranslation('results')
  const groups = groupBorderline(students)
  const open = listOpen(students)
  return (
    <>
      <Text maw="75ch">{t('borderline.lead')}</Text>
      {groups.length === 0 && open.length < students.length && (
        <Alert variant="light" color="green" mt="md" title={t('borderline.none')}>
          {t('borderline.noneHint')}
        </Alert>
      )}
      {groups.map((group) => (
        <BorderlineTable key={group.kind} group={group} proofPath={proofPath} />
      ))}
      {open.length > 0 && (
        <Alert variant="light" color="yellow" mt="md" title={t('borderline.open', { count: open.length })}>
          {open.map(({ fullName }) => fullName).join(', ')}
        </Alert>
      )}
    </>
  )
}
