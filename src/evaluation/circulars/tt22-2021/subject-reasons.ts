import type { Reason } from '../../result.ts'
import type { CommentSubject, SecondarySubjects } from './periods.ts'
import type { SecondaryRules } from './rules.ts'

/** Adds how every average was formed, and the results of the subjects assessed by comment (Điều 9, khoản 1). */
export const addSubjectReasons = (
  reasons: Reason[],
  rules: SecondaryRules,
  { marked, commented }: SecondarySubjects,
): void => {
  if (marked.length > 0) reasons.push(rules.formulaReason)
  for (const { text } of marked) reasons.push({ rule: rules.articles.averages, text })
  if (commented.length > 0) reasons.push(commentReason(rules, commented))
}

const commentReason = (rules: SecondaryRules, commented: readonly CommentSubject[]): Reason => {
  let passed = ''
  let others = ''
  for (const subject of commented) {
    if (isPassedThroughout(subject)) passed += `${passed === '' ? '' : '; '}${subject.subject.name}`
    else others += `${others === '' ? '' : '; '}${subject.text}`
  }
  const both = passed === '' ? '' : `Môn đánh giá bằng nhận xét, Đạt cả hai học kì: ${passed}.`
  const rest = others === '' ? '' : `Môn đánh giá bằng nhận xét, cả năm lấy kết quả học kì II: ${others}.`
  return {
    rule: rules.articles.commentResults,
    text: both === '' ? rest : rest === '' ? both : `${both} ${rest}`,
  }
}

const isPassedThroughout = ({ results }: CommentSubject): boolean =>
  results[0] === 'pass' && results[1] === 'pass'
