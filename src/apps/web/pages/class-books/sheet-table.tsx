import { Anchor, Badge, Paper, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDate, PageLink, useSchool } from '../../parts/index.ts'
import type { Readiness } from '../../report-books/class-queries.ts'
import { useBookAct } from '../../report-books/queries.ts'
import { requestOfYear } from '../../setting-up/index.ts'
import table from '../../report-books/table.module.css'

type Sheet = Readiness['sheets'][number]

interface SheetTableProps {
  readonly readiness: Readiness
  readonly canNudge: boolean
}

/** Who of a class has confirmed, who lacks what; a reminder from the same row. */
export const SheetTable = ({ readiness, canNudge }: SheetTableProps) => {
  const { t } = useTranslation('books')
  const { path } = useSchool()
  const { classId, sheets } = readiness
  return (
    <Paper withBorder component="section" aria-labelledby="trang-so-lop">
      <Title order={2} id="trang-so-lop" px="md" py="sm">
        {t('class.sheets')}
      </Title>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('class.sheet')}</th>
            <th scope="col">{t('class.teacher')}</th>
            <th scope="col">{t('class.state')}</th>
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => (
            <tr key={sheet.sheet}>
              <th scope="row">
                <PageLink to={path(`lop/${encodeURIComponent(classId)}/so/${sheet.sheet}`)}>
                  {sheet.title}
                </PageLink>
              </th>
              <td>
                {sheet.teacher}
                {canNudge && sheet.state !== 'confirmed' && sheet.staffCode !== null && (
                  <Nudge classId={classId} sheet={sheet} />
                )}
              </td>
              <td>
                <State sheet={sheet} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  )
}

const State = ({ sheet }: { readonly sheet: Sheet }) => {
  const { t } = useTranslation('books')
  const { state, teacher, confirmedBy, confirmedAt, accepted, missing } = sheet
  if (state === 'open')
    return (
      <Text span size="sm" c={missing > 0 ? 'var(--hb-warn)' : 'dimmed'} className="numbers">
        {missing > 0 ? t('class.missingCells', { count: missing }) : t('class.notConfirmed')}
      </Text>
    )
  if (state === 'changed')
    return (
      <Badge variant="light" color="yellow">
        {t('class.changedSince')}
      </Badge>
    )
  return (
    <Text span size="sm">
      ✓{' '}
      {t(confirmedBy === teacher ? 'class.confirmedOn' : 'class.confirmed', {
        name: confirmedBy ?? '',
        at: confirmedAt === null ? '' : formatDate(confirmedAt),
      })}
      {accepted > 0 && ` · ${t('class.accepted', { count: accepted })}`}
    </Text>
  )
}

const Nudge = ({ classId, sheet }: { readonly classId: string; readonly sheet: Sheet }) => {
  const { t } = useTranslation('books')
  const { sheet: name, staffCode, teacher, title } = sheet
  const nudge = useBookAct({
    send: (year) =>
      requestOfYear<'sendNudge'>('post', year, 'progress/nudges', {
        staffCode: staffCode ?? '',
        classId,
        sheet: name,
        words: title,
      }),
    done: () => t('class.nudged', { name: teacher ?? '' }),
  })
  return (
    <>
      {' '}
      <Anchor
        component="button"
        type="button"
        size="sm"
        disabled={nudge.isPending || nudge.isSuccess}
        aria-label={`${t('class.nudge')} ${teacher ?? ''} (${title})`}
        onClick={() => {
          nudge.mutate(undefined)
        }}
      >
        {nudge.isSuccess ? `✓ ${t('class.nudge')}` : t('class.nudge')}
      </Anchor>
    </>
  )
}
