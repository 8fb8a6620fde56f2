import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import {
  english,
  lowerHistoryGeography,
  lowerLiterature,
  lowerMathematics,
  lowerScience,
} from './lower-core.ts'
import {
  experiential,
  informatics,
  localEducation,
  lowerArts,
  lowerCivics,
  lowerTechnology,
  physicalEducation,
} from './lower-others.ts'
import type { SubjectPhrases } from './phrases.ts'
import * as upper from './upper-phrases.ts'

type Bank = Partial<Record<SubjectCode, SubjectPhrases>>

const common: Bank = {
  NGOAI_NGU_1: english,
  TIN_HOC: informatics,
  GDTC: physicalEducation,
  HDTN_HN: experiential,
  GDDP: localEducation,
}

const banks: Partial<Record<EducationLevel, Bank>> = {
  'lower-secondary': {
    ...common,
    NGU_VAN: lowerLiterature,
    TOAN: lowerMathematics,
    GDCD: lowerCivics,
    LICH_SU_DIA_LI: lowerHistoryGeography,
    KHTN: lowerScience,
    CONG_NGHE: lowerTechnology,
    NGHE_THUAT: lowerArts,
  },
  'upper-secondary': {
    ...common,
    NGU_VAN: upper.upperLiterature,
    TOAN: upper.upperMathematics,
    GDQPAN: upper.defence,
    VAT_LI: upper.physics,
    HOA_HOC: upper.chemistry,
    SINH_HOC: upper.biology,
    LICH_SU: upper.history,
    DIA_LI: upper.geography,
    GDKTPL: upper.economicsLaw,
    CONG_NGHE: upper.upperTechnology,
    AM_NHAC: upper.music,
    MI_THUAT: upper.fineArts,
  },
}

/** What a secondary teacher of this subject speaks of; a subject that the invented schools do not teach is a bug. */
export const phrasesOf = (level: EducationLevel, subject: SubjectCode): SubjectPhrases => {
  const phrases = banks[level]?.[subject]
  if (phrases === undefined) throw new Error(`no phrases for ${level}/${subject}`)
  return phrases
}
