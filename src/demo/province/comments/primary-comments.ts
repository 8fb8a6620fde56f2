import type { Grade } from '../../../shared/education-level.ts'
import type { SubjectLevel } from '../../../shared/ratings.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import type { Random } from '../random.ts'
import { fill, fillToLimit, joinSentences, pickTwo } from './compose.ts'
import type { PrimaryPhrases } from './phrases.ts'
import { primaryEnglish, thaiLanguage, vietnamese } from './primary-languages.ts'
import * as primary from './primary-subjects.ts'

/** What a primary teacher looks at before writing about one subject. */
export interface LevelImpression {
  readonly grade: Grade
  readonly subject: SubjectCode
  readonly calledBy: string
  readonly level: SubjectLevel
  readonly score?: number
}

const banks: Partial<Record<SubjectCode, (grade: Grade) => PrimaryPhrases>> = {
  TIENG_VIET: vietnamese,
  TOAN: primary.primaryMathematics,
  NGOAI_NGU_1: primaryEnglish,
  LICH_SU_DIA_LI: () => primary.primaryHistoryGeography,
  KHOA_HOC: () => primary.primaryScience,
  TIN_HOC: () => primary.primaryInformatics,
  CONG_NGHE: () => primary.primaryTechnology,
  DAO_DUC: () => primary.ethics,
  TNXH: () => primary.natureSociety,
  GDTC: () => primary.primaryPhysicalEducation,
  AM_NHAC: () => primary.primaryMusic,
  MI_THUAT: () => primary.primaryFineArts,
  HDTN: () => primary.primaryExperiential,
  TIENG_DAN_TOC: () => thaiLanguage,
}

type Tone = 'bright' | 'well' | 'fine' | 'poor'

const templates: Record<Tone, readonly string[]> = {
  bright: [
    '{well}; {wellToo}',
    '{name} {well}',
    '{well}. Rất đáng khen',
    '{well}, {wellToo}',
    'Em {well}, cần phát huy',
  ],
  well: [
    '{well}; {wellToo}',
    '{name} {well}',
    '{well}. Cần phát huy',
    '{well}; nên {need} để tiến bộ hơn nữa',
    'Em {well}, có nhiều tiến bộ',
  ],
  fine: [
    '{fine}; cần {need}',
    '{fine}, {fineToo}; cần {need}',
    '{name} {fine}, nên {need}',
    'Em {fine}; cố gắng {need}',
    '{fine}. Cần {need}',
    '{fine}; cần mạnh dạn hơn và {need}',
    'Em {fine}. Nên {need}',
  ],
  poor: ['{poor}; cần {need}', 'Em {poor}. Cần {need}', '{name} {poor}; gia đình cần giúp em {need}'],
}

const toneOf = ({ level, score }: LevelImpression): Tone => {
  if (level === 'C') return 'poor'
  if (level === 'H') return 'fine'
  return score !== undefined && score >= 9 ? 'bright' : 'well'
}

const wordsOf = (random: Random, { grade, subject, calledBy }: LevelImpression): Record<string, string> => {
  const phrases = banks[subject]?.(grade)
  if (phrases === undefined) throw new Error(`no primary phrases for ${subject}`)
  const [well, wellToo] = pickTwo(random, phrases.well)
  const [fine, fineToo] = pickTwo(random, phrases.fine)
  const poor = random.pick(phrases.poor)
  return { well, wellToo, fine, fineToo, poor, need: random.pick(phrases.needs), name: calledBy }
}

/** Nhận xét of a primary subject (TT 27/2020): short, and fitting the level and the year-end score. */
export const commentOnLevel = (random: Random, impression: LevelImpression): string => {
  const text = fill(random.pick(templates[toneOf(impression)]), wordsOf(random, impression))
  return text.replace(/\. (\p{Ll})/gu, (_match, letter: string) => `. ${letter.toLocaleUpperCase('vi')}`)
}

const longLinks = [
  '',
  'Trong học kì II, ',
  'Ở lớp cũng như ở nhà, ',
  'Qua các bài kiểm tra, ',
  'Khi làm việc nhóm, ',
] as const

/** The same at such length that it comes close to the longest a book holds. */
export const longCommentOnLevel = (random: Random, impression: LevelImpression): string =>
  fillToLimit((round) => {
    const link = longLinks[round % longLinks.length] ?? ''
    const sentence = commentOnLevel(random, impression)
    const starter = `${impression.calledBy} `
    if (link === '' || sentence.startsWith('Em ') || sentence.startsWith(starter))
      return joinSentences(sentence)
    return `${link}${sentence.charAt(0).toLocaleLowerCase('vi')}${sentence.slice(1)}`
  })
