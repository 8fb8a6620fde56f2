import { signatureSlots, type ApprovingSignatory, type SignatureSlot } from '../../bookfile/index.ts'
import type { RenditionInput, SealedSignature } from '../input.ts'
import { exact, type ExactText } from '../printable.ts'
import { instantText, orderText, shortSerial } from './words.ts'

/** What stands in a signature block beside the signer's name. */
export type SignatureMark = {
  readonly signedAt: ExactText
  readonly serial: string | undefined
}

/** Khối chữ ký: who signs, in which capacity, and the signature itself where there is one. */
export type SignatureBlock = {
  /** Signed by a vice-principal on behalf: the form then says KT. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG. */
  readonly onBehalf: boolean
  readonly name: string
  readonly mark: SignatureMark | undefined
  readonly order: string | undefined
}

/** A book whose cover carries its own signatures has them under these Ids (docs/format.md). */
const coverSignature = 's-bia-ht'

export const findSignature = ({ sealed }: RenditionInput, id: string): SealedSignature | undefined =>
  sealed.signatures.find((signature) => signature.id === id)

export const markOf = (signature: SealedSignature | undefined): SignatureMark | undefined =>
  signature && {
    signedAt: exact(instantText(signature.signedAt)),
    serial: signature.certificateSerial === null ? undefined : shortSerial(signature.certificateSerial),
  }

const approverBlock = (
  { fullName, post, onBehalf }: ApprovingSignatory,
  signature: SealedSignature | undefined,
): SignatureBlock => ({
  onBehalf: post === 'vice-principal',
  name: fullName,
  mark: markOf(signature),
  order: onBehalf && orderText(onBehalf),
})

/** The signature over the cover: its own, or where the cover is not signed separately, that over the whole. */
export const coverSignatureOf = (input: RenditionInput): SealedSignature | undefined =>
  findSignature(input, coverSignature) ?? findSignature(input, 's-hieutruong')

export const coverBlock = (input: RenditionInput): SignatureBlock =>
  approverBlock(input.report.cover.approver, coverSignatureOf(input))

export const principalBlock = (input: RenditionInput): SignatureBlock =>
  approverBlock(input.report.summary.approver, findSignature(input, 's-hieutruong'))

export const homeroomBlock = (input: RenditionInput): SignatureBlock => ({
  onBehalf: false,
  name: input.report.summary.homeroomTeacher.fullName,
  mark: markOf(findSignature(input, 's-gvcn')),
  order: undefined,
})

/** The signatures this report must carry, as `bookfile` derives them from its content. */
export const slotsOf = (input: RenditionInput): readonly SignatureSlot[] =>
  signatureSlots(input.report, {
    coverSignedSeparately: findSignature(input, coverSignature) !== undefined,
  })
