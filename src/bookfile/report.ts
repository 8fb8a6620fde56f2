import type { AdministrativeUnit } from '../shared/bodies.ts'
import type { PartialDate, PlainDate } from '../shared/dates.ts'
import type { EducationLevel, Grade } from '../shared/education-level.ts'
import type { LookupCode } from '../shared/ids.ts'
import type {
  Award,
  Circular,
  CommentResult,
  Rating,
  SubjectLevel,
  TraitLevel,
  YearResult,
} from '../shared/ratings.ts'
import type { SchoolYear } from '../shared/school-year.ts'
import type {
  SchoolingHistoryRow,
  StudentProfile,
  StudyCertificate,
  SubstitutionOrder,
  YearBeforeReason,
} from '../shared/student.ts'
import type { SubjectCode } from '../shared/subjects.ts'
import type { CompetenceCode, QualityCode } from '../shared/traits.ts'

/**
 * Học bạ của một năm học: what one sealed file says of one pupil and one school year, whatever the file's version.
 * Each part is signed by those who answer for it (see `coverage.ts`).
 */
export interface YearReport {
  readonly cover: Cover
  readonly identity: ReportIdentity
  readonly version: ReportVersion
  /** In the order of the official form. */
  readonly subjects: readonly SubjectResult[]
  readonly summary: YearSummary
}

/** Bìa: the book's identity, profile and schooling history; nothing that changes with a version or a class. */
export interface Cover {
  readonly bookLookupCode: LookupCode
  readonly level: EducationLevel
  /** Present in everything made with demonstration keys: a book without legal value. */
  readonly demonstration?: string
  readonly school: IssuingSchool
  /** Who signs and closes the cover. */
  readonly approver: ApprovingSignatory
  readonly student: StudentProfile
  /** The years before this one. */
  readonly history: readonly SchoolingHistoryRow[]
}

export interface IssuingSchool {
  readonly code: string
  readonly name: string
  readonly ward: AdministrativeUnit
  readonly district?: AdministrativeUnit
  readonly province: AdministrativeUnit
}

/** Định danh: which pupil, school, year and class; covered by every teacher's signature. */
export interface ReportIdentity {
  readonly bookLookupCode: LookupCode
  readonly yearLookupCode: LookupCode
  readonly demonstration?: string
  readonly studentCode: string
  readonly citizenId?: string
  readonly fullName: string
  readonly birthDate: PartialDate
  readonly schoolCode: string
  readonly schoolName: string
  readonly schoolYear: SchoolYear
  readonly grade: Grade
  readonly classId: string
  readonly className: string
  readonly entryDate?: PlainDate
}

/** Phiên bản: which version this is, by which rules, and how it hangs together with what came before. */
export interface ReportVersion {
  /** The version of the file's structure, e.g. 'hocba-1'. */
  readonly structure: string
  readonly number: number
  /** Why there is a version after the first. */
  readonly reason?: string
  readonly circular: Circular
  readonly ruleSet: string
  readonly article9_3?: 'mask' | 'replace'
  readonly source: 'digital' | 'digitised'
  readonly amendments: readonly Amendment[]
  readonly yearBefore: YearBefore
  /** When the book is expected to take effect: the lock date of the pupil's group. */
  readonly expectedEffectiveDate: PlainDate
}

/** One correction of one subject since version 1. */
export interface Amendment {
  readonly subject: SubjectCode
  /** The subject's LanSua that this correction led to: 1, 2, … */
  readonly revision: number
  readonly reason: string
  readonly decisionNumber: string
  readonly decidedOn: PlainDate
}

/** The link to the year before: the digest of its DuLieu in the version then in force, or why there is none. */
export interface YearBefore {
  readonly digest?: string
  readonly version?: number
  readonly absent?: YearBeforeReason
}

/** A person who signs, as the record names them. */
export interface Signatory {
  readonly staffCode: string
  readonly fullName: string
  /** SHA-256 (hex) of the year's lookup code, a colon and the person's citizenId: links to the certificate. */
  readonly identityDigest: string
}

/** Someone who signs in another's place, with the order that allows it. */
export interface Substitute extends Signatory, SubstitutionOrder {}

/** Môn học: one subject's results and who answers for them. */
export interface SubjectResult {
  readonly code: SubjectCode
  readonly sectorCode: string
  readonly name: string
  readonly assessedBy: 'mark' | 'comment' | 'level'
  readonly periodsPerYear?: number
  /** 'subject': left out (TT 22/2021 Điều 11); 'practice': excused from the practical part (Điều 10). */
  readonly exemption?: 'subject' | 'practice'
  readonly term1?: SubjectValue
  readonly term2?: SubjectValue
  readonly year?: SubjectValue
  readonly reassessed?: SubjectValue
  readonly level?: SubjectLevel
  readonly finalScore?: number
  readonly comment?: string
  readonly teacher: Signatory
  /** Who signs because the teacher has left. */
  readonly substitute?: Substitute
  /** LanSua: how often this subject was corrected after issue. */
  readonly revision: number
}

/** An average with one decimal ('8.0') or a comment result. */
export type SubjectValue = CommentResult | (string & {})

/** Tổng kết: what the homeroom teacher answers for and the principal approves. */
export interface YearSummary {
  readonly excusedAbsences?: number
  readonly unexcusedAbsences?: number
  readonly individualPlan?: boolean
  readonly conduct?: ConductResult
  readonly learning?: LearningResult
  readonly heightCm?: number
  readonly weightKg?: string
  readonly qualities: readonly TraitResult<QualityCode>[]
  readonly qualitiesComment?: string
  readonly competences: readonly TraitResult<CompetenceCode>[]
  readonly generalCompetencesComment?: string
  readonly specificCompetencesComment?: string
  readonly outstanding?: boolean
  readonly yearResult?: YearResult
  readonly principalDecision?: 'promoted' | 'retained'
  readonly decision: 'promoted' | 'retained'
  /** Hoàn thành chương trình lớp học; for the last grade of a level, also of the level. */
  readonly completion?: boolean
  readonly levelCompletion?: boolean
  readonly award?: Award
  readonly commendations: readonly string[]
  readonly certificates: readonly StudyCertificate[]
  readonly competitions: readonly string[]
  readonly comment?: string
  readonly summerComment?: string
  readonly homeroomTeacher: Signatory
  readonly approver: ApprovingSignatory
  readonly signingPlace: string
}

/** Who approves: the principal, or a vice-principal on behalf with the order that says so. */
export interface ApprovingSignatory extends Signatory {
  readonly post: 'principal' | 'vice-principal'
  readonly onBehalf?: SubstitutionOrder
}

export interface ConductResult {
  readonly term1?: Rating
  readonly term2?: Rating
  readonly year?: Rating
  readonly afterSummer?: Rating
}

export interface LearningResult {
  readonly term1?: Rating
  readonly term2?: Rating
  readonly year?: Rating
  /** Before the adjustment of TT 22/2021 Điều 9.3, and the subject that caused it. */
  readonly yearBeforeArticle9_3?: Rating
  readonly articleCulprit?: SubjectCode
  readonly afterReassessment?: Rating
}

export interface TraitResult<Code extends string> {
  readonly code: Code
  readonly level: TraitLevel
}
