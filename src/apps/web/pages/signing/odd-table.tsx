import { Checkbox, Paper, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PageLink, useSchool } from '../../parts/index.ts'
import { ExceptionList } from '../../report-books/exception-list.tsx'
import type { OddItem } from '../../report-books/plan.ts'
import table from '../../report-books/table.module.css'
import classes from './signing.module.css'

interface OddTableProps {
  readonly odd: readonly OddItem[]
  readonly leftOut: ReadonlySet<string>
  readonly onToggle: (studentCode: string, isIn: boolean) => void
}

/** The books out of the ordinary, to be looked at before the rest is signed; each may be left out. */
export const OddTable = ({ odd, leftOut, onToggle }: OddTableProps) => {
  const { t } = useTranslation('signing')
  return (
    <Paper withBorder component="section" aria-labelledby="can-xem-truoc">
      <Title order={2} id="can-xem-truoc" px="md" pt="sm">
        {t('odd.title')} ({odd.length})
      </Title>
      <Text size="sm" c="dimmed" px="md" pb="xs">
        {t('odd.hint')}
      </Text>
      <table className={table['table']}>
        <thead>
          <tr>
            <td className={table['choice']} />
            <th scope="col">{t('odd.pupil')}</th>
            <th scope="col">{t('odd.why')}</th>
          </tr>
        </thead>
        <tbody>
          {odd.map((one) => (
            <OddRow
              key={one.item.studentCode}
              odd={one}
              isIn={!leftOut.has(one.item.studentCode)}
              onToggle={onToggle}
            />
          ))}
        </tbody>
      </table>
    </Paper>
  )
}

interface OddRowProps extends Pick<OddTableProps, 'onToggle'> {
  readonly odd: OddItem
  readonly isIn: boolean
}

const OddRow = ({ odd: { schoolClass, item }, isIn, onToggle }: OddRowProps) => {
  const { t } = useTranslation('signing')
  const { path } = useSchool()
  const { studentCode, fullName, exceptions } = item
  const book = path(
    `lop/${encodeURIComponent(schoolClass.classId)}/hoc-ba/${encodeURIComponent(studentCode)}`,
  )
  return (
    <tr>
      <td className={table['choice']}>
        <Checkbox
          aria-label={t('odd.include', { name: fullName })}
          checked={isIn}
          onChange={(event) => {
            onToggle(studentCode, event.currentTarget.checked)
          }}
        />
      </td>
      <th scope="row">
        <PageLink to={book}>{fullName}</PageLink>{' '}
        <Text span size="sm" c="dimmed">
          {schoolClass.className}
        </Text>
      </th>
      <td>
        <ExceptionList exceptions={exceptions} className={classes['exceptions']} />
      </td>
    </tr>
  )
}
