import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EvaluationInput, EvaluationResult } from '../../../../evaluation/index.ts'
import { listBorderline, type MissingCondition } from '../../../../gradebook/index.ts'
import { ArticleName } from './step.tsx'
import classes from './proof.module.css'

/** Điều gì sẽ thay đổi kết quả: the single conditions that alone keep the pupil from something better. */
export const WhatWouldChange = ({
  input,
  result,
}: {
  readonly input: EvaluationInput
  readonly result: EvaluationResult
}) => {
  const { t } = useTranslation('results')
  const missing = listBorderline([input])[0]?.missing ?? []
  return (
    <section className={classes['part']} aria-labelledby="thay-doi">
      <Title order={2} id="thay-doi">
        {t('proof.change')}
      </Title>
      {result.status !== 'complete' ? (
        <Text size="sm">{t('proof.changeWaits')}</Text>
      ) : missing.length === 0 ? (
        <Text size="sm">{t('proof.changeNone')}</Text>
      ) : (
        <>
          <Text size="sm">{t('proof.changeLead')}</Text>
          <Goals missing={missing} />
        </>
      )}
    </section>
  )
}

const Goals = ({ missing }: { readonly missing: readonly MissingCondition[] }) => {
  const { t } = useTranslation('results')
  return [...Map.groupBy(missing, ({ goal }) => goal)].map(([goal, conditions]) => (
    <div key={goal} className={classes['goal']} lang="vi">
      <Text fw={600} size="sm">
        {t('proof.goal', { goal })}
      </Text>
      <ul>
        {conditions.map(({ path, what, article }) => (
          <li key={path + what}>
            {what} <ArticleName rule={article} />
          </li>
        ))}
      </ul>
    </div>
  ))
}
