import { useTranslation } from 'react-i18next'
import { DataTable } from '../../parts/index.ts'
import { ListFrame } from '../../setting-up/index.ts'
import type { YearProgress } from './index.tsx'
import { NumberOfSheets } from './sheet-list.tsx'

/** The subjects over all classes. */
export const SubjectTable = ({ progress: { subjects, sheets } }: { readonly progress: YearProgress }) => {
  const { t } = useTranslation('progress')
  return (
    <ListFrame width={560}>
      <DataTable
        label={t('views.subjects')}
        rows={subjects}
        keyOf={({ sheet }) => sheet}
        columns={[
          { key: 'name', title: t('subject'), isRowHeader: true, cell: ({ title }) => title },
          {
            key: 'cells',
            title: t('cells'),
            align: 'right',
            cell: ({ sheet, title, filled, needed }) => (
              <NumberOfSheets name={title} sheets={sheets.filter((one) => one.sheet === sheet)}>
                {t('of', { done: filled, all: needed })}
              </NumberOfSheets>
            ),
          },
          {
            key: 'confirmed',
            title: t('confirmed'),
            align: 'right',
            cell: ({ confirmed, sheets: all }) => t('of', { done: confirmed, all }),
          },
          { key: 'sentBack', title: t('sentBack'), align: 'right', cell: ({ sentBack }) => sentBack },
        ]}
      />
    </ListFrame>
  )
}
