import type { SubjectResult, YearReport } from '../../bookfile/index.ts'
import { formatDate } from '../../shared/dates.ts'
import { lastGradeOfLevel } from '../../shared/education-level.ts'
import { awardNames, yearResultNames } from '../../shared/ratings.ts'
import {
  competences,
  competencesOfGrade,
  generalCompetences,
  qualities,
  type Trait,
} from '../../shared/traits.ts'
import type { RenditionInput } from '../input.ts'
import type { Content } from '../printable.ts'
import { homeroomBlock, principalBlock } from './signatures.ts'
import { dateLine, dayOf, schoolWithoutPrefix, spelledYear, withComma } from './words.ts'

/** A subject's name with the language or part in brackets apart: the form sets it on a second line. */
export const splitName = (name: string): readonly [string, string | undefined] => {
  const at = name.endsWith(')') ? name.indexOf(' (') : -1
  return at < 0 ? [keepLastWord(name), undefined] : [name.slice(0, at), name.slice(at + 1)]
}

/** A short last word is kept with the one before it: 'Lịch sử và / Địa lí', not 'Lịch sử và Địa / lí'. */
const keepLastWord = (name: string): string => name.replace(/ (?=\S{1,4}$)/u, '\u00a0')

const subjectRow = ({ name, exemption, level, finalScore, comment }: SubjectResult): Content => ({
  name: splitName(name),
  level: exemption === 'subject' ? 'Miễn' : level,
  score: finalScore === undefined ? undefined : `${finalScore}`,
  comment,
})

/** The rows at the end of the table that have no score: the form leaves them one empty cell between them. */
const unscoredTail = (subjects: readonly SubjectResult[]): number =>
  subjects.length - 1 - subjects.findLastIndex(({ finalScore }) => finalScore !== undefined)

type Level = { readonly code: string; readonly level: string }

/** The rows of the grade, and any other that was assessed; a row without result stays as the form has it. */
const traitRows = (
  traits: readonly Trait<string>[],
  expected: readonly Trait<string>[],
  results: readonly Level[],
): Content =>
  traits.flatMap((trait) => {
    const result = results.find(({ code }) => code === trait.code)
    return result === undefined && !expected.includes(trait)
      ? []
      : [{ name: trait.name, level: result?.level }]
  })

const isGeneral = ({ code }: Trait<string>): boolean =>
  generalCompetences.some((general) => general.code === code)

const traitTables = ({ summary, identity }: YearReport): Content => {
  const expected = competencesOfGrade(identity.grade)
  const [general, specific] = [
    competences.filter(isGeneral),
    competences.filter((trait) => !isGeneral(trait)),
  ]
  return [
    { rows: traitRows(qualities, qualities, summary.qualities), comment: summary.qualitiesComment },
    { rows: traitRows(general, expected, summary.competences), comment: summary.generalCompetencesComment },
    { rows: traitRows(specific, expected, summary.competences), comment: summary.specificCompetencesComment },
  ]
}

/** Khen thưởng: the year's award and whatever else was commended (TT 27/2020, Điều 13). */
export const commendationsOf = ({ summary: { award, commendations } }: YearReport): readonly string[] => [
  ...(award === undefined ? [] : [awardNames[award]]),
  ...commendations,
]

/** Mục 6: completion of the grade, of the level in its last grade, and promotion (TT 27/2020, Điều 11). */
const completionText = ({ identity: { grade }, summary }: YearReport): string => {
  const { completion, levelCompletion, decision } = summary
  const program = completion === undefined ? undefined : `chương trình lớp ${grade}`
  const grades = program && `${completion === true ? 'Hoàn thành' : 'Chưa hoàn thành'} ${program}`
  const level =
    levelCompletion === undefined
      ? undefined
      : `${levelCompletion ? 'Hoàn thành' : 'Chưa hoàn thành'} chương trình tiểu học`
  const promotion =
    decision === 'retained'
      ? `chưa được lên lớp, học lại lớp ${grade}`
      : grade === lastGradeOfLevel.primary
        ? undefined
        : `được lên lớp ${grade + 1}`
  const text = [level ?? grades, promotion].filter((part) => part !== undefined).join('; ')
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

const decidedByPrincipal = ({ summary: { principalDecision, decision } }: YearReport): string | undefined =>
  principalDecision === undefined
    ? undefined
    : `Hiệu trưởng quyết định ${decision === 'promoted' ? 'được lên lớp' : 'chưa được lên lớp'} ` +
      '(Điều 11 Thông tư 27/2020/TT-BGDĐT)'

const individualPlan = ({ summary }: YearReport): string | undefined =>
  summary.individualPlan === true
    ? 'Được đánh giá theo kế hoạch giáo dục cá nhân (Điều 8 Thông tư 27/2020/TT-BGDĐT)'
    : undefined

const numberText = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : `${value}`

/** The year's pages of a primary book (TT 27/2020, Phụ lục 1). */
export const primaryYearContent = (input: RenditionInput): Content => {
  const { cover, identity, subjects, summary } = input.report
  const { heightCm, weightKg, excusedAbsences, unexcusedAbsences, yearResult } = summary
  const signedAt = input.sealed.signatures.find(({ id }) => id === 's-hieutruong')?.signedAt ?? input.issuedAt
  return {
    name: identity.fullName,
    className: identity.className,
    school: schoolWithoutPrefix(cover.school.name),
    schoolYear: spelledYear(identity.schoolYear),
    height: heightCm === undefined ? undefined : `${heightCm} cm`,
    weight: weightKg === undefined ? undefined : `${withComma(weightKg)} kg`,
    excused: numberText(excusedAbsences),
    unexcused: numberText(unexcusedAbsences),
    subjects: subjects.map(subjectRow),
    unscoredTail: unscoredTail(subjects),
    traits: traitTables(input.report),
    result: yearResult === undefined ? undefined : yearResultNames[yearResult],
    commendations: commendationsOf(input.report),
    completion: completionText(input.report),
    notes: [decidedByPrincipal(input.report), individualPlan(input.report)].filter(
      (note) => note !== undefined,
    ),
    date: dateLine(summary.signingPlace, signedAt),
    signedOn: formatDate(dayOf(signedAt)),
    principal: principalBlock(input),
    homeroom: homeroomBlock(input),
  }
}
