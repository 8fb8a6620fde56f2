import type {
  LeveledSubject,
  MarkAmendment,
  MarkedSubject,
  MarkedTerm,
  StudentYear,
  SubjectRecord,
} from '../../records/index.ts'
import type { SubjectLevel } from '../../shared/ratings.ts'
import { bandOf } from './comments/marked-subjects.ts'
import { markOf, tenthsOf, termAverage, yearAverage } from './marks/averages.ts'
import type { Pupil } from './pupils.ts'
import type { SchoolSite } from './places.ts'

const step = 5

const withFinal = (record: MarkedSubject, finalMark: string): MarkedSubject => {
  const second: MarkedTerm = { ...record.terms[2], finalMark }
  return { ...record, terms: { ...record.terms, 2: second } }
}

const averageOfYear = ({ terms }: MarkedSubject): number | undefined =>
  yearAverage(termAverage(terms[1]), termAverage(terms[2]))

type Change = Pick<MarkAmendment, 'subject' | 'field' | 'oldValue' | 'newValue' | 'reason'>

/** Half a point more in the last test, where the subject's comment fits the new average as well as the old one. */
const raiseFinalMark = (record: SubjectRecord): Change | undefined => {
  if (record.kind !== 'marked') return undefined
  const oldValue = record.terms[2]?.finalMark
  if (oldValue === undefined || tenthsOf(oldValue) < 55 || tenthsOf(oldValue) > 90) return undefined
  const newValue = markOf(tenthsOf(oldValue) + step)
  const before = averageOfYear(record)
  const after = averageOfYear(withFinal(record, newValue))
  if (before === undefined || after === undefined || after === before) return undefined
  if (bandOf(before) !== bandOf(after)) return undefined
  return {
    subject: record.subject,
    field: 'terms.2.finalMark',
    oldValue,
    newValue,
    reason: 'Cộng sót 0,5 điểm ở bài kiểm tra cuối học kì II',
  }
}

/** Scores that may become one higher without another level, comment or result being due. */
const raisable: Readonly<Record<SubjectLevel, readonly number[]>> = { T: [9, 7], H: [6, 5], C: [] }

/** One point more in the year-end test of a primary subject. */
const raiseFinalScore = ({ subject, level, finalScore }: LeveledSubject): Change | undefined => {
  if (level === undefined || finalScore === undefined || !raisable[level].includes(finalScore))
    return undefined
  return {
    subject,
    field: 'finalScore',
    oldValue: finalScore.toString(),
    newValue: (finalScore + 1).toString(),
    reason: 'Nhập nhầm điểm bài kiểm tra định kì cuối năm học',
  }
}

const findChange = ({ subjects }: StudentYear): Change | undefined => {
  for (const record of subjects) {
    const change = record.kind === 'leveled' ? raiseFinalScore(record) : raiseFinalMark(record)
    if (change !== undefined) return change
  }
  return undefined
}

/**
 * Đính chính: the one correction a school makes after issue, on an ordinary pupil whose year stays as it is judged.
 * The records keep the old value; applying the amendment makes the book's second version.
 */
export const inventAmendment = (
  site: SchoolSite,
  entries: readonly { readonly pupil: Pupil; readonly year: StudentYear }[],
): MarkAmendment => {
  for (const { pupil, year } of entries) {
    if (pupil.case !== undefined || !pupil.wasHereBefore) continue
    const change = findChange(year)
    if (change === undefined) continue
    return {
      studentCode: pupil.profile.studentCode,
      ...change,
      decisionNumber: `61/QĐ-${site.letters}`,
      decidedOn: '2026-06-12',
    }
  }
  throw new Error(`no pupil of ${site.name} can have a mark corrected`)
}
