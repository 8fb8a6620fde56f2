import type {
  CommentedSubject,
  CommentedTerm,
  MarkedSubject,
  MarkedTerm,
  SubjectRecord,
} from '../../../records/index.ts'
import type { CommentResult } from '../../../shared/ratings.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import { findSubject } from '../../../shared/subjects.ts'
import type { SecondaryRecipe } from '../cases/secondary-recipes.ts'
import { commentOnResults } from '../comments/commented-subjects.ts'
import { joinSentences } from '../comments/compose.ts'
import { commentOnMarks, longCommentOnMarks } from '../comments/marked-subjects.ts'
import { leaveOut } from '../leave-out.ts'
import { ordinaryAim } from '../marks/aims.ts'
import { tenthsOf, termAverage, yearAverage } from '../marks/averages.ts'
import type { Aim } from '../marks/invent-marks.ts'
import { commentedTerm, inventKnownAverage, inventTerm, regularMarksFor } from '../marks/invent-marks.ts'
import type { Random } from '../random.ts'
import type { YearContext } from './context.ts'

const passMark = 50

const inventFirstTerm = (
  context: YearContext,
  recipe: SecondaryRecipe,
  subject: SubjectCode,
  aim: Aim,
): MarkedTerm => {
  if (recipe.knownFirstTerm === true) return inventKnownAverage(context.random, aim)
  const shape = { regularCount: regularMarksFor(context.periodsOf(subject)), hasTopic: false }
  const term = inventTerm(context.random, aim, shape)
  return recipe.absentFinal === subject ? { ...term, finalMark: 'absent' } : term
}

/** The study topics' result enters in the second term (TT 22/2021, Điều 6.3). */
const inventSecondTerm = (
  context: YearContext,
  recipe: SecondaryRecipe,
  subject: SubjectCode,
  aim: Aim,
): MarkedTerm => {
  const hasTopic = context.classOfYear.plan.topics.includes(subject)
  const shape = { regularCount: regularMarksFor(context.periodsOf(subject)), hasTopic }
  const term = inventTerm(context.random, aim, shape)
  return recipe.missingFinal === subject ? leaveOut(term, 'finalMark') : term
}

const noteOn = (recipe: SecondaryRecipe, subject: SubjectCode): string => {
  if (recipe.absentFinal === subject)
    return 'Vắng bài kiểm tra cuối học kì I không phép và không kiểm tra bù.'
  const mark = recipe.reassessed?.[subject]
  if (mark === undefined) return ''
  return tenthsOf(mark) >= passMark
    ? 'Đã ôn tập và đánh giá lại trong hè, đạt yêu cầu.'
    : 'Đã đánh giá lại trong hè nhưng chưa đạt yêu cầu.'
}

const practiceExemptComment = (random: Random): string =>
  random.pick([
    'Được miễn phần thực hành theo đơn và hồ sơ bệnh án; nắm được nội dung lí thuyết, có ý thức học tập.',
    'Được miễn thực hành, đánh giá bằng nội dung lí thuyết; học bài đầy đủ, hiểu cách bảo vệ sức khỏe.',
  ])

const commentOnSubject = (
  context: YearContext,
  recipe: SecondaryRecipe,
  subject: SubjectCode,
  terms: readonly [MarkedTerm, MarkedTerm],
): string => {
  const { random, pupil, classOfYear, site } = context
  if (recipe.practiceExempt?.includes(subject) === true) return practiceExemptComment(random)
  const first = termAverage(terms[0])
  const second = termAverage(terms[1])
  const average = yearAverage(first, second) ?? first ?? passMark
  const write = recipe.longComments === true && subject === 'NGU_VAN' ? longCommentOnMarks : commentOnMarks
  const comment = write(random, {
    level: site.level,
    grade: classOfYear.grade,
    subject,
    calledBy: pupil.calledBy,
    termAverages: [first, second],
    yearAverage: average,
  })
  return joinSentences(comment, noteOn(recipe, subject))
}

const inventMarked = (context: YearContext, recipe: SecondaryRecipe, subject: SubjectCode): MarkedSubject => {
  const ordinary = ordinaryAim(context.pupil, subject)
  const aim = recipe.aim?.(subject, ordinary) ?? ordinary
  const first = inventFirstTerm(context, recipe, subject, aim)
  const second = inventSecondTerm(context, recipe, subject, aim)
  const reassessedMark = recipe.reassessed?.[subject]
  return {
    kind: 'marked',
    subject,
    terms: { 1: first, 2: second },
    comment: commentOnSubject(context, recipe, subject, [first, second]),
    ...(recipe.practiceExempt?.includes(subject) === true ? { practiceExempt: true } : {}),
    ...(reassessedMark === undefined ? {} : { reassessedMark }),
  }
}

const rareFailure = 0.004

const resultsOf = (
  { random, pupil }: YearContext,
  recipe: SecondaryRecipe,
  subject: SubjectCode,
): readonly [CommentResult, CommentResult] => {
  if (recipe.fails === subject) return ['pass', 'not-pass']
  const isOrdinary = recipe.aim === undefined && pupil.ability < 0
  return [isOrdinary && random.chance(rareFailure) ? 'not-pass' : 'pass', 'pass']
}

const inventCommented = (
  context: YearContext,
  recipe: SecondaryRecipe,
  subject: SubjectCode,
): CommentedSubject => {
  const { random, pupil, classOfYear, site } = context
  const results = resultsOf(context, recipe, subject)
  const isPracticeExempt = recipe.practiceExempt?.includes(subject) === true
  const isKeen = pupil.discipline + random.bell() > 0.6
  const first: CommentedTerm =
    recipe.knownFirstTerm === true ? { result: results[0] } : commentedTerm(results[0])
  return {
    kind: 'commented',
    subject,
    terms: { 1: first, 2: commentedTerm(results[1]) },
    comment: isPracticeExempt
      ? practiceExemptComment(random)
      : commentOnResults(random, {
          level: site.level,
          grade: classOfYear.grade,
          subject,
          calledBy: pupil.calledBy,
          results,
          isKeen,
        }),
    ...(isPracticeExempt ? { practiceExempt: true } : {}),
  }
}

const exemptRecord = (subject: SubjectCode, isMarked: boolean): SubjectRecord => ({
  kind: isMarked ? 'marked' : 'commented',
  subject,
  exempt: true,
  terms: {},
})

/** What the teachers of every subject of the class wrote about one pupil. */
export const inventSecondarySubjects = (
  context: YearContext,
  recipe: SecondaryRecipe,
): readonly SubjectRecord[] =>
  context.classOfYear.subjects.map((subject) => {
    const isMarked = findSubject(context.site.level, subject)?.assessedBy === 'mark'
    if (recipe.exempt?.includes(subject) === true) return exemptRecord(subject, isMarked)
    return isMarked ? inventMarked(context, recipe, subject) : inventCommented(context, recipe, subject)
  })
