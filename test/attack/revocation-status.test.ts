import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { httpRevocationSource } from '../../src/adapters/revocation-http.ts'
import { readBook, type BookFile } from '../../src/bookfile/index.ts'
import type { Signer } from '../../src/crypto/ports.ts'
import { addUnsignedProperties } from '../../src/crypto/xml-signature-write.ts'
import type { LocalServer } from '../../src/demo/authority/index.ts'
import { verifyWithStatus, type TrustStore, type Verification } from '../../src/verification/index.ts'
import { issueReport, now, openOffice, signedAt, type TestOffice } from '../builders/issuing.ts'
import { people, schoolOfTests, secondaryReport } from '../builders/reports.ts'
import { editSignature } from './support/edit.ts'
import { judge, listCodes, listFindings } from './support/judge.ts'
import { trustWithout } from './support/trust.ts'

/** Whether a certificate was revoked: from the trust folder, from the file, or asked for; unknown is never good. */
const algorithm = 'ecdsa-p256-sha256' as const
let office: TestOffice
let ocsp: LocalServer
let book: BookFile
let bytes: Buffer
/** The lists of the roots and of the timestamps' authorities alone: the signers' status must come from elsewhere. */
let trust: TrustStore

const bookFrom = (sealed: Uint8Array): BookFile => {
  const reading = readBook(sealed)
  if ('fault' in reading) throw new Error('the book must be readable')
  return reading.book
}

/** An office whose signers' certificates say where their status is told. */
const openOnlineOffice = async (): Promise<TestOffice> => {
  const opened = await openOffice()
  ocsp = await opened.authority.listenOcsp(() => now)
  const signers = new Map<string, Signer>(
    await Promise.all(
      Object.values(people).map(async ({ staffCode, fullName, citizenId }) => {
        const signer = await opened.authority.issuePerson({
          fullName,
          citizenId,
          organization: schoolOfTests.name,
          algorithm,
        })
        return [staffCode, signer] as const
      }),
    ),
  )
  const { code: schoolCode, name } = schoolOfTests
  const seal = await opened.authority.issueSchool({ name, schoolCode, algorithm })
  return { ...opened, seal, signers: (staffCode) => signers.get(staffCode) ?? opened.signers(staffCode) }
}

beforeAll(async () => {
  office = await openOnlineOffice()
  bytes = Buffer.from((await issueReport(secondaryReport(), office)).bytes)
  book = bookFrom(bytes)
  trust = await trustWithout(office.authority, (name) => /^(persons|schools)-issuing/.test(name))
})
afterAll(() => ocsp.close())

const source = httpRevocationSource({ isAllowed: () => true, timeoutMilliseconds: 5_000 })
const ask = (known: TrustStore): Promise<Verification> =>
  verifyWithStatus(book, { trust: known, now }, source)

describe('an unknown status', () => {
  it('leaves the verdict open, for persons and for seals', async () => {
    const verification = await judge(bytes, { trust, now })
    expect(verification.verdict).toBe('indeterminate')
    expect(listFindings(verification)).toEqual(book.signatures.map(({ id }) => `revocation-unknown@${id}`))
  })

  it('of the timestamps’ authority leaves it open too, and no time is proven', async () => {
    const verification = await judge(bytes, {
      now,
      trust: await trustWithout(office.authority, (name) => name.startsWith('timestamps')),
    })
    expect(verification.verdict).toBe('indeterminate')
    expect(listFindings(verification)).toEqual([
      'timestamp-status-unknown@s-bia-truong',
      'timestamp-status-unknown@s-truong',
    ])
    expect(verification.record?.issuedAt).toBeNull()
  })

  it('stays unknown where a list is older than the signature and has run out', async () => {
    const early = new Date('2025-09-01T00:00:00+07:00')
    const files = await office.authority.trustFiles({
      at: early,
      nextUpdate: new Date('2025-10-01T00:00:00+07:00'),
    })
    const evidence = [...files]
      .filter(([name]) => name.endsWith('.crl'))
      .map(([, der]) => ({ kind: 'crl', der }) as const)
    const verification = await judge(bytes, { now, trust: { ...trust, evidence } })
    expect(verification.verdict).toBe('indeterminate')
    expect(listCodes(verification)).toContain('revocation-unknown')
  })

  it('passes when OCSP says that the certificates are good', async () => {
    expect(await ask(trust)).toMatchObject({ verdict: 'passed' })
  })

  it('stays open when nobody answers', async () => {
    const unreachable = { fetch: () => Promise.resolve([]) }
    const verification = await verifyWithStatus(book, { trust, now }, unreachable)
    expect(verification.verdict).toBe('indeterminate')
  })

  it('is not asked of machines in the verifier’s own network', async () => {
    const verification = await verifyWithStatus(book, { trust, now }, httpRevocationSource({}))
    expect(verification.verdict).toBe('indeterminate')
  })
})

describe('values for long-term validation in the file', () => {
  const embed = (text: string, files: ReadonlyMap<string, Uint8Array>, wanted: RegExp): string => {
    const revocation = [...files]
      .filter(([name]) => wanted.test(name))
      .map(([, der]) => ({ kind: 'crl', der }) as const)
    return book.signatures.reduce((changed, { id, timestampToken }) => {
      if (timestampToken === undefined) return changed
      return editSignature(changed, id, (signature) =>
        addUnsignedProperties(
          signature.replace(/<xades:UnsignedProperties>.*<\/xades:UnsignedProperties>/, ''),
          { timestampToken, revocation },
        ),
      )
    }, text)
  }

  it('settle the status of the seals and of the timestamps', async () => {
    const files = await office.authority.trustFiles({ at: now, nextUpdate: new Date('2040-01-01') })
    const online = await trustWithout(office.authority, (name) => !name.startsWith('persons'))
    expect((await judge(bytes, { now, trust: online })).verdict).toBe('indeterminate')
    const verification = await judge(embed(bytes.toString('utf8'), files, /^(schools|timestamps)-.*\.crl$/), {
      now,
      trust: online,
    })
    expect(verification.verdict).toBe('passed')
  })

  it('of another authority settle nothing', async () => {
    const files = await office.authority.trustFiles({ at: now, nextUpdate: new Date('2040-01-01') })
    const online = await trustWithout(office.authority, (name) => !name.startsWith('persons'))
    const verification = await judge(embed(bytes.toString('utf8'), files, /^persons-.*\.crl$/), {
      now,
      trust: online,
    })
    expect(verification.verdict).toBe('indeterminate')
  })
})

describe('a certificate revoked before the proven time', () => {
  it('fails when OCSP says so', async () => {
    const [certificate = Buffer.alloc(0)] = office.signers(people.second.staffCode).chain
    office.authority.revoke(certificate, new Date(signedAt.getTime() - 60_000), 'keyCompromise')
    const verification = await ask(trust)
    expect(verification.verdict).toBe('failed')
    expect(listFindings(verification)).toEqual(['certificate-revoked@s-gv-CB003'])
  })
})
