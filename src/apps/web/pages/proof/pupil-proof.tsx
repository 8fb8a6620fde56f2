import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SummarizedStudent } from '../../../../gradebook/index.ts'
import { listGaps } from '../results/missing.ts'
import { GapList } from './gap-list.tsx'
import { Headline } from './headline.tsx'
import { PrimarySubjects, Traits } from './primary-subjects.tsx'
import { proofOf } from './proof-of.ts'
import { ProvenResults } from './proven-results.tsx'
import { SecondarySubjects } from './secondary-subjects.tsx'
import { WhatWouldChange } from './what-would-change.tsx'
import classes from './proof.module.css'

/** One pupil's year with its proof, written for a parent. */
export const PupilProofView = ({ student }: { readonly student: SummarizedStudent }) => {
  const { t } = useTranslation('results')
  const { input } = student
  const proof = proofOf(input)
  const gaps = listGaps(input.grade, input.schoolYear, [student], 'year')[0]?.gaps ?? []
  return (
    <>
      <Headline input={input} proof={proof} />
      {input.individualPlan === true && (
        <Text size="sm" mt="sm">
          {t('proof.individualPlan')}
        </Text>
      )}
      <GapList gaps={gaps} />
      <ProvenResults input={input} proof={proof} />
      <section className={`${classes['part'] ?? ''} ${classes['whole'] ?? ''}`} aria-labelledby="tung-mon">
        <Title order={2} id="tung-mon">
          {t('proof.subjects')}
        </Title>
        {input.circular === 'TT27/2020' ? (
          <PrimarySubjects input={input} />
        ) : (
          <SecondarySubjects input={input} proof={proof} />
        )}
      </section>
      {input.circular === 'TT27/2020' && (
        <section className={classes['part']} aria-labelledby="pham-chat">
          <Title order={2} id="pham-chat">
            {t('proof.traits')}
          </Title>
          <Traits input={input} />
        </section>
      )}
      <WhatWouldChange input={input} result={proof.result} />
    </>
  )
}
