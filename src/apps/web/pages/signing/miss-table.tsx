import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PageLink, useSchool } from '../../parts/index.ts'
import type { SittingDetail } from '../../report-books/signing-queries.ts'
import table from '../../report-books/table.module.css'

/** What a sitting did not sign, each with its reason. */
export const MissTable = ({ misses }: Pick<SittingDetail, 'misses'>) => {
  const { t } = useTranslation('signing')
  const { path } = useSchool()
  return (
    <section aria-labelledby="chua-ki">
      <Title order={3} id="chua-ki" mb={4}>
        {t('sitting.misses')} ({misses.length})
      </Title>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('sitting.pupil')}</th>
            <th scope="col">{t('sitting.class')}</th>
            <th scope="col">{t('sitting.why')}</th>
          </tr>
        </thead>
        <tbody>
          {misses.map(({ studentCode, fullName, classId, className, outcome, message }) => (
            <tr key={studentCode}>
              <th scope="row">
                <PageLink
                  to={path(`lop/${encodeURIComponent(classId)}/hoc-ba/${encodeURIComponent(studentCode)}`)}
                >
                  {fullName}
                </PageLink>
              </th>
              <td>{className}</td>
              <td lang="vi">{message === '' ? t(`sitting.${outcome}`) : message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
