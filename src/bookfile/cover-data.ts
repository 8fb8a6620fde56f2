import { sha256Base64 } from '../crypto/digest.ts'
import type { XmlFault } from '../crypto/xml-cursor.ts'
import type { SignedData } from './data.ts'
import { readElement, refuseContent } from './element.ts'
import { canonicalElement } from './frame.ts'
import type { Cover } from './report.ts'
import type { BookVersion } from './version.ts'
import { bookVersions, currentVersion } from './versions.ts'

/** Bia: a cover by itself in canonical form, byte for byte as it will stand in the year's file. */
export interface CoverData extends SignedData {
  readonly cover: Cover
  /** The Bia element as it stands in the file. */
  readonly text: string
  /** SHA-256 (base64) of its canonical form: what `digestOf('bia')` of the year's data will be. */
  readonly digest: string
}

export type CoverReading = { readonly data: CoverData } | { readonly fault: XmlFault }

const coverFrom = (cover: Cover, text: string, version: BookVersion): CoverData => {
  const digest = sha256Base64(canonicalElement(text, version))
  return { cover, text, digest, digestOf: (id) => (id === 'bia' ? digest : undefined) }
}

/** Writes a cover to be signed before there is a year; read back at once, refused by name like a report. */
export const writeCover = (cover: Cover, version: BookVersion = currentVersion): CoverData => {
  const text = version.cover.write(cover)
  const read = readElement(version.cover, text)
  if ('fault' in read) throw refuseContent(cover.student, text, read.fault)
  return coverFrom(read.element, text, version)
}

/** Reads a Bia element that was kept by itself. It does not name its structure: the newest that reads it is meant. */
export const readCover = (text: string): CoverReading => {
  const readings = bookVersions
    .toReversed()
    .map((version) => ({ version, ...readElement(version.cover, text) }))
  const [newest] = readings
  const read = readings.find((one) => 'element' in one)
  if (read !== undefined && 'element' in read) return { data: coverFrom(read.element, text, read.version) }
  return { fault: newest !== undefined && 'fault' in newest ? newest.fault : { at: 0, expected: 'Bia' } }
}
