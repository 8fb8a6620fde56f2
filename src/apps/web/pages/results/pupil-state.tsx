import { useTranslation } from 'react-i18next'
import { useGapWords } from './gap-words.ts'
import type { Gap } from './missing.ts'
import classes from './results.module.css'

/** Whether a pupil's results are all there: if not, the first thing missing is named and the others counted. */
export const PupilState = ({ gaps }: { readonly gaps: readonly Gap[] }) => {
  const { t } = useTranslation('results')
  const { sayGap } = useGapWords()
  const first = gaps.find(({ isFault }) => isFault) ?? gaps[0]
  if (first === undefined)
    return (
      <span className={classes['word']} data-tone="good">
        {t('results.enough')}
      </span>
    )
  return (
    <span className={classes['gap']} data-fault={first.isFault}>
      {sayGap(first)}
      {gaps.length > 1 && ` ${t('gaps.more', { count: gaps.length - 1 })}`}
    </span>
  )
}
