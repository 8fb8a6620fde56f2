import { beforeAll, describe, expect, it } from 'vitest'
import { openOffice, signAll, signedAt, type TestOffice } from '../../test/builders/issuing.ts'
import { amendedReport, people, secondaryReport, withPart } from '../../test/builders/reports.ts'
import { writeCover, writeData, type CoverData, type YearReport } from '../bookfile/index.ts'
import { affixSchoolSeal } from '../sealing/index.ts'
import {
  isReportSheet,
  keepSignatures,
  listPending,
  openCoverSheet,
  openSheet,
  signWave,
  type SigningSheet,
} from './index.ts'

let office: TestOffice
let signed: ReadonlyMap<string, string>
const textsOf = ({ made }: SigningSheet): ReadonlyMap<string, string> =>
  new Map([...made].map(([id, { text }]) => [id, text]))

beforeAll(async () => {
  office = await openOffice()
  signed = textsOf(await signAll(openSheet(writeData(secondaryReport())), office))
})

const kept = (report: YearReport, earlier = signed): readonly string[] => [
  ...keepSignatures(openSheet(writeData(report)), earlier).made.keys(),
]
const all = [
  's-bia-ht',
  's-bia-truong',
  's-gv-CB002',
  's-gv-CB003',
  's-gv-CB004',
  's-gvcn',
  's-hieutruong',
  's-truong',
]

describe('signatures of an earlier draft', () => {
  it('are all kept where nothing changed', () => {
    expect(kept(secondaryReport())).toEqual(all)
  })

  it('fall where what they cover changed by a byte, and with them those that cover them', () => {
    expect(kept(amendedReport(secondaryReport(), 'TOAN', { year: '8.6' }))).toEqual([
      's-bia-ht',
      's-bia-truong',
      's-gv-CB002',
      's-gv-CB004',
    ])
  })

  it('keep the time they claim', () => {
    const sheet = keepSignatures(openSheet(writeData(secondaryReport())), signed)
    expect(sheet.made.get('s-gvcn')?.text).toBe(signed.get('s-gvcn'))
  })

  it('are not kept in another slot, though they cover the same', () => {
    const swapped = new Map([['s-hieutruong', signed.get('s-gvcn') ?? '']])
    expect(kept(secondaryReport(), swapped)).toEqual([])
  })

  it('are not kept where the post of who signs became another', () => {
    const { approver } = secondaryReport().summary
    const vice = {
      ...approver,
      post: 'vice-principal',
      onBehalf: { decisionNumber: '3/UQ', reason: 'Đi công tác' },
    } as const
    const report = withPart(withPart(secondaryReport(), 'cover', { approver: vice }), 'summary', {
      approver: vice,
    })
    expect(kept(report)).toEqual(['s-gv-CB002', 's-gv-CB003', 's-gv-CB004'])
  })

  it('of a person are not kept for another who now signs', () => {
    const { identityDigest, ...third } = secondaryReport().subjects[2]?.teacher ?? {
      staffCode: '',
      fullName: '',
      identityDigest: '',
    }
    const homeroomTeacher = { ...third, identityDigest }
    expect(kept(withPart(secondaryReport(), 'summary', { homeroomTeacher }))).not.toContain('s-gvcn')
  })

  it('that cannot be read are a bug, not a missing signature', () => {
    expect(() => kept(secondaryReport(), new Map([['s-gvcn', '<ds:Signature>']]))).toThrow('must be readable')
  })
})

describe('a cover signed at the start of the year', () => {
  const closeCover = async (data: CoverData): Promise<SigningSheet<CoverData>> => {
    const [head] = await signWave([openCoverSheet(data)], office.signers, () => signedAt)
    const timestamps = office.authority.timestampAuthority(() => signedAt)
    const seal = { signer: office.seal, timestamps }
    const [sealed] = await affixSchoolSeal(head === undefined ? [] : [head], seal, { at: signedAt })
    if (sealed === undefined) throw new Error('one sheet gives one')
    return sealed
  }

  it('waits for the head of the school, then for the seal', async () => {
    const opened = openCoverSheet(writeCover(secondaryReport().cover))
    expect(isReportSheet(opened)).toBe(false)
    expect(listPending(opened).map(({ id, signatory }) => [id, signatory?.staffCode])).toEqual([
      ['s-bia-ht', people.principal.staffCode],
    ])
    const [head] = await signWave([opened], office.signers, () => signedAt)
    expect(head === undefined ? [] : listPending(head).map(({ id }) => id)).toEqual(['s-bia-truong'])
  })

  it('goes into the year’s report with both its signatures, and only with the same cover', async () => {
    const sheet = await closeCover(writeCover(secondaryReport().cover))
    const texts = new Map([...sheet.made].map(([id, { text }]) => [id, text]))
    expect(kept(secondaryReport(), texts)).toEqual(['s-bia-ht', 's-bia-truong'])
    const student = { ...secondaryReport().cover.student, ethnicity: 'Thái' }
    expect(kept(withPart(secondaryReport(), 'cover', { student }), texts)).toEqual([])
  })
})
