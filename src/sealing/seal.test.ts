import { beforeAll, describe, expect, it } from 'vitest'
import { issueReport, openOffice, signAll, signedAt, type TestOffice } from '../../test/builders/issuing.ts'
import { secondaryReport, withPart } from '../../test/builders/reports.ts'
import { writeData } from '../bookfile/index.ts'
import type { TimestampAuthority } from '../crypto/ports.ts'
import { openSheet, signWave } from '../signing/index.ts'
import { verifyBook } from '../verification/index.ts'
import { affixSchoolSeal, releaseBook } from './index.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openOffice()
})

const onceSigned = () => signWave([openSheet(writeData(secondaryReport()))], office.signers, () => signedAt)

describe('the school’s seal', () => {
  it('is affixed with its timestamp, and only where its turn has come', async () => {
    const timestamps = office.authority.timestampAuthority(() => signedAt)
    const untouched = openSheet(writeData(secondaryReport()))
    const sheets = [...(await onceSigned()), untouched]
    const [sealed, waiting] = await affixSchoolSeal(
      sheets,
      { signer: office.seal, timestamps },
      { at: signedAt },
    )
    expect(sealed?.made.get('s-bia-truong')?.text).toContain('<xades:EncapsulatedTimeStamp>')
    expect(waiting).toBe(untouched)
  })

  it('asks for the timestamps of all books at once', async () => {
    const asked: number[] = []
    const own = office.authority.timestampAuthority(() => signedAt)
    const timestamps: TimestampAuthority = {
      timestamp: (imprints) => {
        asked.push(imprints.length)
        return own.timestamp(imprints)
      },
    }
    const sheets = await signWave(
      ['8A1', '8A2'].map((classId) =>
        openSheet(writeData(withPart(secondaryReport(), 'identity', { classId }))),
      ),
      office.signers,
      () => signedAt,
    )
    await affixSchoolSeal(sheets, { signer: office.seal, timestamps }, { at: signedAt })
    expect(asked).toEqual([2])
  })

  it('is not affixed without a timestamp: the books stay as they are, and the reason is said', async () => {
    const silent: TimestampAuthority = { timestamp: () => Promise.reject(new Error('no answer')) }
    const sheets = await onceSigned()
    const attempt = affixSchoolSeal(sheets, { signer: office.seal, timestamps: silent }, { at: signedAt })
    await expect(attempt).rejects.toMatchObject({ code: 'timestamp-not-available' })
    expect(sheets[0]?.made.has('s-bia-truong')).toBe(false)
  })

  it('is not affixed where the authority answers for fewer books', async () => {
    const forgetful: TimestampAuthority = { timestamp: () => Promise.resolve([]) }
    const attempt = affixSchoolSeal(
      await onceSigned(),
      { signer: office.seal, timestamps: forgetful },
      { at: signedAt },
    )
    await expect(attempt).rejects.toThrow('a timestamp follows its signature')
  })
})

describe('release', () => {
  it('gives the bytes, the book in them and what verification says of it', async () => {
    const { bytes, book, verification } = await issueReport(secondaryReport(), office)
    expect(verification.verdict).toBe('passed')
    expect(book.data.report).toEqual(secondaryReport())
    expect(Buffer.from(bytes).toString('utf8')).toContain('<ChuKys><ds:Signature ')
  })

  const inspect = (book: Parameters<typeof verifyBook>[0]) => verifyBook(book, office.context)

  it('is refused, with pupil and reason, for what verification does not pass', async () => {
    const wrong = withPart(secondaryReport(), 'summary', { award: 'excellent-student' })
    const sheet = await signAll(openSheet(writeData(wrong)), office)
    expect(() => releaseBook(sheet, inspect)).toThrow(
      expect.objectContaining({ code: 'own-verification-failed' }),
    )
    expect(() => releaseBook(sheet, inspect)).toThrow(/Nguyễn Thị Thùy Dương.*tk\.DanhHieu/)
    expect(() => releaseBook(sheet, inspect)).not.toThrow(/minh họa/)
  })

  it('is refused while a signature is missing', () => {
    expect(() => releaseBook(openSheet(writeData(secondaryReport())), inspect)).toThrow(/Thiếu chữ ký/)
  })

  it('is refused where verification could not settle everything', async () => {
    const sheet = await signAll(openSheet(writeData(secondaryReport())), office)
    const { trust, ...context } = office.context
    const unsettled = (book: Parameters<typeof verifyBook>[0]) =>
      verifyBook(book, { ...context, trust: { ...trust, evidence: [] } })
    expect(() => releaseBook(sheet, unsettled)).toThrow(/indeterminate/)
  })
})
