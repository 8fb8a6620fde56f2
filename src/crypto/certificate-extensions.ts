import { webAddressesOf } from './certificate-name.ts'
import {
  booleanOf,
  constructed,
  contentOf,
  elementsOf,
  fieldsOf,
  insideOf,
  malformed,
  namedBitsOf,
  oidOf,
  only,
  primitive,
  smallIntegerOf,
  tags,
  withTag,
  type DerElement,
} from './der.ts'

/** The bits of keyUsage in order (RFC 5280 §4.2.1.3). */
export const keyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const
export type KeyUsage = (typeof keyUsages)[number]

/** Extended key usage (RFC 5280 §4.2.1.12): purposes as dotted object identifiers. */
export interface ExtendedKeyUsage {
  readonly critical: boolean
  readonly purposes: ReadonlySet<string>
}

/** What the extensions of a certificate say, as far as paths and revocation need it. */
export interface CertificateExtensions {
  readonly isCa: boolean
  readonly pathLength?: number
  readonly keyUsage?: ReadonlySet<KeyUsage>
  readonly extendedKeyUsage?: ExtendedKeyUsage
  /** Critical extensions that are not processed here; a certificate with any of them is refused in a path. */
  readonly unknownCriticalExtensions: readonly string[]
  readonly ocspUrls: readonly string[]
  readonly crlUrls: readonly string[]
  /** Key identifiers in lower-case hexadecimal: hints for finding the issuer, never proof. */
  readonly subjectKeyId?: string
  readonly authorityKeyId?: string
}

/** One extension: its value is the DER inside the OCTET STRING. */
export interface Extension {
  readonly oid: string
  readonly critical: boolean
  readonly value: DerElement
}

const readExtension = (element: DerElement): Extension => {
  const fields = fieldsOf(element)
  const oid = oidOf(fields.take())
  const critical = fields.maybe(tags.boolean)
  const value = withTag(fields.take(), tags.octetString)
  fields.finish()
  return { oid, critical: critical ? booleanOf(critical) : false, value }
}

/** Reads Extensions; none may stand twice (RFC 5280 §4.2). Below `parseDer` only. */
export const readExtensions = (
  element: DerElement,
  tag: number = tags.sequence,
): ReadonlyMap<string, Extension> => {
  const list = elementsOf(element, tag).map(readExtension)
  const extensions = new Map(list.map((extension) => [extension.oid, extension]))
  return extensions.size === list.length ? extensions : malformed()
}

const readBasicConstraints = (value: DerElement): Pick<CertificateExtensions, 'isCa' | 'pathLength'> => {
  const fields = fieldsOf(insideOf(value))
  const isCa = fields.maybe(tags.boolean)
  const pathLength = fields.maybe(tags.integer)
  fields.finish()
  return {
    isCa: isCa ? booleanOf(isCa) : false,
    ...(pathLength ? { pathLength: smallIntegerOf(pathLength) } : {}),
  }
}

const readKeyUsage = (value: DerElement): ReadonlySet<KeyUsage> =>
  new Set(namedBitsOf(insideOf(value)).flatMap((bit) => keyUsages[bit] ?? []))

const readExtendedKeyUsage = ({ critical, value }: Extension): ExtendedKeyUsage => ({
  critical,
  purposes: new Set(elementsOf(insideOf(value)).map(oidOf)),
})

const readAuthorityKeyId = (value: DerElement): Pick<CertificateExtensions, 'authorityKeyId'> => {
  const id = fieldsOf(insideOf(value)).maybe(primitive(0))
  return id ? { authorityKeyId: contentOf(id).toString('hex') } : {}
}

// RFC 5280 §4.2.2.1: only the responders' addresses are of use here.
const readOcspUrls = (value: DerElement): string[] =>
  elementsOf(insideOf(value)).flatMap((element) => {
    const fields = fieldsOf(element)
    const isOcsp = oidOf(fields.take()) === '1.3.6.1.5.5.7.48.1'
    const location = fields.take()
    return isOcsp ? webAddressesOf([location]) : []
  })

/** The addresses in a DistributionPointName, if it has any: [0] { fullName [0] GeneralNames }. */
export const readDistributionPointName = (element: DerElement): string[] => {
  const name = only(element, constructed(0))
  return name.tag === constructed(0) ? webAddressesOf(elementsOf(name, constructed(0))) : []
}

const readCrlUrls = (value: DerElement): string[] =>
  elementsOf(insideOf(value)).flatMap((point) => {
    const name = fieldsOf(point).maybe(constructed(0))
    return name ? readDistributionPointName(name) : []
  })

/**
 * Certificate policies may be critical and still ask nothing of us: every policy is acceptable (RFC 5280 §6.1.1).
 * Name constraints, policy constraints and the like are not processed, so critical ones make the path fail.
 */
const processed: readonly string[] = ['2.5.29.15', '2.5.29.17', '2.5.29.19', '2.5.29.32', '2.5.29.37']

/** Sorts out what the extensions of a certificate say. Below `parseDer` only. */
export const readCertificateExtensions = (
  extensions: ReadonlyMap<string, Extension>,
): CertificateExtensions => {
  const find = (oid: string) => extensions.get(oid)?.value
  const [basic, usage, subjectKeyId, authorityKeyId] = ['19', '15', '14', '35'].map((arc) =>
    find(`2.5.29.${arc}`),
  )
  const extended = extensions.get('2.5.29.37')
  const [access, points] = [find('1.3.6.1.5.5.7.1.1'), find('2.5.29.31')]
  return {
    ...(basic ? readBasicConstraints(basic) : { isCa: false }),
    ...(usage ? { keyUsage: readKeyUsage(usage) } : {}),
    ...(extended ? { extendedKeyUsage: readExtendedKeyUsage(extended) } : {}),
    unknownCriticalExtensions: [...extensions.values()]
      .filter(({ critical, oid }) => critical && !processed.includes(oid))
      .map(({ oid }) => oid),
    ocspUrls: access ? readOcspUrls(access) : [],
    crlUrls: points ? readCrlUrls(points) : [],
    ...(subjectKeyId ? { subjectKeyId: contentOf(insideOf(subjectKeyId)).toString('hex') } : {}),
    ...(authorityKeyId ? readAuthorityKeyId(authorityKeyId) : {}),
  }
}
