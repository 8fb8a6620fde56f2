import type { EducationLevel, Grade } from './education-level.ts'

/** How a subject is assessed under TT 22/2021, Điều 5: with marks, or by comment only. */
export type AssessedBy = 'mark' | 'comment'

/** One subject or educational activity (môn học, hoạt động giáo dục) as one level of schooling teaches it. */
export interface Subject {
  readonly code: SubjectCode
  readonly name: string
  /** The sector's number (mã môn học, QĐ 4998/QĐ-BGDĐT): a string, leading zeros kept. */
  readonly sectorCode: string
  readonly grades: readonly Grade[]
  /** TT 22/2021 only; primary subjects are assessed by level, some with a year-end test. */
  readonly assessedBy?: AssessedBy
  /** Grades in which a primary pupil sits a year-end test in this subject (TT 27/2020, Điều 7). */
  readonly testedInGrades?: readonly Grade[]
  /** Grades of the level in which a school may leave the subject out. */
  readonly optionalInGrades: readonly Grade[]
  /** Periods a year in the programme of 2018, where all grades agree with it; a school's plan may differ. */
  readonly periodsPerYear: Partial<Record<Grade, number>>
}

export type SubjectCode = (typeof subjectCodes)[number]

export const subjectCodes = [
  'TIENG_VIET',
  'TOAN',
  'NGOAI_NGU_1',
  'LICH_SU_DIA_LI',
  'KHOA_HOC',
  'TIN_HOC',
  'CONG_NGHE',
  'DAO_DUC',
  'TNXH',
  'GDTC',
  'AM_NHAC',
  'MI_THUAT',
  'HDTN',
  'TIENG_DAN_TOC',
  'NGU_VAN',
  'GDCD',
  'KHTN',
  'NGHE_THUAT',
  'HDTN_HN',
  'GDDP',
  'TIENG_DTTS',
  'NGOAI_NGU_2',
  'GDQPAN',
  'VAT_LI',
  'HOA_HOC',
  'SINH_HOC',
  'LICH_SU',
  'DIA_LI',
  'GDKTPL',
] as const

export const isSubjectCode = (value: unknown): value is SubjectCode =>
  (subjectCodes as readonly unknown[]).includes(value)

const primaryGrades = [1, 2, 3, 4, 5] as const
const upper = [10, 11, 12] as const
const lower = [6, 7, 8, 9] as const

const every = (grades: readonly Grade[], periods: number): Partial<Record<Grade, number>> =>
  Object.fromEntries(grades.map((grade) => [grade, periods]))

const primary = (
  code: SubjectCode,
  name: string,
  sectorCode: string,
  periodsPerYear: Partial<Record<Grade, number>>,
  testedInGrades: readonly Grade[] = [],
  optionalInGrades: readonly Grade[] = [],
): Subject => ({
  code,
  name,
  sectorCode,
  grades: primaryGrades.filter((grade) => periodsPerYear[grade] !== undefined),
  periodsPerYear,
  testedInGrades,
  optionalInGrades,
})

const secondary = (
  grades: readonly Grade[],
  code: SubjectCode,
  name: string,
  sectorCode: string,
  assessedBy: AssessedBy,
  periods: number | Partial<Record<Grade, number>>,
  optional = false,
): Subject => ({
  code,
  name,
  sectorCode,
  grades,
  assessedBy,
  periodsPerYear: typeof periods === 'number' ? every(grades, periods) : periods,
  optionalInGrades: optional ? grades : [],
})

/**
 * The subjects of each level in the order of the official form. Sources: CT GDPT 2018 (TT 32/2018, TT 13/2022),
 * TT 27/2020 Điều 7 (which are tested), TT 22/2021 Điều 5 (how assessed); sector codes: QĐ 4998/QĐ-BGDĐT.
 */
export const subjectsOfLevel: Record<EducationLevel, readonly Subject[]> = {
  primary: [
    primary('TIENG_VIET', 'Tiếng Việt', '02', { 1: 420, 2: 350, 3: 245, 4: 245, 5: 245 }, primaryGrades),
    primary('TOAN', 'Toán', '01', { 1: 105, 2: 175, 3: 175, 4: 175, 5: 175 }, primaryGrades),
    primary('NGOAI_NGU_1', 'Ngoại ngữ 1', '11', { 1: 70, 2: 70, 3: 140, 4: 140, 5: 140 }, [3, 4, 5], [1, 2]),
    primary('LICH_SU_DIA_LI', 'Lịch sử và Địa lí', '05', { 4: 70, 5: 70 }, [4, 5]),
    primary('KHOA_HOC', 'Khoa học', '13', { 4: 70, 5: 70 }, [4, 5]),
    primary('TIN_HOC', 'Tin học và Công nghệ (Tin học)', '12', { 3: 35, 4: 35, 5: 35 }, [3, 4, 5]),
    primary('CONG_NGHE', 'Tin học và Công nghệ (Công nghệ)', '87', { 3: 35, 4: 35, 5: 35 }, [3, 4, 5]),
    primary('DAO_DUC', 'Đạo đức', '03', every(primaryGrades, 35)),
    primary('TNXH', 'Tự nhiên và Xã hội', '04', every([1, 2, 3], 70)),
    primary('GDTC', 'Giáo dục thể chất', '88', every(primaryGrades, 70)),
    primary('AM_NHAC', 'Nghệ thuật (Âm nhạc)', '89', every(primaryGrades, 35)),
    primary('MI_THUAT', 'Nghệ thuật (Mĩ thuật)', '90', every(primaryGrades, 35)),
    primary('HDTN', 'Hoạt động trải nghiệm', '91', every(primaryGrades, 105)),
    primary('TIENG_DAN_TOC', 'Tiếng dân tộc', '14', every(primaryGrades, 70), [], primaryGrades),
  ],
  'lower-secondary': [
    secondary(lower, 'NGU_VAN', 'Ngữ văn', '19', 'mark', 140),
    secondary(lower, 'TOAN', 'Toán', '15', 'mark', 140),
    secondary(lower, 'NGOAI_NGU_1', 'Ngoại ngữ 1', '69', 'mark', 105),
    secondary(lower, 'GDCD', 'Giáo dục công dân', '26', 'mark', 35),
    secondary(lower, 'LICH_SU_DIA_LI', 'Lịch sử và Địa lí', '05', 'mark', 105),
    secondary(lower, 'KHTN', 'Khoa học tự nhiên', '66', 'mark', 140),
    secondary(lower, 'CONG_NGHE', 'Công nghệ', '27', 'mark', { 6: 35, 7: 35, 8: 52, 9: 52 }),
    secondary(lower, 'TIN_HOC', 'Tin học', '32', 'mark', 35),
    secondary(lower, 'GDTC', 'Giáo dục thể chất', '88', 'comment', 70),
    secondary(lower, 'NGHE_THUAT', 'Nghệ thuật', '97', 'comment', 70),
    secondary(lower, 'HDTN_HN', 'Hoạt động trải nghiệm, hướng nghiệp', '91', 'comment', 105),
    secondary(lower, 'GDDP', 'Nội dung giáo dục của địa phương', '99', 'comment', 35),
    secondary(lower, 'TIENG_DTTS', 'Tiếng dân tộc thiểu số', '14', 'mark', 105, true),
    secondary(lower, 'NGOAI_NGU_2', 'Ngoại ngữ 2', '31', 'mark', 105, true),
  ],
  'upper-secondary': [
    secondary(upper, 'NGU_VAN', 'Ngữ văn', '19', 'mark', 105),
    secondary(upper, 'TOAN', 'Toán', '15', 'mark', 105),
    secondary(upper, 'NGOAI_NGU_1', 'Ngoại ngữ 1', '69', 'mark', 105),
    secondary(upper, 'GDTC', 'Giáo dục thể chất', '88', 'comment', 70),
    secondary(upper, 'GDQPAN', 'Giáo dục quốc phòng và an ninh', '47', 'mark', 35),
    secondary(upper, 'HDTN_HN', 'Hoạt động trải nghiệm, hướng nghiệp', '91', 'comment', 105),
    secondary(upper, 'GDDP', 'Nội dung giáo dục của địa phương', '99', 'comment', 35),
    secondary(upper, 'VAT_LI', 'Vật lí', '35', 'mark', 70, true),
    secondary(upper, 'HOA_HOC', 'Hóa học', '36', 'mark', 70, true),
    secondary(upper, 'SINH_HOC', 'Sinh học', '37', 'mark', 70, true),
    secondary(upper, 'LICH_SU', 'Lịch sử', '40', 'mark', 52),
    secondary(upper, 'DIA_LI', 'Địa lí', '41', 'mark', 70, true),
    secondary(upper, 'GDKTPL', 'Giáo dục kinh tế và pháp luật', '100', 'mark', 70, true),
    secondary(upper, 'CONG_NGHE', 'Công nghệ', '46', 'mark', 70, true),
    secondary(upper, 'TIN_HOC', 'Tin học', '38', 'mark', 70, true),
    secondary(upper, 'AM_NHAC', 'Âm nhạc', '29', 'comment', 70, true),
    secondary(upper, 'MI_THUAT', 'Mĩ thuật', '30', 'comment', 70, true),
    secondary(upper, 'TIENG_DTTS', 'Tiếng dân tộc thiểu số', '14', 'mark', 105, true),
    secondary(upper, 'NGOAI_NGU_2', 'Ngoại ngữ 2', '70', 'mark', 105, true),
  ],
}

const subjectIndex = new Map<string, Subject>(
  Object.entries(subjectsOfLevel).flatMap(([level, subjects]) =>
    subjects.map((subject) => [`${level}/${subject.code}`, subject] as const),
  ),
)

/** The subject as this level teaches it, or undefined where the level has no such subject. */
export const findSubject = (level: EducationLevel, code: string): Subject | undefined =>
  subjectIndex.get(`${level}/${code}`)
