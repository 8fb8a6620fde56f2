import type { SubjectResult, YearReport } from '../../bookfile/index.ts'
import { lastGradeOfLevel } from '../../shared/education-level.ts'
import { ratingNames, type Rating } from '../../shared/ratings.ts'
import type { RenditionInput } from '../input.ts'
import type { Content } from '../printable.ts'
import { commendationsOf, splitName } from './primary-year.ts'
import { findSignature, homeroomBlock, markOf, principalBlock } from './signatures.ts'
import { dateLine, spelledYear, withComma } from './words.ts'

const valueText = (value: string | undefined): string | undefined =>
  value === 'pass' ? 'Đạt' : value === 'not-pass' ? 'Chưa đạt' : value && withComma(value)

/** Miễn học (TT 22/2021, Điều 11) stands where the results would; miễn thực hành (Điều 10) before the comment. */
const resultTexts = ({ exemption, term1, term2, year, reassessed }: SubjectResult): Content =>
  exemption === 'subject'
    ? { term1: 'Miễn', term2: 'Miễn', year: 'Miễn', reassessed: undefined }
    : {
        term1: valueText(term1),
        term2: valueText(term2),
        year: valueText(year),
        reassessed: valueText(reassessed),
      }

const exemptionNote = ({ exemption }: SubjectResult): string | undefined =>
  exemption === 'practice'
    ? 'Miễn phần thực hành (Điều 10 Thông tư 22/2021/TT-BGDĐT).'
    : exemption === 'subject'
      ? 'Miễn học môn này (Điều 11 Thông tư 22/2021/TT-BGDĐT).'
      : undefined

/** Who signs under the comment: the teacher, or the principal for one who has left, with the order. */
const teacherContent = (input: RenditionInput, { teacher, substitute }: SubjectResult): Content => ({
  name: (substitute ?? teacher).fullName,
  mark: markOf(findSignature(input, `s-gv-${(substitute ?? teacher).staffCode}`)),
  substitution: substitute && {
    teacher: teacher.fullName,
    decisionNumber: substitute.decisionNumber,
    reason: substitute.reason,
  },
})

const subjectRow = (input: RenditionInput, subject: SubjectResult): Content => ({
  name: splitName(subject.name),
  results: resultTexts(subject),
  note: exemptionNote(subject),
  comment: subject.comment,
  /** A row longer than this may be broken over two pages. */
  long: (subject.comment?.length ?? 0) > 600,
  signer: teacherContent(input, subject),
})

/** 'Trong trang này có sửa chữa ở … chỗ': how many corrections since version 1, and in which subjects. */
const amendmentsContent = ({ version: { amendments }, subjects }: YearReport): Content => {
  const names = new Set(
    amendments.map(({ subject }) => subjects.find(({ code }) => code === subject)?.name ?? subject),
  )
  return {
    count: amendments.length === 0 ? 'không' : `${amendments.length}`,
    subjects: names.size === 0 ? 'không' : [...names].join(', '),
  }
}

const rating = (value: Rating | undefined): string | undefined => value && ratingNames[value]

const absencesText = ({ summary: { excusedAbsences, unexcusedAbsences } }: YearReport): Content =>
  excusedAbsences === undefined && unexcusedAbsences === undefined
    ? undefined
    : {
        total: `${(excusedAbsences ?? 0) + (unexcusedAbsences ?? 0)}`,
        excused: `${excusedAbsences ?? 0}`,
        unexcused: `${unexcusedAbsences ?? 0}`,
      }

const isAfterSummer = ({ subjects, summary: { conduct, learning } }: YearReport): boolean =>
  conduct?.afterSummer !== undefined ||
  learning?.afterReassessment !== undefined ||
  subjects.some(({ reassessed }) => reassessed !== undefined)

/** Which of the three lines is filled: promoted, promoted after the summer, or not (TT 22/2021, Điều 12). */
const promotionContent = (report: YearReport): Content => {
  const { cover, identity, summary } = report
  if (summary.decision === 'retained') return { retained: `Ở lại lớp ${identity.grade}` }
  const isLast = identity.grade === lastGradeOfLevel[cover.level]
  const text = isLast ? `Học hết lớp ${identity.grade}` : `Lớp ${identity.grade + 1}`
  return isAfterSummer(report) ? { afterSummer: text } : { promoted: text }
}

const programNames = {
  'lower-secondary': 'trung học cơ sở',
  'upper-secondary': 'trung học phổ thông',
} as const

/** The line of the last grade: from 2026 it is the proof that replaces the lower-secondary diploma (Luật Giáo dục, sửa đổi 2025). */
const completionText = ({
  cover: { level },
  summary: { levelCompletion },
}: YearReport): string | undefined =>
  levelCompletion === undefined || level === 'primary'
    ? undefined
    : `${levelCompletion ? 'Hoàn thành' : 'Không hoàn thành'} chương trình ${programNames[level]}`

const article9Note = ({ summary: { learning }, subjects }: YearReport): string | undefined => {
  if (learning?.yearBeforeArticle9_3 === undefined) return undefined
  const culprit = subjects.find(({ code }) => code === learning.articleCulprit)?.name
  const because = culprit === undefined ? '' : ` do kết quả của duy nhất môn ${culprit}`
  return (
    `Kết quả học tập cả năm được điều chỉnh từ mức ${ratingNames[learning.yearBeforeArticle9_3]} lên mức liền kề` +
    `${because} (khoản 3 Điều 9 Thông tư 22/2021/TT-BGDĐT).`
  )
}

const planNote = ({ summary }: YearReport): string | undefined =>
  summary.individualPlan === true
    ? 'Được đánh giá theo kế hoạch giáo dục cá nhân (Điều 11 Thông tư 22/2021/TT-BGDĐT).'
    : undefined

const decisionNote = ({ summary: { principalDecision } }: YearReport): string | undefined =>
  principalDecision === undefined
    ? undefined
    : `Hiệu trưởng quyết định ${principalDecision === 'promoted' ? 'được' : 'không được'} lên lớp ` +
      '(khoản 4 Điều 12 Thông tư 22/2021/TT-BGDĐT).'

const notesOf = (report: YearReport): Content =>
  [article9Note, planNote, decisionNote].flatMap((note) => note(report) ?? [])

/** The year's pages of a secondary book (TT 22/2021, Phụ lục): subjects, then the summary. */
export const secondaryYearContent = (input: RenditionInput): Content => {
  const { identity, subjects, summary } = input.report
  const { conduct, learning } = summary
  return {
    name: identity.fullName,
    className: identity.className,
    schoolYear: spelledYear(identity.schoolYear),
    subjects: subjects.map((subject) => subjectRow(input, subject)),
    amendments: amendmentsContent(input.report),
    terms: [
      { conduct: rating(conduct?.term1), learning: rating(learning?.term1) },
      { conduct: rating(conduct?.term2), learning: rating(learning?.term2) },
      { conduct: rating(conduct?.year), learning: rating(learning?.year) },
    ],
    afterSummer: { conduct: rating(conduct?.afterSummer), learning: rating(learning?.afterReassessment) },
    absences: absencesText(input.report),
    promotion: promotionContent(input.report),
    completion: completionText(input.report),
    certificates: summary.certificates.map(({ name, grade }) => ({ name, grade })),
    competitions: summary.competitions,
    commendations: commendationsOf(input.report),
    notes: notesOf(input.report),
    summerComment: summary.summerComment,
    comment: summary.comment,
    date: dateLine(summary.signingPlace, findSignature(input, 's-hieutruong')?.signedAt ?? input.issuedAt),
    principal: principalBlock(input),
    homeroom: homeroomBlock(input),
  }
}
