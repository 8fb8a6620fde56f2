/** Without letters and digits that look alike on paper. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Characters of a code: 60 bits, which nobody guesses at a few tries a minute. */
const length = 12

/** A one-time code to be handed out on paper, in groups of four. `bytes` are at least 12 random ones. */
export const writeActivationCode = (bytes: Uint8Array): string => {
  const letters = Array.from({ length }, (_, index) => alphabet[(bytes[index] ?? 0) % alphabet.length] ?? 'A')
  return [0, 4, 8].map((start) => letters.slice(start, start + 4).join('')).join('-')
}

/** A code as it is compared: without what people put between its letters. */
export const normalizeActivationCode = (typed: string): string =>
  typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** How long a code may be used, in days. */
export const activationDays = 14
