// The same few captions stand over every class's sheet; those of a hostile file do not pile up here.
const known = new Map<string, string>()
const mostKnown = 4000

/**
 * A caption as it is compared: without accents, case, spaces and signs, and with y read as i, because both spellings
 * of 'kì/kỳ', 'lí/lý', 'mĩ/mỹ' are in use. 'Mã định danh Bộ GD&ĐT' → 'madinhdanhbogddt'.
 */
export const fold = (text: string): string => {
  const found = known.get(text)
  if (found !== undefined) return found
  const folded = foldAnew(text)
  if (known.size < mostKnown && text.length < 80) known.set(text, folded)
  return folded
}

const foldAnew = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('y', 'i')
    .replace(/[^a-z0-9]+/g, '')
