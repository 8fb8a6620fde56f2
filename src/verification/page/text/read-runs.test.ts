import { describe, expect, it } from 'vitest'
import {
  buildPdf,
  numbers,
  plainObjects,
  stream,
  type Objects,
} from '../../../../test/attack/pdf/support/build-pdf.ts'
import { openDocument } from '../../../crypto/pdf/document.ts'
import { withoutFault } from '../../../crypto/pdf/fault.ts'
import { lettersOf } from './letters.ts'
import { readRuns } from './read-runs.ts'

const runsOf = (content: string, objects: Objects = {}): unknown => {
  const pdf = buildPdf({ ...plainObjects, [numbers.content]: stream(content), ...objects })
  const read = withoutFault(() => [...readRuns(openDocument(pdf), 0)])
  return Array.isArray(read) ? read.map(({ text, isArtifact }) => (isArtifact ? `~${text}` : text)) : read
}

const toUnicode = stream('1 beginbfchar <0041> <0039> endbfchar')
const composite: Objects = {
  [numbers.font]: '<< /Type /Font /Subtype /Type0 /BaseFont /X /ToUnicode 21 0 R >>',
  21: toUnicode,
}

describe('the text of a page', () => {
  it.each<readonly [string, string, readonly string[], Objects]>([
    ['one string', 'BT /F1 12 Tf (Toan 6,0) Tj ET', ['Toan 6,0'], {}],
    ['a string in pieces', 'BT /F1 12 Tf [(6) -20 (,) 3 (0)] TJ ET', ['6,0'], {}],
    ['strings on lines of their own', 'BT /F1 12 Tf (a) \' 1 2 (b) " ET', ['a', 'b'], {}],
    ['a Western letter', 'BT /F1 12 Tf <e9> Tj ET', ['é'], {}],
    ['codes that a map explains', 'BT /F1 12 Tf <00410041> Tj ET', ['99'], composite],
    ['codes that nothing explains', 'BT /F1 12 Tf <0042> Tj ET', [], composite],
    [
      'head and foot apart',
      '/Artifact BMC BT /F1 9 Tf (Trang 1) Tj ET EMC BT (x) Tj ET',
      ['~Trang 1', 'x'],
      {},
    ],
    ['nothing of what is drawn invisibly', 'BT /F1 9 Tf 3 Tr (6,0) Tj 0 Tr (9,0) Tj ET', ['9,0'], {}],
    ['what follows a state that was put back', 'q BT /F1 9 Tf 3 Tr ET Q BT /F1 9 Tf (x) Tj ET', ['x'], {}],
    ['a picture passed over', 'BI /W 1 /H 1 ID (9,0) EI BT /F1 9 Tf (x) Tj ET', ['x'], {}],
    [
      'a form inside the page',
      '/X1 Do',
      ['9,0'],
      {
        [numbers.cover]: stream(
          'BT /F1 9 Tf (9,0) Tj ET',
          '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >>',
        ),
      },
    ],
  ])('is read: %s', (_, content, expected, objects) => {
    expect(runsOf(content, objects)).toEqual(expected)
  })

  it('ends where a form draws itself', () => {
    const itself = stream(
      'BT /F1 9 Tf (x) Tj ET /X1 Do',
      '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> /XObject << /X1 10 0 R >> >>',
    )
    expect(runsOf('/X1 Do', { [numbers.cover]: itself })).toHaveLength(6)
  })

  it.each([
    ['an open string', 'BT (x'],
    ['a bracket too many', ']'],
    ['a dictionary cut off', '<< /A'],
  ])('that is broken by %s is a fault, not an error', (_, content) => {
    expect(runsOf(content)).toMatchObject({ ok: false })
  })
})

describe('letters', () => {
  it('are the same whatever breaks lines, writes decimals or composes accents', () => {
    expect(lettersOf('Nguyễn  Thị\n Dương 8.5')).toBe('NguyễnThịDương8,5')
    expect(lettersOf('e\u0302\u0301')).toBe('ế')
    expect(lettersOf('30.06.2026')).toBe('30,06,2026')
  })
})
