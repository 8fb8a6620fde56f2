import { Badge, Paper, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatTime } from '../../parts/index.ts'
import type { BookView } from '../../report-books/class-queries.ts'
import table from '../../report-books/table.module.css'

/** Every draft that was made, latest first: nothing that was signed is lost. */
export const Drafts = ({ drafts }: Pick<BookView, 'drafts'>) => {
  const { t } = useTranslation('books')
  return (
    <Paper withBorder component="section" aria-labelledby="cac-ban">
      <Title order={2} id="cac-ban" px="md" py="sm">
        {t('book.drafts')}
      </Title>
      <table className={table['table']}>
        <tbody>
          {drafts.map(({ version, draft, isCurrent, madeAt, madeBy, issuedAt }) => (
            <tr key={`${version}/${draft}`}>
              <th scope="row">
                {version === 0 ? t('class.cover') : t('book.draft', { version, draft })}{' '}
                {isCurrent && (
                  <Badge variant="light" miw="max-content">
                    {t('book.current')}
                  </Badge>
                )}
              </th>
              <td>{t('book.madeAt', { name: madeBy, at: formatTime(madeAt) })}</td>
              <td>
                {issuedAt !== null && (
                  <Text span size="sm">
                    {t('book.issuedAt', { at: formatTime(issuedAt) })}
                  </Text>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  )
}
