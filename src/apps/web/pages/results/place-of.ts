import type { EvaluationFinding } from '../../../../evaluation/index.ts'
import type { SheetName } from '../../../../gradebook/index.ts'
import { findSubject, isSubjectCode } from '../../../../shared/subjects.ts'
import { competences, qualities } from '../../../../shared/traits.ts'
import type { EducationLevel } from '../../../../shared/education-level.ts'

/** Where something is missing or wrong: which value, of which subject or trait, in which term. */
export interface Place {
  readonly kind: PlaceKind
  /** The sheet of the gradebook on which it is written. */
  readonly sheet: SheetName
  /** 'Toán', 'Yêu nước'; empty where the value belongs to none. */
  readonly name: string
  readonly term?: 1 | 2
  /** Of a list: the first is 1. */
  readonly number?: number
}

/** Every kind of value that a finding may speak of. */
export const placeKinds = [
  'regularMark',
  'regularMarks',
  'midtermMark',
  'finalMark',
  'topicMark',
  'average',
  'regularResult',
  'regularResults',
  'midtermResult',
  'finalResult',
  'result',
  'termMarks',
  'termResults',
  'reassessed',
  'level',
  'finalScore',
  'momentLevel',
  'momentScore',
  'periods',
  'subject',
  'subjects',
  'conduct',
  'conductAfterSummer',
  'absencesExcused',
  'absencesUnexcused',
  'quality',
  'competence',
  'decision',
  'other',
] as const
export type PlaceKind = (typeof placeKinds)[number]

/** Reads the path of a finding: 'subjects.TOAN.terms.2.finalMark' is the final mark of Toán in term II. */
export const placeOf = (level: EducationLevel, finding: EvaluationFinding): Place => {
  const [head = '', code = ''] = finding.at.split('.')
  if (head === 'subjects') return subjectPlace(level, finding)
  if (head === 'qualities') return { kind: 'quality', sheet: 'homeroom', name: traitName(code) }
  if (head === 'competences') return { kind: 'competence', sheet: 'homeroom', name: traitName(code) }
  if (head === 'principalDecision' || finding.code === 'missing-decision')
    return { kind: 'decision', sheet: 'decisions', name: '' }
  return homeroomPlace(finding.at)
}

export const traitName = (code: string): string =>
  [...qualities, ...competences].find((trait) => trait.code === code)?.name ?? code

const homeroomPlace = (at: string): Place => {
  const sheet = 'homeroom'
  if (at === 'conduct.1' || at === 'conduct.2')
    return { kind: 'conduct', sheet, name: '', term: at === 'conduct.1' ? 1 : 2 }
  if (at === 'conduct.afterSummer') return { kind: 'conductAfterSummer', sheet, name: '' }
  if (at === 'absences.excused') return { kind: 'absencesExcused', sheet, name: '' }
  if (at === 'absences.unexcused') return { kind: 'absencesUnexcused', sheet, name: '' }
  return { kind: 'other', sheet, name: at }
}

const subjectPlace = (level: EducationLevel, { code: problem, at }: EvaluationFinding): Place => {
  const [, code = '', part, term, field, index] = at.split('.')
  if (!isSubjectCode(code)) return { kind: 'subjects', sheet: 'homeroom', name: code }
  const ofSubject = { sheet: code, name: findSubject(level, code)?.name ?? code }
  if (problem === 'missing-periods') return { kind: 'periods', ...ofSubject }
  if (part === undefined) return { kind: 'subject', ...ofSubject }
  if (part !== 'terms') return { kind: yearKinds[part] ?? 'other', ...ofSubject }
  const inTerm = { ...ofSubject, term: term === '1' ? (1 as const) : (2 as const) }
  if (field === undefined)
    return { kind: problem === 'missing-result' ? 'termResults' : 'termMarks', ...inTerm }
  if (index !== undefined) return { kind: itemKinds[field] ?? 'other', ...inTerm, number: Number(index) + 1 }
  return {
    kind: (placeKinds as readonly string[]).includes(field) ? (field as PlaceKind) : 'other',
    ...inTerm,
  }
}

const yearKinds: Readonly<Record<string, PlaceKind>> = {
  level: 'level',
  finalScore: 'finalScore',
  reassessedMark: 'reassessed',
  reassessedResult: 'reassessed',
  periodsPerYear: 'periods',
}

const itemKinds: Readonly<Record<string, PlaceKind>> = {
  regularMarks: 'regularMark',
  regularResults: 'regularResult',
}
