import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../columns/columns-of.ts'
import { columnAt, everySheet, mathSheet, physicalEducation, primarySheet } from '../testing.ts'
import { formatCell } from './format-cell.ts'
import { parseCell } from './parse-cell.ts'
import type { Column } from '../columns/column.ts'

const regular = columnAt(mathSheet, 'terms.1.regularMarks.0')
const midterm = columnAt(mathSheet, 'terms.1.midtermMark')
const comment = columnAt(mathSheet, 'comment')

const valueOf = (column: Column, typed: string, keypadTenths = false): unknown => {
  const parsed = parseCell(column, typed, { keypadTenths })
  return parsed.ok ? parsed.value : undefined
}
const values = (column: Column, ...typed: readonly string[]): readonly unknown[] =>
  typed.map((one) => valueOf(column, one))

describe('a mark', () => {
  it('is read with a comma or a dot, with noughts and spaces around it', () => {
    expect(values(regular, '8,5', '8.5', '08,50', ' 8,5\u00a0', '8,0', '10', '10,0', '0', '８，５')).toEqual([
      '8.5',
      '8.5',
      '8.5',
      '8.5',
      '8',
      '10',
      '10',
      '0',
      '8.5',
    ])
  })

  it('is never made of something else', () => {
    const wrong = ['85', '8,55', '11', '-1', '1e1', '10,1', 'abc', '8,5,5', '8;5', '١', 'O', 'v', '8½']
    expect(values(regular, ...wrong)).toEqual(wrong.map(() => undefined))
  })

  it("of two digits never becomes a decimal unless the person's keypad says so", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), (number) => {
        const typed = String(number).padStart(2, '0')
        const value = valueOf(regular, typed)
        expect(value === undefined || value === String(number)).toBe(true)
        expect(valueOf(regular, typed, true)).toBe(number === 10 ? '10' : String(number / 10))
      }),
    )
  })

  it('may be absent where an assessment can be missed, however that is written', () => {
    expect(values(midterm, 'v', 'V', 'vắng', 'Vang', 'absent')).toEqual(
      Array.from({ length: 5 }, () => 'absent'),
    )
  })

  it('names the remedy where a comma seems to be missing', () => {
    expect(parseCell(regular, '85')).toEqual({
      ok: false,
      fault: 'Điểm từ 0 đến 10. Nếu là 8,5 hãy gõ cả dấu phẩy.',
    })
  })
})

describe('a word', () => {
  it('is read by its short form or name, in any case, without accents where that is clear', () => {
    const result = columnAt(physicalEducation, 'terms.1.regularResults.0')
    expect(values(result, 'd', 'đ', 'Đạt', 'DAT', 'dat', 'cd', 'CĐ', 'chưa đạt', 'chua dat')).toEqual([
      'pass',
      'pass',
      'pass',
      'pass',
      'pass',
      'not-pass',
      'not-pass',
      'not-pass',
      'not-pass',
    ])
    expect(values(result, 'v', 'x', 'đát', 'đạt!')).toEqual([undefined, undefined, undefined, undefined])
  })

  it('of a level is told from that of a trait', () => {
    const level = columnAt(primarySheet, 'level')
    const trait = columnAt({ ...primarySheet, sheet: 'homeroom' }, 'qualities.YEU_NUOC')
    expect(values(level, 't', 'hoàn thành', 'C', 'Đ')).toEqual(['T', 'H', 'C', undefined])
    expect(values(trait, 'd', 'Tốt', 'cần cố gắng', 'H')).toEqual(['Đ', 'T', 'C', undefined])
  })
})

describe('a score', () => {
  it('is a whole number from 0 to 10 (TT 27/2020, Điều 7)', () => {
    const score = columnAt(primarySheet, 'finalScore')
    expect(values(score, '0', '10', '09', '8,0', '8,5', '11', '-1')).toEqual([
      '0',
      '10',
      '9',
      '8',
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('words', () => {
  it('are kept composed, with one space between them', () => {
    expect(valueOf(comment, '  Học\u00a0 tốt\n'.normalize('NFD'))).toBe('Học tốt')
  })

  it('are as long as a reader counts, not as the machine does', () => {
    expect(valueOf(comment, 'ạ'.normalize('NFD').repeat(2000))).toBe('ạ'.repeat(2000))
    expect(valueOf(comment, 'ạ'.repeat(2001))).toBeUndefined()
  })

  it('hold nothing that cannot be printed', () => {
    const wrong = ['a\u0000b', 'a\u001bb', 'a\ud800', 'a\u202eb', 'a\uffffb']
    expect(values(comment, ...wrong)).toEqual(wrong.map(() => undefined))
  })
})

const canonical = (column: Column): fc.Arbitrary<string> => {
  const words = (column.options ?? []).map(({ value }) => value)
  const range = (least: number, most: number) => fc.integer({ min: least, max: most })
  switch (column.kind) {
    case 'mark': {
      const mark = range(0, 100).map((tenths) => String(tenths / 10))
      return words.length > 0 ? fc.oneof(mark, fc.constantFrom(...words)) : mark
    }
    case 'score':
      return range(0, 10).map(String)
    case 'choice':
      return fc.constantFrom(...words)
    case 'flag':
      return fc.constant('true')
    case 'count':
      return range(column.min ?? 0, column.max ?? 99).map(String)
    case 'decimal':
      return range((column.min ?? 0) * 10, (column.max ?? 99) * 10).map((tenths) => String(tenths / 10))
    case 'text':
      return fc.string({ minLength: 1, maxLength: 20 }).filter((text) => valueOf(column, text) === text)
    case 'computed':
      throw new Error('has no cells')
  }
}

describe('every cell of every sheet', () => {
  it('reads back what it shows and what is stored', () => {
    for (const context of everySheet)
      for (const column of columnsOf(context).filter(({ kind }) => kind !== 'computed'))
        fc.assert(
          fc.property(canonical(column), (value) => {
            expect(valueOf(column, formatCell(column, value)), column.path).toBe(value)
            expect(valueOf(column, value), column.path).toBe(value)
          }),
          { numRuns: 20 },
        )
  })

  it('takes whatever is typed without an error, and what it takes it takes again', () => {
    for (const context of everySheet)
      for (const column of columnsOf(context))
        fc.assert(
          fc.property(fc.string({ unit: 'binary', maxLength: 8 }), fc.boolean(), (typed, keypadTenths) => {
            const parsed = parseCell(column, typed, { keypadTenths })
            if (parsed.ok && parsed.value !== null) expect(valueOf(column, parsed.value)).toBe(parsed.value)
          }),
          { numRuns: 20 },
        )
  })

  it('is emptied by nothing but blanks', () => {
    for (const context of everySheet)
      for (const column of columnsOf(context))
        if (column.kind !== 'computed') expect(values(column, '', ' \u00a0\t')).toEqual([null, null])
  })
})
