import { Buffer } from 'node:buffer'
import { assembleSignedData, signatureTimestampAttribute, signatureValueDer } from '../cms-write.ts'
import { sha256 } from '../digest.ts'
import type { Signer, TimestampAuthority } from '../ports.ts'
import { preparePdfSignature, type PdfSignatureOptions, type PreparedPdfSignature } from './prepare.ts'

const plainData = '1.2.840.113549.1.7.1'

/** What a timestamp authority is asked to stamp: SHA-256 of the value as the CMS holds it (EN 319 122-1 §5.3). */
export const pdfTimestampImprint = ({ algorithm }: PreparedPdfSignature, value: Uint8Array): Uint8Array =>
  sha256(signatureValueDer(algorithm, value))

/** Fills the hole: the value as a `Signer` returned it, and a DER timestamp token over `pdfTimestampImprint`. */
export const finishPdfSignature = (
  prepared: PreparedPdfSignature,
  value: Uint8Array,
  timestampToken?: Uint8Array,
): Uint8Array => {
  const { file, hole, certificate, chain, algorithm } = prepared
  const cms = assembleSignedData({
    contentType: plainData,
    certificate,
    signedAttributes: prepared.toBeSigned,
    algorithm,
    signature: value,
    certificates: chain,
    unsignedAttributes: timestampToken ? [signatureTimestampAttribute(timestampToken)] : [],
  })
  const missing = cms.length - hole.digits / 2
  if (missing > 0) throw new Error(`the signature is ${missing} bytes longer than the place kept for it`)
  const signed = Buffer.from(file)
  signed.write(cms.toString('hex'), hole.at, 'latin1')
  return signed
}

/** Room for what differs between two tokens of one authority: serial number, nonce, fraction of a second. */
const tokenTolerance = 128
const measured = new WeakMap<TimestampAuthority, Promise<number>>()

const measure = async (timestamps: TimestampAuthority): Promise<number> => {
  const [token] = await timestamps.timestamp([sha256('')])
  if (!token) throw new Error('the timestamp authority gave no token')
  return token.length + tokenTolerance
}

/**
 * How much room an authority's tokens need: asked of it once, by a token over nothing, so that every file is as
 * short as it can be.
 */
export const timestampBytesOf = (timestamps: TimestampAuthority): Promise<number> => {
  const known = measured.get(timestamps)
  if (known) return known
  const asked = measure(timestamps)
  measured.set(timestamps, asked)
  // A failure is not remembered: the authority may be back the next time.
  asked.catch(() => measured.delete(timestamps))
  return asked
}

/** Signs a PDF at level B-T in one go. Many files are better prepared apart and signed by one call of the signer. */
export const signPdf = async (
  pdf: Uint8Array,
  options: Omit<PdfSignatureOptions, 'chain' | 'algorithm'>,
  signer: Signer,
  timestamps: TimestampAuthority,
): Promise<Uint8Array> => {
  const timestampBytes = options.timestampBytes ?? (await timestampBytesOf(timestamps))
  const { chain, algorithm } = signer
  const prepared = preparePdfSignature(pdf, { ...options, chain, algorithm, timestampBytes })
  const [value] = await signer.sign([prepared.toBeSigned])
  if (!value) throw new Error('the signer gave no value')
  const [token] = await timestamps.timestamp([pdfTimestampImprint(prepared, value)])
  if (!token) throw new Error('the timestamp authority gave no token')
  return finishPdfSignature(prepared, value, token)
}
