import type { StudentProfile, StudentYear, YearBeforeReason } from '../../../records/index.ts'
import { textLimits } from '../../../shared/limits.ts'
import { refuseInput } from './set-up-rows.ts'
import {
  readBirthDate,
  readCitizenIdOrNull,
  readDayOrNull,
  readStudentCode,
  readText,
  readTextOrNull,
} from './typed-values.ts'

export interface TypedRelative {
  readonly fullName: string
  readonly occupation: string | null
}

/** Sơ yếu lí lịch as somebody typed it. */
export interface TypedProfile {
  readonly citizenId: string | null
  readonly foreignPaper: string | null
  readonly registerNumber: string | null
  readonly fullName: string
  readonly gender: 'male' | 'female'
  readonly birthDate: string
  readonly ethnicity: string
  readonly nationality: string
  readonly birthPlace: string
  readonly hometown: string | null
  readonly address: string
  readonly policyGroup: string | null
  readonly father: TypedRelative | null
  readonly mother: TypedRelative | null
  readonly guardian: TypedRelative | null
  readonly entryDate: string | null
  readonly yearBefore: YearBeforeReason | null
  readonly individualPlan: boolean
}

interface Present {
  readonly [key: string]: unknown
}

/** What is null was left empty: an absent key of the record. */
const withoutNulls = (values: Present): Present =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined))

const readRelative = (field: string, typed: TypedRelative | null): object | null => {
  if (typed === null) return null
  const fullName = readTextOrNull(`Họ tên ${field}`, typed.fullName, textLimits.name)
  const occupation = readTextOrNull(`Nghề nghiệp ${field}`, typed.occupation, textLimits.name)
  if (fullName === null && occupation === null) return null
  if (fullName === null)
    throw refuseInput(`Mục 'Họ tên ${field}' còn trống → điền họ tên, hoặc xóa nghề nghiệp.`)
  return withoutNulls({ fullName, occupation })
}

const readProfile = (studentCode: string, typed: TypedProfile): StudentProfile => {
  const { name, short, phrase } = textLimits
  const citizenId = readCitizenIdOrNull('Số định danh cá nhân', typed.citizenId)
  const profile = {
    studentCode,
    citizenId,
    foreignPaper: readTextOrNull('Giấy tờ của người nước ngoài', typed.foreignPaper, short),
    registerNumber: readTextOrNull('Số đăng bộ', typed.registerNumber, short),
    fullName: readText('Họ và tên', typed.fullName, name),
    gender: typed.gender,
    birthDate: readBirthDate('Ngày sinh', typed.birthDate),
    ethnicity: readText('Dân tộc', typed.ethnicity, short),
    nationality: readText('Quốc tịch', typed.nationality, short),
    birthPlace: readText('Nơi sinh', typed.birthPlace, phrase),
    hometown: readTextOrNull('Quê quán', typed.hometown, phrase),
    address: readText('Chỗ ở hiện nay', typed.address, phrase),
    policyGroup: readTextOrNull('Diện chính sách', typed.policyGroup, phrase),
    father: readRelative('cha', typed.father),
    mother: readRelative('mẹ', typed.mother),
    guardian: readRelative('người giám hộ', typed.guardian),
  }
  return withoutNulls(profile) as unknown as StudentProfile
}

/** The pupil's year as the record keeps it, without marks. A new code is one of ten digits, as in the workbook. */
export const readTypedStudent = (
  {
    classId,
    studentCode,
    isNew,
  }: { readonly classId: string; readonly studentCode: string; readonly isNew: boolean },
  typed: TypedProfile,
): StudentYear => {
  const code = isNew ? readStudentCode('Mã học sinh', studentCode) : studentCode
  return withoutNulls({
    profile: readProfile(code, typed),
    classId,
    entryDate: readDayOrNull('Ngày vào trường', typed.entryDate),
    yearBefore: typed.yearBefore,
    individualPlan: typed.individualPlan ? true : null,
    history: [],
    subjects: [],
    homeroom: {},
  }) as unknown as StudentYear
}
