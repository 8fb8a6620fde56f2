import { hash, randomBytes } from 'node:crypto'
import type { Certificate } from '../../crypto/certificate.ts'
import { assembleSignedData, createSignedAttributes } from '../../crypto/cms-write.ts'
import { tags } from '../../crypto/der.ts'
import { der, derInteger, derOid, derSequence, derTime } from '../../crypto/der-write.ts'
import type { Signer, TimestampAuthority } from '../../crypto/ports.ts'
import {
  createTimestampRequest,
  messageImprintDer,
  parseTimestampRequest,
  parseTimestampResponse,
  type TimestampRequest,
} from '../../crypto/timestamp-request.ts'

/** The key and certificate of a timestamp authority. */
export interface TimestampKey {
  readonly signer: Signer
  readonly certificate: Certificate
}

// 2.999 is the arc for examples (X.660 | ISO/IEC 9834-1): a demonstration follows no published policy.
const policy = derOid('2.999.3161')
const tokenContentType = '1.2.840.113549.1.9.16.1.4'

const tokenInfo = ({ imprint, nonce }: TimestampRequest & { imprint: Uint8Array }, at: Date): Buffer =>
  derSequence(
    derInteger(1),
    policy,
    messageImprintDer(imprint),
    derInteger(randomBytes(12)),
    derTime(at),
    derSequence(derInteger(1)),
    ...(nonce === undefined ? [] : [derInteger(Buffer.from(nonce, 'hex'))]),
  )

const granted = (token: Uint8Array): Buffer => derSequence(derSequence(derInteger(0)), token)

// RFC 3161 §2.4.2: status 2 is a rejection; failure bit 0 is badAlg, bit 2 badRequest.
const rejected = (failure: 0 | 2): Buffer =>
  derSequence(derSequence(derInteger(2), der(tags.bitString, Buffer.from([7 - failure, 0x80 >> failure]))))

interface Prepared {
  readonly accepted: true
  readonly request: TimestampRequest
  readonly content: Buffer
  readonly signedAttributes: Buffer
}

interface Rejected {
  readonly accepted: false
  readonly response: Buffer
}

const prepare = (
  request: TimestampRequest | undefined,
  at: Date,
  certificate: Certificate,
): Prepared | Rejected => {
  if (!request) return { accepted: false, response: rejected(2) }
  const { imprint } = request
  if (!imprint) return { accepted: false, response: rejected(0) }
  const content = tokenInfo({ ...request, imprint }, at)
  const digest = hash('sha256', content, 'buffer')
  return {
    accepted: true,
    request,
    content,
    signedAttributes: createSignedAttributes({ contentType: tokenContentType, digest, certificate }),
  }
}

const assemble = (prepared: Prepared, signature: Uint8Array, { signer, certificate }: TimestampKey): Buffer =>
  assembleSignedData({
    contentType: tokenContentType,
    content: prepared.content,
    certificate,
    signedAttributes: prepared.signedAttributes,
    algorithm: signer.algorithm,
    signature,
    certificates: prepared.request.certReq ? [certificate.der] : [],
  })

/** Answers RFC 3161 requests, one DER TimeStampResp each, in order; what it cannot read it rejects. */
export const answerTimestampRequests = async (
  requests: readonly Uint8Array[],
  at: Date,
  key: TimestampKey,
): Promise<Buffer[]> => {
  const all = requests.map((request) => prepare(parseTimestampRequest(request), at, key.certificate))
  const accepted = all.filter((one) => one.accepted)
  const signatures = await key.signer.sign(accepted.map(({ signedAttributes }) => signedAttributes))
  const nextSignature = signatures.values()
  return all.map((one) => {
    if (!one.accepted) return one.response
    return granted(assemble(one, nextSignature.next().value ?? Buffer.alloc(0), key))
  })
}

/** The authority as the sealing stage sees it: real requests and answers, without a network between. */
export const createInProcessTimestamps = (key: TimestampKey, clock: () => Date): TimestampAuthority => ({
  timestamp: async (imprints) => {
    const requests = imprints.map((imprint) =>
      createTimestampRequest(imprint, { nonce: randomBytes(8), certReq: true }),
    )
    const answers = await answerTimestampRequests(requests, clock(), key)
    return answers.map((answer) => {
      const response = parseTimestampResponse(answer)
      if (!response?.granted) throw new Error('the demonstration refused its own timestamp request')
      return response.token
    })
  },
})
