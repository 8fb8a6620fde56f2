import { useTranslation } from 'react-i18next'
import { DataTable, PageLink, useSchool } from '../../parts/index.ts'
import { ListFrame } from '../../setting-up/index.ts'
import type { YearProgress } from './index.tsx'

/** The classes with their numbers; each opens the page of the class that lists what is behind it. */
export const ClassTable = ({ classes }: Pick<YearProgress, 'classes'>) => {
  const { t } = useTranslation('progress')
  const { path } = useSchool()
  const of = (done: number, all: number): string => t('of', { done, all })
  const page = (classId: string): string => path(`lop/${encodeURIComponent(classId)}`)
  return (
    <ListFrame width={720}>
      <DataTable
        label={t('views.classes')}
        rows={classes}
        keyOf={({ classId }) => classId}
        columns={[
          {
            key: 'class',
            title: t('class'),
            isRowHeader: true,
            cell: ({ classId, className }) => <PageLink to={`${page(classId)}/hoc-ba`}>{className}</PageLink>,
          },
          { key: 'pupils', title: t('pupils'), align: 'right', cell: ({ pupils }) => pupils },
          {
            key: 'cells',
            title: t('cells'),
            align: 'right',
            cell: ({ classId, filled, needed }) => (
              <PageLink to={page(classId)}>{of(filled, needed)}</PageLink>
            ),
          },
          {
            key: 'confirmed',
            title: t('confirmed'),
            align: 'right',
            cell: ({ classId, confirmed, sheets }) => (
              <PageLink to={`${page(classId)}/hoc-ba`}>{of(confirmed, sheets)}</PageLink>
            ),
          },
          {
            key: 'signed',
            title: t('signed'),
            align: 'right',
            cell: ({ pupils, books }) => of(books?.approved ?? 0, pupils),
          },
          {
            key: 'issued',
            title: t('issued'),
            align: 'right',
            cell: ({ pupils, books }) => of(books?.issued ?? 0, pupils),
          },
        ]}
      />
    </ListFrame>
  )
}
