import { Badge, Paper, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDate, PageLink, useSchool } from '../../parts/index.ts'
import type { BookInClass } from '../../report-books/class-queries.ts'
import table from '../../report-books/table.module.css'

interface BookTableProps {
  readonly classId: string
  readonly books: readonly BookInClass[]
}

/** Each pupil's cover and book of the year: how far, and whose turn it is. */
export const BookTable = ({ classId, books }: BookTableProps) => {
  const { t } = useTranslation('books')
  return (
    <Paper withBorder component="section" aria-labelledby="hoc-ba-tung-em">
      <Title order={2} id="hoc-ba-tung-em" px="md" py="sm">
        {t('class.table')}
      </Title>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('class.pupil')}</th>
            <th scope="col" className={table['wide']}>
              {t('class.cover')}
            </th>
            <th scope="col">{t('class.report')}</th>
            <th scope="col" className={table['wide']}>
              {t('class.awaits')}
            </th>
          </tr>
        </thead>
        <tbody>
          {books.map((book) => (
            <Row key={book.studentCode} classId={classId} book={book} />
          ))}
        </tbody>
      </table>
    </Paper>
  )
}

/** Who else is awaited stands on the page of the book. */
const mostNamed = 3

const Row = ({ classId, book }: { readonly classId: string; readonly book: BookInClass }) => {
  const { t } = useTranslation('books')
  const { path } = useSchool()
  const { studentCode, fullName, cover, report, notMade } = book
  const to = path(`lop/${encodeURIComponent(classId)}/hoc-ba/${encodeURIComponent(studentCode)}`)
  const awaits = (report ?? cover)?.awaits ?? []
  return (
    <tr>
      <th scope="row">
        <PageLink to={to}>{fullName}</PageLink>
      </th>
      <td className={`${table['wide'] ?? ''} ${table['short'] ?? ''}`}>
        {cover === null ? '' : t(`class.statuses.${cover.status}`)}
      </td>
      <td>
        {report === null ? (
          <Text span size="sm" c="dimmed" lang="vi">
            {notMade ?? t('class.none')}
          </Text>
        ) : (
          <>
            <Badge variant="light" color={report.status === 'issued' ? 'green' : 'blue'}>
              {t(`class.statuses.${report.status}`)}
            </Badge>{' '}
            <Text span size="sm" className="numbers">
              {report.version > 1 && `${t('class.version')} ${report.version} `}
              {report.issuedAt !== null && formatDate(report.issuedAt)}
            </Text>
          </>
        )}
      </td>
      <td className={table['wide']}>
        <Text span size="sm">
          {awaits
            .slice(0, mostNamed)
            .map(({ fullName: name }) => name ?? t('book.seal'))
            .join(', ')}
          {awaits.length > mostNamed && ` ${t('class.andMore', { count: awaits.length - mostNamed })}`}
        </Text>
      </td>
    </tr>
  )
}
