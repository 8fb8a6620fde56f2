import { describe, expect, it } from 'vitest'
import { secondaryReport, withPart, withSubject } from '../../test/builders/reports.ts'
import { Refusal } from '../shared/refusal.ts'
import { currentVersion, identityDigest, readBook, writeBook, writeData } from './index.ts'

const data = writeData(secondaryReport())
const bytes = Buffer.from(writeBook(data, []))

const faultOf = (changed: Uint8Array | string) => {
  const reading = readBook(typeof changed === 'string' ? Buffer.from(changed) : changed)
  return 'fault' in reading ? reading.fault : undefined
}

describe('a book', () => {
  it('is read as it was written, with the digest of every part', () => {
    const reading = readBook(bytes)
    if ('fault' in reading) throw new Error('the book must be readable')
    expect(reading.book.data.report).toEqual(secondaryReport())
    for (const id of ['hb', 'bia', 'dd', 'pb', 'tk', 'mon-TOAN']) {
      expect(reading.book.data.digestOf(id), id).toBe(data.digestOf(id))
      expect(reading.book.data.digestOf(id)).toMatch(/^[A-Za-z0-9+/]{43}=$/)
    }
    for (const id of ['mon-VAT_LI', 'sv-s-truong', '']) expect(reading.book.data.digestOf(id)).toBeUndefined()
  })

  it('is read from a part of a larger buffer as well', () => {
    const padded = Buffer.concat([Buffer.alloc(13), bytes, Buffer.alloc(5)])
    expect('book' in readBook(padded.subarray(13, 13 + bytes.length))).toBe(true)
  })

  it('has a digest for the pupil that changes with any part, and for a part only with that part', () => {
    const changed = writeData(withSubject(secondaryReport(), 'TOAN', { comment: 'Khác.' }))
    expect(changed.digestOf('hb')).not.toBe(data.digestOf('hb'))
    expect(changed.digestOf('mon-TOAN')).not.toBe(data.digestOf('mon-TOAN'))
    expect(changed.digestOf('mon-KHTN')).toBe(data.digestOf('mon-KHTN'))
    expect(changed.digestOf('bia')).toBe(data.digestOf('bia'))
  })

  it('that a reader would refuse is never written', () => {
    const tooLong = withSubject(secondaryReport(), 'TOAN', { comment: 'x'.repeat(2001) })
    expect(() => writeData(tooLong)).toThrow(Refusal)
    expect(() => writeData(tooLong)).toThrow(/Nguyễn Thị Thùy Dương.*NhanXet/)
    expect(() => writeData(withPart(secondaryReport(), 'cover', { level: 'khác' as 'primary' }))).toThrow(
      Error,
    )
  })
})

describe('what is no book', () => {
  it.each([
    ['nothing', ''],
    ['another root', '<A xmlns="urn:vn:edu:hoc-ba-so:1"></A>'],
    ['another namespace', `<HocBa xmlns="${currentVersion.namespace}2"></HocBa>`],
  ])('%s has an unknown structure', (_, text) => {
    expect(faultOf(text)).toEqual({ code: 'unknown-structure', part: 'file' })
  })

  it('says in which part and where reading stopped', () => {
    const text = bytes.toString('utf8').replace('<CaNam>8.5<', '<CaNam>8,5<')
    const fault = faultOf(text)
    expect(fault).toMatchObject({ code: 'malformed', part: 'data', fault: { expected: 'a value of CaNam' } })
    const start = text.indexOf('<DuLieu')
    expect(text.slice(start + (fault?.fault?.at ?? 0))).toMatch(/^8,5</)
  })

  it('says what is wrong with the structure, and where', () => {
    const text = bytes.toString('utf8')
    expect(faultOf(text.replace('<LanSua>0</LanSua>', ''))).toMatchObject({
      code: 'part-missing',
      at: 'mon-NGU_VAN.LanSua',
    })
    expect(faultOf(text.replace('Id="mon-TOAN"', 'Id="mon-KHTN"'))).toMatchObject({
      code: 'duplicate-id',
      at: 'mon-KHTN',
    })
    expect(faultOf(text.replace('<TongKet ', '<TongKet2 '))).toMatchObject({
      code: 'malformed',
      part: 'data',
    })
  })
})

describe('the digest of a citizen’s number', () => {
  it('is another one for every pupil’s year, so that books do not tell who signed which', () => {
    const [one, other] = ['a', 'b'].map((letter) => identityDigest(letter.repeat(32), '999085000002'))
    expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(other).not.toBe(one)
  })

  it('is SHA-256 over the code, a colon and the number', () => {
    expect(identityDigest('0'.repeat(32), '999085000002')).toBe(
      '075bc07b1c36f848b44e021e0302f93d8a96aa8aecc36bd49b38d9105fa05799',
    )
  })
})
