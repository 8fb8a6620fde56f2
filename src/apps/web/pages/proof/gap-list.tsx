import { Alert, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useGapWords } from '../results/gap-words.ts'
import type { Gap } from '../results/missing.ts'
import classes from './proof.module.css'

/** What a pupil's year still waits for, said one by one; nothing is ever assumed in its place. */
export const GapList = ({ gaps }: { readonly gaps: readonly Gap[] }) => {
  const { t } = useTranslation('results')
  const { sayGap } = useGapWords()
  if (gaps.length === 0) return null
  return (
    <Alert variant="light" color="yellow" mt="md" title={t('proof.notFinal')} className={classes['gaps']}>
      <Text size="sm">{t('proof.gapsLead')}</Text>
      <ul>
        {gaps.map((gap) => (
          <li key={sayGap(gap)}>{sayGap(gap)}</li>
        ))}
      </ul>
    </Alert>
  )
}
