import { createHash } from 'node:crypto'
import { sha256Base64 } from '../crypto/digest.ts'
import { readOrFault, type XmlFault } from '../crypto/xml-cursor.ts'
import { Refusal } from '../shared/refusal.ts'
import type { BookCursor, Span } from './codec/field.ts'
import { canonicalElement, namespaceDeclaration } from './frame.ts'
import type { YearReport } from './report.ts'
import { currentVersion } from './versions.ts'
import type { BookVersion } from './version.ts'

/** DuLieu: a report in canonical form, with the digest of every part that a signature can point to. */
export interface BookData {
  readonly version: BookVersion
  readonly report: YearReport
  /** The DuLieu element as it stands in the file. */
  readonly text: string
  /** SHA-256 (base64) of the canonical form of the part with this Id; undefined when there is no such part. */
  digestOf(id: string): string | undefined
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
  const cursor: BookCursor = { text, at: 0, spans: new Map() }
  const read = readOrFault(() => version.report.read(cursor))
  if ('fault' in read) throw refuseContent(report, text, read.fault)
  if (read.value === undefined || cursor.at !== text.length)
    throw new Error('a report must be read to its end')
  return dataFrom(version, read.value, text, cursor.spans)
}

const shownCharacters = 40

const refuseContent = ({ identity }: YearReport, text: string, { expected, at }: XmlFault): Refusal => {
  const element = /[A-Za-z0-9_]+$/.exec(text.slice(0, at).replace(/(?: Id="[^"]*")?>$/, ''))?.[0] ?? expected
  return new Refusal(
    'workbook-not-accepted',
    `Học bạ của ${identity.fullName} (${identity.studentCode}): phần tử ${element} có nội dung không ghi được vào tệp, ` +
      `«${text.slice(at, at + shownCharacters)}…». Hãy rút gọn hoặc gõ lại nội dung này.`,
  )
}
