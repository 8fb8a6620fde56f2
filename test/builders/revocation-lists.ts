import { sign } from 'node:crypto'
import type { RevocationEvidence } from '../../src/crypto/ports.ts'
import { constructed, tags } from '../../src/crypto/der.ts'
import {
  der,
  derBits,
  derInteger,
  derNull,
  derOid,
  derSequence,
  derTime,
} from '../../src/crypto/der-write.ts'
import { extension, type Certified } from './certificates.ts'

/** One line of a list. */
export interface Listed {
  readonly serialNumber: string
  readonly at: Date
  readonly reason?: number
  readonly invalidityDate?: Date
  readonly extensions?: readonly Uint8Array[]
}

/** What a test wants of a revocation list, sensible or not. */
export interface WantedCrl {
  readonly thisUpdate: Date
  readonly nextUpdate?: Date
  readonly entries?: readonly Listed[]
  readonly extensions?: readonly Uint8Array[]
}

const listed = ({ serialNumber, at, reason, invalidityDate, extensions = [] }: Listed): Buffer => {
  const all = [
    ...(reason === undefined
      ? []
      : [extension('2.5.29.21', false, der(tags.enumerated, Buffer.from([reason])))]),
    ...(invalidityDate ? [extension('2.5.29.24', false, derTime(invalidityDate))] : []),
    ...extensions,
  ]
  const fields = [derInteger(Buffer.from(serialNumber, 'hex')), derTime(at)]
  return derSequence(...fields, ...(all.length > 0 ? [derSequence(...all)] : []))
}

/** Makes a DER CRL signed by `issuer` exactly as wanted. */
export const makeCrl = (issuer: Certified, wanted: WantedCrl): Buffer => {
  const { thisUpdate, nextUpdate, entries = [], extensions = [] } = wanted
  const { privateKey } = issuer.keys
  const algorithm =
    privateKey.asymmetricKeyType === 'ec'
      ? derSequence(derOid('1.2.840.10045.4.3.2'))
      : derSequence(derOid('1.2.840.113549.1.1.11'), derNull())
  const tbs = derSequence(
    derInteger(1),
    algorithm,
    issuer.certificate.subjectDer,
    derTime(thisUpdate),
    ...(nextUpdate ? [derTime(nextUpdate)] : []),
    ...(entries.length > 0 ? [derSequence(Buffer.concat(entries.map(listed)))] : []),
    ...(extensions.length > 0 ? [der(constructed(0), derSequence(...extensions))] : []),
  )
  return derSequence(tbs, algorithm, derBits(sign('sha256', tbs, privateKey)))
}

export const crlEvidence = (issuer: Certified, wanted: WantedCrl): RevocationEvidence => ({
  kind: 'crl',
  der: makeCrl(issuer, wanted),
})
