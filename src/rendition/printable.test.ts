import { beforeAll, describe, expect, it } from 'vitest'
import { coverageOf, readFaces, type Coverage } from './face.ts'
import { makePrintable, printableText, showEveryCharacter } from './printable.ts'

let has: Coverage

beforeAll(async () => {
  const [regular] = await readFaces()
  if (regular === undefined) throw new Error('no type')
  has = coverageOf(regular)
})

const joined = (text: string): string => {
  const printed = printableText(text, has)
  return typeof printed === 'string' ? printed : printed.pieces.join('')
}

describe('the vendored type', () => {
  it('has every Vietnamese letter, small and capital', () => {
    const vowels = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ'
    const letters = Array.from(vowels + vowels.toLocaleUpperCase('vi'))
    expect(letters.filter((letter) => !has(letter.codePointAt(0) ?? 0))).toEqual([])
  })

  it('has the letters and marks of the minority languages that write in Latin', () => {
    const letters = Array.from('ƀčĕĭñŏŭĈẽ’\u0306\u0302\u0303')
    expect(letters.filter((letter) => !has(letter.codePointAt(0) ?? 0))).toEqual(
      ['Ɓ'].filter(() => !has(0x0181)),
    )
  })

  it('has no emoji, no Chinese and nothing for private use', () => {
    expect([0x1f600, 0x4e2d, 0xe000].map(has)).toEqual([false, false, false])
  })

  it('is the same repertoire in all four styles', async () => {
    const [regular, ...others] = (await readFaces()).map(coverageOf)
    const differing = Array.from({ length: 0x2100 }, (_, codePoint) => codePoint).filter((codePoint) =>
      others.some((other) => other(codePoint) !== regular?.(codePoint)),
    )
    expect(differing).toEqual([])
  })
})

describe('a text on the page', () => {
  it('is printed as it is when it is ordinary', () => {
    expect(printableText('Nguyễn Thị Thùy Dương', has)).toBe('Nguyễn Thị Thùy Dương')
  })

  it('shows what the type lacks by its number', () => {
    expect(showEveryCharacter('a😀中', has)).toBe('a[U+1F600][U+4E2D]')
  })

  it('shows characters that print as nothing or turn the line round', () => {
    expect(showEveryCharacter('a\u200bb\u202ec\u00ad', has)).toBe('a[U+200B]b[U+202E]c[U+00AD]')
  })

  it('lets a long word be broken, and loses no letter by it', () => {
    const printed = printableText(`tên ${'W'.repeat(50)} hết`, has)
    expect(printed).toHaveProperty('pieces')
    expect(joined(`tên ${'W'.repeat(50)} hết`)).toBe(`tên ${'W'.repeat(50)} hết`)
  })

  it('lets a single word be broken earlier, for it may stand in a narrow column', () => {
    expect(printableText('10CHUYENTOANTIN', has)).toEqual({ pieces: ['10CH', 'UYEN', 'TOAN', 'TIN'] })
  })

  it('never breaks between a letter and its mark', () => {
    const printed = printableText('ơ̆'.repeat(20), has)
    expect(
      typeof printed === 'string' ? [] : printed.pieces.filter((piece) => piece.startsWith('\u0306')),
    ).toEqual([])
  })

  it('keeps line breaks as pieces of their own', () => {
    expect(printableText('a b\nc', has)).toEqual({ pieces: ['a b', '\n', 'c'] })
  })

  it('reaches every text of a tree, whatever else is in it', () => {
    const tree = { a: ['😀', 3, true, undefined], b: { c: null, d: 'x' } }
    expect(makePrintable(tree, has)).toEqual({ a: ['[U+1F600]', 3, true, null], b: { c: null, d: 'x' } })
  })
})
