export { moments, type Assessments, type Moment } from './assessments.ts'
export { evaluate, evaluateLine } from './evaluate.ts'
export type {
  CommentSubjectInput,
  CommentTermInput,
  EvaluationInput,
  EvaluationOptions,
  ExemptSubjectInput,
  LeveledSubjectInput,
  MarkedSubjectInput,
  MarkedTermInput,
  MarkText,
  PrimaryInput,
  SecondaryInput,
} from './input.ts'
export type {
  ConductResult,
  EvaluationFinding,
  EvaluationResult,
  EvaluationStatus,
  FaultCode,
  FindingCode,
  LearningResult,
  MissingCode,
  Reason,
  SubjectResult,
} from './result.ts'
export type { RuleSet } from './rule-set.ts'
export { currentCircularOf, findRuleSet, ruleSets } from './rule-sets.ts'
