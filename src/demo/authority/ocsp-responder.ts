import { hash } from 'node:crypto'
import type { Certificate } from '../../crypto/certificate.ts'
import { signatureAlgorithmDer, signatureValueDer } from '../../crypto/cms-write.ts'
import { revocationReasons } from '../../crypto/crl.ts'
import { constructed, primitive, tags } from '../../crypto/der.ts'
import { der, derBits, derOctets, derOid, derSequence, derTime } from '../../crypto/der-write.ts'
import {
  isIdOfIssuer,
  nonceExtensionsDer,
  parseOcspRequest,
  type OcspRequest,
} from '../../crypto/ocsp-request.ts'
import type { Signer } from '../../crypto/ports.ts'
import type { CertificateAuthority, Revocation } from './certificate-authority.ts'

/** Who answers for the certificates of one CA. */
export interface OcspResponder {
  readonly authority: CertificateAuthority
  readonly signer: Signer
  readonly certificate: Certificate
}

const day = 24 * 60 * 60 * 1000

const revokedStatus = ({ at, reason }: Revocation): Buffer =>
  der(
    constructed(1),
    derTime(at),
    der(constructed(0), der(tags.enumerated, Buffer.from([revocationReasons.indexOf(reason)]))),
  )

// RFC 6960 §2.2: good, revoked, or unknown for a serial number that was never given out.
const statusOf = (authority: CertificateAuthority, serialNumber: string, at: Date): Buffer => {
  const revocation = authority.findRevocation(serialNumber)
  if (revocation && revocation.at <= at) return revokedStatus(revocation)
  return der(authority.hasIssued(serialNumber) ? primitive(0) : primitive(2))
}

const responseData = (
  { ids, nonce }: OcspRequest,
  at: Date,
  { authority, certificate }: OcspResponder,
): Buffer =>
  derSequence(
    der(constructed(2), derOctets(hash('sha1', certificate.subjectPublicKey, 'buffer'))),
    derTime(at),
    derSequence(
      ...ids.map(({ der: idDer, id }) =>
        derSequence(
          idDer,
          isIdOfIssuer(id, authority.certificate)
            ? statusOf(authority, id.serialNumber, at)
            : der(primitive(2)),
          derTime(at),
          der(constructed(0), derTime(new Date(at.getTime() + day))),
        ),
      ),
    ),
    ...(nonce === undefined ? [] : [der(constructed(1), nonceExtensionsDer(Buffer.from(nonce, 'hex')))]),
  )

const failed = (status: number): Buffer => derSequence(der(tags.enumerated, Buffer.from([status])))

/** Answers an OCSP request (RFC 6960) in DER, valid for a day; 'malformedRequest' or 'unauthorized' otherwise. */
export const answerOcspRequest = async (
  bytes: Uint8Array,
  at: Date,
  responders: readonly OcspResponder[],
): Promise<Buffer> => {
  const request = parseOcspRequest(bytes)
  const [first] = request?.ids ?? []
  if (!request || !first) return failed(1)
  const responder = responders.find(({ authority }) => isIdOfIssuer(first.id, authority.certificate))
  if (!responder) return failed(6)
  const { signer, certificate } = responder
  const data = responseData(request, at, responder)
  const [signature = Buffer.alloc(0)] = await signer.sign([data])
  const basic = derSequence(
    data,
    signatureAlgorithmDer(signer.algorithm),
    derBits(signatureValueDer(signer.algorithm, signature)),
    der(constructed(0), derSequence(certificate.der)),
  )
  const typed = derSequence(derOid('1.3.6.1.5.5.7.48.1.1'), derOctets(basic))
  return derSequence(der(tags.enumerated, Buffer.from([0])), der(constructed(0), typed))
}
