import 'reflect-metadata'
import { Extension, X509CrlGenerator, X509CrlReason, type X509CrlEntryParams } from '@peculiar/x509'
import type { Certificate } from '../../crypto/certificate.ts'
import type { RevocationReason } from '../../crypto/crl.ts'
import { derInteger } from '../../crypto/der-write.ts'
import {
  authorityKeyIdOf,
  issuerNameOf,
  issuingAlgorithm,
  makeCertificate,
  signingKeyOf,
  type Issuer,
  type KeyPair,
  type Profile,
  type Subject,
} from './certificates.ts'

/** When and why a certificate was revoked (thu hồi chứng thư số). */
export interface Revocation {
  readonly at: Date
  readonly reason: RevocationReason
  readonly invalidityDate?: Date
}

/** What a CA is asked to certify. */
export interface Application {
  readonly subject: Subject
  readonly publicKey: KeyPair['publicKey']
  readonly profile: Profile
  readonly ocspUrl?: string
}

/** A certification authority of the demonstration: issues, revokes, and says what it revoked. */
export interface CertificateAuthority {
  readonly certificate: Certificate
  readonly keys: KeyPair
  issue(application: Application): Promise<Certificate>
  hasIssued(serialNumber: string): boolean
  revoke(serialNumber: string, revocation: Revocation): void
  findRevocation(serialNumber: string): Revocation | undefined
  /** A complete CRL in DER with everything revoked by `at`. */
  createCrl(times: { at: Date; nextUpdate: Date }): Promise<Uint8Array>
}

const crlEntry = ([serialNumber, { at, reason, invalidityDate }]: [
  string,
  Revocation,
]): X509CrlEntryParams => ({
  serialNumber,
  revocationDate: at,
  reason: X509CrlReason[reason],
  ...(invalidityDate ? { invalidity: invalidityDate } : {}),
})

const makeCrl = async (
  issuer: Issuer,
  entries: X509CrlEntryParams[],
  { at, nextUpdate }: { at: Date; nextUpdate: Date },
): Promise<Uint8Array> => {
  const crl = await X509CrlGenerator.create({
    issuer: issuerNameOf(issuer),
    thisUpdate: at,
    nextUpdate,
    entries,
    signingKey: signingKeyOf(issuer.keys.privateKey),
    signingAlgorithm: issuingAlgorithm(issuer.keys.privateKey),
    // The number grows with time, which is all that RFC 5280 §5.2.3 asks.
    extensions: [await authorityKeyIdOf(issuer), new Extension('2.5.29.20', false, derInteger(at.getTime()))],
  })
  return new Uint8Array(crl.rawData)
}

/** A CA around its keys and its certificate; what it issues is valid for as long as itself. */
export const createCertificateAuthority = (
  issuer: Issuer,
  certificate: Certificate,
): CertificateAuthority => {
  const issued = new Set<string>()
  const revocations = new Map<string, Revocation>()
  return {
    certificate,
    keys: issuer.keys,
    issue: async (application) => {
      const { notBefore, notAfter } = certificate
      const made = await makeCertificate({ ...application, notBefore, notAfter }, issuer)
      issued.add(made.serialNumber)
      return made
    },
    hasIssued: (serialNumber) => issued.has(serialNumber),
    revoke: (serialNumber, revocation) => revocations.set(serialNumber, revocation),
    findRevocation: (serialNumber) => revocations.get(serialNumber),
    createCrl: (times) =>
      makeCrl(issuer, [...revocations].filter(([, { at }]) => at <= times.at).map(crlEntry), times),
  }
}
