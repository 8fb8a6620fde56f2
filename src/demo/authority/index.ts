import { createSoftwareSigner } from '../../adapters/software-signer.ts'
import { certificateFromDer, type Certificate } from '../../crypto/certificate.ts'
import type { RevocationReason } from '../../crypto/crl.ts'
import type { SignatureAlgorithm, Signer, TimestampAuthority } from '../../crypto/ports.ts'
import { generateKeys, type Subject } from './certificates.ts'
import { inventEstate, type Estate, type Validity } from './estate.ts'
import type { Hierarchy } from './hierarchy.ts'
import { openEstate } from './kept-estate.ts'
import { listenLocally, type LocalServer } from './http.ts'
import { answerOcspRequest, type OcspResponder } from './ocsp-responder.ts'
import { answerTimestampRequests, createInProcessTimestamps } from './timestamps.ts'
import { createTrustFiles } from './trust-files.ts'

export { demonstrationMark } from './certificates.ts'
export type { LocalServer } from './http.ts'

/** A person of the demonstration who gets a key of their own. */
export interface PersonApplication {
  readonly fullName: string
  /** Số định danh cá nhân, 12 digits: the subject's UID is 'CCCD:' and this. */
  readonly citizenId: string
  readonly organization: string
  readonly algorithm: SignatureAlgorithm
}

/** A school of the demonstration that gets a seal (con dấu). */
export interface SchoolApplication {
  readonly name: string
  /** The subject's UID is 'MT:' and this. */
  readonly schoolCode: string
  readonly algorithm: SignatureAlgorithm
}

/** The invented authorities (cơ quan chứng thực): certificates, timestamps and their status, all in this process. */
export interface DemoAuthority {
  issuePerson(person: PersonApplication): Promise<Signer>
  issueSchool(school: SchoolApplication): Promise<Signer>
  /** Revokes a certificate that was issued here; throws for any other. */
  revoke(
    certificateDer: Uint8Array,
    at: Date,
    reason: RevocationReason,
    options?: { readonly invalidityDate?: Date },
  ): void
  /** RFC 3161 without a network: requests and tokens are real. Tokens carry the authority's certificate. */
  timestampAuthority(clock: () => Date): TimestampAuthority
  /** Answers one DER TimeStampReq with a DER TimeStampResp. */
  timestampResponse(request: Uint8Array, at: Date): Promise<Uint8Array>
  /** Answers one DER OCSPRequest with a DER OCSPResponse as of `at`. */
  ocspResponse(request: Uint8Array, at: Date): Promise<Uint8Array>
  /** Serves OCSP on the loopback address; certificates issued from then on name it. */
  listenOcsp(clock?: () => Date): Promise<LocalServer>
  /** Serves timestamps on the loopback address. */
  listenTimestamps(clock?: () => Date): Promise<LocalServer>
  /** What goes into a trust folder: persons.pem, schools.pem, timestamps.pem and one .crl for each CA. */
  trustFiles(times: { readonly at: Date; readonly nextUpdate: Date }): Promise<Map<string, Uint8Array>>
}

const issueSigner = async (
  { issuing }: Hierarchy,
  subject: Subject,
  algorithm: SignatureAlgorithm,
  ocspUrl: string | undefined,
): Promise<Signer> => {
  const { publicKey, privateKey } = await generateKeys(algorithm === 'ecdsa-p256-sha256' ? 'ec-p256' : 'rsa')
  const address = ocspUrl === undefined ? {} : { ocspUrl }
  const certificate = await issuing.issue({ subject, publicKey, profile: 'signer', ...address })
  return createSoftwareSigner(privateKey, [certificate.der, issuing.certificate.der], algorithm)
}

// The root answers for the certificate under it itself; the issuing CA leaves its answers to a delegate.
const createResponders = async ({ root, issuing }: Hierarchy): Promise<OcspResponder[]> => {
  const { publicKey, privateKey } = await generateKeys('ec-p256')
  const subject = { commonName: `OCSP – ${issuing.certificate.subject.commonName ?? ''}` }
  const certificate = await issuing.issue({ subject, publicKey, profile: 'ocsp-responder' })
  const signerOf = (key: typeof privateKey, own: Certificate) => ({
    certificate: own,
    signer: createSoftwareSigner(key, [own.der], 'ecdsa-p256-sha256'),
  })
  return [
    { authority: root, ...signerOf(root.keys.privateKey, root.certificate) },
    { authority: issuing, ...signerOf(privateKey, certificate) },
  ]
}

const revokeIn = (hierarchies: readonly Hierarchy[]): DemoAuthority['revoke'] => {
  const authorities = hierarchies.flatMap(({ root, issuing }) => [root, issuing])
  return (certificateDer, at, reason, options) => {
    const { serialNumber = '' } = certificateFromDer(certificateDer) ?? {}
    const issuer = authorities.find((authority) => authority.hasIssued(serialNumber))
    if (!issuer) throw new Error('the demonstration authority revokes only what it issued')
    issuer.revoke(serialNumber, { at, reason, ...options })
  }
}

const authorityOf = async (estate: Estate): Promise<DemoAuthority> => {
  const { persons, schools, timestamps, timestampKey } = estate
  const hierarchies = [persons, schools, timestamps]
  const responders = (await Promise.all(hierarchies.map(createResponders))).flat()
  let ocspUrl: string | undefined
  const answerOcsp = (request: Uint8Array, at: Date) => answerOcspRequest(request, at, responders)
  const answerTimestamp = async (request: Uint8Array, at: Date): Promise<Uint8Array> =>
    (await answerTimestampRequests([request], at, timestampKey))[0] ?? Buffer.alloc(0)
  return {
    issuePerson: ({ fullName, citizenId, organization, algorithm }) => {
      const subject = { commonName: fullName, userId: `CCCD:${citizenId}`, organizationalUnit: organization }
      return issueSigner(persons, subject, algorithm, ocspUrl)
    },
    issueSchool: ({ name, schoolCode, algorithm }) =>
      issueSigner(schools, { commonName: name, userId: `MT:${schoolCode}` }, algorithm, ocspUrl),
    revoke: revokeIn(hierarchies),
    timestampAuthority: (clock) => createInProcessTimestamps(timestampKey, clock),
    timestampResponse: answerTimestamp,
    ocspResponse: answerOcsp,
    listenOcsp: async (clock = () => new Date()) => {
      const server = await listenLocally('application/ocsp-response', (body) => answerOcsp(body, clock()))
      ocspUrl = server.url
      return server
    },
    listenTimestamps: (clock = () => new Date()) =>
      listenLocally('application/timestamp-reply', (body) => answerTimestamp(body, clock())),
    trustFiles: (times) => createTrustFiles({ persons, schools, timestamps }, times),
  }
}

/**
 * Invents the authorities anew, with fresh keys: a root and an issuing CA each for persons, schools and timestamps.
 * Everything is valid from `now` until `validUntil` (ten years unless told otherwise) and is marked in its subject
 * as a demonstration without legal value.
 */
export const createDemoAuthority = async (validity: Validity): Promise<DemoAuthority> =>
  authorityOf(await inventEstate(validity))

/** The same, kept in a folder: opened where it is there already, else invented with this validity. */
export const openDemoAuthority = async (folder: string, validity: Validity): Promise<DemoAuthority> =>
  authorityOf(await openEstate(folder, validity))
