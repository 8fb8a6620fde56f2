import { describe, expect, it } from 'vitest'
import { cursorAt } from './cursor.ts'
import { withoutFault } from './fault.ts'
import { textOf } from './parse-string.ts'
import { readValue } from './parse-value.ts'
import { isDictionary, isSameExcept, isSameValue, isString, type PdfValue } from './values.ts'
import { textString } from './write-object.ts'

const read = (source: string): PdfValue | 'fault' => {
  const result = withoutFault(() => [readValue(cursorAt(Buffer.from(source, 'latin1'), 0))])
  return Array.isArray(result) ? (result[0] ?? null) : 'fault'
}
const textIn = (source: string): string | undefined => {
  const value = read(source)
  return typeof value === 'object' && isString(value) ? textOf(value) : undefined
}

describe('a value', () => {
  it.each([
    ['null', null],
    ['true', true],
    ['false', false],
    ['0', 0],
    ['-17', -17],
    ['+.5', 0.5],
    ['841.8898', 841.8898],
  ])('%s is read', (source, value) => {
    expect(read(source)).toBe(value)
  })

  it.each(['nul', 'truely', '1e5', '--1', '1.2.3', '99999999999', 'R', '', '{', ')', ']', '>>'])(
    '%s is none',
    (source) => {
      expect(read(source)).toBe('fault')
    },
  )

  it('is a reference only when generation and R follow', () => {
    expect(read('12 0 R')).toEqual({ kind: 'reference', object: 12 })
    expect(read('[12 0 1]')).toEqual({ kind: 'array', items: [12, 0, 1] })
    expect(read('12 1 R')).toBe('fault')
    expect(read('0 0 R')).toBe('fault')
  })

  it('holds no comment: one reader passes over it, another may not', () => {
    expect(read('[1 % 2\n]')).toBe('fault')
  })
})

describe('a string', () => {
  it.each([
    ['(Toan \\(9,0\\) (a))', 'Toan (9,0) (a)'],
    ['(a\\053b\\\nc\\n)', 'a+bc\n'],
    ['<48 49 4a4>', 'HIJ@'],
    ['<FEFF0110>', 'Đ'],
    ['<EFBBBFC490>', 'Đ'],
    ['()', ''],
  ])('%s is read', (source, text) => {
    expect(textIn(source)).toBe(text)
  })

  it.each(['(a', '(a\\q)', '<4x>', '<48', '((a)'])('%s is none', (source) => {
    expect(read(source)).toBe('fault')
  })

  it('comes back as it was written, with every Vietnamese letter', () => {
    for (const text of ['Phát hành học bạ số', 'Nguyễn Thị Ước', '(\\)', ''])
      expect(textIn(textString(text))).toBe(text)
  })
})

describe('a name', () => {
  it('is decoded, so that it has one form', () => {
    expect(read('/J#61vaScript')).toEqual({ kind: 'name', name: 'JavaScript' })
    expect(read('/application#2Fxml')).toEqual({ kind: 'name', name: 'application/xml' })
  })

  it.each(['/a#0', '/a#00', '/a#zz', '/é'])('%s is none', (source) => {
    expect(read(source)).toBe('fault')
  })
})

describe('two dictionaries', () => {
  const [one, other] = [read('<< /A [1 (x)] /B 2 0 R >>'), read('<</B 2 0 R/A[ 1 <78> ]>>')]

  it('are the same whatever their order and spelling', () => {
    expect(one !== 'fault' && other !== 'fault' && isSameValue(one, other)).toBe(true)
  })

  it.each([
    '<< /A [1 (y)] /B 2 0 R >>',
    '<< /A [1 (x)] /B 3 0 R >>',
    '<< /A [1 (x)] >>',
    '<< /A [1] /B 2 0 R >>',
    '[1]',
  ])('differ when anything in them does: %s', (source) => {
    const third = read(source)
    expect(one !== 'fault' && third !== 'fault' && isSameValue(one, third)).toBe(false)
  })

  it('may be compared but for some keys', () => {
    const third = read('<< /A [1 (x)] /C 1 >>')
    if (typeof one !== 'object' || typeof third !== 'object' || !isDictionary(one) || !isDictionary(third))
      throw new Error('no dictionaries')
    expect(isSameExcept(one, third, ['B', 'C'])).toBe(true)
    expect(isSameExcept(one, third, ['B'])).toBe(false)
  })
})
