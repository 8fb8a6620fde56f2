import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openOffice, signedAt, type TestOffice } from '../../test/builders/issuing.ts'
import { secondaryReport, withPart } from '../../test/builders/reports.ts'
import { writeCover, writeData, type SignedData, type YearReport } from '../bookfile/index.ts'
import { openMemoryRegistry, type MemoryRegistry } from '../registry/testing.ts'
import { affixSchoolSeal } from '../sealing/index.ts'
import { openCoverSheet, openSheet, signWave, type SigningSheet } from '../signing/index.ts'
import { verifyBook } from '../verification/index.ts'
import { issueSheets, type SheetIssuing, type SheetOutcome } from './index.ts'

let office: TestOffice
let registry: MemoryRegistry
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(() => {
  registry = openMemoryRegistry()
})

/** Signed by everybody, the seal's cover included, up to the seal that issues it. */
const signed = async (report: YearReport): Promise<SigningSheet> => {
  let sheets: readonly SigningSheet[] = [openSheet(writeData(report))]
  const timestamps = office.authority.timestampAuthority(() => signedAt)
  for (let wave = 0; wave < 3; wave += 1) {
    sheets = await signWave(sheets, office.signers, () => signedAt)
    const isLast = sheets[0]?.made.has('s-hieutruong') === true
    if (!isLast) sheets = await affixSchoolSeal(sheets, { signer: office.seal, timestamps }, { at: signedAt })
  }
  return sheets[0] as SigningSheet
}

const codes = (digit: string) => ({
  bookLookupCode: digit.repeat(32),
  yearLookupCode: `${digit}0`.repeat(16),
})

/** The report of another pupil: with codes of its own. */
const reportOf = (digit: string): YearReport => {
  const { bookLookupCode } = codes(digit)
  const report = withPart(secondaryReport(), 'identity', { bookLookupCode })
  return withPart(report, 'cover', { bookLookupCode })
}

const issuing = (changes: Partial<SheetIssuing> = {}): SheetIssuing => ({
  seal: { signer: office.seal, timestamps: office.authority.timestampAuthority(() => signedAt) },
  inspect: (book) => verifyBook(book, office.context),
  inspectReport: ({ book, notes }) => verifyBook(book, { ...office.context, notes }),
  registry,
  clock: () => signedAt,
  by: 'Trường THCS Bến Nứa',
  ...changes,
})

const kinds = (outcomes: readonly SheetOutcome[]): readonly string[] => outcomes.map(({ kind }) => kind)
const sealOf = (outcome: SheetOutcome | undefined): string | undefined =>
  outcome === undefined || !('sheet' in outcome) ? undefined : outcome.sheet.made.get('s-truong')?.text

describe('sheets under the seal', () => {
  it('are put on record with their files, and bear the seal that the file has', async () => {
    const [outcome] = await issueSheets([await signed(secondaryReport())], issuing())
    if (outcome?.kind !== 'issued') throw new Error('issued')
    expect(outcome.version.issuedAt).toEqual(signedAt)
    expect(registry.entered.map(({ act }) => act.kind)).toEqual(['accept'])
    const file = Buffer.from(registry.kept.get(outcome.version.xml.sha256) ?? []).toString('utf8')
    expect(file).toContain(sealOf(outcome))
  })

  it('that are covers get their seal and are not put on record', async () => {
    const cover = openCoverSheet(writeCover(secondaryReport().cover))
    const [awaiting = cover] = await signWave<SignedData>([cover], office.signers, () => signedAt)
    const [outcome] = await issueSheets([awaiting], issuing())
    expect(outcome?.kind === 'sealed' && [...outcome.sheet.made.keys()]).toEqual(['s-bia-ht', 's-bia-truong'])
    expect(registry.entered).toEqual([])
  })

  it('that lack the cover’s seal get that one alone', async () => {
    const [half] = await signWave([openSheet(writeData(secondaryReport()))], office.signers, () => signedAt)
    const [outcome] = await issueSheets([half as SigningSheet], issuing())
    expect(outcome?.kind).toBe('sealed')
    expect(registry.entered).toEqual([])
  })
})

describe('a sheet that is on record already', () => {
  it('is taken over: sealed once, whoever forgot it', async () => {
    const sheet = await signed(secondaryReport())
    const [first] = await issueSheets([sheet], issuing())
    const silent = { ...office.seal, sign: () => Promise.reject(new Error('asked again')) }
    const seal = { ...issuing().seal, signer: silent }
    const [second] = await issueSheets([sheet], issuing({ seal }))
    expect(second).toEqual(first)
    expect(registry.entered).toHaveLength(1)
  })

  it('is taken over although it was held since; what is not on record is not sealed then', async () => {
    const sheet = await signed(secondaryReport())
    expect(kinds(await issueSheets([sheet], issuing({ held: new Set([sheet]) })))).toEqual(['held'])
    expect(registry.entered).toEqual([])
    await issueSheets([sheet], issuing())
    expect(kinds(await issueSheets([sheet], issuing({ held: new Set([sheet]) })))).toEqual(['issued'])
  })

  it('but says something else is refused by itself, with words', async () => {
    await issueSheets([await signed(secondaryReport())], issuing())
    const other = await signed(withPart(secondaryReport(), 'summary', { comment: 'Em rất chăm.' }))
    const outcomes = await issueSheets([other], issuing())
    expect(outcomes).toEqual([
      { kind: 'failed', message: expect.stringContaining('với nội dung khác bản này') as string },
    ])
    expect(registry.entered).toHaveLength(1)
  })

  it('but under other signatures is refused too', async () => {
    const sheet = await signed(secondaryReport())
    await issueSheets([sheet], issuing())
    const resigned = await signed(secondaryReport())
    expect(kinds(await issueSheets([resigned], issuing()))).toEqual(['failed'])
  })
})

describe('what fails', () => {
  it('by itself leaves the others', async () => {
    const good = await signed(secondaryReport())
    const bad = await signed(reportOf('a'))
    const outcomes = await issueSheets([bad, good], issuing())
    // The second pupil has the first one's code of the year.
    expect(kinds(outcomes)).toEqual(['issued', 'failed'])
    expect(registry.entered).toHaveLength(1)
  })

  it('in our own verification does not leave, and is told', async () => {
    const good = await signed(secondaryReport())
    const bad = await signed(
      withPart(secondaryReport(), 'summary', { decision: 'retained', completion: false }),
    )
    const outcomes = await issueSheets([bad, good], issuing())
    expect(kinds(outcomes)).toEqual(['failed', 'issued'])
    expect(outcomes[0]).toMatchObject({ message: expect.stringContaining('tự kiểm tra') as string })
  })

  it('in all for want of a timestamp issues nothing', async () => {
    const sheets = [await signed(secondaryReport()), await signed(reportOf('a'))]
    const seal = {
      ...issuing().seal,
      timestamps: { timestamp: () => Promise.reject(new Error('no answer')) },
    }
    await expect(issueSheets(sheets, issuing({ seal }))).rejects.toMatchObject({
      code: 'timestamp-not-available',
    })
    expect(registry.entered).toEqual([])
    expect(registry.kept.size).toBe(0)
  })

  it('outside, as the registry’s database, is no fault of a sheet', async () => {
    const entries = { record: () => Promise.reject(new Error('connection lost')) }
    const broken = issuing({ registry: { ...registry, entries } })
    await expect(issueSheets([await signed(secondaryReport())], broken)).rejects.toThrow('connection lost')
  })
})
