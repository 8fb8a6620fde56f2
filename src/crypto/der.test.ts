import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  booleanOf,
  contentOf,
  elementsOf,
  fieldsOf,
  integerHexOf,
  namedBitsOf,
  oidOf,
  parseDer,
  smallIntegerOf,
  tags,
  textOf,
  timeOf,
  wholeBitsOf,
  type DerElement,
} from './der.ts'
import { der, derBits, derInteger, derOid, derSequence, derSetOf, derTime } from './der-write.ts'

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex')
const reads = <T>(text: string, read: (root: DerElement) => T): T | undefined => parseDer(hex(text), read)
const anything = (): boolean => true

describe('lengths', () => {
  it.each([
    ['30 00', 'an empty sequence'],
    ['04 7f' + '00'.repeat(127), 'the longest short form'],
    ['04 81 80' + '00'.repeat(128), 'the shortest long form'],
    ['04 82 01 00' + '00'.repeat(256), 'two bytes of length'],
  ])('reads %s', (text) => {
    expect(reads(text, anything)).toBe(true)
  })

  it.each([
    ['', 'nothing'],
    ['30', 'a tag alone'],
    ['30 80 00 00', 'an indefinite length'],
    ['04 81 7f' + '00'.repeat(127), 'a long form where the short would do'],
    ['04 82 00 80' + '00'.repeat(128), 'a leading zero in the length'],
    ['04 85 00 00 00 00 01 00', 'five bytes of length'],
    ['04 84 ff ff ff ff', 'four gigabytes'],
    ['04 02 00', 'an end beyond the bytes'],
    ['04 00 00', 'something after the end'],
    ['1f 81 01 00', 'a high tag number'],
  ])('refuses %s: %s', (text) => {
    expect(reads(text, anything)).toBeUndefined()
  })

  it('refuses an element that reaches beyond the one it stands in', () => {
    expect(reads('30 03 04 02 00', elementsOf)).toBeUndefined()
  })

  it('refuses more bytes than the reader allows', () => {
    expect(parseDer(derSequence(Buffer.alloc(100)), anything, 100)).toBeUndefined()
  })
})

describe('values', () => {
  it.each([
    ['02 01 00', '00'],
    ['02 01 7f', '7f'],
    ['02 02 00 80', '80'],
    ['02 03 01 00 00', '010000'],
  ])('reads the integer %s as %s', (text, value) => {
    expect(reads(text, integerHexOf)).toBe(value)
  })

  it.each(['02 00', '02 01 80', '02 02 00 7f', '04 01 00'])(
    'refuses %s as a non-negative integer',
    (text) => {
      expect(reads(text, integerHexOf)).toBeUndefined()
    },
  )

  it('reads true and false and nothing between', () => {
    expect(reads('01 01 ff', booleanOf)).toBe(true)
    expect(reads('01 01 00', booleanOf)).toBe(false)
    expect(reads('01 01 01', booleanOf)).toBeUndefined()
  })

  it.each([
    '1.2.840.113549.1.1.11',
    '2.5.29.15',
    '0.9.2342.19200300.100.1.1',
    '2.999.3161',
    '2.16.840.1.101.3.4.2.1',
  ])('writes and reads the object identifier %s', (oid) => {
    expect(parseDer(derOid(oid), oidOf)).toBe(oid)
  })

  it.each(['06 00', '06 02 80 01', '06 01 80', '06 02 2a 80'])('refuses the object identifier %s', (text) => {
    expect(reads(text, oidOf)).toBeUndefined()
  })

  it('reads a named bit list', () => {
    expect(reads('03 02 06 c0', namedBitsOf)).toEqual([0, 1])
    expect(reads('03 03 07 00 80', namedBitsOf)).toEqual([8])
  })

  it('takes keys and signatures only in whole bytes', () => {
    expect(parseDer(derBits(Buffer.from('ab')), wholeBitsOf)?.toString()).toBe('ab')
    expect(reads('03 02 01 00', wholeBitsOf)).toBeUndefined()
  })

  it('refuses text that is not UTF-8', () => {
    expect(reads('0c 02 c3 28', textOf)).toBeUndefined()
    expect(parseDer(der(tags.utf8, Buffer.from('Học bạ')), textOf)).toBe('Học bạ')
  })
})

describe('times', () => {
  const utc = (text: string) => parseDer(der(tags.utcTime, Buffer.from(text)), timeOf)
  const generalized = (text: string) => parseDer(der(tags.generalizedTime, Buffer.from(text)), timeOf)

  it('puts two-digit years below 50 into this century', () => {
    expect(utc('491231235959Z')).toEqual(new Date('2049-12-31T23:59:59Z'))
    expect(utc('500101000000Z')).toEqual(new Date('1950-01-01T00:00:00Z'))
  })

  it('keeps milliseconds', () => {
    expect(generalized('20260530091500.29Z')).toEqual(new Date('2026-05-30T09:15:00.290Z'))
    expect(generalized('20260530091500.1234Z')).toEqual(new Date('2026-05-30T09:15:00.123Z'))
  })

  it.each([
    '20260230000000Z',
    '20261301000000Z',
    '20260530240000Z',
    '20260530006000Z',
    '202605300000Z',
    '20260530000000',
    '20260530000000+0700',
    '20260530000000.10Z',
    '00000000000000Z',
  ])('refuses %s', (text) => {
    expect(generalized(text)).toBeUndefined()
  })

  it('writes what it reads', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }),
        (at) => {
          expect(parseDer(derTime(at), timeOf)).toEqual(at)
        },
      ),
    )
  })
})

describe('writing', () => {
  it('writes integers that read back, with a zero byte where the sign would turn', () => {
    fc.assert(
      fc.property(fc.nat(0x7fffffff), (value) => {
        expect(parseDer(derInteger(value), (root) => smallIntegerOf(root))).toBe(value)
      }),
    )
    expect(derInteger(Buffer.from('00ff', 'hex')).toString('hex')).toBe('020200ff')
  })

  it('writes contents of any length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70_000 }), (length) => {
        expect(parseDer(der(tags.octetString, Buffer.alloc(length)), contentOf)?.length).toBe(length)
      }),
    )
  })

  it('sorts the elements of a SET OF', () => {
    expect(derSetOf(hex('0401 02'), hex('0401 01')).toString('hex')).toBe('3106040101040102')
  })
})

describe('reading field by field', () => {
  it('takes what is there, skips what is not, and leaves nothing over', () => {
    const read = (root: DerElement) => {
      const fields = fieldsOf(root)
      const first = integerHexOf(fields.take())
      const absent = fields.maybe(tags.boolean)
      fields.finish()
      return [first, absent]
    }
    expect(reads('30 03 02 01 05', read)).toEqual(['05', undefined])
    expect(reads('30 05 02 01 05 05 00', read)).toBeUndefined()
    expect(reads('30 00', read)).toBeUndefined()
  })

  it('never swallows a bug in the reader', () => {
    const buggy = (): never => {
      throw new TypeError('a bug')
    }
    expect(() => parseDer<unknown>(derSequence(), buggy)).toThrow('a bug')
  })

  it('answers any bytes with a value or with undefined', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const root = parseDer(bytes, (element) => element.tag)
        expect(root === undefined || root === bytes[0]).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
