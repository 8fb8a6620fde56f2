import { Refusal } from '../../../shared/refusal.ts'

/** A refusal that knows when it ends, in seconds. */
export type PassingRefusal = Refusal & { readonly retryAfter: number }

/** "45 giây", "10 phút": rounded up, so that who waits that long is not refused again. */
const spellSeconds = (seconds: number): string =>
  seconds < 120 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`

/** Refuses what was asked too often; says when it may be asked again. */
export const refuseTooMany = (what: string, retryAfter: number): PassingRefusal =>
  Object.assign(new Refusal('too-many-requests', `${what}. Hãy thử lại sau ${spellSeconds(retryAfter)}.`), {
    retryAfter,
  })

/** In how many seconds a refused request may come again; undefined where waiting does not help. */
export const retryAfterOf = (error: unknown): number | undefined =>
  error instanceof Refusal && 'retryAfter' in error && typeof error.retryAfter === 'number'
    ? error.retryAfter
    : undefined
