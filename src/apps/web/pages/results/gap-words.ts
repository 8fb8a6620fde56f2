import { useTranslation } from 'react-i18next'
import { results as vi } from '../../words/vi/results.ts'
import type { Gap } from './missing.ts'
import type { Place } from './place-of.ts'

type FaultWord = keyof typeof vi.faults

const roman = (term: 1 | 2 | undefined): string => (term === 1 ? 'I' : term === 2 ? 'II' : '')

const wordsOf = ({ name, term, number }: Place) => ({ name, term: roman(term), number: number ?? 0 })

const faultWord = (code: string): FaultWord => (code in vi.faults ? (code as FaultWord) : 'other')

/** Says what is missing or wrong: 'Thiếu: điểm cuối kì II môn Toán', or short beside its subject: 'CK II'. */
export const useGapWords = (): {
  readonly sayWhat: (gap: Gap) => string
  readonly sayShort: (gap: Gap) => string
  readonly sayGap: (gap: Gap) => string
} => {
  const { t } = useTranslation('results')
  const sayWhat = ({ place }: Gap): string => t(`gaps.${place.kind}`, wordsOf(place))
  const sayShort = ({ place }: Gap): string => t(`shortGaps.${place.kind}`, wordsOf(place))
  const sayGap = (gap: Gap): string =>
    gap.isFault
      ? t('gaps.wrong', { what: `${sayWhat(gap)} (${t(`faults.${faultWord(gap.code)}`)})` })
      : t('gaps.missing', { what: sayWhat(gap) })
  return { sayWhat, sayShort, sayGap }
}
