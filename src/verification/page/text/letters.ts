/** Lines, columns and fonts break a text anywhere: what is compared is its letters, with one decimal sign. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/gu, '')
    .replace(/(\d)\.(?=\d)/gu, '$1,')
