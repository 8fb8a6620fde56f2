import { beforeAll, describe, expect, it } from 'vitest'
import { issueReport, signedAt } from '../../test/builders/issuing.ts'
import { findingsOf, makePages, openPageOffice, type PageOffice } from '../../test/builders/pages.ts'
import { primaryReport, secondaryReport } from '../../test/builders/reports.ts'
import { extractUnsignedRevision, readPdf } from '../crypto/pdf/index.ts'
import type { Signer, TimestampAuthority } from '../crypto/ports.ts'
import { verificationOfNothing, verifyDocument } from '../verification/index.ts'
import { sealPages, type SealedBook } from './index.ts'

let office: PageOffice
let books: readonly SealedBook[]
beforeAll(async () => {
  office = await openPageOffice()
  books = [await issueReport(secondaryReport(), office), await issueReport(primaryReport(), office)]
})

const sealWith = (seal: { readonly signer?: Signer; readonly timestamps?: TimestampAuthority }) =>
  sealPages(
    books,
    {
      signer: seal.signer ?? office.seal,
      timestamps: seal.timestamps ?? office.authority.timestampAuthority(() => signedAt),
    },
    office.making,
    { at: signedAt },
  )

describe('the pages of a sitting', () => {
  it('are sealed and pass, each carrying its own book to the byte', async () => {
    const pages = await sealWith({})
    expect(pages.map(({ verification }) => verification.verdict)).toEqual(['passed', 'passed'])
    for (const [index, { bytes }] of pages.entries()) {
      const reading = readPdf(bytes)
      if (!reading.ok) throw new Error(reading.fault)
      const [file, ...others] = reading.files
      expect(others).toEqual([])
      expect(file?.name).toBe('0123456789abcdef0123456789abcdef-2025-2026.xml')
      expect(file?.bytes.equals(books[index]?.bytes ?? Buffer.alloc(0))).toBe(true)
    }
  })

  it('pass with a stranger too, who makes them anew', async () => {
    for (const { bytes } of await sealWith({})) {
      const verification = await verifyDocument(bytes, office.pageContext)
      expect(findingsOf(verification)).toEqual([])
      expect(verification.page?.agreement).toBe('same-bytes')
    }
  })

  it('are the same bytes beneath the seal every time', async () => {
    const [one, other] = [await sealWith({}), await sealWith({})]
    for (const [index, { bytes }] of one.entries()) {
      const [first, second] = [bytes, other[index]?.bytes ?? bytes].map(extractUnsignedRevision)
      expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? []))).toBe(true)
    }
  })

  it('cost one call of the key and one of the timestamp authority, and once a token to measure', async () => {
    const signed: number[] = []
    const stamped: number[] = []
    const own = office.authority.timestampAuthority(() => signedAt)
    const signer: Signer = {
      ...office.seal,
      sign: (messages) => {
        signed.push(messages.length)
        return office.seal.sign(messages)
      },
    }
    const timestamps: TimestampAuthority = {
      timestamp: (imprints) => {
        stamped.push(imprints.length)
        return own.timestamp(imprints)
      },
    }
    await sealWith({ signer, timestamps })
    await sealWith({ signer, timestamps })
    expect(signed).toEqual([2, 2])
    expect(stamped).toEqual([1, 2, 2])
  })

  it('are none for no books, and nobody is asked', async () => {
    const silent: TimestampAuthority = { timestamp: () => Promise.reject(new Error('no answer')) }
    const seal = { signer: office.seal, timestamps: silent }
    expect(await sealPages([], seal, office.making, { at: signedAt })).toEqual([])
  })
})

describe('no page leaves', () => {
  it('without a timestamp', async () => {
    const silent: TimestampAuthority = { timestamp: () => Promise.reject(new Error('no answer')) }
    await expect(sealWith({ timestamps: silent })).rejects.toMatchObject({ code: 'timestamp-not-available' })
  })

  it('when the authority falls silent after it was measured', async () => {
    let calls = 0
    const own = office.authority.timestampAuthority(() => signedAt)
    const timestamps: TimestampAuthority = {
      timestamp: (imprints) =>
        ++calls > 1 ? Promise.reject(new Error('no answer')) : own.timestamp(imprints),
    }
    await expect(sealWith({ timestamps })).rejects.toMatchObject({ code: 'timestamp-not-available' })
  })

  it('where a timestamp or a value is missing', async () => {
    let calls = 0
    const own = office.authority.timestampAuthority(() => signedAt)
    const timestamps: TimestampAuthority = {
      timestamp: (imprints) => own.timestamp(++calls > 1 ? imprints.slice(1) : imprints),
    }
    await expect(sealWith({ timestamps })).rejects.toThrow('a timestamp follows every signature')
    const signer: Signer = { ...office.seal, sign: (messages) => office.seal.sign(messages.slice(1)) }
    await expect(sealWith({ signer })).rejects.toThrow('a value for every page')
  })

  it('that our own verification does not pass, as under another school’s seal', async () => {
    const signer = await office.authority.issueSchool({
      name: 'Trường THCS Khác',
      schoolCode: '99001002',
      algorithm: 'ecdsa-p256-sha256',
    })
    await expect(sealWith({ signer })).rejects.toMatchObject({
      code: 'own-verification-failed',
      message: expect.stringContaining('không mang con dấu của trường') as string,
    })
  })

  it('of a book that did not pass', async () => {
    const [book] = books
    if (book === undefined) throw new Error('no book')
    const failed = { ...book, verification: verificationOfNothing([]) }
    await expect(makePages(office, [failed])).rejects.toThrow('only a book that passed has a page')
  })
})

describe('the picture of the seal', () => {
  it('may be the school’s own', async () => {
    const image = { width: 1, height: 1, rgb: new Uint8Array([200, 0, 0]) }
    const [page] = await makePages(office, books.slice(0, 1), { sealImage: image })
    expect(Buffer.from(page?.bytes ?? []).toString('latin1')).toContain('/Subtype /Image /Width 1 /Height 1')
    expect(page?.verification.verdict).toBe('passed')
  })
})
