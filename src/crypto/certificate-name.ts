import { elementsOf, fieldsOf, oidOf, rawOf, tags, textOf, contentOf, type DerElement } from './der.ts'

/**
 * A distinguished name (RFC 5280 §4.1.2.4), as it is shown and as it is asked for. An attribute that should stand
 * once but stands twice is left out: nobody is identified by an ambiguous name.
 */
export interface DistinguishedName {
  /** RFC 4514, last part first: 'CN=Nguyễn Văn A,O=…,C=VN'. */
  readonly text: string
  readonly commonName?: string
  /** UID, 0.9.2342.19200300.100.1.1. */
  readonly userId?: string
  readonly organization?: string
  readonly organizationalUnits: readonly string[]
  /** 2.5.4.97 (ETSI EN 319 412-1 §5.1.4). */
  readonly organizationIdentifier?: string
}

interface NameAttribute {
  readonly oid: string
  readonly value: string
}

const shortNames: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
}

const readableTags: readonly number[] = [tags.utf8, tags.ia5, 0x12, 0x13, 0x14, 0x1a, 0x1e]

const readAttribute = (element: DerElement): NameAttribute => {
  const fields = fieldsOf(element)
  const oid = oidOf(fields.take())
  const value = fields.take()
  fields.finish()
  if (readableTags.includes(value.tag)) return { oid, value: textOf(value) }
  return { oid, value: `#${rawOf(value).toString('hex')}` }
}

// RFC 4514 §2.4; control characters are escaped as well, so that a name never breaks a line of a report.
const escapeValue = (value: string): string =>
  value
    .replace(/[,+"\\<>;]/g, '\\$&')
    .replace(/\p{Cc}/gu, (character) => `\\${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replace(/^[ #]/, '\\$&')
    .replace(/ $/, '\\ ')

const attributeText = ({ oid, value }: NameAttribute): string =>
  `${shortNames[oid] ?? oid}=${escapeValue(value)}`

const nameText = (relativeNames: readonly (readonly NameAttribute[])[]): string =>
  relativeNames
    .toReversed()
    .map((attributes) => attributes.map(attributeText).join('+'))
    .join(',')

/** Reads a Name. Below `parseDer` only. */
export const readName = (element: DerElement): DistinguishedName => {
  const relativeNames = elementsOf(element).map((set) => elementsOf(set, tags.set).map(readAttribute))
  const attributes = relativeNames.flat()
  const valuesOf = (oid: string) =>
    attributes.filter((attribute) => attribute.oid === oid).map(({ value }) => value)
  const single = <Field extends string>(field: Field, oid: string) => {
    const [value, ...more] = valuesOf(oid)
    return (value === undefined || more.length > 0 ? {} : { [field]: value }) as Partial<
      Record<Field, string>
    >
  }
  return {
    text: nameText(relativeNames),
    ...single('commonName', '2.5.4.3'),
    ...single('userId', '0.9.2342.19200300.100.1.1'),
    ...single('organization', '2.5.4.10'),
    organizationalUnits: valuesOf('2.5.4.11'),
    ...single('organizationIdentifier', '2.5.4.97'),
  }
}

/** The addresses among GeneralNames that can be fetched: http and https URIs. */
export const webAddressesOf = (generalNames: readonly DerElement[]): string[] =>
  generalNames
    .filter(({ tag }) => tag === 0x86)
    .map((name) => contentOf(name).toString('latin1'))
    .filter((address) => /^https?:\/\/[\x21-\x7e]{1,2000}$/i.test(address))
