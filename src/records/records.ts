import type { AdministrativeUnit } from '../shared/bodies.ts'
import type { PlainDate } from '../shared/dates.ts'
import type { EducationLevel, Grade } from '../shared/education-level.ts'
import type { CommentResult, Rating, SubjectLevel, TraitLevel } from '../shared/ratings.ts'
import type { SchoolYear } from '../shared/school-year.ts'
import type { SubjectCode } from '../shared/subjects.ts'
import type {
  SchoolingHistoryRow,
  StudentProfile,
  StudyCertificate,
  SubstitutionOrder,
  YearBeforeReason,
} from '../shared/student.ts'
import type { CompetenceCode, QualityCode } from '../shared/traits.ts'

export type {
  Relative,
  SchoolingHistoryRow,
  StudentProfile,
  StudyCertificate,
  SubstitutionOrder,
  YearBeforeReason,
} from '../shared/student.ts'

/** Everything one school writes down about one school year: what a workbook holds. */
export interface SchoolYearRecords {
  readonly school: School
  readonly schoolYear: SchoolYear
  readonly staff: readonly StaffMember[]
  readonly classes: readonly SchoolClass[]
  readonly assignments: readonly TeachingAssignment[]
  readonly students: readonly StudentYear[]
  /** Corrections made after issue, in the order in which they were decided; each set makes the next version. */
  readonly amendments: readonly MarkAmendment[]
}

/** Cơ sở giáo dục. Codes are opaque strings of the sector database, at most 20 characters. */
export interface School {
  readonly code: string
  readonly name: string
  readonly level: EducationLevel
  readonly ward: AdministrativeUnit
  /** Only for years before 1 July 2025, when districts existed. */
  readonly district?: AdministrativeUnit
  readonly province: AdministrativeUnit
  /** Địa danh: the place printed before the date. */
  readonly signingPlace: string
  /** How the school reads TT 22/2021, Điều 9.3 (docs/law.md); 'mask' when it has not decided. */
  readonly article9_3?: 'mask' | 'replace'
  /** Staff code of the principal, or of the vice-principal who signs on behalf with the order that says so. */
  readonly approver: Approver
}

/** Who signs as head of the school this year. */
export interface Approver {
  readonly staffCode: string
  /** Present when a vice-principal signs on behalf (KT. HIỆU TRƯỞNG). */
  readonly onBehalf?: SubstitutionOrder
}

export type StaffPost =
  'principal' | 'vice-principal' | 'teacher' | 'clerk' | 'registrar' | 'accountant' | 'other'

export interface StaffMember {
  readonly staffCode: string
  readonly citizenId: string
  readonly fullName: string
  readonly birthDate?: PlainDate
  readonly post: StaffPost
  readonly subjectGroup?: string
  /** True for one who left the school before signing; the principal then signs in their place. */
  readonly left?: boolean
}

/** Lớp: 6A1 in one school year. */
export interface SchoolClass {
  readonly classId: string
  readonly name: string
  readonly grade: Grade
  /** Empty while nobody leads the class yet. */
  readonly homeroomTeacher: string
  /** Which language Ngoại ngữ 1 is here; printed on the form. */
  readonly foreignLanguage?: string
}

/** Phân công giảng dạy: who answers for one subject in one class, and how many periods a year the plan gives it. */
export interface TeachingAssignment {
  readonly classId: string
  readonly subject: SubjectCode
  /** The one responsible teacher, who signs. */
  readonly teacher: string
  /** Others who teach it too and have confirmed in the gradebook. */
  readonly otherTeachers?: readonly string[]
  readonly periodsPerYear: number
  /** Present when the principal signs because the teacher has left. */
  readonly principalSigns?: SubstitutionOrder
}

/** One pupil in one school year: profile, enrolment and all that was written down. */
export interface StudentYear {
  readonly profile: StudentProfile
  readonly history: readonly SchoolingHistoryRow[]
  readonly classId: string
  readonly entryDate?: PlainDate
  /** Mã tra cứu of the book and of this year's record; drawn at random on issue when absent. */
  readonly bookLookupCode?: string
  readonly yearLookupCode?: string
  /** Where the year before is recorded, when its digital book is not among what is issued here. */
  readonly yearBefore?: YearBeforeReason
  /** Assessed as a whole by an individual education plan (TT 22/2021, Điều 11; TT 27/2020, Điều 8). */
  readonly individualPlan?: boolean
  readonly subjects: readonly SubjectRecord[]
  readonly homeroom: HomeroomRecord
}

/** What a teacher wrote about one pupil in one subject. */
export type SubjectRecord = MarkedSubject | CommentedSubject | LeveledSubject

interface SubjectRecordBase {
  readonly subject: SubjectCode
  readonly comment?: string
  /** Left out by an individual education plan: no results at all (TT 22/2021, Điều 11). */
  readonly exempt?: boolean
  /** Excused from the practical part only (TT 22/2021, Điều 10); results as usual. */
  readonly practiceExempt?: boolean
}

/** A mark as a decimal string with a dot ('8.5'); 'absent' is a missed assessment without make-up; absent key: not entered. */
export type Mark = string

export interface MarkedSubject extends SubjectRecordBase {
  readonly kind: 'marked'
  readonly terms: { readonly 1?: MarkedTerm; readonly 2?: MarkedTerm }
  readonly reassessedMark?: Mark
}

/** Either the assessments of a term or, for a pupil who came from another school, its known average. */
export interface MarkedTerm {
  readonly regularMarks?: readonly (Mark | null)[]
  readonly midtermMark?: Mark
  readonly finalMark?: Mark
  /** The result of the study topics (cụm chuyên đề), grades 10-12. */
  readonly topicMark?: Mark
  readonly average?: Mark
}

export interface CommentedSubject extends SubjectRecordBase {
  readonly kind: 'commented'
  readonly terms: { readonly 1?: CommentedTerm; readonly 2?: CommentedTerm }
  readonly reassessedResult?: CommentResult
}

export interface CommentedTerm {
  readonly regularResults?: readonly (CommentResult | null)[]
  readonly midtermResult?: CommentResult | 'absent'
  readonly finalResult?: CommentResult | 'absent'
  readonly result?: CommentResult
}

/** Primary: the level at the year's end and, where the grade is tested, the score. */
export interface LeveledSubject extends SubjectRecordBase {
  readonly kind: 'leveled'
  readonly level?: SubjectLevel
  readonly finalScore?: number
}

/** What the homeroom teacher writes, and the few decisions that are the principal's. */
export interface HomeroomRecord {
  readonly absences?: { readonly excused: number; readonly unexcused: number }
  readonly comment?: string
  readonly principalDecision?: 'promoted' | 'retained'
  readonly commendations?: readonly string[]
  /** Secondary. */
  readonly conduct?: { readonly 1?: Rating; readonly 2?: Rating; readonly afterSummer?: Rating }
  readonly summerComment?: string
  readonly certificates?: readonly StudyCertificate[]
  readonly competitions?: readonly string[]
  /** Primary. */
  readonly heightCm?: number
  readonly weightKg?: string
  readonly qualities?: Partial<Record<QualityCode, TraitLevel>>
  readonly competences?: Partial<Record<CompetenceCode, TraitLevel>>
  readonly qualitiesComment?: string
  readonly generalCompetencesComment?: string
  readonly specificCompetencesComment?: string
  /** Recognised by the class as outstanding (TT 27/2020, Điều 13). */
  readonly outstanding?: boolean
}

/** Đính chính: one cell corrected after issue, by the principal's order. */
export interface MarkAmendment {
  readonly studentCode: string
  readonly subject: SubjectCode
  /** Which cell: 'terms.2.finalMark', 'terms.1.regularMarks.0', 'finalScore', 'level', 'comment' … */
  readonly field: string
  readonly oldValue: string
  readonly newValue: string
  readonly reason: string
  readonly decisionNumber: string
  readonly decidedOn: PlainDate
}
