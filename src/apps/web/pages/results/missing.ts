import type { EvaluationFinding } from '../../../../evaluation/index.ts'
import {
  columnsOf,
  type MomentRecord,
  type SheetName,
  type SubjectCell,
  type SummarizedStudent,
  type SummaryPeriod,
} from '../../../../gradebook/index.ts'
import { levelOfGrade, type Grade } from '../../../../shared/education-level.ts'
import type { SchoolYear } from '../../../../shared/school-year.ts'
import { findSubject, isSubjectCode, type SubjectCode } from '../../../../shared/subjects.ts'
import { listFindings } from './periods.ts'
import { placeOf, traitName, type Place } from './place-of.ts'

/** Something that a pupil's results still wait for, or that is impossible as it is written. */
export interface Gap {
  readonly place: Place
  readonly code: EvaluationFinding['code']
  readonly isFault: boolean
}

/** A pupil and what is missing, in the order of the book. */
export interface PupilGaps {
  readonly student: SummarizedStudent
  readonly gaps: readonly Gap[]
}

/** What the results of a period wait for, pupil by pupil; every pupil is there, also with nothing missing. */
export const listGaps = (
  grade: Grade,
  schoolYear: SchoolYear,
  students: readonly SummarizedStudent[],
  period: SummaryPeriod,
): readonly PupilGaps[] => {
  const needed = isEarlierMoment(period) ? neededAt(grade, schoolYear, students, period) : undefined
  return students.map((student) => ({
    student,
    gaps:
      needed === undefined || !isEarlierMoment(period)
        ? findingGaps(grade, student, period)
        : momentGaps(student, period, needed),
  }))
}

const findingGaps = (grade: Grade, student: SummarizedStudent, period: SummaryPeriod): readonly Gap[] =>
  listFindings(student, period).map((finding) => ({
    place: placeOf(levelOfGrade(grade), finding),
    code: finding.code,
    isFault: isFault(finding),
  }))

// Too few regular marks may still come; whatever is not called missing is impossible as it stands.
const isFault = ({ code }: EvaluationFinding): boolean =>
  !code.startsWith('missing-') &&
  code !== 'too-few-marked-subjects' &&
  code !== 'wrong-number-of-regular-marks'

type EarlierMoment = 'midterm1' | 'term1' | 'midterm2'

const isEarlierMoment = (period: SummaryPeriod): period is EarlierMoment =>
  period === 'midterm1' || period === 'term1' || period === 'midterm2'

interface NeededCell {
  readonly place: Place
  readonly code: Gap['code']
  readonly isThere: (record: MomentRecord) => boolean
}

// What a moment of a primary year needs is what its columns ask for (TT 27/2020, Điều 7).
const neededAt = (
  grade: Grade,
  schoolYear: SchoolYear,
  students: readonly SummarizedStudent[],
  moment: EarlierMoment,
): readonly NeededCell[] => {
  const subjects = students.flatMap(({ input }) => input.subjects.map(({ code }) => code))
  return [...new Set<SheetName>([...subjects, 'homeroom'])].flatMap((sheet) =>
    columnsOf({ sheet, schoolYear, grade })
      .filter((column) => column.moment === moment && column.isRequired)
      .flatMap(({ path }) => (isSubjectCode(sheet) ? subjectCell(sheet, path) : traitCell(path))),
  )
}

const subjectCells = [
  ['.level', 'momentLevel', 'missing-result', 'level'],
  ['.score', 'momentScore', 'missing-score', 'score'],
] as const

const subjectCell = (sheet: SubjectCode, path: string): readonly NeededCell[] =>
  subjectCells
    .filter(([ending]) => path.endsWith(ending))
    .map(([, kind, code, field]) => ({
      place: { sheet, kind, name: findSubject('primary', sheet)?.name ?? sheet },
      code,
      isThere: ({ subjects }) => subjects[sheet]?.[field] !== undefined,
    }))

const traitCells = [
  ['qualities', 'quality', 'missing-quality'],
  ['competences', 'competence', 'missing-competence'],
] as const

const traitCell = (path: string): readonly NeededCell[] => {
  const [, , group, trait = ''] = path.split('.')
  return traitCells
    .filter(([traits]) => traits === group)
    .map(([traits, kind, code]) => ({
      place: { sheet: 'homeroom', kind, name: traitName(trait) },
      code,
      isThere: (record) => record[traits][trait] !== undefined,
    }))
}

const nothing: MomentRecord = { subjects: {}, qualities: {}, competences: {} }

const momentGaps = (
  { input, moments }: SummarizedStudent,
  moment: EarlierMoment,
  needed: readonly NeededCell[],
): readonly Gap[] => {
  const record = moments?.[moment] ?? nothing
  const learns = ({ place: { sheet } }: NeededCell): boolean =>
    sheet === 'homeroom' || input.subjects.some((subject) => subject.code === sheet && !('exempt' in subject))
  return needed.flatMap((cell) =>
    learns(cell) && !cell.isThere(record) ? [{ place: cell.place, code: cell.code, isFault: false }] : [],
  )
}

/** The sheets on which something is missing, with the pupils whom it concerns. */
export interface SheetGaps {
  readonly sheet: SheetName
  readonly name: string
  readonly pupils: readonly PupilGaps[]
}

/** The same gaps by sheet, so that whoever writes the sheet can be asked. */
export const groupBySheet = (pupils: readonly PupilGaps[]): readonly SheetGaps[] => {
  const sheets = new Map<SheetName, { readonly name: string; readonly pupils: PupilGaps[] }>()
  for (const { student, gaps } of pupils)
    for (const [sheet, own] of Map.groupBy(gaps, ({ place }) => place.sheet)) {
      const group = sheets.get(sheet) ?? { name: own[0]?.place.name ?? '', pupils: [] }
      group.pupils.push({ student, gaps: own })
      sheets.set(sheet, group)
    }
  return [...sheets].map(([sheet, { name, pupils: concerned }]) => ({ sheet, name, pupils: concerned }))
}

/** How a cell of the results is shown: '8,0', 'Đ', 'CĐ', 'T', 'T 9'; empty while there is none. */
export const cellText = ({ value, score }: SubjectCell): string => {
  const shown = value === null ? '' : (shortResults[value] ?? value.replace('.', ','))
  if (score === null) return shown
  return shown === '' ? String(score) : `${shown}\u00a0${score}`
}

const shortResults: Readonly<Record<string, string>> = { pass: 'Đ', 'not-pass': 'CĐ' }
