import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTsv, toTsv } from './tsv.ts'

describe('a block from a spreadsheet', () => {
  it('ends with a line break that begins no row', () => {
    expect(parseTsv('8,5\t9\r\n7\t10\r\n')).toEqual([
      ['8,5', '9'],
      ['7', '10'],
    ])
  })

  it('has empty cells, also the last of a row', () => {
    expect(parseTsv('8\t\r\n\t9\n')).toEqual([
      ['8', ''],
      ['', '9'],
    ])
    expect(parseTsv('8\t')).toEqual([['8', '']])
  })

  it('keeps tabs, line breaks and doubled quotes of a quoted cell', () => {
    expect(parseTsv('"Học tốt,\n""chăm"" ngoan"\t"a\tb"\r\n')).toEqual([['Học tốt,\n"chăm" ngoan', 'a\tb']])
  })

  it('takes a quote that nothing ends as a letter', () => {
    expect(parseTsv('"chăm\t8')).toEqual([['"chăm', '8']])
    expect(parseTsv('"a"b\t8')).toEqual([['"a"b', '8']])
  })

  it('is composed, with ordinary spaces', () => {
    expect(parseTsv('Học\u00a0tốt'.normalize('NFD'))).toEqual([['Học tốt']])
  })

  it('is read back as it was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '8', ',', '"', '\t', '\n', ' ', 'đ') })
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      )
    fc.assert(
      fc.property(block, (rows) => {
        // One empty cell alone is an empty clipboard.
        fc.pre(rows.flat().some((one) => one !== ''))
        expect(parseTsv(`${toTsv(rows)}\r\n`)).toEqual(rows)
      }),
    )
  })
})
