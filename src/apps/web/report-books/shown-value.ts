/** A stored value as people write it: a mark with a comma, anything else as it is. */
export const shownValue = (value: string | null): string | null =>
  value !== null && /^\d+\.\d$/.test(value) ? value.replace('.', ',') : value
