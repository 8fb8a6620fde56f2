import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EvaluationInput } from '../../../../evaluation/index.ts'
import type { Entered } from './entered.ts'
import type { PupilProof } from './proof-of.ts'
import { ArticleName } from './step.tsx'
import { listSubjectRows, shownValue, type Formed, type SubjectRow } from './subject-rows.ts'
import classes from './proof.module.css'

interface SubjectsProps {
  readonly input: EvaluationInput
  readonly proof: PupilProof
}

/** The subjects of a secondary year: every average stands beside the marks that it was formed from. */
export const SecondarySubjects = ({ input, proof }: SubjectsProps) => {
  const { t } = useTranslation('results')
  const rows = listSubjectRows(input, proof)
  const isReassessed = rows.some(({ reassessed }) => reassessed !== null)
  return (
    <>
      <Formula proof={proof} />
      <table className={classes['subjects']}>
        <thead>
          <tr>
            <th scope="col">{t('common.subject')}</th>
            <th scope="col">{t('proof.term1')}</th>
            <th scope="col">{t('proof.term2')}</th>
            <th scope="col">{t('proof.wholeYear')}</th>
            {isReassessed && <th scope="col">{t('proof.reassessed')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SubjectLine key={row.code} row={row} isReassessed={isReassessed} />
          ))}
        </tbody>
      </table>
    </>
  )
}

const Formula = ({ proof: { formula, result } }: Pick<SubjectsProps, 'proof'>) => {
  const comments = result.reasons.find(({ rule }) => rule.endsWith('Điều 9.1.a'))
  return (
    <div className={classes['formulas']} lang="vi">
      {formula !== undefined && (
        <Text inherit>
          {formula.text} <ArticleName rule={formula.rule} />
        </Text>
      )}
      {comments !== undefined && (
        <Text inherit>
          {comments.text} <ArticleName rule={comments.rule} />
        </Text>
      )}
    </div>
  )
}

const SubjectLine = ({
  row: { name, isExempt, terms, year, reassessed },
  isReassessed,
}: {
  readonly row: SubjectRow
  readonly isReassessed: boolean
}) => {
  const { t } = useTranslation('results')
  if (isExempt)
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={isReassessed ? 4 : 3}>{t('common.exemptLong')}</td>
      </tr>
    )
  return (
    <tr>
      <th scope="row">{name}</th>
      <FormedCell label={t('proof.term1')} formed={terms[0]} />
      <FormedCell label={t('proof.term2')} formed={terms[1]} />
      <FormedCell label={t('proof.wholeYear')} formed={year} />
      {isReassessed && <td data-label={t('proof.reassessed')}>{shownValue(reassessed)}</td>}
    </tr>
  )
}

const FormedCell = ({ formed, label }: { readonly formed: Formed; readonly label: string }) => (
  <td data-label={label}>
    <b className={classes['average']}>{shownValue(formed.value)}</b>
    {formed.formula !== '' && <span className={classes['formula']}> = {formed.formula}</span>}
    {formed.entered.length > 0 && <EnteredMarks entered={formed.entered} />}
  </td>
)

const EnteredMarks = ({ entered }: { readonly entered: readonly Entered[] }) => {
  const { t } = useTranslation('results')
  return (
    <span className={classes['formula']}>
      {' '}
      {entered
        .map(({ kind, values }) => `${t(`proof.kinds.${kind}`)}\u00a0${values.join('\u00a0')}`)
        .join(' · ')}
    </span>
  )
}
