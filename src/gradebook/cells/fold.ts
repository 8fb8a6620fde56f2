/** A word as it is compared when accents, case and spaces were left out: 'Hoàn thành tốt' → 'hoanthanhtot'. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '')

/** A word without regard to case and spacing only. */
export const plain = (text: string): string =>
  text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim()
