import type { BookFile } from '../bookfile/index.ts'
import { sha256Hex } from '../crypto/digest.ts'
import { Refusal } from '../shared/refusal.ts'
import { findingKinds, openBook, type Finding, type Verification } from '../verification/index.ts'
import { lookupKey } from './lookup-key.ts'
import type { FileReference, RegisteredVersion, YearIdentity } from './registered-year.ts'

/** The files of one issued book as a school reports them. */
export interface ReportedFiles {
  readonly xml: Uint8Array
  /** The official page, where one was issued. */
  readonly pdf?: Uint8Array
}

/** What is verified before a book is accepted. */
export interface Inspected extends ReportedFiles {
  readonly book: BookFile
  /** What was noticed when the file was opened; belongs into the verification's context. */
  readonly notes: readonly Finding[]
}

/** Verifies a reported book as any stranger would; the place that runs the registry brings its own trust. */
export type InspectReport = (reported: Inspected) => Verification | Promise<Verification>

/** Báo cáo học bạ số: a book that passed verification, ready to be accepted. Made by `examine` alone. */
export interface Submission {
  readonly identity: YearIdentity
  readonly version: RegisteredVersion
  readonly verification: Verification
}

const referTo = (bytes: Uint8Array): FileReference => ({ sha256: sha256Hex(bytes), size: bytes.length })

/** Reads and verifies reported files. Refused, with the reasons, unless the verdict is `passed`. */
export const examine = async ({ xml, pdf }: ReportedFiles, inspect: InspectReport): Promise<Submission> => {
  const opened = await openBook(xml)
  if ('findings' in opened) throw refuseBook('Tệp gửi đến', opened.findings)
  const files = pdf === undefined ? { xml } : { xml, pdf }
  const verification = await inspect({ ...files, ...opened })
  const { cover, identity, version } = opened.book.data.report
  const issuedAt = verification.record?.issuedAt
  if (verification.verdict !== 'passed' || issuedAt === undefined || issuedAt === null)
    throw refuseBook(`Học bạ của ${identity.fullName} (${identity.studentCode})`, verification.findings)
  return {
    identity: {
      schoolCode: identity.schoolCode,
      schoolName: identity.schoolName,
      bookKey: lookupKey(cover.bookLookupCode),
      yearKey: lookupKey(identity.yearLookupCode),
      schoolYear: identity.schoolYear,
      studentCode: identity.studentCode,
    },
    version: {
      version: version.number,
      issuedAt: new Date(issuedAt),
      expectedEffectiveDate: version.expectedEffectiveDate,
      ...(version.reason === undefined ? {} : { reason: version.reason }),
      xml: referTo(xml),
      ...(pdf === undefined ? {} : { pdf: referTo(pdf) }),
    },
    verification,
  }
}

const refuseBook = (whose: string, findings: readonly Finding[]): Refusal => {
  const reasons = findings
    .filter(({ code }) => findingKinds[code].effect !== 'informs')
    .slice(0, 3)
    .map(({ text, at }) => `${text} (${at})`)
  return new Refusal(
    'book-not-accepted',
    `${whose} không qua được bước xác thực nên chưa được tiếp nhận: ${reasons.join('; ')}.`,
  )
}
