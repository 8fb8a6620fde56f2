import { recordKindOf } from '../../../gradebook/index.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'

/** Which assessment a cell is: its kind, its term (0 is the year), and which of several regular ones. */
export interface AssessmentPlace {
  readonly kind: string
  readonly term: number
  readonly number: number
}

const kinds: Readonly<Record<string, string>> = {
  regularMarks: 'regular',
  regularResults: 'regular',
  midtermMark: 'midterm',
  midtermResult: 'midterm',
  finalMark: 'final',
  finalResult: 'final',
  topicMark: 'topic',
  average: 'average',
  result: 'result',
  reassessedMark: 'reassessed',
  reassessedResult: 'reassessed',
  level: 'level',
  finalScore: 'score',
  score: 'score',
  comment: 'comment',
}

const moments: Readonly<Record<string, { readonly term: number; readonly isMidterm: boolean }>> = {
  midterm1: { term: 1, isMidterm: true },
  term1: { term: 1, isMidterm: false },
  midterm2: { term: 2, isMidterm: true },
}

const kindOf = (field: string, path: string): string => {
  const kind = kinds[field]
  if (kind === undefined) throw new Error(`there is no cell for ${path}`)
  return kind
}

/** Where a path of a subject's sheet is stored: 'terms.1.regularMarks.0', 'moments.midterm1.level', 'comment'. */
export const assessmentPlace = (path: string): AssessmentPlace => {
  const [head = '', part = '', field = '', index = '0'] = path.split('.')
  if (head === 'terms') return { kind: kindOf(field, path), term: Number(part), number: Number(index) }
  const moment = head === 'moments' ? moments[part] : undefined
  if (moment === undefined) return { kind: kindOf(head, path), term: 0, number: 0 }
  const kind = kindOf(field, path)
  return { kind: moment.isMidterm ? `midterm-${kind}` : kind, term: moment.term, number: 0 }
}

const words: Readonly<Record<'marked' | 'commented' | 'leveled', Readonly<Record<string, string>>>> = {
  marked: {
    regular: 'regularMarks',
    midterm: 'midtermMark',
    final: 'finalMark',
    topic: 'topicMark',
    average: 'average',
    reassessed: 'reassessedMark',
    comment: 'comment',
  },
  commented: {
    regular: 'regularResults',
    midterm: 'midtermResult',
    final: 'finalResult',
    result: 'result',
    reassessed: 'reassessedResult',
    comment: 'comment',
  },
  leveled: { level: 'level', score: 'score', comment: 'comment' },
}

/** The path of a stored assessment, as its sheet names it. */
export const assessmentPath = (
  level: EducationLevel,
  subject: SubjectCode,
  { kind, term, number }: AssessmentPlace,
): string => {
  const form = recordKindOf(level, subject) ?? 'marked'
  const isMidterm = kind.startsWith('midterm-')
  const field = words[form][isMidterm ? kind.slice('midterm-'.length) : kind] ?? kind
  if (form === 'leveled') return leveledPath(field, term, isMidterm)
  if (term === 0) return field
  return kind === 'regular' ? `terms.${term}.${field}.${number}` : `terms.${term}.${field}`
}

const leveledPath = (field: string, term: number, isMidterm: boolean): string => {
  if (term === 0) return field === 'score' ? 'finalScore' : field
  const moment = isMidterm ? `midterm${term}` : `term${term}`
  return `moments.${moment}.${field}`
}
