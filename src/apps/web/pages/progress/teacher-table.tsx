import { useTranslation } from 'react-i18next'
import { DataTable } from '../../parts/index.ts'
import { ListFrame } from '../../setting-up/index.ts'
import type { YearProgress } from './index.tsx'
import { NumberOfSheets } from './sheet-list.tsx'

/** The teachers with what they have to write, confirm, answer and sign. */
export const TeacherTable = ({ progress: { teachers, sheets } }: { readonly progress: YearProgress }) => {
  const { t } = useTranslation('progress')
  const own = (staffCode: string) => sheets.filter((one) => one.staffCode === staffCode)
  const of = (done: number, all: number): string => t('of', { done, all })
  return (
    <ListFrame width={760}>
      <DataTable
        label={t('views.teachers')}
        rows={teachers}
        keyOf={({ staffCode }) => staffCode}
        columns={[
          { key: 'name', title: t('teacher'), isRowHeader: true, cell: ({ fullName }) => fullName },
          { key: 'group', title: t('group'), cell: ({ group }) => group ?? '' },
          {
            key: 'cells',
            title: t('cells'),
            align: 'right',
            cell: ({ staffCode, fullName, filled, needed }) => (
              <NumberOfSheets name={fullName} sheets={own(staffCode)}>
                {of(filled, needed)}
              </NumberOfSheets>
            ),
          },
          {
            key: 'confirmed',
            title: t('confirmed'),
            align: 'right',
            cell: ({ staffCode, fullName, confirmed, sheets: all }) => (
              <NumberOfSheets
                name={fullName}
                sheets={own(staffCode).filter(({ isConfirmed }) => !isConfirmed)}
              >
                {of(confirmed, all)}
              </NumberOfSheets>
            ),
          },
          { key: 'sentBack', title: t('sentBack'), align: 'right', cell: ({ sentBack }) => sentBack },
          {
            key: 'waiting',
            title: t('waiting'),
            align: 'right',
            cell: ({ waiting }) => waiting.reduce((sum, { reports }) => sum + reports, 0),
          },
        ]}
      />
    </ListFrame>
  )
}
