import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'

/** What one kind of teacher teaches, and in which subject group (tổ chuyên môn) they work. */
export interface TeachingLoad {
  readonly subjects: readonly SubjectCode[]
  readonly subjectGroup: string
  /** At least so many, so that subjects taught together have someone to share with. */
  readonly least: number
  /** Periods a year one teacher can take. Source: TT 05/2025/TT-BGDĐT, Điều 7 (23, 19, 17 periods a week). */
  readonly periodsPerTeacher: number
}

const weeks = 35
const load = (
  subjects: readonly SubjectCode[],
  subjectGroup: string,
  weekly: number,
  least = 1,
): TeachingLoad => ({ subjects, subjectGroup, least, periodsPerTeacher: weekly * weeks })

/** Who teaches what, apart from what the homeroom teacher of the class takes. */
export const teachingLoads: Record<EducationLevel, readonly TeachingLoad[]> = {
  primary: [
    load(['NGOAI_NGU_1'], 'Tổ Ngoại ngữ - Tin học', 23),
    load(['TIN_HOC'], 'Tổ Ngoại ngữ - Tin học', 23),
    load(['GDTC'], 'Tổ Nghệ thuật - Thể chất', 23),
    load(['AM_NHAC', 'MI_THUAT'], 'Tổ Nghệ thuật - Thể chất', 23),
  ],
  'lower-secondary': [
    load(['NGU_VAN', 'GDDP'], 'Tổ Khoa học xã hội', 19),
    load(['TOAN', 'TIN_HOC'], 'Tổ Toán - Tin', 19),
    load(['NGOAI_NGU_1'], 'Tổ Ngoại ngữ', 19),
    load(['LICH_SU_DIA_LI', 'GDCD'], 'Tổ Khoa học xã hội', 19, 2),
    load(['KHTN', 'CONG_NGHE'], 'Tổ Khoa học tự nhiên', 19, 2),
    load(['GDTC'], 'Tổ Nghệ thuật - Thể chất', 19),
    load(['NGHE_THUAT'], 'Tổ Nghệ thuật - Thể chất', 19, 2),
  ],
  'upper-secondary': [
    load(['NGU_VAN'], 'Tổ Ngữ văn', 17),
    load(['TOAN'], 'Tổ Toán - Tin', 17),
    load(['TIN_HOC'], 'Tổ Toán - Tin', 17),
    load(['NGOAI_NGU_1'], 'Tổ Ngoại ngữ', 17),
    load(['LICH_SU', 'GDDP'], 'Tổ Sử - Địa - Kinh tế pháp luật', 17),
    load(['DIA_LI', 'GDKTPL'], 'Tổ Sử - Địa - Kinh tế pháp luật', 17),
    load(['VAT_LI', 'CONG_NGHE'], 'Tổ Vật lí - Công nghệ', 17),
    load(['HOA_HOC', 'SINH_HOC'], 'Tổ Hóa - Sinh', 17),
    load(['GDTC', 'GDQPAN'], 'Tổ Thể chất - Quốc phòng', 17),
    load(['AM_NHAC'], 'Tổ Nghệ thuật', 17),
    load(['MI_THUAT'], 'Tổ Nghệ thuật', 17),
  ],
}

/** Subjects several teachers share: the responsible one signs, one more from these subjects confirms. */
export const sharedSubjects: Partial<Record<SubjectCode, SubjectCode>> = {
  KHTN: 'KHTN',
  LICH_SU_DIA_LI: 'LICH_SU_DIA_LI',
  NGHE_THUAT: 'NGHE_THUAT',
  GDDP: 'NGU_VAN',
}
