import { createHash } from 'node:crypto'
import { sha256Base64 } from '../crypto/digest.ts'
import type { XmlFault } from '../crypto/xml-cursor.ts'
import type { Span } from './codec/field.ts'
import { readElement, refuseContent } from './element.ts'
import { canonicalElement, namespaceDeclaration } from './frame.ts'
import type { YearReport } from './report.ts'
import type { BookVersion } from './version.ts'
import { bookVersions, currentVersion } from './versions.ts'

/** What signatures point to: parts by their Ids. */
export interface SignedData {
  /** SHA-256 (base64) of the canonical form of the part with this Id; undefined when there is no such part. */
  digestOf(id: string): string | undefined
}

/** DuLieu: a report in canonical form, with the digest of every part that a signature can point to. */
export interface BookData extends SignedData {
  readonly version: BookVersion
  readonly report: YearReport
  /** The DuLieu element as it stands in the file. */
  readonly text: string
}

/** The largest part is digested from the bytes of the file as they are, without another copy of the text. */
const digestOfWhole = (bytes: Uint8Array, version: BookVersion): string => {
  const nameEnd = '<DuLieu'.length
  return createHash('sha256')
    .update(bytes.subarray(0, nameEnd))
    .update(namespaceDeclaration(version))
    .update(bytes.subarray(nameEnd))
    .digest('base64')
}

/** Joins a text to its spans; each digest is computed once, when first asked for. */
export const dataFrom = (
  version: BookVersion,
  report: YearReport,
  text: string,
  spans: ReadonlyMap<string, Span>,
  bytes: () => Uint8Array = () => Buffer.from(text, 'utf8'),
): BookData => {
  const digests = new Map<string, string>()
  const digestOf = (id: string): string | undefined => {
    const known = digests.get(id)
    const span = spans.get(id)
    if (known !== undefined || span === undefined) return known
    const isWhole = span.start === 0 && span.end === text.length
    const digest = isWhole
      ? digestOfWhole(bytes(), version)
      : sha256Base64(canonicalElement(text.slice(span.start, span.end), version))
    digests.set(id, digest)
    return digest
  }
  return { version, report, text, digestOf }
}

/**
 * Writes a report in canonical form. What is written is read back at once, so that nothing is ever signed that a
 * reader would refuse (control characters, over-long text): such a report is refused by name.
 */
export const writeData = (report: YearReport, version: BookVersion = currentVersion): BookData => {
  const text = version.report.write(report)
  const read = readElement(version.report, text)
  if ('fault' in read) throw refuseContent(report.identity, text, read.fault)
  return dataFrom(version, read.element, text, read.spans)
}

export type DataReading = { readonly data: BookData } | { readonly fault: XmlFault }

/** Reads a DuLieu element that was kept by itself, as strictly as in its file; its structure is the one it names. */
export const readData = (text: string): DataReading => {
  const named = bookVersions.find(({ name }) => text.includes(`<CauTruc>${name}</CauTruc>`))
  const version = named ?? currentVersion
  const read = readElement(version.report, text)
  return 'fault' in read ? read : { data: dataFrom(version, read.element, text, read.spans) }
}
