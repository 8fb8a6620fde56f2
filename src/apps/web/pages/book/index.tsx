import { Alert, Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, formatDate, PageHeader, PageLink, useSchool } from '../../parts/index.ts'
import { bookQuery, type BookView } from '../../report-books/class-queries.ts'
import { ExceptionList } from '../../report-books/exception-list.tsx'
import { shownValue } from '../../report-books/shown-value.ts'
import { Loaded, useCanInClass } from '../../setting-up/index.ts'
import { signs } from '../../shell/navigation.ts'
import { useClassPaths } from '../results/paths.ts'
import { CorrectionForm } from './correction-form.tsx'
import { Drafts } from './drafts.tsx'
import { Signatures } from './signatures.tsx'

/** Học bạ của một em: who has signed, what to note, its drafts, what changed since one signed. */
export const Page = () => {
  const { classId = '', studentCode = '' } = useParams({ strict: false })
  const query = useQuery(bookQuery(useSchool(), classId, studentCode))
  return <Loaded query={query}>{(book) => <Book classId={classId} book={book} />}</Loaded>
}

const Book = ({ classId, book }: { readonly classId: string; readonly book: BookView }) => {
  const { t } = useTranslation('books')
  const paths = useClassPaths(classId)
  const can = useCanInClass(classId)
  const school = useSchool()
  const [isCorrecting, setCorrecting] = useState(false)
  const { fullName, birthDate, className, studentCode, report, cover, slots, drafts } = book
  const issuedAt = report?.issuedAt ?? null
  return (
    <>
      <PageHeader
        title={t('book.title', { name: fullName })}
        subtitle={`${formatDate(birthDate)} · ${t('common.className', { name: className })}`}
        crumbs={[{ title: t('class.title', { name: className }), to: paths.books }, { title: fullName }]}
        actions={
          issuedAt !== null &&
          signs(school) && (
            <Button
              variant="default"
              onClick={() => {
                setCorrecting(true)
              }}
            >
              {t('book.correct')}
            </Button>
          )
        }
      />
      {report === null && cover === null ? (
        <EmptyState title={t('book.none')} />
      ) : (
        <Stack gap="lg">
          <Since book={book} />
          <Exceptions book={book} />
          <Signatures slots={slots} />
          <Drafts drafts={drafts} />
          {can('results.read') && <PageLink to={paths.proof(studentCode)}>{t('book.proof')}</PageLink>}
        </Stack>
      )}
      {isCorrecting && (
        <CorrectionForm
          classId={classId}
          book={book}
          onClose={() => {
            setCorrecting(false)
          }}
        />
      )}
    </>
  )
}

/** What changed since whoever looks signed. */
const Since = ({ book: { changesSinceSigned } }: { readonly book: BookView }) => {
  const { t } = useTranslation('books')
  if (changesSinceSigned === null) return null
  const nothing = `(${t('common.nothing')})`
  return (
    <Alert color="yellow" variant="light" title={t('book.since')}>
      {changesSinceSigned.changes.length === 0 ? (
        t('book.sinceNone')
      ) : (
        <ul lang="vi">
          {changesSinceSigned.changes.map(({ place, what, before, after }) => (
            <li key={place + what}>
              {place}, {what}: {shownValue(before) ?? nothing} → <b>{shownValue(after) ?? nothing}</b>
            </li>
          ))}
        </ul>
      )}
    </Alert>
  )
}

const Exceptions = ({ book: { report } }: { readonly book: BookView }) => {
  const { t } = useTranslation('books')
  if (report === null || report.exceptions.length === 0) return null
  return (
    <Alert variant="light" title={t('book.exceptions')}>
      <ExceptionList exceptions={report.exceptions} />
    </Alert>
  )
}
