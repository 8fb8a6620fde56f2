import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { ParseOption, XmlDocument, XsdValidator } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { arbitraryReport } from '../../test/builders/arbitrary-report.ts'
import { primaryReport, secondaryReport, withPart } from '../../test/builders/reports.ts'
import { readOrFault } from '../crypto/xml-cursor.ts'
import type { BookCursor } from './codec/field.ts'
import { currentVersion, writeBook, writeData, type YearReport } from './index.ts'

const { report: layout } = currentVersion

const read = (text: string): YearReport | undefined => {
  const result = readOrFault(() => {
    const cursor: BookCursor = { text, at: 0, spans: new Map() }
    const report = layout.read(cursor)
    return cursor.at === text.length ? report : undefined
  })
  return 'fault' in result ? undefined : result.value
}

const placesOf = (text: string): fc.Arbitrary<number> => fc.nat({ max: text.length - 1 })

describe('the layout', () => {
  it('reads back exactly what it writes, whatever a report holds', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        expect(read(layout.write(report))).toEqual(report)
      }),
    )
  })

  it('reads no text that it would write otherwise: a report has one spelling', () => {
    const replacements = fc.constantFrom(...Array.from('0123456789aAĐ<>/&;" '))
    fc.assert(
      fc.property(
        arbitraryReport.chain((report) => {
          const text = layout.write(report)
          return fc.tuple(fc.constant(text), placesOf(text), replacements)
        }),
        ([text, at, letter]) => {
          const changed = text.slice(0, at) + letter + text.slice(at + 1)
          const report = read(changed)
          if (report !== undefined) expect(layout.write(report)).toBe(changed)
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each([
    ['primary', primaryReport],
    ['secondary', secondaryReport],
  ])('of a %s report refuses any other character in a tag', (_, report) => {
    const text = layout.write(report())
    for (const { 0: tag, index } of text.matchAll(/<[^<>]*>/g))
      for (let at = index; at < index + tag.length; at++) {
        const changed = text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1)
        expect(read(changed), `${tag} at ${at}`).toBeUndefined()
      }
  })

  it.each([
    ['primary', primaryReport],
    ['secondary', secondaryReport],
  ])('of a %s report refuses one character more or less in a tag', (_, report) => {
    const text = layout.write(report())
    for (const { 0: tag, index } of text.matchAll(/<[^<>]*>/g))
      for (const at of [index + 1, index + tag.length - 1]) {
        expect(read(text.slice(0, at) + text.slice(at + 1)), `${tag} without ${at}`).toBeUndefined()
        expect(read(`${text.slice(0, at)} ${text.slice(at)}`), `${tag} with a space at ${at}`).toBeUndefined()
      }
  })
})

describe('a value', () => {
  const withClass = (classId: string): string =>
    layout.write(withPart(secondaryReport(), 'identity', { classId }))

  it('that a pattern allows must be composed (NFC) as well', () => {
    expect(read(withClass('8 가'))).toBeDefined()
    expect(read(withClass('8 \u1100\u1161'))).toBeUndefined()
    expect(read(withClass('8 \u212b'))).toBeUndefined()
  })
})

describe('the published schema', () => {
  const schema = XmlDocument.fromString(
    readFileSync(new URL('./hocba-1/hocba-1.xsd', import.meta.url), 'utf8'),
  )
  const validator = XsdValidator.fromDoc(schema)
  const isValid = (text: string): boolean => {
    using document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NONET })
    try {
      validator.validate(document)
      return true
    } catch {
      return false
    }
  }

  it('accepts whatever the layout writes', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        expect(isValid(Buffer.from(writeBook(writeData(report), [])).toString('utf8'))).toBe(true)
      }),
    )
  })

  it.each([
    ['an unknown element', (text: string) => text.replace('</TongKet>', '<GhiChu></GhiChu></TongKet>')],
    ['a missing element', (text: string) => text.replace('<LanSua>0</LanSua>', '')],
    [
      'elements in another order',
      (text: string) => text.replace(/(<HK1>.*?<\/HK1>)(<HK2>.*?<\/HK2>)/, '$2$1'),
    ],
    ['a value outside its list', (text: string) => text.replace('<HinhThuc>DIEM_SO<', '<HinhThuc>KHAC<')],
    ['a mark above ten', (text: string) => text.replace('<CaNam>8.5<', '<CaNam>10.5<')],
    ['the same Id twice', (text: string) => text.replace('Id="mon-TOAN"', 'Id="mon-NGU_VAN"')],
  ])('refuses %s', (_, change) => {
    const text = Buffer.from(writeBook(writeData(secondaryReport()), [])).toString('utf8')
    expect(isValid(text)).toBe(true)
    expect(change(text)).not.toBe(text)
    expect(isValid(change(text))).toBe(false)
  })
})
