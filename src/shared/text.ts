/**
 * What a person typed, as the record keeps it: NFC, one ordinary space between words, no stray or non-breaking
 * spaces at the ends. Decomposed Vietnamese (NFD) would otherwise change the bytes that are signed.
 */
export const normalizeText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ')
    .trim()

/** Two names are the same person's when they differ only in case, spacing or Unicode composition. */
export const isSameName = (a: string, b: string): boolean =>
  a === b || normalizeText(a).toLocaleLowerCase('vi') === normalizeText(b).toLocaleLowerCase('vi')
