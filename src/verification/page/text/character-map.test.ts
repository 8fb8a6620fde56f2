import { describe, expect, it } from 'vitest'
import { readCharacterMap } from './character-map.ts'

const mapOf = (source: string): object => Object.fromEntries(readCharacterMap(source))

describe('a ToUnicode map', () => {
  it.each<readonly [string, string, object]>([
    ['single codes', '2 beginbfchar <0001> <0054> <0002> <1EBF> endbfchar', { 1: 'T', 2: 'ế' }],
    ['a code for several letters', '1 beginbfchar <0003> <00660069> endbfchar', { 3: 'fi' }],
    ['a letter beyond the basic plane', '1 beginbfchar <0004> <D83DDE00> endbfchar', { 4: '😀' }],
    [
      'a range that counts on',
      '1 beginbfrange <0010> <0012> <0030> endbfrange',
      { 16: '0', 17: '1', 18: '2' },
    ],
    ['a range with a list', '1 beginbfrange <20> <21> [<0041> <0042>] endbfrange', { 32: 'A', 33: 'B' }],
    ['a list shorter than its range', '1 beginbfrange <20> <29> [<0041>] endbfrange', { 32: 'A' }],
    ['several blocks', 'beginbfchar <1> <41> endbfchar x beginbfchar <2> <42> endbfchar', { 1: 'A', 2: 'B' }],
    ['nothing that is understood', 'beginbfchar zz endbfchar', {}],
  ])('gives %s', (_, source, expected) => {
    expect(mapOf(source)).toEqual(expected)
  })

  it('of endless ranges ends', () => {
    const range = 'beginbfrange <0000> <FFFFFFFF> <0041> endbfrange'
    expect(readCharacterMap(range.repeat(20)).size).toBeLessThanOrEqual(70_000)
  })
})
