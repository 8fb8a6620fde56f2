import type { YearReport } from '../bookfile/index.ts'
import { Refusal } from '../shared/refusal.ts'
import { findingKinds, type Verification } from '../verification/index.ts'

/** No timestamp, no issue: everything stays as it is and the reason is said. */
export const refuseTimestamp = async <T>(ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask()
  } catch (cause) {
    throw new Refusal(
      'timestamp-not-available',
      'Chưa lấy được dấu thời gian nên chưa phát hành; hãy thử lại.',
      { cause },
    )
  }
}

/** What does not pass our own verification does not leave; the reasons with their places. */
export const refuseRelease = (
  { identity }: YearReport,
  { findings, verdict }: Pick<Verification, 'findings' | 'verdict'>,
): Refusal => {
  const { fullName, studentCode, className } = identity
  const reasons = findings
    .filter(({ code }) => findingKinds[code].effect !== 'informs')
    .slice(0, 3)
    .map(({ at, text }) => `${text} (${at})`)
  return new Refusal(
    'own-verification-failed',
    `Học bạ của ${fullName} (${studentCode}, lớp ${className}) không qua được bước tự kiểm tra (${verdict}): ` +
      `${reasons.join('; ')}. Chưa có tệp nào được phát hành.`,
  )
}
