import { Button, Stack } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeader, useSchool } from '../../parts/index.ts'
import { classBooksQuery, readinessQuery } from '../../report-books/class-queries.ts'
import { Loaded, useCanInClass } from '../../setting-up/index.ts'
import { useClassPaths } from '../results/paths.ts'
import { BookTable } from './book-table.tsx'
import { CarryOverPanel } from './carry-over-panel.tsx'
import { Covers } from './covers.tsx'
import { SheetTable } from './sheet-table.tsx'
import { Steps } from './steps.tsx'

/** Học bạ lớp: from confirmed sheets to issued books, and each pupil's book on its way. */
export const Page = () => {
  const { t } = useTranslation('books')
  const { classId = '' } = useParams({ strict: false })
  const school = useSchool()
  const can = useCanInClass(classId)
  const paths = useClassPaths(classId)
  const readiness = useQuery(readinessQuery(school, classId))
  const books = useQuery(classBooksQuery(school, classId))
  const hasIssued = books.data?.books.some(({ report }) => report?.issuedAt != null) === true
  const name = books.data?.className ?? readiness.data?.className ?? classId
  return (
    <>
      <PageHeader
        title={t('class.title', { name })}
        subtitle={t('class.subtitle')}
        crumbs={[
          { title: t('common.className', { name }), to: paths.class },
          { title: t('class.title', { name }) },
        ]}
        actions={
          hasIssued &&
          can('receipts.print') && (
            <Button
              component="a"
              href={paths.receipts}
              target="_blank"
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
            >
              {t('class.receipts')}
            </Button>
          )
        }
      />
      <Stack gap="lg">
        {readiness.data !== undefined && books.data !== undefined && (
          <Steps readiness={readiness.data} books={books.data.books} />
        )}
        <Loaded query={readiness}>
          {(loaded) => (
            <>
              <CarryOverPanel readiness={loaded} canCarryOver={can('class.carry-over')} />
              <SheetTable readiness={loaded} canNudge={can('nudge.send')} />
            </>
          )}
        </Loaded>
        <Loaded query={books}>
          {(loaded) => (
            <>
              {can('class.carry-over') && <Covers classId={classId} books={loaded.books} />}
              <BookTable classId={classId} books={loaded.books} />
            </>
          )}
        </Loaded>
      </Stack>
    </>
  )
}
