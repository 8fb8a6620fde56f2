import type { YearReport } from '../bookfile/index.ts'
import type { FoundVersion, FoundYear, RegistryStatus } from '../registry/index.ts'
import type { SignatureReport, Verification } from '../verification/index.ts'
import type { LookupFinding } from './registry-findings.ts'

/**
 * The first line of an answer, in a clerk's words: genuine and in force, genuine but replaced, genuine but revoked, not
 * genuine, could not check. `unregistered` is a file that is genuine in itself while this registry does not know it.
 */
export type LookupVerdict =
  'in-force' | 'replaced' | 'revoked' | 'unregistered' | 'not-genuine' | 'not-checked'

/** What is checked, in the order in which people read it. */
export const checkNames = [
  'format',
  'content-rules',
  'teachers-signatures',
  'principal-signature',
  'school-seal',
  'signing-time',
  'certificate-status',
  'page-signature',
  'page-agreement',
  'registry-status',
] as const
export type CheckName = (typeof checkNames)[number]

/** One check by name; `not-done` says that it was not tried at all (no page in the answer, say). */
export interface Check {
  readonly name: CheckName
  readonly outcome: 'passed' | 'failed' | 'indeterminate' | 'not-done'
  readonly findings: readonly LookupFinding[]
}

/** What anybody who holds a code may see: nothing that tells the pupil from another one. */
export interface MaskedYear {
  readonly verdict: LookupVerdict
  /** "N. T. T. D.": initials only. */
  readonly maskedName: string
  readonly schoolName: string
  readonly schoolYear: string
  readonly version: number
  /** Every version known, newest first, with its status and, where there is one, the reason class and date. */
  readonly history: readonly {
    readonly version: number
    readonly status: RegistryStatus
    readonly at: Date
  }[]
  readonly checks: readonly Check[]
}

/** One year opened with the second datum: the newest version, what was checked, what it says. */
export interface OpenedYear {
  readonly verdict: LookupVerdict
  readonly found: FoundYear
  readonly shown: FoundVersion
  readonly report: YearReport
  readonly verification: Verification
  readonly checks: readonly Check[]
  readonly signatures: readonly SignatureReport[]
}

/** The answer to a code; `not-found` for a wrong code and for a wrong datum alike. */
export type CodeAnswer =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'masked'; readonly years: readonly MaskedYear[] }
  | { readonly kind: 'opened'; readonly years: readonly OpenedYear[] }

/** The answer to a file that somebody brings: its own content, never the registry's. */
export interface FileAnswer {
  readonly kind: 'file'
  readonly format: 'xml' | 'pdf' | 'unknown'
  readonly verdict: LookupVerdict
  readonly checks: readonly Check[]
  readonly signatures: readonly SignatureReport[]
  readonly findings: readonly LookupFinding[]
  /**
   * Undefined when the file could not be read as a book, when it is not genuine (of a broken file nothing may look
   * trustworthy), and for a page compiled over several years, which has `years`.
   */
  readonly report?: YearReport
  /** Where the registry knows the version: its status, and the version that took its place. */
  readonly status?: RegistryStatus
  readonly newestVersion?: number
  /** Of a page compiled over several years that is not refuted: each year by itself, in the order of the page. */
  readonly years?: readonly FileYear[]
}

/** One year inside a file that somebody brings. */
export interface FileYear {
  readonly verdict: LookupVerdict
  readonly report: YearReport
  readonly status?: RegistryStatus
  readonly newestVersion?: number
}

/** The second datum (dữ liệu thứ hai) that opens a record: birth date and the last four digits of the number. */
export interface SecondDatum {
  /** ISO date. */
  readonly birthDate: string
  readonly lastFourDigits: string
}
