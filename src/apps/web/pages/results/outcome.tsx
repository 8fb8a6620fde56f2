import { useTranslation } from 'react-i18next'
import type { SummaryRow } from '../../../../gradebook/index.ts'
import type { Decision, Rating } from '../../../../shared/ratings.ts'
import classes from './results.module.css'

const tones: Readonly<Record<Decision, 'good' | 'bad' | 'open'>> = {
  promoted: 'good',
  retained: 'bad',
  reassessment: 'open',
  supplementary: 'open',
}

/** A rating of learning or conduct; Chưa đạt stands out by weight and colour, not by colour alone. */
export const RatingWord = ({ rating }: { readonly rating: Rating | null }) => {
  const { t } = useTranslation('results')
  return (
    <span className={classes['rating']} data-rating={rating ?? 'open'}>
      {rating === null ? '–' : t(`ratings.${rating}`)}
    </span>
  )
}

/** What the year ends with, in words and colour: primary's result of the year, the decision, the award. */
export const Outcome = ({ row }: { readonly row: SummaryRow }) => {
  const { t } = useTranslation('results')
  const { decision, yearResult, award } = row
  if (decision === null) return null
  return (
    <span className={classes['outcome']}>
      {yearResult !== null && <b>{t(`yearResults.${yearResult}`)}</b>}
      {(yearResult === null || decision !== 'promoted') && (
        <span className={classes['word']} data-tone={tones[decision]}>
          {t(`decisions.${decision}`)}
        </span>
      )}
      {award !== null && <span className={classes['award']}>{t(`awards.${award}`)}</span>}
    </span>
  )
}
