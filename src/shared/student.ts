import type { PartialDate, PlainDate } from './dates.ts'
import type { SchoolYear } from './school-year.ts'

/** Sơ yếu lí lịch: what the cover says of a pupil. */
export interface StudentProfile {
  /** Mã định danh Bộ GD&ĐT: 10 digits. */
  readonly studentCode: string
  /** Số định danh cá nhân; foreigners may have none and show `foreignPaper`. */
  readonly citizenId?: string
  readonly foreignPaper?: string
  readonly registerNumber?: string
  readonly fullName: string
  readonly gender: 'male' | 'female'
  readonly birthDate: PartialDate
  /** Dân tộc and quốc tịch, by name as the form prints them. */
  readonly ethnicity: string
  readonly nationality: string
  readonly birthPlace: string
  readonly hometown?: string
  readonly address: string
  readonly policyGroup?: string
  readonly father?: Relative
  readonly mother?: Relative
  readonly guardian?: Relative
}

export interface Relative {
  readonly fullName: string
  readonly occupation?: string
}

/** One row of quá trình học tập: a year spent at a school before this one. */
export interface SchoolingHistoryRow {
  readonly schoolYear: SchoolYear
  readonly className: string
  readonly schoolCode?: string
  readonly schoolName: string
  readonly registerNumber?: string
  readonly entryDate?: PlainDate
}

/** Why no digital book of the year before is linked: it is the first year, it is on paper, or another system has it. */
export const yearBeforeReasons = ['first', 'paper', 'other-system'] as const
export type YearBeforeReason = (typeof yearBeforeReasons)[number]

/** Chứng chỉ: a certificate and its grade. */
export interface StudyCertificate {
  readonly name: string
  readonly grade?: string
}

/** The order that lets someone sign in another's place: its number and why. */
export interface SubstitutionOrder {
  readonly decisionNumber: string
  readonly reason: string
}
