import { describe, expect, it } from 'vitest'
import { people, secondaryReport } from '../../test/builders/reports.ts'
import { signatureSlots } from '../bookfile/index.ts'
import { listAwaited, listOwnTurns, type SlotStanding } from './index.ts'

/** The slots of a report of grade 8, of which some are signed. */
const standings = (...signed: readonly string[]): readonly SlotStanding[] =>
  signatureSlots(secondaryReport(), { coverSignedSeparately: true }).map(
    ({ id, role, signatory, covers }) => ({
      id,
      role,
      staffCode: signatory?.staffCode ?? null,
      covers,
      after: covers.flatMap((target) => (target.startsWith('sv-') ? [target.slice(3)] : [])),
      isSigned: signed.includes(id),
    }),
  )

const of =
  (staffCode: string | null) =>
  (slot: SlotStanding): boolean =>
    slot.staffCode === staffCode
const turns = (staffCode: string | null, ...signed: readonly string[]): readonly string[] =>
  listOwnTurns(standings(...signed), of(staffCode)).map(({ id }) => id)
const awaited = (staffCode: string | null, ...signed: readonly string[]): readonly string[] =>
  listAwaited(standings(...signed), of(staffCode)).map(({ id }) => id)

const { principal, homeroom, second } = people
const cover = ['s-bia-ht', 's-bia-truong']
const others = ['s-gv-CB003', 's-gv-CB004']
const teachers = ['s-gv-CB002', ...others]

describe('whose turn it is', () => {
  it('is a teacher’s at once, the principal’s for the cover alone', () => {
    expect(turns(second.staffCode)).toEqual(['s-gv-CB003'])
    expect(turns(principal.staffCode)).toEqual(['s-bia-ht'])
    expect(turns(null)).toEqual([])
  })

  it('is nobody’s a second time', () => {
    expect(turns(second.staffCode, 's-gv-CB003')).toEqual([])
  })

  it('of a homeroom teacher who also teaches is both in one sitting, once the others have signed', () => {
    expect(turns(homeroom.staffCode, ...cover)).toEqual(['s-gv-CB002'])
    expect(turns(homeroom.staffCode, ...cover, ...others)).toEqual(['s-gv-CB002', 's-gvcn'])
  })

  it('is the seal’s on a cover that the principal signed, and at the end', () => {
    expect(turns(null, 's-bia-ht')).toEqual(['s-bia-truong'])
    expect(turns(null, ...cover, ...teachers, 's-gvcn')).toEqual([])
    expect(turns(null, ...cover, ...teachers, 's-gvcn', 's-hieutruong')).toEqual(['s-truong'])
  })
})

describe('who is awaited', () => {
  it('by the homeroom teacher are the teachers missing and the principal for the cover, not those after them', () => {
    expect(awaited(homeroom.staffCode, 's-gv-CB003')).toEqual(['s-bia-ht', 's-gv-CB002', 's-gv-CB004'])
  })

  it('by the principal are those whose turn it is now, however far before', () => {
    expect(awaited(principal.staffCode, ...cover, 's-gv-CB002', 's-gv-CB003')).toEqual(['s-gv-CB004'])
    expect(awaited(principal.staffCode, ...cover, ...teachers)).toEqual(['s-gvcn'])
  })

  it('is the seal where the cover lacks nothing else', () => {
    expect(awaited(homeroom.staffCode, 's-bia-ht', ...teachers)).toEqual(['s-bia-truong'])
  })

  it('is nobody where somebody has nothing left to sign, or waits for nothing', () => {
    expect(awaited(second.staffCode)).toEqual([])
    expect(awaited(principal.staffCode, ...standings().map(({ id }) => id))).toEqual([])
  })
})
