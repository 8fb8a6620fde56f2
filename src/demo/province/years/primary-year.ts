import type { HomeroomRecord, LeveledSubject, StudentYear } from '../../../records/index.ts'
import type { SubjectLevel, TraitLevel } from '../../../shared/ratings.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import { findSubject } from '../../../shared/subjects.ts'
import type { CompetenceCode, QualityCode } from '../../../shared/traits.ts'
import { competencesOfGrade, generalCompetences, qualities } from '../../../shared/traits.ts'
import type { Achievement, PrimaryRecipe } from '../cases/primary-recipes.ts'
import { primaryRecipes } from '../cases/primary-recipes.ts'
import { commentOnLevel, longCommentOnLevel } from '../comments/primary-comments.ts'
import { commentOnTraits } from '../comments/trait-comments.ts'
import { inventCommendations } from '../distinctions.ts'
import { clamp } from '../marks/invent-marks.ts'
import type { YearContext } from './context.ts'
import { entryDateIn, historyBefore, profileInYear, yearBeforeOf } from './context.ts'

/** Score and level go together: 9 and 10 are Hoàn thành tốt, 5 and 6 Hoàn thành, between them the teacher decides. */
const levelFor = (score: number, isKeen: boolean): SubjectLevel =>
  score >= 9 || (score >= 7 && isKeen) ? 'T' : 'H'

const ordinaryAchievement = ({ pupil, random }: YearContext, subject: SubjectCode): Achievement => {
  const leaning = 0.5 * pupil.random.fork(`leaning/${subject}`).bell()
  const score = Math.round(clamp(8.3 + 1.1 * pupil.ability + leaning + 0.4 * random.bell(), 5, 10))
  return { score, level: levelFor(score, pupil.ability + 0.5 * random.bell() > -0.2) }
}

const inventSubject = (context: YearContext, recipe: PrimaryRecipe, subject: SubjectCode): LeveledSubject => {
  const { random, pupil, classOfYear } = context
  if (recipe.exempt?.includes(subject) === true) return { kind: 'leveled', subject, exempt: true }
  const { level, score } =
    recipe.subjects?.[subject] ?? recipe.everySubject ?? ordinaryAchievement(context, subject)
  const isTested =
    subject === 'TIENG_DAN_TOC' ||
    findSubject('primary', subject)?.testedInGrades?.includes(classOfYear.grade) === true
  const finalScore = isTested ? { finalScore: score } : {}
  const impression = { grade: classOfYear.grade, subject, calledBy: pupil.calledBy, level }
  const write = recipe.longComments === true && subject === 'TIENG_VIET' ? longCommentOnLevel : commentOnLevel
  const comment = write(random, isTested ? { ...impression, score } : impression)
  return { kind: 'leveled', subject, level, ...finalScore, comment }
}

type TraitLevels<Code> = readonly (readonly [Code, TraitLevel])[]

const inventLevels = <Code extends QualityCode | CompetenceCode>(
  { pupil, random }: YearContext,
  recipe: PrimaryRecipe,
  traits: readonly { readonly code: Code }[],
): TraitLevels<Code> =>
  traits.map(({ code }) => {
    const drawn = 0.6 * pupil.ability + 0.5 * pupil.discipline + 0.5 * random.bell() > -0.55 ? 'T' : 'Đ'
    const special: Partial<Record<string, TraitLevel>> = recipe.qualities ?? {}
    return [code, special[code] ?? recipe.everyTrait ?? drawn] as const
  })

const asRecord = <Code extends string>(levels: TraitLevels<Code>): Partial<Record<Code, TraitLevel>> =>
  Object.fromEntries(levels) as Partial<Record<Code, TraitLevel>>

const isGeneral = (code: CompetenceCode): boolean =>
  generalCompetences.some((general) => general.code === code)

const inventBody = ({ random, classOfYear, pupil }: YearContext): { heightCm: number; weightKg: string } => {
  const height =
    112 + 5.6 * classOfYear.grade + (pupil.profile.gender === 'male' ? 1 : 0) + 4.5 * random.bell()
  const weight = 17.5 + 3.1 * classOfYear.grade + 2.6 * random.bell()
  return { heightCm: Math.round(height), weightKg: (Math.round(2 * clamp(weight, 15, 60)) / 2).toString() }
}

const inventHomeroom = (
  context: YearContext,
  recipe: PrimaryRecipe,
  subjects: readonly LeveledSubject[],
): HomeroomRecord => {
  const { random, pupil, classOfYear } = context
  const ofQualities = inventLevels(context, recipe, qualities)
  const ofCompetences = inventLevels(context, recipe, competencesOfGrade(classOfYear.grade))
  const commendations = inventCommendations(random, 'primary')
  const isBright = subjects.every(({ level }) => level === 'T') && pupil.ability > 0.4
  return {
    absences: {
      excused: random.chance(0.4) ? 0 : random.integer(1, 6),
      unexcused: random.chance(0.06) ? random.integer(1, 2) : 0,
    },
    ...inventBody(context),
    qualities: asRecord(ofQualities),
    competences: asRecord(ofCompetences),
    qualitiesComment: commentOnTraits(random, pupil.calledBy, ofQualities),
    generalCompetencesComment: commentOnTraits(
      random,
      pupil.calledBy,
      ofCompetences.filter(([code]) => isGeneral(code)),
    ),
    specificCompetencesComment: commentOnTraits(
      random,
      pupil.calledBy,
      ofCompetences.filter(([code]) => !isGeneral(code)),
    ),
    ...(recipe.outstanding === true || (isBright && random.chance(0.5)) ? { outstanding: true } : {}),
    ...(recipe.principalDecision === undefined ? {} : { principalDecision: recipe.principalDecision }),
    ...(commendations === undefined ? {} : { commendations }),
  }
}

/** A pupil's year at a primary school, as the class's summary holds it (TT 27/2020). */
export const inventPrimaryYear = (context: YearContext): StudentYear => {
  const { pupil, classOfYear, isLastYear, random } = context
  const recipe: PrimaryRecipe =
    (isLastYear && pupil.case !== undefined ? primaryRecipes[pupil.case] : undefined) ?? {}
  const subjects = classOfYear.subjects.map((subject) => inventSubject(context, recipe, subject))
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
