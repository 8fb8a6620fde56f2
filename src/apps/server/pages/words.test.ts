import { describe, expect, it } from 'vitest'
import { findingsInEnglish } from './findings-en.ts'
import { english } from './words-en.ts'
import { vietnamese } from './words-vi.ts'

/** What a function of the words is tried with: all of them take numbers or texts. */
const call = (make: (...given: readonly number[]) => unknown): unknown => make(7, 3)

/** Every text with where it stands, functions called. */
const textsOf = (value: unknown, at = ''): readonly (readonly [at: string, text: string])[] => {
  if (typeof value === 'function') return textsOf(call(value as (...given: readonly number[]) => unknown), at)
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${at}/${key}`))
  return [[at, String(value)]]
}

const vietnameseLetters = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i

const texts = { vi: textsOf(vietnamese), en: [...textsOf(english), ...textsOf(findingsInEnglish, 'finding')] }

describe.each(['vi', 'en'] as const)('the words in %s', (language) => {
  it('are all there', () => {
    expect(texts[language].length).toBeGreaterThan(200)
    expect(
      texts[language].filter(([, text]) => text.trim() === '' || /undefined|NaN|\[object/.test(text)),
    ).toEqual([])
  })

  it('are written whole (NFC), without a space too many', () => {
    const wrong = texts[language].filter(
      ([, text]) => text !== text.normalize('NFC').trim() || /  /.test(text),
    )
    expect(wrong).toEqual([])
  })
})

describe('both languages', () => {
  it('say the same things', () => {
    expect(textsOf(english).map(([at]) => at)).toEqual(textsOf(vietnamese).map(([at]) => at))
  })

  it('are kept apart: no Vietnamese letter in English, but in the name of the other language', () => {
    // 'Đ' is a mark of the official form and a key here, never a text.
    const mixed = texts.en.filter(([at, text]) => at !== '/other/label' && vietnameseLetters.test(text))
    expect(mixed).toEqual([])
  })

  it('say nothing alike where a sentence is needed', () => {
    const own = new Map(textsOf(vietnamese))
    const untranslated = textsOf(english).filter(([at, text]) => text.includes(' ') && own.get(at) === text)
    expect(untranslated).toEqual([])
  })
})
