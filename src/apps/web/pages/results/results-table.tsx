import { PageLink } from '../../parts/index.ts'
import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ClassSummary, SummaryRow, SummarySubject } from '../../../../gradebook/index.ts'
import { cellText, type PupilGaps } from './missing.ts'
import { Outcome, RatingWord } from './outcome.tsx'
import { PupilState } from './pupil-state.tsx'
import { subjectHeads } from './subject-heads.ts'
import { traitCounts } from './trait-counts.ts'
import classes from './results.module.css'

export interface ResultsProps {
  readonly summary: ClassSummary
  readonly gaps: readonly PupilGaps[]
  readonly title: string
  readonly proofPath: (studentCode: string) => string
}

/** Bảng kết quả: pupils in the order of the book, never sorted by a result (TT 15/2026, Điều 22, khoản 2). */
export const ResultsTable = (props: ResultsProps) => (
  <div className={classes['frame']} role="region" aria-label={props.title} tabIndex={0}>
    <table className={classes['results']}>
      <caption className={classes['unseen']}>{props.title}</caption>
      <Head summary={props.summary} />
      <tbody>
        {props.summary.rows.map((row, index) => (
          <ResultRow key={row.studentCode} {...props} row={row} index={index} />
        ))}
      </tbody>
    </table>
  </div>
)

const Head = ({ summary }: Pick<ResultsProps, 'summary'>) => {
  const { t } = useTranslation('results')
  return (
    <thead>
      <tr>
        <th scope="col">{t('common.number')}</th>
        <th scope="col" className={classes['name']}>
          {t('common.pupil')}
        </th>
        {summary.subjects.map((subject) => (
          <SubjectHead key={subject.code} subject={subject} />
        ))}
        {isPrimary(summary) ? (
          <PrimaryHeads />
        ) : (
          <>
            <th scope="col">{t('results.learning')}</th>
            <th scope="col">{t('results.conduct')}</th>
          </>
        )}
        <th scope="col" className={classes['state']}>
          {summary.period === 'year' ? t('results.outcome') : t('results.state')}
        </th>
      </tr>
    </thead>
  )
}

const PrimaryHeads = () => {
  const { t } = useTranslation('results')
  return (
    <>
      <th scope="col">{t('results.qualities')}</th>
      <th scope="col">{t('results.competences')}</th>
    </>
  )
}

const SubjectHead = ({ subject: { code, name } }: { readonly subject: SummarySubject }) => (
  <th scope="col" className={classes['subject']} abbr={name}>
    <Tooltip label={name} openDelay={200}>
      <abbr title={name}>{subjectHeads[code]}</abbr>
    </Tooltip>
  </th>
)

const isPrimary = ({ subjects }: ClassSummary): boolean => subjects.some(({ kind }) => kind === 'leveled')

interface ResultRowProps extends ResultsProps {
  readonly row: SummaryRow
  readonly index: number
}

const ResultRow = ({ summary, gaps, row, index, proofPath }: ResultRowProps) => (
  <tr>
    <td className={classes['number']}>{index + 1}</td>
    <th scope="row" className={classes['name']}>
      <ProofLink row={row} path={proofPath(row.studentCode)} />
    </th>
    {summary.subjects.map((subject) => (
      <SubjectValue key={subject.code} row={row} subject={subject} />
    ))}
    {isPrimary(summary) ? <TraitValues row={row} /> : <Ratings row={row} />}
    <td className={classes['state']}>
      {row.decision !== null && summary.period === 'year' ? (
        <Outcome row={row} />
      ) : (
        <PupilState gaps={gaps[index]?.gaps ?? []} />
      )}
    </td>
  </tr>
)

const ProofLink = ({ row, path }: { readonly row: SummaryRow; readonly path: string }) => {
  const { t } = useTranslation('results')
  return (
    <PageLink to={path} aria-label={t('results.whyOf', { name: row.fullName })}>
      {row.fullName}
    </PageLink>
  )
}

const SubjectValue = ({ row, subject }: { readonly row: SummaryRow; readonly subject: SummarySubject }) => {
  const { t } = useTranslation('results')
  const cell = row.subjects[subject.code]
  if (cell === undefined) return <td className={classes['value']} />
  if (cell.isExempt)
    return (
      <td className={classes['value']} title={t('common.exemptLong')}>
        {t('common.exempt')}
      </td>
    )
  const text = cellText(cell)
  return (
    <td className={classes['value']} data-state={stateOf(cell.value, cell.score)}>
      {text === '' ? '–' : text}
    </td>
  )
}

/** A value that fails its subject is marked; below 5,0 and Chưa đạt the circulars ask for more work. */
export const stateOf = (value: string | null, score: number | null): 'open' | 'low' | 'usual' => {
  if (value === null && score === null) return 'open'
  const isLow = value === 'not-pass' || value === 'C' || Number(value ?? 10) < 5 || (score ?? 10) < 5
  return isLow ? 'low' : 'usual'
}

const Ratings = ({ row }: { readonly row: SummaryRow }) => (
  <>
    <td className={classes['value']}>
      <RatingWord rating={row.learningAfterSummer ?? row.learning} />
    </td>
    <td className={classes['value']}>
      <RatingWord rating={row.conductAfterSummer ?? row.conduct} />
    </td>
  </>
)

const TraitValues = ({ row }: { readonly row: SummaryRow }) => (
  <>
    <td className={classes['value']}>{traitCounts(row.qualities)}</td>
    <td className={classes['value']}>{traitCounts(row.competences)}</td>
  </>
)
