import type { KeyObject } from 'node:crypto'
import { createSoftwareSigner } from '../src/adapters/software-signer.ts'
import { trustStoreFrom } from '../src/adapters/trust-folder.ts'
import type { YearReport } from '../src/bookfile/index.ts'
import type { Certificate } from '../src/crypto/certificate.ts'
import type { SignatureAlgorithm, Signer } from '../src/crypto/ports.ts'
import { generateKeys, type Profile, type Subject } from '../src/demo/authority/certificates.ts'
import { createHierarchy, type Hierarchy } from '../src/demo/authority/hierarchy.ts'
import { createInProcessTimestamps } from '../src/demo/authority/timestamps.ts'
import { createTrustFiles } from '../src/demo/authority/trust-files.ts'
import type { Seal } from '../src/sealing/index.ts'
import type { PersonalSigners } from '../src/signing/index.ts'
import type { VerificationContext } from '../src/verification/index.ts'
import { staff } from './books.ts'

const certificatesFrom = new Date('2025-08-01T00:00:00+07:00')
const validUntil = new Date('2040-01-01T00:00:00+07:00')
const now = new Date('2026-07-01T00:00:00+07:00')

/** When everybody signs. */
export const signedAt = new Date('2026-05-29T09:00:00+07:00')

/** A key whose private half is at hand, which no `Signer` gives away. */
export interface OfficeKey {
  readonly certificate: Certificate
  readonly privateKey: KeyObject
  readonly signer: Signer
}

/** Keys for the staff, the school and a timestamp authority; the trust that belongs to them. */
export interface Office {
  readonly signers: PersonalSigners
  readonly seal: Seal
  readonly context: VerificationContext
  readonly trustFiles: ReadonlyMap<string, Uint8Array>
  /** The certificates with their private keys, the timestamp authority's last. */
  readonly keys: readonly OfficeKey[]
}

const makeKey = async (
  { issuing }: Hierarchy,
  subject: Subject,
  profile: Profile,
  algorithm: SignatureAlgorithm,
): Promise<OfficeKey> => {
  const { publicKey, privateKey } = await generateKeys(algorithm === 'ecdsa-p256-sha256' ? 'ec-p256' : 'rsa')
  const certificate = await issuing.issue({ subject, publicKey, profile })
  const signer = createSoftwareSigner(privateKey, [certificate.der, issuing.certificate.der], algorithm)
  return { certificate, privateKey, signer }
}

/** Opens the office: everybody signs with `algorithm`; the timestamp authority always with RSA-2048, as such do. */
export const openOffice = async (
  [first]: readonly YearReport[],
  algorithm: SignatureAlgorithm,
): Promise<Office> => {
  if (first === undefined) throw new Error('an office opens for at least one report')
  const validity = { now: certificatesFrom, validUntil }
  const persons = await createHierarchy('Cá nhân', validity)
  const schools = await createHierarchy('Nhà trường', validity)
  const stamping = await createHierarchy('Dấu thời gian', validity)
  const { name, code } = first.cover.school
  const personal = await Promise.all(
    staff.map(async ({ staffCode, fullName, citizenId }) => {
      const subject = { commonName: fullName, userId: `CCCD:${citizenId}`, organizationalUnit: name }
      return [staffCode, await makeKey(persons, subject, 'signer', algorithm)] as const
    }),
  )
  const byStaff = new Map(personal)
  const sealKey = await makeKey(schools, { commonName: name, userId: `MT:${code}` }, 'signer', algorithm)
  const stampSubject = { commonName: 'Dấu thời gian minh họa' }
  const stampKey = await makeKey(stamping, stampSubject, 'timestamp-authority', 'rsa-pkcs1-sha256')
  const uses = { persons, schools, timestamps: stamping }
  const trustFiles = await createTrustFiles(uses, { at: now, nextUpdate: validUntil })
  return {
    signers: (staffCode) => {
      const key = byStaff.get(staffCode)
      if (key === undefined) throw new Error(`the office has no key for ${staffCode}`)
      return key.signer
    },
    seal: { signer: sealKey.signer, timestamps: createInProcessTimestamps(stampKey, () => signedAt) },
    context: { trust: trustStoreFrom(trustFiles), now },
    trustFiles,
    keys: [...byStaff.values(), sealKey, stampKey],
  }
}
