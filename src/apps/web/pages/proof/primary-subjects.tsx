import { useTranslation } from 'react-i18next'
import type { PrimaryInput } from '../../../../evaluation/index.ts'
import { findSubject } from '../../../../shared/subjects.ts'
import { competencesOfGrade, qualities, type Trait } from '../../../../shared/traits.ts'
import type { TraitLevel } from '../../../../shared/ratings.ts'
import classes from './proof.module.css'

/** The year of a primary pupil: the level and score of each subject, then qualities and competences. */
export const PrimarySubjects = ({ input }: { readonly input: PrimaryInput }) => {
  const { t } = useTranslation('results')
  return (
    <table className={classes['subjects']}>
      <thead>
        <tr>
          <th scope="col">{t('common.subject')}</th>
          <th scope="col">{t('proof.level')}</th>
          <th scope="col">{t('proof.score')}</th>
        </tr>
      </thead>
      <tbody>
        {input.subjects.map((subject) => (
          <PrimaryLine key={subject.code} subject={subject} />
        ))}
      </tbody>
    </table>
  )
}

const PrimaryLine = ({ subject }: { readonly subject: PrimaryInput['subjects'][number] }) => {
  const { t } = useTranslation('results')
  const name = findSubject('primary', subject.code)?.name ?? subject.code
  if ('exempt' in subject)
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={2}>{t('common.exemptLong')}</td>
      </tr>
    )
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={t('proof.level')}>{subject.level == null ? '–' : t(`levels.${subject.level}`)}</td>
      <td data-label={t('proof.score')}>{subject.finalScore ?? ''}</td>
    </tr>
  )
}

/** Phẩm chất and năng lực of the year, with their levels. */
export const Traits = ({ input }: { readonly input: PrimaryInput }) => (
  <div className={classes['traits']}>
    <TraitList traits={qualities} levels={input.qualities ?? {}} />
    <TraitList traits={competencesOfGrade(input.grade)} levels={input.competences ?? {}} />
  </div>
)

interface TraitListProps {
  readonly traits: readonly Trait<string>[]
  readonly levels: Readonly<Record<string, TraitLevel | null>>
}

const TraitList = ({ traits, levels }: TraitListProps) => {
  const { t } = useTranslation('results')
  return (
    <dl>
      {traits.map(({ code, name }) => {
        const level = levels[code] ?? null
        return (
          <div key={code}>
            <dt>{name}</dt>
            <dd>{level === null ? '–' : t(`traitLevels.${level}`)}</dd>
          </div>
        )
      })}
    </dl>
  )
}
