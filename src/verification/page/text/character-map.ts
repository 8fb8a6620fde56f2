/** What the codes of a font mean, by its ToUnicode map (ISO 32000-1 §9.10.3). */
export type CharacterMap = ReadonlyMap<number, string>

const maxEntries = 70_000
const blockPattern = /begin(bfchar|bfrange)([\s\S]*?)end\1/g
const pairPattern = /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>/g
const rangePattern = /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:<([0-9a-fA-F]+)>|\[([^\]]*)\])/g

const unicodeOf = (hex: string): string =>
  Buffer.from(hex.length % 4 === 0 ? hex : hex.padStart(Math.ceil(hex.length / 4) * 4, '0'), 'hex')
    .swap16()
    .toString('utf16le')

/** '0041', 2 → 'C': only the last code unit counts on (§9.10.3). */
const unicodeAfter = (hex: string, steps: number): string => {
  const text = unicodeOf(hex)
  return text.slice(0, -1) + String.fromCharCode((text.charCodeAt(text.length - 1) + steps) & 0xffff)
}

const addRange = (
  map: Map<number, string>,
  [first, last]: readonly [number, number],
  from: string | undefined,
  list: string | undefined,
): void => {
  const each =
    list === undefined ? undefined : [...list.matchAll(/<([0-9a-fA-F]+)>/g)].map(([, hex = '']) => hex)
  for (let code = first; code <= last && map.size < maxEntries; code++) {
    const hex = each?.[code - first]
    if (hex !== undefined) map.set(code, unicodeOf(hex))
    else if (from !== undefined && from !== '') map.set(code, unicodeAfter(from, code - first))
    else return
  }
}

/** Reads a ToUnicode map; what is not understood of it maps nothing. */
export const readCharacterMap = (source: string): CharacterMap => {
  const map = new Map<number, string>()
  for (const [, kind, body = ''] of source.matchAll(blockPattern))
    if (kind === 'bfchar')
      for (const [, code = '', text = ''] of body.matchAll(pairPattern)) {
        if (map.size >= maxEntries) return map
        map.set(parseInt(code, 16), unicodeOf(text))
      }
    else
      for (const [, first = '', last = '', from, list] of body.matchAll(rangePattern))
        addRange(map, [parseInt(first, 16), parseInt(last, 16)], from, list)
  return map
}
