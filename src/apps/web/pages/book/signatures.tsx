import { Badge, Paper, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { findSubject } from '../../../../shared/subjects.ts'
import { formatTime, useSchool } from '../../parts/index.ts'
import type { BookView } from '../../report-books/class-queries.ts'
import table from '../../report-books/table.module.css'

type Slot = BookView['slots'][number]

/** Every signature that the book calls for, in order: who, over what, when. */
export const Signatures = ({ slots }: { readonly slots: readonly Slot[] }) => {
  const { t } = useTranslation('books')
  const { t: s } = useTranslation('signing')
  return (
    <Paper withBorder component="section" aria-labelledby="chu-ki">
      <Title order={2} id="chu-ki" px="md" py="sm">
        {t('book.signatures')}
      </Title>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('book.person')}</th>
            <th scope="col">{t('book.role')}</th>
            <th scope="col">{t('class.state')}</th>
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => (
            <tr key={slot.slotId}>
              <th scope="row" className={table['line']}>
                {slot.fullName ?? t('book.seal')}
              </th>
              <td>
                {s(`roles.${slot.role}`)}
                <Covered slot={slot} />
              </td>
              <td className={table['line']}>
                <State slot={slot} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  )
}

/** The subjects that a teacher's signature answers for; the cover by its name. */
const Covered = ({ slot: { slotId, covers } }: { readonly slot: Slot }) => {
  const { t } = useTranslation('books')
  const { level } = useSchool()
  const subjects = covers
    .filter((target) => target.startsWith('mon-'))
    .map((target) => findSubject(level, target.slice(4) as never)?.name ?? target.slice(4))
  const text = slotId.startsWith('s-bia') ? t('class.cover') : subjects.join(', ')
  return text === '' ? null : (
    <Text span size="sm" c="dimmed">
      {' '}
      · {text}
    </Text>
  )
}

const State = ({
  slot: { isSigned, signedAt, signedBy, isKept, isAwaited, role },
}: {
  readonly slot: Slot
}) => {
  const { t } = useTranslation('books')
  if (!isSigned)
    return (
      <Badge variant="light" color={isAwaited ? 'orange' : 'gray'}>
        {t('book.awaits')}
      </Badge>
    )
  return (
    <Text span size="sm">
      ✓ {t('book.signedAt', { at: signedAt === null ? '' : formatTime(signedAt) })}
      {role === 'school-seal' && signedBy !== null && ` · ${signedBy}`}
      {isKept && ` · ${t('book.kept')}`}
    </Text>
  )
}
