import { useTranslation } from 'react-i18next'
import type { EvaluationInput } from '../../../../evaluation/index.ts'
import type { PupilProof } from './proof-of.ts'
import { listResults } from './result-values.ts'
import classes from './proof.module.css'

const shown: readonly string[] = ['decision', 'learning', 'yearResult', 'conduct', 'award']

/** The results of the year in one line, before anything is explained. */
export const Headline = ({
  input,
  proof,
}: {
  readonly input: EvaluationInput
  readonly proof: PupilProof
}) => {
  const { t } = useTranslation('results')
  const results = listResults(t, input, proof.result, proof.proof)
  return (
    <dl className={classes['headline']} aria-label={t('proof.headline')}>
      {results
        .filter(({ name }) => shown.includes(name))
        .map(({ name, value, isBad }) => (
          <div key={name}>
            <dt>{t(`proof.${name}`)}</dt>
            <dd data-state={isBad ? 'bad' : 'usual'}>{value ?? t('common.notYet')}</dd>
          </div>
        ))}
    </dl>
  )
}
