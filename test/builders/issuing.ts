import { trustStoreFrom } from '../../src/adapters/trust-folder.ts'
import { writeData, type BookFile, type YearReport } from '../../src/bookfile/index.ts'
import type { SignatureAlgorithm, Signer } from '../../src/crypto/ports.ts'
import { createDemoAuthority, type DemoAuthority } from '../../src/demo/authority/index.ts'
import { affixSchoolSeal, releaseBook, type SealedBook } from '../../src/sealing/index.ts'
import { openNextSheet, openSheet, signWave, type SigningSheet } from '../../src/signing/index.ts'
import { verifyBook, type TrustStore, type VerificationContext } from '../../src/verification/index.ts'
import { people, schoolOfTests } from './reports.ts'

/** An authority with keys for everyone the reports of `reports.ts` name, and the trust that belongs to it. */
export interface TestOffice {
  readonly authority: DemoAuthority
  readonly signers: (staffCode: string) => Signer
  readonly seal: Signer
  readonly context: VerificationContext
  readonly clock: { now: Date }
}

export const certificatesFrom = new Date('2025-08-01T00:00:00+07:00')
export const signedAt = new Date('2026-05-29T09:00:00+07:00')
export const now = new Date('2026-07-01T00:00:00+07:00')
const validUntil = new Date('2040-01-01T00:00:00+07:00')

export const trustOf = async (authority: DemoAuthority): Promise<TrustStore> =>
  trustStoreFrom(await authority.trustFiles({ at: now, nextUpdate: validUntil }))

/** Makes the office; every signer uses the same algorithm unless told otherwise. */
export const openOffice = async (
  algorithmOf: (index: number) => SignatureAlgorithm = () => 'ecdsa-p256-sha256',
): Promise<TestOffice> => {
  const authority = await createDemoAuthority({ now: certificatesFrom, validUntil })
  const signers = new Map<string, Signer>()
  for (const [index, { staffCode, fullName, citizenId }] of Object.values(people).entries())
    signers.set(
      staffCode,
      await authority.issuePerson({
        fullName,
        citizenId,
        organization: schoolOfTests.name,
        algorithm: algorithmOf(index),
      }),
    )
  const { code: schoolCode, name } = schoolOfTests
  const seal = await authority.issueSchool({ name, schoolCode, algorithm: algorithmOf(signers.size) })
  const trust = await trustOf(authority)
  return {
    authority,
    signers: (staffCode) => {
      const signer = signers.get(staffCode)
      if (signer === undefined) throw new Error(`no key for ${staffCode}`)
      return signer
    },
    seal,
    context: { trust, now },
    clock: { now: signedAt },
  }
}

/** Takes one sheet through every signature that is still missing. */
export const signAll = async (
  opened: SigningSheet,
  { signers, seal, authority, clock }: Pick<TestOffice, 'signers' | 'seal' | 'authority' | 'clock'>,
): Promise<SigningSheet> => {
  let sheets: readonly SigningSheet[] = [opened]
  const timestamps = authority.timestampAuthority(() => clock.now)
  while (sheets.some(({ slots, made }) => made.size < slots.length)) {
    sheets = await signWave(sheets, signers, () => clock.now)
    sheets = await affixSchoolSeal(sheets, { signer: seal, timestamps }, { at: clock.now })
  }
  return sheets[0] as SigningSheet
}

/** Signs, seals and releases one report; a next version carries over what it may. */
export const issueReport = async (
  report: YearReport,
  office: TestOffice,
  before?: BookFile,
): Promise<SealedBook> => {
  const data = writeData(report)
  const sheet = await signAll(before === undefined ? openSheet(data) : openNextSheet(data, before), office)
  return releaseBook(sheet, (book) => verifyBook(book, office.context))
}
