import type { SubjectResult, YearReport } from '../bookfile/index.ts'
import type { EvaluationResult } from '../evaluation/index.ts'
import { awardNames, ratingNames, yearResultNames } from '../shared/ratings.ts'

export const exceptionKinds = [
  'retained',
  'not-completed',
  'conduct-not-pass',
  'learning-not-pass',
  'reassessed',
  'principal-decision',
  'article-9.3',
  'award-excellent',
  'individual-plan',
  'exempt',
  'substitute',
  'amendment',
] as const
export type ExceptionKind = (typeof exceptionKinds)[number]

/** Điểm cần xem: what a principal should look at before approving a report, and the article it rests on. */
export interface ReportException {
  readonly kind: ExceptionKind
  readonly text: string
  readonly article: string | null
}

type Lister = (report: YearReport, result: EvaluationResult) => readonly ReportException[]

const one = (kind: ExceptionKind, text: string, article: string | null): readonly ReportException[] => [
  { kind, text, article },
]

const isPrimary = ({ version }: YearReport): boolean => version.circular === 'TT27/2020'

const namesOf = (subjects: readonly SubjectResult[]): string => subjects.map(({ name }) => name).join(', ')

// TT22/2021, Điều 12; TT27/2020, Điều 11.
const retained: Lister = (report) => {
  if (report.summary.decision !== 'retained') return []
  return one(
    'retained',
    'Không được lên lớp',
    isPrimary(report) ? 'TT 27/2020, Điều 11' : 'TT 22/2021, Điều 12',
  )
}

const notCompleted: Lister = ({ summary: { yearResult } }) =>
  yearResult === 'not-completed'
    ? one('not-completed', `Kết quả giáo dục: ${yearResultNames[yearResult]}`, 'TT 27/2020, Điều 9, khoản 2')
    : []

const conductNotPass: Lister = ({ summary: { conduct } }) => {
  const final = conduct?.afterSummer ?? conduct?.year
  return final === 'not-pass'
    ? one('conduct-not-pass', `Kết quả rèn luyện cả năm: ${ratingNames[final]}`, 'TT 22/2021, Điều 8')
    : []
}

const learningNotPass: Lister = ({ summary: { learning } }) => {
  const final = learning?.afterReassessment ?? learning?.year
  return final === 'not-pass'
    ? one('learning-not-pass', `Kết quả học tập cả năm: ${ratingNames[final]}`, 'TT 22/2021, Điều 9')
    : []
}

const reassessed: Lister = ({ subjects, summary }) => {
  const again = subjects.filter((subject) => subject.reassessed !== undefined)
  return [
    ...(again.length === 0
      ? []
      : one('reassessed', `Đánh giá lại trong hè: ${namesOf(again)}`, 'TT 22/2021, Điều 14')),
    ...(summary.conduct?.afterSummer === undefined
      ? []
      : one('reassessed', 'Rèn luyện trong kì nghỉ hè', 'TT 22/2021, Điều 13')),
  ]
}

const decisionWords = { promoted: 'lên lớp', retained: 'không lên lớp' } as const

const principalDecision: Lister = (report) => {
  const { principalDecision: decision } = report.summary
  if (decision === undefined) return []
  const article = isPrimary(report) ? 'TT 27/2020, Điều 11' : 'TT 22/2021, Điều 12'
  return one('principal-decision', `Hiệu trưởng quyết định: ${decisionWords[decision]}`, article)
}

const article9_3: Lister = ({ subjects, summary: { learning } }, { reasons }) => {
  const { year, yearBeforeArticle9_3: before, articleCulprit } = learning ?? {}
  if (year === undefined || before === undefined) return []
  const culprit = subjects.find(({ code }) => code === articleCulprit)?.name
  const proof = reasons.find(({ rule }) => rule.includes('Điều 9.3'))?.text
  const because = culprit === undefined ? '' : ` do môn ${culprit}`
  const text =
    proof ?? `Kết quả học tập được điều chỉnh từ ${ratingNames[before]} lên ${ratingNames[year]}${because}`
  return one('article-9.3', text, 'TT 22/2021, Điều 9, khoản 3')
}

const excellentAward: Lister = (report) => {
  const { award } = report.summary
  if (award !== 'excellent-student') return []
  const article = isPrimary(report) ? 'TT 27/2020, Điều 13' : 'TT 22/2021, Điều 15'
  return one('award-excellent', `Danh hiệu ${awardNames[award]}`, article)
}

const individualPlan: Lister = (report) =>
  report.summary.individualPlan === true
    ? one(
        'individual-plan',
        'Đánh giá theo kế hoạch giáo dục cá nhân',
        isPrimary(report) ? 'TT 27/2020, Điều 8' : 'TT 22/2021, Điều 11',
      )
    : []

const exempt: Lister = (report) => {
  const left = report.subjects.filter(({ exemption }) => exemption === 'subject')
  const practice = report.subjects.filter(({ exemption }) => exemption === 'practice')
  const article = isPrimary(report) ? 'TT 27/2020, Điều 8' : 'TT 22/2021, Điều 11'
  return [
    ...(left.length === 0 ? [] : one('exempt', `Miễn môn học: ${namesOf(left)}`, article)),
    ...(practice.length === 0
      ? []
      : one('exempt', `Miễn phần thực hành: ${namesOf(practice)}`, 'TT 22/2021, Điều 10')),
  ]
}

const substitutes: Lister = ({ subjects }) =>
  subjects.flatMap(({ name, teacher, substitute }) =>
    substitute === undefined
      ? []
      : one(
          'substitute',
          `${substitute.fullName} kí thay ${teacher.fullName}, môn ${name} (${substitute.decisionNumber})`,
          null,
        ),
  )

const amended: Lister = ({ subjects, version: { amendments } }) =>
  amendments.map(({ subject, reason, decisionNumber }) => ({
    kind: 'amendment',
    text: `Đính chính môn ${subjects.find(({ code }) => code === subject)?.name ?? subject}: ${reason} (${decisionNumber})`,
    article: null,
  }))

const listers: readonly Lister[] = [
  amended,
  retained,
  notCompleted,
  conductNotPass,
  learningNotPass,
  reassessed,
  principalDecision,
  article9_3,
  excellentAward,
  individualPlan,
  exempt,
  substitutes,
]

/** What of a report differs from most, gravest first; empty of an ordinary one. */
export const listExceptions: Lister = (report, result) => listers.flatMap((list) => list(report, result))
