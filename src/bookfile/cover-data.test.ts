import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryReport } from '../../test/builders/arbitrary-report.ts'
import { primaryReport, secondaryReport, withPart } from '../../test/builders/reports.ts'
import { Refusal } from '../shared/refusal.ts'
import { readCover, readData, writeCover, writeData } from './index.ts'

const { cover } = secondaryReport()

describe('a cover by itself', () => {
  it('is digested as it will be inside the year’s file, whatever it holds', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const inYear = writeData(report)
        const alone = writeCover(report.cover)
        expect(alone.digest).toBe(inYear.digestOf('bia'))
        expect(inYear.text).toContain(alone.text)
      }),
      { numRuns: 50 },
    )
  })

  it('has a digest for itself and for nothing else', () => {
    const data = writeCover(cover)
    expect(data.digestOf('bia')).toBe(data.digest)
    for (const id of ['hb', 'dd', 'sv-s-bia-ht', '']) expect(data.digestOf(id)).toBeUndefined()
  })

  it('is read as it was written', () => {
    const reading = readCover(writeCover(cover).text)
    if ('fault' in reading) throw new Error('the cover must be readable')
    expect(reading.data.cover).toEqual(cover)
    expect(reading.data.digest).toBe(writeCover(cover).digest)
  })

  it.each([
    ['is cut off', (text: string) => text.slice(0, -1)],
    ['goes on behind its end', (text: string) => `${text} `],
    ['is something else', () => writeData(secondaryReport()).text],
    ['is empty', () => ''],
    ['lacks its Id', (text: string) => text.replace(' Id="bia"', '')],
  ] as const)('that %s is a fault', (_what, spoil) => {
    expect(readCover(spoil(writeCover(cover).text))).toHaveProperty('fault')
  })

  it('that no file may hold is refused by the pupil’s name', () => {
    const student = { ...cover.student, address: 'Thôn\u0000 Đông' }
    const write = (): unknown => writeCover({ ...cover, student })
    expect(write).toThrow(Refusal)
    expect(write).toThrow(/Nguyễn Thị Thùy Dương \(9900000001\).*NoiOHienNay/s)
  })
})

describe('data kept by itself', () => {
  it.each([
    ['secondary', secondaryReport()],
    ['primary', primaryReport()],
  ] as const)('is read as it was written: %s', (_level, report) => {
    const written = writeData(report)
    const reading = readData(written.text)
    if ('fault' in reading) throw new Error('the data must be readable')
    expect(reading.data.report).toEqual(report)
    for (const id of ['hb', 'bia', 'dd', 'tk', 'mon-TOAN'])
      expect(reading.data.digestOf(id), id).toBe(written.digestOf(id))
  })

  it.each([
    ['is cut off', (text: string) => text.slice(0, -1)],
    ['goes on behind its end', (text: string) => `${text}<x>`],
    ['has white space between elements', (text: string) => text.replace('><', '> <')],
    ['is empty', () => ''],
  ] as const)('that %s is a fault, with its place', (_what, spoil) => {
    const reading = readData(spoil(writeData(secondaryReport()).text))
    expect(reading).toHaveProperty('fault')
  })

  it('says the structure that it is in, not one that a text in it names', () => {
    const report = withPart(secondaryReport(), 'summary', { comment: '<CauTruc>hocba-9</CauTruc>' })
    expect(readData(writeData(report).text)).toHaveProperty('data')
  })
})
