import type { SubjectRecord } from '../../../records/index.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import { findSubject, subjectsOfLevel, type SubjectCode } from '../../../shared/subjects.ts'
import { putAt, type Row } from './columns.ts'
import { leavesOf, type Leaf } from './leaves.ts'

type RecordKind = SubjectRecord['kind']

const always = { comment: 'comment', exempt: 'exempt', 'practice-exempt': 'practiceExempt' } as const

/** What a cell of each kind is called in a record of each kind. */
const fields: Readonly<Record<RecordKind, Readonly<Record<string, string>>>> = {
  marked: {
    ...always,
    regular: 'regularMarks',
    midterm: 'midtermMark',
    final: 'finalMark',
    topic: 'topicMark',
    average: 'average',
    reassessed: 'reassessedMark',
  },
  commented: {
    ...always,
    regular: 'regularResults',
    midterm: 'midtermResult',
    final: 'finalResult',
    result: 'result',
    reassessed: 'reassessedResult',
  },
  leveled: { ...always, level: 'level', score: 'finalScore' },
}

const kinds = new Map(
  Object.values(fields).flatMap((own) => Object.entries(own).map(([kind, field]) => [field, kind] as const)),
)

/** How a level of schooling writes a subject down (TT 22/2021, Điều 5; TT 27/2020, Điều 6). */
const recordKindOf = (level: EducationLevel, code: string): RecordKind => {
  const subject = findSubject(level, code)
  if (subject === undefined) throw new Error(`${level} has no subject ${code}`)
  if (subject.assessedBy === undefined) return 'leveled'
  return subject.assessedBy === 'mark' ? 'marked' : 'commented'
}

const cellOf = ({ path, value }: Leaf): Row => {
  const isOfTerm = path[0] === 'terms'
  const [field = '', index = '0'] = isOfTerm ? path.slice(2) : path
  const kind = kinds.get(field)
  if (kind === undefined) throw new Error(`there is no cell for ${path.join('.')}`)
  return { kind, term: isOfTerm ? Number(path[1]) : 0, number: Number(index), value: String(value) }
}

/** The cells of what a teacher wrote about one pupil in one subject: one row for each value. */
export const cellsOf = (
  level: EducationLevel,
  studentCode: string,
  record: SubjectRecord,
): readonly Row[] => {
  const { kind, subject, ...written } = record
  if (kind !== recordKindOf(level, subject))
    throw new Error(`${level}/${subject} is not written down as ${kind}`)
  return leavesOf(written).map((leaf) => ({ student_code: studentCode, subject, ...cellOf(leaf) }))
}

const valueOf = ({ kind, value }: Row): unknown => {
  if (kind === 'score') return Number(value)
  return kind === 'exempt' || kind === 'practice-exempt' ? value === 'true' : value
}

type Draft = Record<string, unknown>

/** Regular assessments stand in a list, with gaps where one is not entered. */
const putRegular = (draft: Draft, path: readonly string[], { number, value }: Row): void => {
  const [terms = '', term = '', field = ''] = path
  const termDraft = ((draft[terms] ??= {}) as Record<string, Draft>)[term] ?? {}
  const list = (termDraft[field] ?? []) as unknown[]
  while (list.length <= Number(number)) list.push(null)
  list[Number(number)] = value
  putAt(draft, path, list)
}

const putCell = (draft: Draft, kind: RecordKind, cell: Row): void => {
  const field = fields[kind][String(cell['kind'])]
  if (field === undefined) throw new Error(`a ${kind} subject has no ${String(cell['kind'])}`)
  const path = cell['term'] === 0 ? [field] : ['terms', String(cell['term']), field]
  if (cell['kind'] === 'regular') putRegular(draft, path, cell)
  else putAt(draft, path, valueOf(cell))
}

const subjectRecordOf = (
  level: EducationLevel,
  subject: SubjectCode,
  cells: readonly Row[],
): SubjectRecord => {
  const kind = recordKindOf(level, subject)
  const draft: Draft = kind === 'leveled' ? { kind, subject } : { kind, subject, terms: {} }
  for (const cell of cells) putCell(draft, kind, cell)
  // The kind decides which cells there may be, and the database which values they may hold.
  return draft as unknown as SubjectRecord
}

/** What was written about one pupil, in the order of the form; subjects without any value are not there. */
export const subjectRecordsOf = (level: EducationLevel, cells: readonly Row[]): readonly SubjectRecord[] => {
  const bySubject = Map.groupBy(cells, ({ subject }) => subject)
  return subjectsOfLevel[level].flatMap(({ code }) => {
    const own = bySubject.get(code)
    return own === undefined ? [] : [subjectRecordOf(level, code, own)]
  })
}
