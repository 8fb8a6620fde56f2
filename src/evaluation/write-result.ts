import type {
  ConductResult,
  EvaluationFinding,
  EvaluationResult,
  LearningResult,
  Reason,
  SubjectResult,
} from './result.ts'

/**
 * A result as one line of JSON, the same text as JSON.stringify gives (a test compares them) in a third of its
 * time: writing the line would otherwise cost as much as evaluating it. Only the id and the paths of findings
 * come from outside; everything else is a word of the circulars and needs no escaping.
 */
export const writeResult = (result: EvaluationResult): string => {
  const { subjects, learning, conduct, decision, completion, yearResult, award } = result
  let line = `{"id":${JSON.stringify(result.id)},"status":"${result.status}","findings":`
  line +=
    result.findings.length === 0
      ? '[]'
      : JSON.stringify(result.findings satisfies readonly EvaluationFinding[])
  if (subjects !== undefined) line += `,"subjects":${subjectsText(subjects)}`
  if (learning !== undefined) line += `,"learning":${learningText(learning)}`
  if (conduct !== undefined) line += `,"conduct":${conductText(conduct)}`
  line += `,"decision":${word(decision)},"completion":${completion}`
  if (yearResult !== undefined) line += `,"yearResult":${word(yearResult)}`
  return `${line},"award":${word(award)},"reasons":${reasonsText(result.reasons)}}`
}

const word = (value: string | null): string => (value === null ? 'null' : `"${value}"`)

const subjectsText = (subjects: NonNullable<EvaluationResult['subjects']>): string => {
  let text = ''
  for (const code in subjects) {
    const subject = subjects[code as keyof typeof subjects]
    if (subject !== undefined) text += `${text === '' ? '{"' : ',"'}${code}":${subjectText(subject)}`
  }
  return text === '' ? '{}' : `${text}}`
}

const subjectText = ({ terms, year, afterReassessment }: SubjectResult): string => {
  const text = `{"terms":{"1":${word(terms[1])},"2":${word(terms[2])}},"year":${word(year)}`
  return afterReassessment === undefined
    ? `${text}}`
    : `${text},"afterReassessment":${word(afterReassessment)}}`
}

const learningText = (learning: LearningResult): string => {
  const { year, yearBeforeArticle9_3, articleCulprit, afterReassessment } = learning
  let text = `{"1":${word(learning[1])},"2":${word(learning[2])},"year":${word(year)}`
  if (yearBeforeArticle9_3 !== undefined) text += `,"yearBeforeArticle9_3":"${yearBeforeArticle9_3}"`
  if (articleCulprit !== undefined) text += `,"articleCulprit":"${articleCulprit}"`
  if (afterReassessment !== undefined) text += `,"afterReassessment":${word(afterReassessment)}`
  return `${text}}`
}

const conductText = (conduct: ConductResult): string => {
  const text = `{"1":${word(conduct[1])},"2":${word(conduct[2])},"year":${word(conduct.year)}`
  return conduct.afterSummer === undefined
    ? `${text}}`
    : `${text},"afterSummer":${word(conduct.afterSummer)}}`
}

const reasonsText = (reasons: readonly Reason[]): string => {
  let text = ''
  for (const { rule, text: sentence } of reasons)
    text += `${text === '' ? '[{"rule":"' : ',{"rule":"'}${rule}","text":"${sentence}"}`
  return text === '' ? '[]' : `${text}]`
}
