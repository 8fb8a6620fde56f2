import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { issueReport, now, openOffice, type TestOffice } from '../../test/builders/issuing.ts'
import { amendedReport, secondaryReport, withPart, yearLookupCode } from '../../test/builders/reports.ts'
import { openSmallRegistry, type SmallRegistry } from '../../test/server/support/small-registry.ts'
import type { SealedBook } from '../sealing/index.ts'
import { lookUpFile, type FileAnswer } from './index.ts'

const accepted = new Date('2026-06-20T08:00:00+07:00')

let office: TestOffice
let first: SealedBook
let second: SealedBook
let place: SmallRegistry

beforeAll(async () => {
  office = await openOffice()
  first = await issueReport(secondaryReport(), office)
  second = await issueReport(
    amendedReport(secondaryReport(), 'TOAN', { term2: '8.8', year: '8.7' }),
    office,
    first.book,
  )
})

beforeEach(async () => {
  place = openSmallRegistry(office)
  await place.accept(first.bytes, accepted)
  place.calls.clear()
})

const bring = (bytes: Uint8Array): Promise<FileAnswer> => lookUpFile(place.lookup, bytes, { now })

const outcomesOf = ({ checks }: FileAnswer): Readonly<Record<string, string>> =>
  Object.fromEntries(checks.map(({ name, outcome }) => [name, outcome]))

const changed = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
  const text = Buffer.from(bytes).toString('utf8')
  expect(text).toContain(from)
  return Buffer.from(text.replace(from, to))
}

describe('a file that is in force', () => {
  it('is told so, and shows its own content', async () => {
    const answer = await bring(first.bytes)
    expect(answer).toMatchObject({
      kind: 'file',
      format: 'xml',
      verdict: 'in-force',
      status: 'in-force',
      newestVersion: 1,
    })
    expect(answer.report?.identity.fullName).toBe('Nguyễn Thị Thùy Dương')
    expect(outcomesOf(answer)['registry-status']).toBe('passed')
  })

  it('is still so when another program has written the same content anew', async () => {
    const answer = await bring(changed(first.bytes, '</DuLieu>', '</DuLieu >'))
    expect(answer.verdict).toBe('in-force')
    expect(answer.findings.map(({ code }) => code)).toContain('other-serialisation')
  })
})

describe('a file that no longer counts', () => {
  it('is revoked', async () => {
    await place.revoke(yearLookupCode, 1, 'Nhập sai điểm', now)
    const answer = await bring(first.bytes)
    expect(answer).toMatchObject({ verdict: 'revoked', status: 'revoked' })
    expect(answer.findings.map(({ text }) => text)).toContain(
      'Phiên bản này đã bị thu hồi: ngày 01/07/2026, lí do: Nhập sai điểm',
    )
  })

  it('is replaced, and told by which version', async () => {
    await place.accept(second.bytes, now)
    expect(await bring(first.bytes)).toMatchObject({
      verdict: 'replaced',
      status: 'replaced',
      newestVersion: 2,
    })
    expect(await bring(second.bytes)).toMatchObject({ verdict: 'in-force', newestVersion: 2 })
  })
})

describe('a genuine file that the registry does not have', () => {
  it('is unregistered where its codes lead nowhere', async () => {
    place = openSmallRegistry(office)
    const answer = await bring(first.bytes)
    expect(answer.verdict).toBe('unregistered')
    expect(answer.report).toBeDefined()
    expect(answer.status).toBeUndefined()
    expect(outcomesOf(answer)['registry-status']).toBe('indeterminate')
  })

  it('is unregistered where only another version is known', async () => {
    const answer = await bring(second.bytes)
    expect(answer).toMatchObject({ verdict: 'unregistered', newestVersion: 1 })
    expect(answer.findings.map(({ code }) => code)).toContain('registry-unknown')
  })

  it('is not genuine where the registry keeps another file as that very version', async () => {
    const other = await issueReport(withPart(secondaryReport(), 'summary', { comment: 'Rất ngoan.' }), office)
    const answer = await bring(other.bytes)
    expect(answer.verdict).toBe('not-genuine')
    expect(answer.report).toBeUndefined()
    expect(outcomesOf(answer)).toMatchObject({ 'school-seal': 'passed', 'registry-status': 'failed' })
    expect(answer.findings.map(({ code }) => code)).toContain('registry-other-file')
  })
})

describe('a file that is not genuine', () => {
  it('shows nothing of its content and is not asked about', async () => {
    const answer = await bring(changed(first.bytes, 'chăm ngoan', 'chăm học'))
    expect(answer.verdict).toBe('not-genuine')
    expect(answer.report).toBeUndefined()
    expect(outcomesOf(answer)).toMatchObject({
      format: 'passed',
      'teachers-signatures': 'failed',
      'principal-signature': 'failed',
      'school-seal': 'failed',
      'registry-status': 'not-done',
    })
    expect(place.calls.has('years.list')).toBe(false)
  })

  it('fails only under the teachers when only a teacher’s signature was exchanged', async () => {
    const [, value = ''] =
      /Id="sv-s-gv-CB003">([A-Za-z0-9+/=]+)</.exec(Buffer.from(first.bytes).toString()) ?? []
    const other = (value.startsWith('A') ? 'B' : 'A') + value.slice(1)
    expect(outcomesOf(await bring(changed(first.bytes, value, other)))).toMatchObject({
      format: 'passed',
      'teachers-signatures': 'failed',
      'principal-signature': 'passed',
      'school-seal': 'passed',
    })
  })

  it('may be no book at all: then nothing but the format was checked', async () => {
    const answer = await bring(Buffer.from('<html/>'))
    expect(answer).toMatchObject({ format: 'unknown', verdict: 'not-genuine', signatures: [] })
    expect(outcomesOf(answer)).toEqual({
      format: 'failed',
      'content-rules': 'not-done',
      'teachers-signatures': 'not-done',
      'principal-signature': 'not-done',
      'school-seal': 'not-done',
      'signing-time': 'not-done',
      'certificate-status': 'not-done',
      'page-signature': 'not-done',
      'page-agreement': 'not-done',
      'registry-status': 'not-done',
    })
  })

  it('may be a PDF without anything inside', async () => {
    expect(await bring(Buffer.from('%PDF-1.7\n%%EOF'))).toMatchObject({
      format: 'pdf',
      verdict: 'not-genuine',
    })
  })
})

describe('a file whose status could not be checked', () => {
  const blind = (): SmallRegistry => {
    const { context } = office
    return openSmallRegistry({ context: { ...context, trust: { ...context.trust, evidence: [] } } })
  }

  it('is never green, though the registry has it in force', async () => {
    place = { ...place, lookup: { ...place.lookup, verify: blind().lookup.verify } }
    const answer = await bring(first.bytes)
    expect(answer).toMatchObject({ verdict: 'not-checked', status: 'in-force' })
    expect(answer.report).toBeDefined()
    expect(outcomesOf(answer)['certificate-status']).toBe('indeterminate')
  })

  it('is revoked where the registry says so', async () => {
    await place.revoke(yearLookupCode, 1, 'Nhập sai điểm', now)
    place = { ...place, lookup: { ...place.lookup, verify: blind().lookup.verify } }
    expect((await bring(first.bytes)).verdict).toBe('revoked')
  })
})

describe('a page compiled over several years', () => {
  const compiled = async (): Promise<FileAnswer> => {
    const { verify } = place.lookup
    const [one, other] = [await verify(first.bytes, { now }), await verify(second.bytes, { now })]
    const compilation = [one.verification, other.verification]
    const verification = {
      ...one.verification,
      format: 'pdf',
      record: null,
      signatures: [],
      compilation,
    } as const
    const examined = { verification, books: [...one.books, ...other.books] }
    return lookUpFile({ ...place.lookup, verify: () => Promise.resolve(examined) }, Buffer.from('%PDF-'), {
      now,
    })
  }

  it('shows each year by itself and is as good as the worst of them', async () => {
    const answer = await compiled()
    expect(answer).toMatchObject({ format: 'pdf', verdict: 'unregistered' })
    expect(answer.report).toBeUndefined()
    expect(answer.years?.map(({ verdict }) => verdict)).toEqual(['in-force', 'unregistered'])
    expect(outcomesOf(answer)).toMatchObject({ 'school-seal': 'passed', 'registry-status': 'indeterminate' })
  })

  it('shows no year at all where one of them is not genuine', async () => {
    const other = await issueReport(withPart(secondaryReport(), 'summary', { comment: 'Rất ngoan.' }), office)
    place = openSmallRegistry(office)
    await place.accept(other.bytes, accepted)
    const answer = await compiled()
    expect(answer.verdict).toBe('not-genuine')
    expect(answer.years).toBeUndefined()
  })
})
