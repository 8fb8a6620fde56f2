import { Anchor } from '@mantine/core'
import { unsentIn, type SavingStatus } from '../saving/saving-status.ts'
import { useWords } from '../view/use-words.ts'
import { describeMoment } from './when.ts'

interface SavingLineProps {
  readonly status: SavingStatus
  readonly now: number
  readonly onResume: () => void
  readonly onShowConflicts: () => void
  readonly onShowProblem: () => void
}

/** One line that says where the sheet stands: saved when, how many cells wait, what needs a person. */
export const SavingLine = (props: SavingLineProps) => {
  const { status, onResume, onShowConflicts, onShowProblem } = props
  const t = useWords()
  const { conflict, invalid, failed } = status.counts
  return (
    <div className={`saving is-${toneOf(status)}`}>
      <span className="saving-mark" aria-hidden="true" />
      <span role="status" className="saving-text">
        {useHeadline(props)}
      </span>
      {status.phase === 'unreachable' ? (
        <Anchor component="button" type="button" size="sm" onClick={onResume}>
          {t('saving.tryNow')}
        </Anchor>
      ) : null}
      {conflict > 0 ? (
        <Anchor component="button" type="button" size="sm" className="saving-warn" onClick={onShowConflicts}>
          {t('saving.conflicts', { count: conflict })}
        </Anchor>
      ) : null}
      {invalid + failed > 0 ? (
        <Anchor component="button" type="button" size="sm" className="saving-bad" onClick={onShowProblem}>
          {t('saving.problems', { count: invalid + failed })}
        </Anchor>
      ) : null}
      {status.keepsDrafts ? null : <span className="saving-warn">{t('saving.noDrafts')}</span>}
    </div>
  )
}

const toneOf = ({ phase, counts }: SavingStatus): 'ok' | 'busy' | 'cut' => {
  if (phase === 'unreachable' || phase === 'signed-out') return 'cut'
  return counts.unsent + counts.saving > 0 ? 'busy' : 'ok'
}

const useHeadline = ({ status, now }: SavingLineProps): string => {
  const t = useWords()
  const { phase, counts, savedAt } = status
  const count = counts.unsent + counts.saving
  if (phase === 'signed-out') return t('saving.signedOut', { count: unsentIn(status) })
  if (phase === 'unreachable') return t('saving.unreachable', { count })
  if (count > 0) return t('saving.sending', { count })
  return savedAt === null ? t('saving.upToDate') : t('saving.savedAt', { at: describeMoment(savedAt, now) })
}
