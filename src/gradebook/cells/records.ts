import type { HomeroomRecord, StudyCertificate, SubjectRecord } from '../../records/index.ts'
import type { EducationLevel } from '../../shared/education-level.ts'
import type { SubjectCode } from '../../shared/subjects.ts'
import { recordKindOf } from '../sheet.ts'

/** The values of one pupil on one sheet by their paths; an empty cell is null or not there. */
export type CellValues = ReadonlyMap<string, string | null>

type Draft = Record<string, unknown>

const putAt = (draft: Draft, [key = '', ...rest]: readonly string[], value: unknown): void => {
  if (rest.length === 0) draft[key] = value
  else putAt((draft[key] ??= {}) as Draft, rest, value)
}

/** Regular assessments stand in a list, with gaps where one is not entered. */
const putInList = (draft: Draft, path: readonly string[], value: string): void => {
  const [terms = '', term = '', field = '', index = '0'] = path
  const list = ((((draft[terms] ??= {}) as Record<string, Draft>)[term] ??= {})[field] ??= []) as unknown[]
  while (list.length <= Number(index)) list.push(null)
  list[Number(index)] = value
}

const flags = new Set(['exempt', 'practiceExempt'])

const readSubjectValue = (field: string, value: string): unknown =>
  field === 'finalScore' ? Number(value) : flags.has(field) ? value === 'true' : value

/** Whether a record of the year has a place for a cell: moments and comments of a term are the gradebook's own. */
const isOfRecord = ([head = '', , field]: readonly string[]): boolean =>
  head !== 'moments' && head !== 'computed' && !(head === 'terms' && field === 'comment')

const filledPathsOf = (values: CellValues): readonly (readonly [readonly string[], string])[] =>
  [...values].flatMap(([path, value]) => (value === null ? [] : [[path.split('.'), value] as const]))

/** What a teacher wrote about one pupil in one subject, from its cells. */
export const toSubjectRecord = (
  level: EducationLevel,
  subject: SubjectCode,
  values: CellValues,
): SubjectRecord => {
  const kind = recordKindOf(level, subject)
  if (kind === undefined) throw new Error(`${level} has no subject ${subject}`)
  const draft: Draft = kind === 'leveled' ? { kind, subject } : { kind, subject, terms: {} }
  for (const [path, value] of filledPathsOf(values)) {
    if (!isOfRecord(path)) continue
    if (path.length === 4) putInList(draft, path, value)
    else putAt(draft, path, readSubjectValue(path[0] ?? '', value))
  }
  // The kind decides which columns the sheet has, and each column which values there may be.
  return draft as unknown as SubjectRecord
}

const readers: Readonly<Record<string, (value: string) => unknown>> = {
  absences: Number,
  heightCm: Number,
  outstanding: (value) => value === 'true',
}

const lists = ['commendations', 'certificates', 'competitions'] as const

/**
 * The homeroom teacher's record of one pupil with the principal's decision, from the cells of those sheets. Absences
 * are counted where single days are written down.
 */
export const toHomeroomRecord = (values: CellValues): HomeroomRecord => {
  const draft: Draft = {}
  for (const [path, value] of filledPathsOf(values)) {
    const [field = ''] = path
    if (field === 'moments' || field === 'absentOn' || field === 'computed') continue
    putAt(draft, path, readers[field]?.(value) ?? value)
  }
  for (const name of lists) if (draft[name] !== undefined) draft[name] = itemsOf(draft[name] as object)
  const counted = countAbsences(values)
  return counted === undefined ? draft : { ...draft, absences: counted }
}

// Numbers are an object's first keys, in their order. A certificate has a name, or it is none.
const itemsOf = (items: object): readonly unknown[] =>
  Object.values(items).filter(
    (item: string | Partial<StudyCertificate>) => typeof item === 'string' || item.name !== undefined,
  )

/** The sessions missed, counted from the days written down; undefined where no day is. */
export const countAbsences = (
  values: CellValues,
): { readonly excused: number; readonly unexcused: number } | undefined => {
  const kinds = [...values].flatMap(([path, value]) =>
    path.startsWith('absentOn.') && value !== null ? [value] : [],
  )
  if (kinds.length === 0) return undefined
  const excused = kinds.filter((kind) => kind === 'excused').length
  return { excused, unexcused: kinds.length - excused }
}

type Leaf = string | number | boolean

const textOf = (leaf: Leaf): string => (typeof leaf === 'string' ? leaf : String(leaf))

const leavesOf = (record: unknown, path: string): readonly (readonly [string, string])[] => {
  if (record === undefined || record === null) return []
  if (typeof record !== 'object') return [[path, textOf(record as Leaf)]]
  return Object.entries(record).flatMap(([key, value]) =>
    leavesOf(value, path === '' ? key : `${path}.${key}`),
  )
}

/** The cells that a subject's record fills. */
export const subjectCellsOf = (record: SubjectRecord): ReadonlyMap<string, string> =>
  new Map(leavesOf({ ...record, kind: undefined, subject: undefined }, ''))

/** The cells that a homeroom teacher's record fills. */
export const homeroomCellsOf = (record: HomeroomRecord): ReadonlyMap<string, string> =>
  new Map(leavesOf(record, ''))
