import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { issueReport, now, openOffice, type TestOffice } from '../../test/builders/issuing.ts'
import {
  amendedReport,
  bookLookupCode,
  secondaryReport,
  yearLookupCode,
} from '../../test/builders/reports.ts'
import { openSmallRegistry, type SmallRegistry } from '../../test/server/support/small-registry.ts'
import type { SealedBook } from '../sealing/index.ts'
import { lookUpCode, type CodeAnswer, type LookupContext, type MaskedYear, type OpenedYear } from './index.ts'

const context: LookupContext = { now, secondDatum: 'birth-date-and-last-four' }
const datum = { birthDate: '2012-03-09', lastFourDigits: '0009' }
const accepted = new Date('2026-06-20T08:00:00+07:00')
const later = new Date('2026-06-25T08:00:00+07:00')

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

const ask = (code: string, ...given: readonly (typeof datum)[]): Promise<CodeAnswer> =>
  lookUpCode(place.lookup, { code, ...(given[0] === undefined ? {} : { datum: given[0] }) }, context)

const masked = async (code: string): Promise<MaskedYear> => {
  const answer = await ask(code)
  if (answer.kind !== 'masked' || answer.years[0] === undefined) throw new Error(answer.kind)
  return answer.years[0]
}

const opened = async (code: string): Promise<OpenedYear> => {
  const answer = await ask(code, datum)
  if (answer.kind !== 'opened' || answer.years[0] === undefined) throw new Error(answer.kind)
  return answer.years[0]
}

const registryCheck = ({ checks }: MaskedYear | OpenedYear): MaskedYear['checks'][number] | undefined =>
  checks.find(({ name }) => name === 'registry-status')

describe('a code without the second datum', () => {
  it('shows the verdict and a masked name, by the year’s code and by the book’s', async () => {
    for (const code of [yearLookupCode, bookLookupCode])
      expect(await masked(code)).toMatchObject({
        verdict: 'in-force',
        maskedName: 'N. T. T. D.',
        schoolName: 'Trường THCS Bến Nứa',
        schoolYear: '2025-2026',
        version: 1,
        history: [{ version: 1, status: 'in-force', at: accepted }],
      })
  })

  it('is read as people type it: upper case, hyphens, spaces around', async () => {
    const typed = ` ${yearLookupCode
      .toUpperCase()
      .replace(/(.{8})/g, '$1-')
      .replace(/-$/, '')} `
    expect((await masked(typed)).verdict).toBe('in-force')
  })

  it('tells nothing that belongs to the pupil', async () => {
    const shown = JSON.stringify(await masked(yearLookupCode))
    const { identity } = secondaryReport()
    for (const secret of [
      identity.fullName,
      identity.birthDate,
      identity.citizenId,
      identity.studentCode,
      '8A1',
    ])
      expect(shown).not.toContain(secret)
  })

  it('names a finding without its place and detail', async () => {
    await place.revoke(yearLookupCode, 1, 'Nhập sai điểm', later)
    const findings = (await masked(yearLookupCode)).checks.flatMap((check) => check.findings)
    expect(findings).toContainEqual({ code: 'registry-revoked', at: '', text: 'Phiên bản này đã bị thu hồi' })
    expect(findings.map(({ at }) => at)).toEqual(findings.map(() => ''))
  })

  it('names every check, and says which were not tried', async () => {
    const { checks } = await masked(yearLookupCode)
    expect(checks.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'format passed',
      'content-rules passed',
      'teachers-signatures passed',
      'principal-signature passed',
      'school-seal passed',
      'signing-time passed',
      'certificate-status passed',
      'page-signature not-done',
      'page-agreement not-done',
      'registry-status passed',
    ])
  })
})

describe('a code with the second datum', () => {
  it('opens the record', async () => {
    const year = await opened(yearLookupCode)
    expect(year.verdict).toBe('in-force')
    expect(year.report.identity.fullName).toBe('Nguyễn Thị Thùy Dương')
    expect(year.shown.xml.size).toBe(first.bytes.length)
    expect(year.signatures.map(({ verdict }) => verdict)).toEqual(year.signatures.map(() => 'passed'))
  })

  it.each([
    ['another birth date', { ...datum, birthDate: '2012-03-08' }],
    ['other digits', { ...datum, lastFourDigits: '0008' }],
    ['no digits', { ...datum, lastFourDigits: '' }],
    ['the whole number', { ...datum, lastFourDigits: '999212000009' }],
    ['a part of the date', { ...datum, birthDate: '2012' }],
    ['more than the date', { ...datum, birthDate: '' }],
  ])('is not found with %s', async (_, wrong) => {
    expect(await ask(yearLookupCode, wrong)).toEqual({ kind: 'not-found' })
  })

  it('needs the birth date alone where the place asks for no more', async () => {
    const question = { code: yearLookupCode, datum: { ...datum, lastFourDigits: '' } }
    const asked = (secondDatum: LookupContext['secondDatum']): Promise<CodeAnswer> =>
      lookUpCode(place.lookup, question, { now, secondDatum })
    expect((await asked('birth-date')).kind).toBe('opened')
    expect((await asked('birth-date-and-last-four')).kind).toBe('not-found')
  })
})

describe('a wrong code, a wrong datum and what is no code', () => {
  const wrong = { birthDate: '2010-01-01', lastFourDigits: '1234' }
  const unknown = 'ab'.repeat(16)
  const workFor = async (code: string, given: typeof datum): Promise<unknown> => {
    place.calls.clear()
    return [await ask(code, given), Object.fromEntries(place.calls)]
  }

  it('are answered with the same words after the same work', async () => {
    const expected = [{ kind: 'not-found' }, { 'years.list': 1, 'standIn.find': 1, 'files.read': 1 }]
    for (const code of [yearLookupCode, bookLookupCode, unknown, 'không phải mã', '', '0'.repeat(32)])
      for (let repetition = 0; repetition < 2; repetition += 1)
        expect(await workFor(code, wrong), code).toEqual(expected)
  })

  it('are not opened by the datum of the book that stands in', async () => {
    expect(await ask(unknown, datum)).toEqual({ kind: 'not-found' })
    expect(await ask('không phải mã', datum)).toEqual({ kind: 'not-found' })
  })

  it('are not found without a datum either', async () => {
    expect(await ask(unknown)).toEqual({ kind: 'not-found' })
    expect(await ask('x')).toEqual({ kind: 'not-found' })
  })

  it('are not found in an empty registry', async () => {
    place = openSmallRegistry(office)
    expect(await ask(unknown, datum)).toEqual({ kind: 'not-found' })
  })
})

describe('where the book stands', () => {
  it('is asked anew each time, while the file is verified once', async () => {
    await masked(yearLookupCode)
    await masked(yearLookupCode)
    expect(Object.fromEntries(place.calls)).toEqual({ 'years.list': 2, 'files.read': 1, verify: 1 })
    await place.revoke(yearLookupCode, 1, 'Nhập sai điểm', later)
    expect((await masked(yearLookupCode)).verdict).toBe('revoked')
  })

  it('is revoked with its day, and with its reason for who holds the datum', async () => {
    await place.revoke(yearLookupCode, 1, 'Nhập sai điểm môn Toán', later)
    const year = await opened(yearLookupCode)
    expect(year.verdict).toBe('revoked')
    expect(registryCheck(year)).toMatchObject({
      outcome: 'failed',
      findings: [{ text: 'Phiên bản này đã bị thu hồi: ngày 25/06/2026, lí do: Nhập sai điểm môn Toán' }],
    })
    const blind = await masked(yearLookupCode)
    expect(blind.history).toEqual([{ version: 1, status: 'revoked', at: later }])
    expect(JSON.stringify(blind)).not.toContain('Toán')
  })

  it('is the newest version’s, with the older ones in the history', async () => {
    await place.accept(second.bytes, later)
    const year = await masked(yearLookupCode)
    expect(year).toMatchObject({
      verdict: 'in-force',
      version: 2,
      history: [
        { version: 2, status: 'in-force', at: later },
        { version: 1, status: 'replaced', at: later },
      ],
    })
  })

  it('is not green while a status could not be checked', async () => {
    const blind = { ...office.context.trust, evidence: [] }
    place = openSmallRegistry({ context: { ...office.context, trust: blind } })
    const seeing = openSmallRegistry(office)
    await seeing.accept(first.bytes, accepted)
    place = { ...seeing, lookup: { ...seeing.lookup, verify: place.lookup.verify } }
    expect((await masked(yearLookupCode)).verdict).toBe('not-checked')
  })
})
