import { isPartialDate, isPlainDate, type PartialDate, type PlainDate } from '../../shared/dates.ts'
import { opaqueCodePattern, staffCodePattern } from '../../shared/limits.ts'
import type { EducationLevel, Grade } from '../../shared/education-level.ts'
import type {
  Award,
  Circular,
  CommentResult,
  Rating,
  SubjectLevel,
  TraitLevel,
  YearResult,
} from '../../shared/ratings.ts'
import { isSchoolYear, type SchoolYear } from '../../shared/school-year.ts'
import type { YearBeforeReason } from '../../shared/student.ts'
import { isSubjectCode, type SubjectCode } from '../../shared/subjects.ts'
import { matching, type Spelling, wordOf } from '../codec/field.ts'

/* How values are spelled in hocba-1: the sector's codes and words (sector-data dictionary, QĐ 4998/QĐ-BGDĐT). */

const checked = <T extends string>(
  pattern: string,
  isValue: (text: string) => text is T & string,
): Spelling<T> => ({
  format: (value) => value,
  parse: (text) => (isValue(text) ? text : undefined),
  type: { kind: 'simple', pattern },
})

export const lookupCode = matching('[0-9a-f]{32}')
export const sha256Base64 = matching('[A-Za-z0-9+/]{43}=')
export const sha256Hex = matching('[0-9a-f]{64}')
export const citizenId = matching('[0-9]{12}')
/** Codes of schools, pupils and classes. */
export const sectorCode = matching(opaqueCodePattern)
/** Codes of staff, which stand in the Ids of signatures. */
export const staffCode = matching(staffCodePattern)
export const unitCode = matching('[0-9]{2,5}')
export const subjectNumber = matching('[0-9]{2,3}')
export const weight = matching('[0-9]{1,3}(\\.[0-9]{1,2})?')
export const structureName = matching('hocba-1')

export const date = checked<PlainDate>('[0-9]{4}-[0-9]{2}-[0-9]{2}', isPlainDate)
export const partialDate = checked<PartialDate>('[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?', isPartialDate)
export const schoolYear = checked<SchoolYear>('[0-9]{4}-[0-9]{4}', isSchoolYear)
export const subjectCode = checked<SubjectCode>('[A-Z0-9_]{3,20}', isSubjectCode)

export const level = wordOf<EducationLevel>({
  primary: '02',
  'lower-secondary': '03',
  'upper-secondary': '04',
})
export const gender = wordOf<'male' | 'female'>({ male: '1', female: '2' })
export const circular = wordOf<Circular>({ 'TT27/2020': 'TT27/2020', 'TT22/2021': 'TT22/2021' })
export const article9_3 = wordOf<'mask' | 'replace'>({ mask: 'BO_MON', replace: 'THAY_DIEM' })
export const source = wordOf<'digital' | 'digitised'>({ digital: 'SO', digitised: 'SO_HOA' })
export const yearBeforeReason = wordOf<YearBeforeReason>({
  first: 'NAM_DAU',
  paper: 'HOC_BA_GIAY',
  'other-system': 'HE_THONG_KHAC',
})
export const assessedBy = wordOf<'mark' | 'comment' | 'level'>({
  mark: 'DIEM_SO',
  comment: 'NHAN_XET',
  level: 'MUC_DAT_DUOC',
})
export const exemption = wordOf<'subject' | 'practice'>({ subject: 'MON_HOC', practice: 'THUC_HANH' })
export const rating = wordOf<Rating>({ good: 'T', fair: 'K', pass: 'Đ', 'not-pass': 'CĐ' })
export const subjectLevel = wordOf<SubjectLevel>({ T: 'T', H: 'H', C: 'C' })
export const traitLevel = wordOf<TraitLevel>({ T: 'T', Đ: 'Đ', C: 'C' })
export const yearResult = wordOf<YearResult>({
  excellent: 'HTXS',
  'well-completed': 'HTT',
  completed: 'HT',
  'not-completed': 'CHT',
})
export const award = wordOf<Award>({
  'excellent-student': 'HSXS',
  'distinguished-student': 'HSG',
  'exemplary-student': 'HSTB',
})
export const promotion = wordOf<'promoted' | 'retained'>({ promoted: '1', retained: '0' })
export const post = wordOf<'principal' | 'vice-principal'>({
  principal: 'HIEU_TRUONG',
  'vice-principal': 'PHO_HIEU_TRUONG',
})

/** A grade 1-12 in the sector's two digits. */
export const grade: Spelling<Grade> = {
  format: (value) => String(value).padStart(2, '0'),
  parse: (text) => (/^(?:0[1-9]|1[0-2])$/.test(text) ? (Number(text) as Grade) : undefined),
  type: { kind: 'simple', pattern: '0[1-9]|1[0-2]' },
}

const results: Readonly<Record<CommentResult, string>> = { pass: 'Đ', 'not-pass': 'CĐ' }

/** A term's or a year's result: an average with one decimal, or Đ / CĐ. */
export const subjectValue: Spelling<string> = {
  format: (value) => (value === 'pass' || value === 'not-pass' ? results[value] : value),
  parse: (text) =>
    text === 'Đ' ? 'pass' : text === 'CĐ' ? 'not-pass' : /^(?:10\.0|\d\.\d)$/.test(text) ? text : undefined,
  type: { kind: 'simple', pattern: '10\\.0|[0-9]\\.[0-9]|Đ|CĐ' },
}
