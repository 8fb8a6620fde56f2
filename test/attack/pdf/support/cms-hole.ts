import {
  constructed,
  contentOf,
  elementsOf,
  parseDer,
  rawOf,
  tags,
  type DerElement,
} from '../../../../src/crypto/der.ts'
import { der, derSequence } from '../../../../src/crypto/der-write.ts'

const holePattern = /\/Contents <([0-9a-f]*)>/

const derEnd = (bytes: Buffer): number => {
  const first = bytes[1] ?? 0
  return first < 0x80 ? 2 + first : 2 + (first & 0x7f) + bytes.readUIntBE(2, first & 0x7f)
}

/** The CMS of the last signature of a file, without the zeros behind it. */
export const extractCms = (pdf: Uint8Array): Buffer => {
  const text = Buffer.from(pdf).toString('latin1')
  const hex = [...text.matchAll(new RegExp(holePattern, 'g'))].at(-1)?.[1] ?? ''
  const bytes = Buffer.from(hex, 'hex')
  return bytes.subarray(0, derEnd(bytes))
}

/** The file with another CMS in the hole of its first signature. */
export const withCms = (pdf: Uint8Array, cms: Uint8Array): Buffer => {
  const text = Buffer.from(pdf).toString('latin1')
  const hex = holePattern.exec(text)?.[1] ?? ''
  return Buffer.from(text.replace(hex, Buffer.from(cms).toString('hex').padEnd(hex.length, '0')), 'latin1')
}

/** The parts of a SignedData, to be put together otherwise. */
export interface CmsParts {
  readonly certificates: readonly Uint8Array[]
  readonly unsignedAttributes: readonly Uint8Array[]
}

const rebuild = (root: DerElement, change: (parts: CmsParts) => CmsParts): Buffer => {
  const [type, wrapped] = elementsOf(root)
  const [version, digests, content, certificates, signers] = elementsOf(
    elementsOf(wrapped, constructed(0))[0],
  )
  const signer = elementsOf(elementsOf(signers, tags.set)[0])
  const unsigned = signer.at(-1)
  if (!type || !version || !digests || !content || unsigned?.tag !== constructed(1))
    throw new Error('not our CMS')
  const parts = change({
    certificates: elementsOf(certificates, constructed(0)).map(rawOf),
    unsignedAttributes: elementsOf(unsigned, constructed(1)).map(rawOf),
  })
  const attributes =
    parts.unsignedAttributes.length > 0 ? [der(constructed(1), ...parts.unsignedAttributes)] : []
  const signerInfo = derSequence(...signer.slice(0, -1).map(rawOf), ...attributes)
  const signedData = derSequence(
    rawOf(version),
    rawOf(digests),
    rawOf(content),
    der(constructed(0), ...parts.certificates),
    der(tags.set, signerInfo),
  )
  return derSequence(rawOf(type), der(constructed(0), signedData))
}

/** A CMS of ours with other certificates or unsigned attributes: what anybody can change without a key. */
export const changeCms = (cms: Uint8Array, change: (parts: CmsParts) => CmsParts): Buffer => {
  const changed = parseDer(cms, (root) => rebuild(root, change))
  if (!changed) throw new Error('the CMS cannot be read')
  return changed
}

/** The timestamp token that a CMS carries. */
export const tokenOf = (cms: Uint8Array): Buffer => {
  let token: Buffer | undefined
  changeCms(cms, (parts) => {
    const value = parts.unsignedAttributes[0]
    token = value && parseDer(value, (attribute) => contentOf(elementsOf(attribute)[1] as DerElement))
    return parts
  })
  if (!token) throw new Error('the CMS has no timestamp')
  return token
}
