import { randomBytes, timingSafeEqual } from 'node:crypto'
import { normalizeActivationCode, writeActivationCode } from '../../../../accounts/index.ts'

/** The code printed on the server's console while nobody has an account: whoever reads it may found the first school. */
export interface SetUpCode {
  readonly text: string
  readonly fits: (typed: string) => boolean
}

/** Draws one for as long as the server runs. */
export const drawSetUpCode = (): SetUpCode => {
  const text = writeActivationCode(randomBytes(12))
  const own = Buffer.from(normalizeActivationCode(text))
  return {
    text,
    fits: (typed) => {
      const other = Buffer.from(normalizeActivationCode(typed))
      return own.length === other.length && timingSafeEqual(own, other)
    },
  }
}
