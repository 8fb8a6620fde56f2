/** What was typed, as it is stored, or why it cannot be: a Vietnamese sentence for the cell. */
export type ParsedCell =
  { readonly ok: true; readonly value: string | null } | { readonly ok: false; readonly fault: string }

export const accept = (value: string | null): ParsedCell => ({ ok: true, value })
export const refuse = (fault: string): ParsedCell => ({ ok: false, fault })

/** How a person types. */
export interface TypingHabits {
  /** Gõ nhanh bằng bàn phím số: '75' is 7,5. Only where the person has switched it on. */
  readonly keypadTenths?: boolean
}
