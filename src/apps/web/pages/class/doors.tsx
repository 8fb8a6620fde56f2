import { PageLink } from '../../parts/index.ts'
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useClassPaths } from '../results/paths.ts'
import classes from './class.module.css'

interface DoorsProps {
  readonly classId: string
  /** How many pupils the list before the meeting names. */
  readonly borderline: number
  /** The trace begins with this pupil; another one is chosen there. */
  readonly firstPupil: string | undefined
}

/** Where to go from a class: its results, the list before the meeting, the trace. */
export const Doors = ({ classId, borderline, firstPupil }: DoorsProps) => {
  const { t } = useTranslation('results')
  const paths = useClassPaths(classId)
  const doors = [
    [paths.books, t('class.books'), t('class.booksHint')],
    [paths.results, t('class.results'), t('class.resultsHint')],
    [
      paths.borderline,
      `${t('class.borderline')}${borderline === 0 ? '' : ` (${borderline})`}`,
      t('class.borderlineHint'),
    ],
    ...(firstPupil === undefined
      ? []
      : [[paths.trace(firstPupil), t('class.trace'), t('class.traceHint')] as const]),
  ] as const
  return (
    <ul className={classes['doors']}>
      {doors.map(([to, title, hint]) => (
        <li key={to}>
          <PageLink to={to} className={classes['door']} underline="never">
            <span className={classes['doorTitle']}>{title}</span>
            <Text span size="sm" c="dimmed">
              {hint}
            </Text>
          </PageLink>
        </li>
      ))}
    </ul>
  )
}
