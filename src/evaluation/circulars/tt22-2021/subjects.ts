import type { SubjectCode } from '../../../shared/subjects.ts'
import { addFault, addMissing, type Findings } from '../../findings.ts'
import { isGiven } from '../../json.ts'
import { formatAverage } from '../../marks.ts'
import type { SubjectResult } from '../../result.ts'
import type { CaseHead } from '../../rule-set.ts'
import { readSubjects, type SubjectEntry } from '../../subject-list.ts'
import { readCommentSubject, withoutResults } from './comment-subject.ts'
import { readMarkedSubject, withoutMarks } from './marked-subject.ts'
import type { CommentSubject, MarkedSubject, SecondarySubjects, SubjectYear } from './periods.ts'
import type { SecondaryRules } from './rules.ts'

/** Reads every subject that counts; the exempt ones stand in neither list (Điều 11). */
export const readSecondarySubjects = (
  rules: SecondaryRules,
  head: CaseHead,
  findings: Findings,
): SecondarySubjects => {
  const marked: MarkedSubject[] = []
  const commented: CommentSubject[] = []
  const entries = readSubjects(head.input['subjects'], head.grade, findings)
  if (entries === undefined || head.grade === undefined) return { marked, commented }
  for (const entry of entries) {
    if (entry.isExempt && !entry.isDuplicate) continue
    const isUsable = !entry.isDuplicate && isAssessedAsPrescribed(entry, findings)
    if (entry.subject.assessedBy === 'comment')
      commented.push(isUsable ? readCommentSubject(rules, entry, findings) : withoutResults(entry))
    else marked.push(isUsable ? readMarkedSubject(rules, entry, head.grade, findings) : withoutMarks(entry))
  }
  if (marked.length < rules.enoughSubjects) addMissing(findings, 'too-few-marked-subjects', 'subjects')
  return { marked, commented }
}

// Điều 5 says which subjects are assessed by comment only; a subject assessed otherwise cannot be judged.
const isAssessedAsPrescribed = ({ subject, raw, path }: SubjectEntry, findings: Findings): boolean => {
  const assessedBy = raw['assessedBy']
  if (!isGiven(assessedBy) || assessedBy === subject.assessedBy) return true
  addFault(findings, 'bad-value', `${path}.assessedBy`)
  return false
}

/** The subjects as a result carries them. */
export const subjectResults = ({
  marked,
  commented,
}: SecondarySubjects): Partial<Record<SubjectCode, SubjectResult>> => {
  const results: Partial<Record<SubjectCode, SubjectResult>> = {}
  for (const year of marked) results[year.subject.code] = subjectResult(year, formatAverage)
  for (const year of commented) results[year.subject.code] = subjectResult(year, formatResult)
  return results
}

const formatResult = (result: string): string => result

const subjectResult = <Result>(
  { results, reassessed }: SubjectYear<Result>,
  format: (result: Result) => string,
): SubjectResult => {
  const [first, second, year] = results
  const terms = {
    1: first === null ? null : format(first),
    2: second === null ? null : format(second),
  }
  const ofYear = year === null ? null : format(year)
  return reassessed === undefined
    ? { terms, year: ofYear }
    : { terms, year: ofYear, afterReassessment: reassessed === null ? null : format(reassessed) }
}
