import type { PlainDate } from '../shared/dates.ts'
import type { SchoolYear } from '../shared/school-year.ts'

/** A file by its content: SHA-256 in lower-case hexadecimal, and its size in bytes. */
export interface FileReference {
  readonly sha256: string
  readonly size: number
}

/** Whose book of which year (định danh): the same in every version. Lookup codes stand as keys (`lookup-key.ts`). */
export interface YearIdentity {
  readonly schoolCode: string
  readonly schoolName: string
  readonly bookKey: string
  readonly yearKey: string
  readonly schoolYear: SchoolYear
  readonly studentCode: string
}

/** One version of a book's year as it was accepted, with its files. */
export interface RegisteredVersion {
  readonly version: number
  /** The proven time of the school's seal. */
  readonly issuedAt: Date
  readonly expectedEffectiveDate: PlainDate
  /** Why there is a version after the first. */
  readonly reason?: string
  readonly xml: FileReference
  readonly pdf?: FileReference
}

/** What can be done to a book: tiếp nhận, báo cáo thay thế, thu hồi. */
export type ActKind = 'accept' | 'replace' | 'revoke'

/** One act on one version, as it happened; acts are only ever added. */
export interface RegistryAct {
  readonly kind: ActKind
  /** The version it is about: the one that came, or the one that is revoked. */
  readonly version: number
  readonly at: Date
  /** Who acted, by staff code or by the name of the office or program. */
  readonly by: string
  /** Why; always there for `replace` and `revoke`. */
  readonly reason?: string
  readonly decisionNumber?: string
}

/** Học bạ của một năm học trong CSDL học bạ: its versions and the whole history of acts on them, oldest first. */
export interface RegisteredYear {
  readonly identity: YearIdentity
  readonly versions: readonly RegisteredVersion[]
  readonly acts: readonly RegistryAct[]
}

/** What one act adds to the registry: all of it or nothing. */
export interface RegistryEntry {
  readonly identity: YearIdentity
  /** How many acts the history had on which this was decided. */
  readonly after: number
  /** The version that comes with `accept` and `replace`. */
  readonly version?: RegisteredVersion
  readonly act: RegistryAct
}
