import { useTranslation } from 'react-i18next'
import type { BookInClass, Readiness } from '../../report-books/class-queries.ts'
import classes from './class-books.module.css'

interface StepsProps {
  readonly readiness: Readiness
  readonly books: readonly BookInClass[]
}

/** The four steps of a class, each with how far it is. */
export const Steps = ({ readiness, books }: StepsProps) => {
  const { t } = useTranslation('books')
  const made = books.filter(({ report }) => report !== null)
  const approved = made.filter(({ report }) => report?.status === 'approved' || report?.status === 'issued')
  const issued = made.filter(({ report }) => report?.status === 'issued')
  const { sheets, carriedOver } = readiness
  const steps = [
    ['confirm', sheets.filter(({ state }) => state === 'confirmed').length, sheets.length],
    ['carry', carriedOver?.differs === false ? made.length : 0, books.length],
    ['sign', approved.length, books.length],
    ['issue', issued.length, books.length],
  ] as const
  return (
    <ol className={classes['steps']}>
      {steps.map(([key, done, all], index) => (
        <li key={key} data-state={all > 0 && done >= all ? 'done' : done > 0 ? 'begun' : 'open'}>
          <span className={classes['stepNumber']} aria-hidden>
            {all > 0 && done >= all ? '✓' : index + 1}
          </span>
          <span>
            <b>{t(`class.steps.${key}`)}</b>{' '}
            <span className="numbers">{t('class.steps.of', { done, all })}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
