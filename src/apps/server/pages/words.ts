import type { SignerRole } from '../../../bookfile/index.ts'
import type { Check, CheckName, LookupVerdict } from '../../../lookup/index.ts'
import type { RegistryStatus } from '../../../registry/index.ts'
import type { Award, Rating, YearResult } from '../../../shared/ratings.ts'
import type { VerdictWord } from '../../../verification/index.ts'

/** A verdict in a clerk's words, and what it means for whoever holds the document. */
export interface VerdictWords {
  readonly title: string
  readonly meaning: string
}

/** A check by its name, with the sentence for each outcome. */
export type CheckWords = { readonly title: string } & Readonly<Record<Check['outcome'], string>>

/** Everything that the pages say, in one language. What a book says stays as it was written. */
export interface Words {
  readonly language: 'vi' | 'en'
  readonly other: { readonly name: string; readonly label: string }
  readonly site: string
  readonly siteNote: string
  readonly skip: string
  readonly demonstration: string
  readonly home: {
    readonly title: string
    readonly lead: string
    readonly byCode: string
    readonly byFile: string
    readonly code: string
    readonly codeHint: string
    readonly optional: string
    readonly datumHint: string
    readonly birthDate: string
    readonly birthDateHint: string
    readonly lastFour: string
    readonly lastFourHint: string
    readonly lookUp: string
    readonly camera: string
    readonly photo: string
    readonly photoLabel: string
    readonly file: string
    readonly fileHint: string
    readonly verify: string
    readonly dropHere: string
    readonly samples: string
    readonly samplesHint: string
    readonly sampleOpen: string
    readonly sample: string
    readonly how: string
    readonly howText: readonly string[]
    readonly close: string
    readonly scanner: string
  }
  readonly script: Readonly<
    Record<'reading' | 'noCode' | 'noCamera' | 'checking' | 'tooLarge' | 'dropHere', string>
  >
  readonly verdicts: Readonly<Record<LookupVerdict, VerdictWords>>
  readonly checks: Readonly<Record<CheckName, CheckWords>>
  readonly outcomes: Readonly<Record<Check['outcome'], string>>
  readonly statuses: Readonly<Record<RegistryStatus, string>>
  readonly roles: Readonly<Record<SignerRole, string>>
  readonly noRole: string
  readonly signatureVerdicts: Readonly<Record<VerdictWord, string>>
  readonly result: {
    readonly checkedAt: (time: string, day: string) => string
    readonly bookOf: string
    readonly school: string
    readonly schoolYear: string
    readonly version: string
    readonly issued: string
    readonly effective: string
    readonly expected: string
    readonly checks: string
    readonly signatures: string
    readonly signer: string
    readonly role: string
    readonly cover: string
    readonly signedAt: string
    readonly serial: string
    readonly state: string
    readonly history: string
    readonly since: string
    readonly open: string
    readonly openHint: string
    readonly openButton: string
    readonly files: string
    readonly xml: string
    readonly pdf: string
    readonly filesHint: string
    readonly again: string
    readonly address: string
    readonly years: string
    readonly ownContent: string
    readonly newer: (version: number) => string
    readonly print: string
  }
  readonly record: {
    readonly title: string
    readonly student: string
    readonly birthDate: string
    readonly gender: string
    readonly genders: Readonly<Record<'male' | 'female', string>>
    readonly className: string
    readonly code: string
    readonly subjects: string
    readonly subject: string
    readonly term1: string
    readonly term2: string
    readonly year: string
    readonly reassessed: string
    readonly level: string
    readonly score: string
    readonly comment: string
    readonly teacher: string
    readonly exempt: string
    readonly practiceExempt: string
    readonly values: Readonly<Record<'pass' | 'not-pass', string>>
    readonly levels: Readonly<Record<'T' | 'H' | 'C', string>>
    readonly traitLevels: Readonly<Record<'T' | 'Đ' | 'C', string>>
    readonly ratings: Readonly<Record<Rating, string>>
    readonly yearResults: Readonly<Record<YearResult, string>>
    readonly awards: Readonly<Record<Award, string>>
    readonly results: string
    readonly learning: string
    readonly conduct: string
    readonly afterSummer: string
    readonly qualities: string
    readonly competences: string
    readonly absences: string
    readonly absencesText: (excused: number, unexcused: number) => string
    readonly decision: string
    readonly promoted: (grade: number) => string
    readonly finished: (grade: number) => string
    readonly retained: (grade: number) => string
    readonly yearResult: string
    readonly award: string
    readonly homeroomComment: string
    readonly homeroomTeacher: string
    readonly approver: string
  }
  readonly problems: {
    readonly notFound: VerdictWords
    readonly noCode: VerdictWords
    readonly noFile: VerdictWords
    readonly badDate: VerdictWords
    readonly halfDatum: VerdictWords
    readonly tooMany: VerdictWords
    readonly tooLarge: VerdictWords
    readonly notBook: string
    readonly other: VerdictWords
    readonly retry: (seconds: number) => string
    readonly instance: string
  }
  readonly footer: string
  /** The link to the school's own pages. */
  readonly school: string
  readonly api: string
}
