import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePdfDate, toPdfDate } from './pdf-date.ts'

describe('a date in a PDF', () => {
  it('is written in Vietnam’s time zone, to the second', () => {
    expect(toPdfDate(new Date('2026-05-29T02:15:07.900Z'))).toBe("D:20260529091507+07'00'")
    expect(toPdfDate(new Date('2025-12-31T18:00:00Z'))).toBe("D:20260101010000+07'00'")
  })

  it('is read as the instant that was written', () => {
    const seconds = fc.integer({ min: 0, max: 4_000_000_000 })
    fc.assert(
      fc.property(seconds, (second) => {
        const at = new Date(second * 1000)
        expect(parsePdfDate(toPdfDate(at))).toEqual(at)
      }),
    )
  })

  it.each([
    ["D:20260529091507+07'00'", '2026-05-29T02:15:07Z'],
    ["D:20260529091507-05'30", '2026-05-29T14:45:07Z'],
    ['D:20260529091507Z', '2026-05-29T09:15:07Z'],
  ])('may be in any zone: %s', (text, at) => {
    expect(parsePdfDate(text)).toEqual(new Date(at))
  })

  it.each([
    '',
    'D:20260529',
    "D:20260230091507+07'00'",
    "D:20260529251507+07'00'",
    '20260529091507Z',
    'D:2026052909150',
  ])('is none when it is no day, no time or has no zone: %s', (text) => {
    expect(parsePdfDate(text)).toBeUndefined()
  })
})
