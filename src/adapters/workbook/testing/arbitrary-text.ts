import fc from 'fast-check'
import type { PlainDate } from '../../../shared/dates.ts'
import { normalizeText } from '../../../shared/text.ts'

const words = fc.constantFrom(
  'Nguyễn',
  'Thị',
  'Đặng',
  'Ánh',
  'Ưu',
  'tiến bộ',
  'khá',
  '0123',
  '8,5',
  '_x0041_',
  '<b>',
  '&amp;',
  '"',
  "'",
  '=1+1',
  '-',
  'v',
  'M',
  'x',
  ';',
  '𠀀',
  'ế',
  ']]>',
  '1/2',
  '#',
)

/** Tidy text of some words, among them everything that spreadsheets are known to change. */
export const arbitraryText = (longest: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof({ weight: 3, arbitrary: words }, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 })),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((parts) =>
      normalizeText(
        Array.from(parts.join(' '))
          .slice(0, longest)
          .join('')
          .replace(/[\p{Cc}\p{Cs}\ufffd-\uffff]/gu, ''),
      ),
    )
    .map((text) => (text === '' ? 'An' : text))

export const arbitraryDate: fc.Arbitrary<PlainDate> = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as PlainDate)

/** Sometimes nothing. */
export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined })
