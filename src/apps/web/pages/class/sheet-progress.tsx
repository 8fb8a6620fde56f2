import { PageLink } from '../../parts/index.ts'
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ClassSheetLine } from './class-sheets.ts'
import classes from './class.module.css'

interface SheetTableProps {
  readonly sheets: readonly ClassSheetLine[]
  readonly title: string
  readonly sheetPath: (sheet: string) => string
}

/** The sheets of the class, who writes them, and how many of the needed cells stand in them. */
export const SheetTable = ({ sheets, title, sheetPath }: SheetTableProps) => {
  const { t } = useTranslation('results')
  return (
    <table className={classes['sheets']} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{t('class.sheet')}</th>
          <th scope="col">{t('class.teacher')}</th>
          <th scope="col">{t('class.filled')}</th>
        </tr>
      </thead>
      <tbody>
        {sheets.map((sheet) => (
          <SheetLine key={sheet.sheet} sheet={sheet} path={sheetPath(sheet.sheet)} />
        ))}
      </tbody>
    </table>
  )
}

const SheetLine = ({ sheet, path }: { readonly sheet: ClassSheetLine; readonly path: string }) => {
  const { t } = useTranslation('results')
  const { title, teachers } = sheet
  return (
    <tr>
      <th scope="row">
        <PageLink to={path} aria-label={t('class.openSheet', { title })}>
          {title}
        </PageLink>
      </th>
      <td className={classes['teacher']}>
        {teachers.length === 0 ? t('class.noTeacher') : teachers.join(', ')}
      </td>
      <td>
        <Progress sheet={sheet} />
      </td>
    </tr>
  )
}

const Progress = ({ sheet: { done, all } }: { readonly sheet: ClassSheetLine }) => {
  const { t } = useTranslation('results')
  if (all === 0)
    return (
      <Text span size="sm" c="dimmed">
        {t('class.nothingNeeded')}
      </Text>
    )
  return (
    <span className={classes['progress']}>
      <span className={classes['track']} aria-hidden="true">
        <span
          className={classes['bar']}
          data-full={done >= all}
          style={{ width: `${Math.min(100, (100 * done) / all)}%` }}
        />
      </span>
      <span>{t('class.doneOf', { done, count: all })}</span>
    </span>
  )
}
