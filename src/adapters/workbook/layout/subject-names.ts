import type { EducationLevel } from '../../../shared/education-level.ts'
import { subjectsOfLevel, type SubjectCode } from '../../../shared/subjects.ts'
import { fold } from '../fold.ts'
import type { Choice } from '../values/choice.ts'
import { refuse } from '../values/parsed.ts'

/** Other names by which the same subject goes in school files. */
const spellings: Partial<Record<SubjectCode, readonly string[]>> = {
  NGOAI_NGU_1: ['Ngoại ngữ', 'Tiếng Anh', 'Ngoại ngữ 1 (Tiếng Anh)', 'Ngoại ngữ 1 - Tiếng Anh', 'NN1'],
  NGU_VAN: ['Văn'],
  LICH_SU_DIA_LI: ['Lịch sử & Địa lí', 'LS&ĐL', 'Lịch sử - Địa lí', 'LSĐL'],
  KHTN: ['KHTN'],
  GDCD: ['GDCD'],
  GDTC: ['GDTC', 'Thể dục'],
  GDDP: ['GDĐP', 'Giáo dục địa phương', 'Nội dung giáo dục địa phương'],
  GDQPAN: ['GDQPAN', 'GDQP-AN', 'Giáo dục quốc phòng an ninh', 'Giáo dục quốc phòng - an ninh'],
  GDKTPL: ['GDKT&PL', 'GDKTPL', 'Giáo dục kinh tế pháp luật'],
  HDTN: ['HĐTN'],
  HDTN_HN: ['HĐTN', 'HĐTN-HN', 'HĐTN, HN', 'Hoạt động trải nghiệm', 'Hoạt động trải nghiệm hướng nghiệp'],
  TNXH: ['TNXH', 'Tự nhiên xã hội'],
  TIN_HOC: ['Tin học', 'Tin'],
  CONG_NGHE: ['Công nghệ'],
  AM_NHAC: ['Âm nhạc'],
  MI_THUAT: ['Mĩ thuật'],
  TIENG_DAN_TOC: ['Tiếng dân tộc thiểu số'],
  TIENG_DTTS: ['Tiếng dân tộc', 'Tiếng DTTS'],
}

const indexOf = (level: EducationLevel): ReadonlyMap<string, SubjectCode> => {
  const index = new Map<string, SubjectCode>()
  for (const { code, name } of subjectsOfLevel[level])
    for (const form of [code, name]) index.set(fold(form), code)
  for (const { code } of subjectsOfLevel[level])
    for (const spelling of spellings[code] ?? [])
      if (!index.has(fold(spelling))) index.set(fold(spelling), code)
  return index
}

const indices: Record<EducationLevel, ReadonlyMap<string, SubjectCode>> = {
  primary: indexOf('primary'),
  'lower-secondary': indexOf('lower-secondary'),
  'upper-secondary': indexOf('upper-secondary'),
}

/** The subject that a level teaches under this name; undefined when it teaches none. */
export const subjectNamed = (level: EducationLevel, name: string): SubjectCode | undefined =>
  indices[level].get(fold(name))

/** The subject's name on the form of its level. */
export const nameOfSubject = (level: EducationLevel, code: SubjectCode): string =>
  subjectsOfLevel[level].find((subject) => subject.code === code)?.name ?? code

/** The column of a subject, by its name at one level. */
export const subjectNameAt = (level: EducationLevel): Choice<SubjectCode> => ({
  captions: subjectsOfLevel[level].map(({ name }) => name),
  parse: (raw) => {
    const code = raw instanceof Date ? undefined : subjectNamed(level, String(raw))
    return code === undefined
      ? refuse('môn học không có ở cấp học này', 'chọn tên môn trong danh sách ở trang Danh mục')
      : { value: code }
  },
  format: (code) => nameOfSubject(level, code),
})
