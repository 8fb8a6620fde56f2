import { beforeAll, describe, expect, it } from 'vitest'
import { openOffice, signedAt, type TestOffice } from '../../test/builders/issuing.ts'
import { people, secondaryReport } from '../../test/builders/reports.ts'
import { writeCover, writeData, type SignedData } from '../bookfile/index.ts'
import type { Signer } from '../crypto/ports.ts'
import {
  isKeyOf,
  openCoverSheet,
  openSheet,
  signOwnParts,
  signWave,
  type OwnPart,
  type SigningSheet,
} from './index.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openOffice()
})

const { homeroom, principal, second } = people
const sheet = (): SigningSheet => openSheet(writeData(secondaryReport()), { coverSignedSeparately: false })
const sign = (parts: readonly OwnPart[], signer: Signer): Promise<readonly SigningSheet<SignedData>[]> =>
  signOwnParts(parts, signer, { at: signedAt })
const madeIds = (sheets: readonly SigningSheet<SignedData>[]): readonly string[] =>
  sheets.flatMap(({ made }) => [...made.keys()])

/** A sheet on which every teacher but the homeroom teacher has signed. */
const awaitingHomeroom = async (): Promise<SigningSheet> => {
  const opened = sheet()
  const slots = opened.slots.filter(({ id }) => id !== 's-gv-CB002')
  const [signed = opened] = await signWave([{ ...opened, slots }], office.signers, () => signedAt)
  return { ...signed, slots: opened.slots }
}

describe('one person’s part', () => {
  it('is signed slot by slot as it is named, and nothing else', async () => {
    const part = { sheet: sheet(), slotIds: ['s-gv-CB003'] }
    expect(madeIds(await sign([part], office.signers(second.staffCode)))).toEqual(['s-gv-CB003'])
    expect(madeIds(await sign([{ ...part, slotIds: [] }], office.signers(second.staffCode)))).toEqual([])
  })

  it('costs one call of the key for any number of sheets, and one more where it covers itself', async () => {
    const asked: number[] = []
    const own = office.signers(homeroom.staffCode)
    const counting: Signer = {
      ...own,
      sign: (messages) => {
        asked.push(messages.length)
        return own.sign(messages)
      },
    }
    const slotIds = ['s-gv-CB002', 's-gvcn']
    const parts = [await awaitingHomeroom(), await awaitingHomeroom()].map((one) => ({ sheet: one, slotIds }))
    const signed = await sign(parts, counting)
    expect(asked).toEqual([2, 2])
    expect(signed.map(({ made }) => slotIds.filter((id) => made.has(id)))).toEqual([slotIds, slotIds])
  })

  it('of a cover is signed in the same call as that of a year', async () => {
    const cover = openCoverSheet(writeCover(secondaryReport().cover))
    const year = openSheet(writeData(secondaryReport()))
    const parts = [cover, year].map((one) => ({ sheet: one, slotIds: ['s-bia-ht'] }))
    expect(madeIds(await sign(parts, office.signers(principal.staffCode)))).toEqual(['s-bia-ht', 's-bia-ht'])
  })

  it('is not signed before its turn', async () => {
    expect(
      madeIds(await sign([{ sheet: sheet(), slotIds: ['s-gvcn'] }], office.signers(homeroom.staffCode))),
    ).toEqual([])
  })

  it('is not kept where the value is another key’s, or none', async () => {
    const part = { sheet: sheet(), slotIds: ['s-gv-CB003'] }
    const signer = office.signers(second.staffCode)
    const other = office.signers(homeroom.staffCode)
    const confused: Signer = { ...signer, sign: (messages) => other.sign(messages) }
    await expect(sign([part], confused)).rejects.toThrow('is not that of the signer')
    const silent: Signer = { ...signer, sign: () => Promise.resolve([]) }
    await expect(sign([part], silent)).rejects.toThrow('one value for each message')
  })
})

describe('a key', () => {
  it('is that of the person whose number its certificate names', () => {
    const signer = office.signers(second.staffCode)
    expect(isKeyOf(signer, second.citizenId)).toBe(true)
    expect(isKeyOf(signer, homeroom.citizenId)).toBe(false)
    expect(isKeyOf({ ...signer, chain: [] }, second.citizenId)).toBe(false)
  })
})
