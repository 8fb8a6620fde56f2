import { levelOfGrade, type EducationLevel, type Grade } from '../shared/education-level.ts'
import { isSubjectCode, subjectsOfLevel, type Subject } from '../shared/subjects.ts'
import { addFault, type Findings } from './findings.ts'
import { isGiven, isJsonObject, type JsonObject } from './json.ts'

/** One subject of the case that the grade does teach, with what was entered for it. */
export interface SubjectEntry {
  readonly subject: Subject
  readonly raw: JsonObject
  /** 'subjects.TOAN': where findings about it point. */
  readonly path: string
  /** Left out by an individual plan (TT22/2021, Điều 11): it counts nowhere. */
  readonly isExempt: boolean
  /** Given twice: nobody can tell which one holds, so it has no results. */
  isDuplicate: boolean
}

/**
 * Reads the list of subjects; one that is unknown, or not of the grade, is noted and left aside. Undefined when
 * nobody can tell which subjects there are: then none is missing either.
 */
export const readSubjects = (
  list: unknown,
  grade: Grade | undefined,
  findings: Findings,
): readonly SubjectEntry[] | undefined => {
  const entries: SubjectEntry[] = []
  if (isGiven(list) && !Array.isArray(list)) addFault(findings, 'bad-value', 'subjects')
  if (!isGiven(list)) return grade === undefined ? undefined : entries
  if (!Array.isArray(list) || grade === undefined) return undefined
  for (let index = 0; index < list.length; index++) addEntry(entries, list[index], index, grade, findings)
  return entries
}

const addEntry = (
  entries: SubjectEntry[],
  raw: unknown,
  index: number,
  grade: Grade,
  findings: Findings,
): void => {
  if (!isJsonObject(raw)) {
    addFault(findings, 'bad-value', `subjects.${index}`)
    return
  }
  const known = findSubjectOfGrade(raw['code'], index, grade, findings)
  if (known === undefined) return
  const first = entryOf(entries, known.subject)
  if (first === undefined) entries.push(newEntry(known, raw, findings))
  else markDuplicate(first, findings)
}

const entryOf = (entries: readonly SubjectEntry[], subject: Subject): SubjectEntry | undefined => {
  for (const entry of entries) if (entry.subject === subject) return entry
  return undefined
}

const markDuplicate = (entry: SubjectEntry, findings: Findings): void => {
  if (!entry.isDuplicate) addFault(findings, 'duplicate-subject', entry.path)
  entry.isDuplicate = true
}

const newEntry = ({ subject, path }: KnownSubject, raw: JsonObject, findings: Findings): SubjectEntry => {
  const exempt = raw['exempt']
  if (isGiven(exempt) && typeof exempt !== 'boolean') addFault(findings, 'bad-value', `${path}.exempt`)
  return { subject, raw, path, isExempt: exempt === true, isDuplicate: false }
}

interface KnownSubject {
  readonly subject: Subject
  readonly path: string
}

const indexOf = (subjects: readonly Subject[]): ReadonlyMap<unknown, KnownSubject> =>
  new Map(subjects.map((subject) => [subject.code, { subject, path: `subjects.${subject.code}` }]))

const subjectsByCode: Record<EducationLevel, ReadonlyMap<unknown, KnownSubject>> = {
  primary: indexOf(subjectsOfLevel.primary),
  'lower-secondary': indexOf(subjectsOfLevel['lower-secondary']),
  'upper-secondary': indexOf(subjectsOfLevel['upper-secondary']),
}

const findSubjectOfGrade = (
  code: unknown,
  index: number,
  grade: Grade,
  findings: Findings,
): KnownSubject | undefined => {
  const known = subjectsByCode[levelOfGrade(grade)].get(code)
  if (known?.subject.grades.includes(grade)) return known
  if (typeof code !== 'string') addFault(findings, 'bad-value', `subjects.${index}.code`)
  else
    addFault(findings, isSubjectCode(code) ? 'subject-not-in-grade' : 'unknown-subject', `subjects.${code}`)
  return undefined
}
