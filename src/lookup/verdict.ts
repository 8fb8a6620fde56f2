import type { RegistryStatus } from '../registry/index.ts'
import type { VerdictWord } from '../verification/index.ts'
import type { LookupVerdict } from './answers.ts'

/** Where a book stands in the registry, as far as the registry knows this very file. */
export type Standing = RegistryStatus | 'unknown' | 'other-file'

/**
 * The first line, from what the file says of itself and where it stands. Only a passed file in force is green; a file
 * that could not be checked is never more than that. The registry's refusals stand even when a status is open: a
 * revoked book is revoked. A file that contradicts the registry is not the book, however well it is signed: the
 * registry's is the original (CSDL học bạ gốc).
 */
export const verdictFor = (verified: VerdictWord, standing: Standing): LookupVerdict => {
  if (verified === 'failed' || standing === 'other-file') return 'not-genuine'
  if (standing === 'revoked' || standing === 'replaced') return standing
  if (verified === 'indeterminate') return 'not-checked'
  return standing === 'unknown' ? 'unregistered' : 'in-force'
}

const worstFirst = [
  'not-genuine',
  'revoked',
  'replaced',
  'not-checked',
  'unregistered',
  'in-force',
] as const satisfies readonly LookupVerdict[]

/** The verdict on several years together: the worst of them; 'not-checked' when there is none. */
export const worstOf = (verdicts: readonly LookupVerdict[]): LookupVerdict =>
  worstFirst.find((verdict) => verdicts.includes(verdict)) ?? 'not-checked'
