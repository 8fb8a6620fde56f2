import type { Grade } from '../../../shared/education-level.ts'
import type { SubjectLevel } from '../../../shared/ratings.ts'
import { subjectsOfLevel, type Subject } from '../../../shared/subjects.ts'
import { addFault, addMissing, type Findings } from '../../findings.ts'
import { isGiven, unknownKeys } from '../../json.ts'
import type { CaseHead } from '../../rule-set.ts'
import { readSubjects, type SubjectEntry } from '../../subject-list.ts'
import type { LeveledSubject, PrimaryRules } from './standards.ts'

const subjectKeys: readonly string[] = ['code', 'level', 'finalScore', 'exempt']

/** Reads the level and year-end score of every subject; the exempt ones count nowhere (Điều 8). */
export const readLeveledSubjects = (
  rules: PrimaryRules,
  head: CaseHead,
  findings: Findings,
): LeveledSubject[] => {
  const { grade } = head
  const entries = readSubjects(head.input['subjects'], grade, findings)
  const subjects: LeveledSubject[] = []
  if (entries === undefined || grade === undefined) return subjects
  for (const entry of entries)
    if (!entry.isExempt) subjects.push(readLeveledSubject(rules, entry, grade, findings))
  addMissingSubjects(entries, grade, subjects, findings)
  return subjects
}

// A subject that the grade must have and nobody entered leaves the year undetermined (Điều 9.2).
const addMissingSubjects = (
  entries: readonly SubjectEntry[],
  grade: Grade,
  subjects: LeveledSubject[],
  findings: Findings,
): void => {
  for (const subject of requiredSubjects[grade] ?? []) {
    if (isEntered(entries, subject)) continue
    addMissing(findings, 'missing-subject', `subjects.${subject.code}`)
    subjects.push({ name: subject.name, level: null, score: undefined })
  }
}

const isEntered = (entries: readonly SubjectEntry[], subject: Subject): boolean => {
  for (const entry of entries) if (entry.subject === subject) return true
  return false
}

const isRequiredIn = (subject: Subject, grade: Grade): boolean =>
  subject.grades.includes(grade) && !subject.optionalInGrades.includes(grade)

const requiredSubjects: Partial<Record<Grade, readonly Subject[]>> = Object.fromEntries(
  ([1, 2, 3, 4, 5] as const).map((grade) => [
    grade,
    subjectsOfLevel.primary.filter((subject) => isRequiredIn(subject, grade)),
  ]),
)

const readLeveledSubject = (
  rules: PrimaryRules,
  entry: SubjectEntry,
  grade: Grade,
  findings: Findings,
): LeveledSubject => {
  const { subject, raw, path } = entry
  if (entry.isDuplicate) return { name: subject.name, level: null, score: undefined }
  for (const key of unknownKeys(raw, subjectKeys)) addFault(findings, 'bad-value', `${path}.${key}`)
  return {
    name: subject.name,
    level: readLevel(raw['level'], path, findings),
    score: readScore(rules, subject, grade, raw['finalScore'], path, findings),
  }
}

const readLevel = (level: unknown, path: string, findings: Findings): SubjectLevel | null => {
  if (level === 'T' || level === 'H' || level === 'C') return level
  if (isGiven(level)) addFault(findings, 'unknown-level', `${path}.level`)
  else addMissing(findings, 'missing-result', `${path}.level`)
  return null
}

// Điều 7: which subjects are tested at year end, and that a score is a whole number from 0 to 10.
const readScore = (
  rules: PrimaryRules,
  subject: Subject,
  grade: Grade,
  score: unknown,
  path: string,
  findings: Findings,
): number | null | undefined => {
  const isTested = subject.testedInGrades?.includes(grade) ?? false
  if (!isGiven(score)) {
    if (!isTested) return undefined
    addMissing(findings, 'missing-score', `${path}.finalScore`)
    return null
  }
  if (isTested || rules.optionallyTested.includes(subject.code)) return readPoints(score, path, findings)
  addFault(findings, 'score-not-allowed', `${path}.finalScore`)
  return undefined
}

const readPoints = (score: unknown, path: string, findings: Findings): number | null => {
  if (typeof score !== 'number') addFault(findings, 'not-a-mark', `${path}.finalScore`)
  else if (!Number.isInteger(score)) addFault(findings, 'score-not-integer', `${path}.finalScore`)
  else if (score < 0 || score > 10) addFault(findings, 'mark-out-of-range', `${path}.finalScore`)
  else return score
  return null
}
