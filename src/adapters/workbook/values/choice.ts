import { fold } from '../fold.ts'
import { refuse, type Parse } from './parsed.ts'

/** One value of a closed list: the caption that is written, and other spellings that are understood. */
export type Option<V> = readonly [value: V, caption: string, ...spellings: string[]]

/** A closed list of a sheet, e.g. Tốt, Khá, Đạt, Chưa đạt. */
export interface Choice<V> {
  readonly captions: readonly string[]
  readonly parse: Parse<V>
  readonly format: (value: V) => string
}

const plain = (text: string): string => text.toLocaleLowerCase('vi').replace(/\s+/g, ' ')

/** Case and spacing do not matter; accents may be left out altogether, but wrong accents are refused. */
export const choice = <V>(...options: readonly Option<V>[]): Choice<V> => {
  const captions = options.map(([, caption]) => caption)
  const known = new Map<string, V>()
  for (const [value, ...spellings] of options)
    for (const spelling of spellings)
      for (const form of [spelling, plain(spelling), fold(spelling)])
        if (form !== '' && !known.has(form)) known.set(form, value)
  return {
    captions,
    parse: (raw) => {
      const value = raw instanceof Date ? undefined : find(known, String(raw))
      return value === undefined
        ? refuse('giá trị không có trong danh mục', `chọn một trong: ${captions.join(', ')}`)
        : { value }
    },
    format: (value) => options.find(([candidate]) => candidate === value)?.[1] ?? String(value),
  }
}

const find = <V>(known: ReadonlyMap<string, V>, text: string): V | undefined =>
  known.get(text) ??
  known.get(plain(text)) ??
  (/^[\x20-\x7e]*$/.test(text) ? known.get(fold(text)) : undefined)

/** A box that is ticked with 'x' or left empty. */
export const tick = choice<true>([true, 'x', 'X', 'có', '✓', '✔'])
