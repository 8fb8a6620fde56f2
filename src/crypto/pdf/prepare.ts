import { Buffer } from 'node:buffer'
import { certificateFromDer, type Certificate } from '../certificate.ts'
import { assembleSignedData, createSignedAttributes, signatureTimestampAttribute } from '../cms-write.ts'
import type { SignatureAlgorithm } from '../ports.ts'
import type { PdfAppearance } from './appearance.ts'
import { digestOf, type ByteRange } from './byte-range.ts'
import { readDocMdp, type DocMdpPermission } from './doc-mdp.ts'
import { lastRevision, openDocument, type PdfDocument } from './document.ts'
import { draftFields, type PdfFieldPlace } from './draft-fields.ts'
import { withoutFault } from './fault.ts'
import { toPdfDate } from './pdf-date.ts'
import { readForm, type PdfSignatureField } from './signature-fields.ts'
import { reference, textString } from './write-object.ts'
import { addObject, openDraft, updateSource } from './write-update.ts'

/** What a signature in a PDF says, where it stands, and with what it is made. */
export interface PdfSignatureOptions {
  /** Its field: one laid out before for it, or a new one. */
  readonly fieldName: string
  readonly signerName: string
  readonly reason: string
  readonly location: string
  readonly signingTime: Date
  /** What may be changed afterwards; only the document's first signature may say so. */
  readonly docMdp?: DocMdpPermission
  /** Without it the signature is invisible. A field that was laid out before keeps its own place. */
  readonly appearance?: PdfAppearance
  /** Empty fields to lay out for later signers: who comes later may show something in these places only. */
  readonly laterFields?: readonly PdfFieldPlace[]
  /** DER certificates, the signer's own first, without the anchor. */
  readonly chain: readonly Uint8Array[]
  readonly algorithm: SignatureAlgorithm
  /** How long a timestamp token may become; 0 for none. 8192 unless told otherwise. */
  readonly timestampBytes?: number
}

/** A signature that lacks its value only (EN 319 142-1 §5.4): the file with a hole where the CMS will stand. */
export interface PreparedPdfSignature {
  /** DER of the signed attributes as SET OF: what the signer's key signs. */
  readonly toBeSigned: Uint8Array
  /** The whole file, the hole filled with zeros. */
  readonly file: Uint8Array
  /** Where the hole's first digit stands, and how many digits there are. */
  readonly hole: { readonly at: number; readonly digits: number }
  readonly certificate: Certificate
  readonly chain: readonly Uint8Array[]
  readonly algorithm: SignatureAlgorithm
}

const plainData = '1.2.840.113549.1.7.1'
const defaultTimestampBytes = 8192

type CmsOptions = Pick<PdfSignatureOptions, 'chain' | 'algorithm' | 'timestampBytes'>

/** The length of the CMS at its longest. */
const cmsLength = (certificate: Certificate, options: CmsOptions): number => {
  const { chain, algorithm, timestampBytes = defaultTimestampBytes } = options
  const content = { contentType: plainData, certificate }
  const token = Buffer.alloc(timestampBytes)
  return assembleSignedData({
    ...content,
    signedAttributes: createSignedAttributes({ ...content, digest: Buffer.alloc(32) }),
    algorithm,
    signature: Buffer.alloc(
      algorithm === 'ecdsa-p256-sha256' ? 64 : Math.ceil(certificate.keyBits / 8),
      0xff,
    ),
    certificates: chain,
    unsignedAttributes: timestampBytes > 0 ? [signatureTimestampAttribute(token)] : [],
  }).length
}

const permissionReference = (permission: DocMdpPermission): string =>
  '/Reference [<< /Type /SigRef /TransformMethod /DocMDP ' +
  `/TransformParams << /Type /TransformParams /P ${permission} /V /1.2 >> >>]\n`

const rangeWidth = '[0 0000000000 0000000000 0000000000]'.length

const rangeSource = ([start, length, rest, restLength]: ByteRange): string =>
  `[${start} ${length} ${rest} ${restLength}]`.padEnd(rangeWidth)

// ISO 32000-1, table 252. There is no signing time in the CMS: EN 319 142-1 §6.3 has it in /M alone.
const signatureSource = (options: PdfSignatureOptions, digits: number): string =>
  '<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n' +
  `/M (${toPdfDate(options.signingTime)})\n/Name ${textString(options.signerName)}\n` +
  `/Reason ${textString(options.reason)}\n/Location ${textString(options.location)}\n` +
  (options.docMdp === undefined ? '' : permissionReference(options.docMdp)) +
  `/ByteRange ${rangeSource([0, 0, 0, 0])}\n/Contents <${'0'.repeat(digits)}>\n>>`

const emptyFieldFor = (
  document: PdfDocument,
  options: PdfSignatureOptions,
): PdfSignatureField | undefined => {
  const { fields } = readForm(document, lastRevision(document))
  const signed = fields.flatMap(({ signature }) => signature ?? [])
  const field = fields.find(({ name }) => name === options.fieldName)
  if (field?.signature) throw new Error(`the field ${field.name} is signed already`)
  if (options.docMdp !== undefined && signed.length > 0)
    throw new Error('only the first signature sets what may be changed afterwards')
  if (signed.some((one) => readDocMdp(document, one, one.revision).permission === 1))
    throw new Error('the first signature allows no other')
  return field
}

const draftUpdate = (document: PdfDocument, options: PdfSignatureOptions, digits: number): string => {
  const existing = emptyFieldFor(document, options)
  const draft = openDraft(document)
  const signature = addObject(draft, signatureSource(options, digits))
  draftFields(draft, {
    fieldName: options.fieldName,
    existing,
    appearance: options.appearance,
    laterFields: options.laterFields ?? [],
    signature,
    permissions: options.docMdp === undefined ? undefined : `<< /DocMDP ${reference(signature)} >>`,
  })
  return updateSource(draft)
}

const draft = (pdf: Uint8Array, options: PdfSignatureOptions, digits: number): string => {
  const drafted = withoutFault(() => ({ source: draftUpdate(openDocument(pdf), options, digits) }))
  if ('source' in drafted) return drafted.source
  throw new Error(`a file that is no sound PDF cannot be signed: ${drafted.fault}`)
}

/**
 * Appends a signature without its value as an incremental update: no earlier byte changes. PAdES baseline B-B, or
 * B-T with a timestamp (EN 319 142-1 §6.3). Throws for a file that is no sound PDF of ours, a field that is signed
 * already, or permissions that forbid it: each is a mistake of the caller.
 */
export const preparePdfSignature = (pdf: Uint8Array, options: PdfSignatureOptions): PreparedPdfSignature => {
  const { chain, algorithm } = options
  const certificate = chain[0] && certificateFromDer(chain[0])
  if (!certificate) throw new Error('a signer must bring a certificate that can be read')
  const digits = 2 * cmsLength(certificate, options)
  const update = draft(pdf, options, digits)
  const file = Buffer.concat([pdf, Buffer.from(update, 'latin1')])
  // The update opens with the signature, so the first hole in it is this one.
  const at = pdf.length + update.indexOf('/Contents <') + '/Contents <'.length
  const range: ByteRange = [0, at - 1, at + digits + 1, file.length - at - digits - 1]
  file.write(rangeSource(range), pdf.length + update.indexOf('/ByteRange ') + '/ByteRange '.length, 'latin1')
  const digest = digestOf(file, range, 'sha256')
  const toBeSigned = createSignedAttributes({ contentType: plainData, digest, certificate })
  return { toBeSigned, file, hole: { at, digits }, certificate, chain, algorithm }
}
