import type { Grade } from './education-level.ts'

/** A quality (phẩm chất) or competence (năng lực) of TT 27/2020, Điều 5, with the sector's number. */
export interface Trait<Code extends string> {
  readonly code: Code
  readonly name: string
  readonly sectorCode: string
}

export const qualities = [
  { code: 'YEU_NUOC', name: 'Yêu nước', sectorCode: '01' },
  { code: 'NHAN_AI', name: 'Nhân ái', sectorCode: '02' },
  { code: 'CHAM_CHI', name: 'Chăm chỉ', sectorCode: '03' },
  { code: 'TRUNG_THUC', name: 'Trung thực', sectorCode: '04' },
  { code: 'TRACH_NHIEM', name: 'Trách nhiệm', sectorCode: '05' },
] as const satisfies readonly Trait<string>[]

export const generalCompetences = [
  { code: 'TU_CHU_TU_HOC', name: 'Tự chủ và tự học', sectorCode: '06' },
  { code: 'GIAO_TIEP_HOP_TAC', name: 'Giao tiếp và hợp tác', sectorCode: '07' },
  { code: 'GIAI_QUYET_VAN_DE', name: 'Giải quyết vấn đề và sáng tạo', sectorCode: '08' },
] as const satisfies readonly Trait<string>[]

export const specificCompetences = [
  { code: 'NGON_NGU', name: 'Ngôn ngữ', sectorCode: '09' },
  { code: 'TINH_TOAN', name: 'Tính toán', sectorCode: '10' },
  { code: 'KHOA_HOC', name: 'Khoa học', sectorCode: '11' },
  { code: 'CONG_NGHE', name: 'Công nghệ', sectorCode: '12' },
  { code: 'TIN_HOC', name: 'Tin học', sectorCode: '13' },
  { code: 'THAM_MI', name: 'Thẩm mĩ', sectorCode: '14' },
  { code: 'THE_CHAT', name: 'Thể chất', sectorCode: '15' },
] as const satisfies readonly Trait<string>[]

export const competences = [...generalCompetences, ...specificCompetences] as const

export type QualityCode = (typeof qualities)[number]['code']
export type CompetenceCode = (typeof competences)[number]['code']

/** Grades 1 and 2 have no technology and no informatics competence (TT 27/2020, Phụ lục 1). */
export const competencesOfGrade = (grade: Grade): readonly Trait<CompetenceCode>[] =>
  grade <= 2 ? competences.filter(({ code }) => code !== 'CONG_NGHE' && code !== 'TIN_HOC') : competences
