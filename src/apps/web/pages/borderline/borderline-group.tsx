import { PageLink } from '../../parts/index.ts'
import { Paper, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MissingCondition } from '../../../../gradebook/index.ts'
import { ArticleName } from '../proof/step.tsx'
import type { BorderlineGroup, BorderlinePupil } from './groups.ts'
import classes from './borderline.module.css'

interface GroupProps {
  readonly group: BorderlineGroup
  readonly proofPath: (studentCode: string) => string
}

/** One group of the list: pupils with what they would reach, the condition that is missing, and how far it is. */
export const BorderlineTable = ({ group: { kind, pupils }, proofPath }: GroupProps) => {
  const { t } = useTranslation('results')
  return (
    <Paper withBorder component="section" aria-labelledby={kind} className={classes['group']}>
      <Title order={2} id={kind} className={classes['title']}>
        {t(`borderline.groups.${kind}`)}{' '}
        <Text span c="dimmed" size="sm">
          {t('common.pupils', { count: new Set(pupils.map(({ student }) => student.studentCode)).size })}
        </Text>
      </Title>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('common.pupil')}</th>
            <th scope="col">{t('borderline.goal')}</th>
            <th scope="col">{t('borderline.condition')}</th>
            <th scope="col">{t('borderline.distance')}</th>
          </tr>
        </thead>
        <tbody>
          {pupils.map((pupil) => (
            <PupilRows
              key={pupil.student.studentCode + pupil.goal}
              pupil={pupil}
              path={proofPath(pupil.student.studentCode)}
            />
          ))}
        </tbody>
      </table>
    </Paper>
  )
}

const PupilRows = ({
  pupil: { student, goal, conditions },
  path,
}: {
  readonly pupil: BorderlinePupil
  readonly path: string
}) => {
  const { t } = useTranslation('results')
  const shared = sharedArticle(conditions)
  return conditions.map((condition, index) => (
    <tr key={condition.path + condition.what} data-first={index === 0}>
      {index === 0 && (
        <>
          <th scope="rowgroup" rowSpan={conditions.length}>
            <PageLink to={path}>{student.fullName}</PageLink>
          </th>
          <td rowSpan={conditions.length} className={classes['goal']} lang="vi">
            {goal} {shared !== undefined && <ArticleName rule={shared} />}
          </td>
        </>
      )}
      <td lang="vi">
        {index > 0 && <Text span inherit c="dimmed">{`${t('borderline.or')} `}</Text>}
        {condition.what} {shared === undefined && <ArticleName rule={condition.article} />}
      </td>
      <td className={classes['distance']}>
        <Distance condition={condition} />
      </td>
    </tr>
  ))
}

// Mostly all conditions stand in one article; then it is named once, beside what would be reached.
const sharedArticle = (conditions: readonly MissingCondition[]): string | undefined => {
  const articles = new Set(conditions.map(({ article }) => article))
  return articles.size === 1 ? conditions[0]?.article : undefined
}

const Distance = ({ condition: { distance, unit } }: { readonly condition: MissingCondition }) => {
  const { t } = useTranslation('results')
  if (unit === 'mark') return t('borderline.marks', { amount: String(distance).replace('.', ',') })
  return t(unit === 'level' ? 'borderline.levels' : 'borderline.sessions', { count: distance })
}
