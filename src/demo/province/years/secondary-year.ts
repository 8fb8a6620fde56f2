import type { HomeroomRecord, StudentYear, StudyCertificate, SubjectRecord } from '../../../records/index.ts'
import type { Rating } from '../../../shared/ratings.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import { findSubject } from '../../../shared/subjects.ts'
import type { SecondaryRecipe } from '../cases/secondary-recipes.ts'
import { secondaryRecipes } from '../cases/secondary-recipes.ts'
import type { HomeroomImpression } from '../comments/homeroom-comments.ts'
import {
  commentAfterSummer,
  commentAsHomeroom,
  longCommentAsHomeroom,
} from '../comments/homeroom-comments.ts'
import { inventCommendations } from '../distinctions.ts'
import type { Tenths } from '../marks/averages.ts'
import { termAverage, yearAverage } from '../marks/averages.ts'
import type { Random } from '../random.ts'
import type { YearContext } from './context.ts'
import { entryDateIn, historyBefore, profileInYear, yearBeforeOf } from './context.ts'
import { inventSecondarySubjects } from './secondary-subjects.ts'

type SubjectAverage = readonly [SubjectCode, Tenths]

const averagesOf = (subjects: readonly SubjectRecord[]): readonly SubjectAverage[] =>
  subjects.flatMap((record) => {
    if (record.kind !== 'marked') return []
    const average = yearAverage(termAverage(record.terms[1]), termAverage(record.terms[2]))
    return average === undefined ? [] : [[record.subject, average] as const]
  })

const failedComments = (subjects: readonly SubjectRecord[]): readonly SubjectCode[] =>
  subjects
    .filter((record) => record.kind === 'commented' && record.terms[2]?.finalResult === 'not-pass')
    .map(({ subject }) => subject)

/** The year's learning as a homeroom teacher foresees it (TT 22/2021, Điều 9.2, before 9.3). */
const foreseeLearning = (averages: readonly Tenths[], failed: number): Rating => {
  const lowest = Math.min(...averages)
  const atLeast = (bound: Tenths): number => averages.filter((average) => average >= bound).length
  if (failed === 0 && lowest >= 65 && atLeast(80) >= 6) return 'good'
  if (failed === 0 && lowest >= 50 && atLeast(65) >= 6) return 'fair'
  return failed <= 1 && lowest >= 35 && atLeast(50) >= 6 ? 'pass' : 'not-pass'
}

const ordinaryConduct = (discipline: number, random: Random): NonNullable<HomeroomRecord['conduct']> => {
  if (discipline > -0.9) return { 1: random.chance(0.08) ? 'fair' : 'good', 2: 'good' }
  if (discipline > -1.9) return { 1: random.chance(0.3) ? 'good' : 'fair', 2: 'fair' }
  return { 1: random.chance(0.3) ? 'fair' : 'pass', 2: 'pass' }
}

const ordinaryAbsences = (discipline: number, random: Random): NonNullable<HomeroomRecord['absences']> => ({
  excused: random.chance(0.35) ? 0 : random.integer(1, 7),
  unexcused: discipline < -0.9 && random.chance(0.6) ? random.integer(1, 4) : 0,
})

const nameOf = ({ site }: YearContext, subject: SubjectCode): string =>
  subject === 'NGOAI_NGU_1' ? 'Tiếng Anh' : (findSubject(site.level, subject)?.name ?? subject)

const impressionOf = (
  context: YearContext,
  recipe: SecondaryRecipe,
  subjects: readonly SubjectRecord[],
  conduct: Rating,
  absences: number,
): HomeroomImpression => {
  const averages = averagesOf(subjects)
  const failed = failedComments(subjects)
  const [first, ...others] = averages
  const best = first && others.reduce((top, entry) => (entry[1] > top[1] ? entry : top), first)
  const weak = [...averages.filter(([, average]) => average < 50).map(([subject]) => subject), ...failed]
  const foreseen = foreseeLearning(
    averages.map(([, average]) => average),
    failed.length,
  )
  return {
    calledBy: context.pupil.calledBy,
    gender: context.pupil.profile.gender,
    conduct,
    learning: recipe.learning ?? foreseen,
    absences,
    ...(best !== undefined && best[1] >= 80 ? { bestSubject: nameOf(context, best[0]) } : {}),
    weakSubjects: weak.map((subject) => nameOf(context, subject)),
  }
}

const commentOnPlan = (random: Random, calledBy: string): string =>
  random.pick([
    `${calledBy} học hòa nhập theo kế hoạch giáo dục cá nhân; chăm ngoan, tiến bộ so với chính mình, tự tin hơn khi giao tiếp với bạn bè.`,
    `Em học hòa nhập, thực hiện được các mục tiêu của kế hoạch giáo dục cá nhân; ngoan, được bạn bè giúp đỡ và quý mến.`,
  ])

const writeComment = (
  { random, pupil }: YearContext,
  recipe: SecondaryRecipe,
  impression: HomeroomImpression,
): string => {
  if (recipe.individualPlan === true) return commentOnPlan(random, pupil.calledBy)
  return (recipe.longComments === true ? longCommentAsHomeroom : commentAsHomeroom)(random, impression)
}

const inventCompetitions = (
  context: YearContext,
  averages: readonly SubjectAverage[],
): readonly string[] | undefined => {
  const { random, classOfYear, site } = context
  const best = averages.filter(([, average]) => average >= 92)
  if (best.length === 0 || classOfYear.grade < 8 || !random.chance(0.35)) return undefined
  const prize = random.pick(['Giải Ba', 'Giải Khuyến khích', 'Giải Nhì'])
  const scope = site.level === 'upper-secondary' ? 'cấp tỉnh' : 'cấp xã'
  return [`${prize} kì thi chọn học sinh giỏi ${scope} môn ${nameOf(context, random.pick(best)[0])}`]
}

const inventCertificates = ({
  random,
  pupil,
  classOfYear,
}: YearContext): readonly StudyCertificate[] | undefined =>
  classOfYear.grade >= 9 && pupil.ability > 0.6 && random.chance(0.2)
    ? [
        random.pick([
          { name: 'Ứng dụng công nghệ thông tin cơ bản', grade: 'Đạt' },
          { name: 'Tiếng Anh bậc 2 (A2) theo khung năng lực ngoại ngữ Việt Nam', grade: 'A2' },
        ]),
      ]
    : undefined

const inventHomeroom = (
  context: YearContext,
  recipe: SecondaryRecipe,
  subjects: readonly SubjectRecord[],
): HomeroomRecord => {
  const { pupil, random } = context
  const conduct = recipe.conduct ?? ordinaryConduct(pupil.discipline, random)
  const absences = recipe.absences ?? ordinaryAbsences(pupil.discipline, random)
  const total = absences.excused + absences.unexcused
  const impression = impressionOf(context, recipe, subjects, conduct[2] ?? 'good', total)
  const competitions = inventCompetitions(context, averagesOf(subjects))
  const certificates = inventCertificates(context)
  const commendations = conduct[2] === 'good' ? inventCommendations(random, context.site.level) : undefined
  return {
    absences,
    conduct,
    comment: writeComment(context, recipe, impression),
    ...(recipe.summer === undefined ? {} : { summerComment: commentAfterSummer(random, recipe.summer) }),
    ...(recipe.individualPlan === true ? { principalDecision: 'promoted' } : {}),
    ...(competitions === undefined ? {} : { competitions }),
    ...(certificates === undefined ? {} : { certificates }),
    ...(commendations === undefined ? {} : { commendations }),
  }
}

/** A pupil's year at a lower- or upper-secondary school, as the gradebook holds it. */
export const inventSecondaryYear = (context: YearContext): StudentYear => {
  const { pupil, classOfYear, isLastYear, random } = context
  const recipe: SecondaryRecipe =
    (isLastYear && pupil.case !== undefined ? secondaryRecipes[pupil.case] : undefined) ?? {}
  const subjects = inventSecondarySubjects(context, recipe)
  const entryDate = entryDateIn(context)
  const yearBefore = yearBeforeOf(context)
  return {
    profile: profileInYear(context),
    history: historyBefore(context),
    classId: classOfYear.schoolClass.classId,
    ...(entryDate === undefined ? {} : { entryDate }),
    bookLookupCode: pupil.bookLookupCode,
    yearLookupCode: random.hex(32),
    ...(yearBefore === undefined ? {} : { yearBefore }),
    ...(recipe.individualPlan === true ? { individualPlan: true } : {}),
    subjects,
    homeroom: inventHomeroom(context, recipe, subjects),
  }
}
