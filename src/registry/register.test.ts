import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { issueReport, now, openOffice, type TestOffice } from '../../test/builders/issuing.ts'
import { bookLookupCode, secondaryReport, yearLookupCode } from '../../test/builders/reports.ts'
import { sha256Hex } from '../crypto/digest.ts'
import { verifyBook } from '../verification/index.ts'
import { lookupKey } from './lookup-key.ts'
import { register, withdraw } from './register.ts'
import type { InspectReport } from './submission.ts'
import { identity as stranger, openMemoryRegistry, submissionOf, type MemoryRegistry } from './testing.ts'

let office: TestOffice
let xml: Uint8Array
let inspect: InspectReport
let registry: MemoryRegistry
beforeAll(async () => {
  office = await openOffice()
  const sealed = await issueReport(secondaryReport(), office)
  xml = Buffer.from(sealed.bytes)
  inspect = ({ book }) => verifyBook(book, office.context)
})
beforeEach(() => {
  registry = openMemoryRegistry()
})

const pdf = Buffer.from('%PDF')
const acting = () => ({ now, by: 'Sở', inspect })
const order = { version: 1, reason: 'Cấp nhầm' }

describe('registering a book', () => {
  it('keeps its files, records it under the digests of its codes, and gives a receipt', async () => {
    const { identity, version, act, isRepeated } = await register(registry, { xml, pdf }, acting())
    expect([identity.bookKey, identity.yearKey]).toEqual([
      lookupKey(bookLookupCode),
      lookupKey(yearLookupCode),
    ])
    expect([version.xml, version.pdf]).toEqual([
      { sha256: sha256Hex(xml), size: xml.length },
      { sha256: sha256Hex(pdf), size: pdf.length },
    ])
    expect([act.kind, act.by, isRepeated]).toEqual(['accept', 'Sở', false])
    expect([...registry.kept.keys()].sort()).toEqual([sha256Hex(xml), sha256Hex(pdf)].sort())
  })

  it('again gives the same receipt and adds nothing', async () => {
    const first = await register(registry, { xml }, acting())
    const again = await register(registry, { xml }, { ...acting(), now: new Date(now.getTime() + 1) })
    expect(again).toEqual({ ...first, isRepeated: true })
    expect(registry.entered).toHaveLength(1)
  })

  it('whose same file came in between gives the receipt of that one', async () => {
    const elsewhere = openMemoryRegistry()
    const first = await register(elsewhere, { xml }, { ...acting(), by: 'Người khác' })
    registry.beforeNext = () => {
      for (const entry of elsewhere.entered) registry.add(entry)
    }
    expect(await register(registry, { xml }, acting())).toEqual({ ...first, isRepeated: true })
  })

  it('is refused, with the reasons, where verification does not pass; nothing is kept', async () => {
    const damaged = Buffer.from(Buffer.from(xml).toString().replace('Thùy Dương', 'Thùy Dung'))
    await expect(register(registry, { xml: damaged }, acting())).rejects.toThrow(
      /Thùy Dương .* không qua được bước xác thực nên chưa được tiếp nhận: .+\(dd\.HoTen\); .+\(s-bia-ht\)/,
    )
    await expect(register(registry, { xml: Buffer.from('<a/>') }, acting())).rejects.toMatchObject({
      code: 'book-not-accepted',
    })
    expect([registry.kept.size, registry.entered.length]).toEqual([0, 0])
  })

  it('is refused where its code leads to another pupil', async () => {
    registry.add({
      identity: { ...stranger, bookKey: lookupKey(bookLookupCode) },
      after: 0,
      version: submissionOf(1).version,
      act: { kind: 'accept', version: 1, at: now, by: 'Trường' },
    })
    await expect(register(registry, { xml }, acting())).rejects.toMatchObject({ code: 'book-not-accepted' })
    expect(registry.entered).toHaveLength(1)
  })

  it('gives up where it is overtaken time and again', async () => {
    const busy = { ...registry, entries: { record: () => Promise.resolve('overtaken' as const) } }
    await expect(register(busy, { xml }, acting())).rejects.toThrow('overtaken 5 times')
  })
})

describe('withdrawing a book', () => {
  it('is on record with its reason, and happens once', async () => {
    await register(registry, { xml }, acting())
    const act = await withdraw(registry, yearLookupCode, { now, by: 'Sở', order })
    expect([act.kind, act.reason, registry.entered.length]).toEqual(['revoke', 'Cấp nhầm', 2])
    await expect(withdraw(registry, yearLookupCode, { now, by: 'Sở', order })).rejects.toMatchObject({
      code: 'act-not-available',
    })
  })

  it('is refused where the code is not that of a year', async () => {
    await register(registry, { xml }, acting())
    for (const code of [bookLookupCode, '0'.repeat(32)])
      await expect(withdraw(registry, code, { now, by: 'Sở', order })).rejects.toThrow('Không có học bạ nào')
  })
})
