import type { YearReport } from '../../../bookfile/index.ts'
import { formatDate } from '../../../shared/dates.ts'
import { lastGradeOfLevel } from '../../../shared/education-level.ts'
import type { Rating } from '../../../shared/ratings.ts'
import { competences, qualities, type Trait } from '../../../shared/traits.ts'
import { html, type Html, type Part } from './html.ts'
import { subjectTable } from './record-subjects.ts'
import { factList, type Fact } from './result-parts.ts'
import type { Words } from './words.ts'

const studentFacts = ({ record }: Words, { cover, identity }: YearReport): readonly Fact[] => [
  [record.student, html`<span lang="vi">${identity.fullName}</span>`],
  [record.birthDate, formatDate(identity.birthDate)],
  [record.gender, record.genders[cover.student.gender]],
  [record.code, identity.studentCode],
  [record.className, identity.className],
]

const decisionText = ({ record }: Words, { cover, identity, summary }: YearReport): string => {
  if (summary.decision === 'retained') return record.retained(identity.grade)
  return identity.grade === lastGradeOfLevel[cover.level]
    ? record.finished(identity.grade)
    : record.promoted(identity.grade + 1)
}

const absences = ({ record }: Words, { summary }: YearReport): Fact | undefined => {
  const { excusedAbsences, unexcusedAbsences } = summary
  return excusedAbsences === undefined && unexcusedAbsences === undefined
    ? undefined
    : [record.absences, record.absencesText(excusedAbsences ?? 0, unexcusedAbsences ?? 0)]
}

const commendations = (
  { record }: Words,
  { summary: { award, commendations: others } }: YearReport,
): Fact | undefined => {
  const all: readonly Part[] = [
    ...(award === undefined ? [] : [record.awards[award]]),
    ...others.map((text) => html`<span lang="vi">${text}</span>`),
  ]
  return all.length === 0 ? undefined : [record.award, all.map((one, place) => [place > 0 && '; ', one])]
}

const resultFacts = (words: Words, report: YearReport): readonly (Fact | undefined)[] => {
  const { record } = words
  const { yearResult } = report.summary
  return [
    yearResult === undefined ? undefined : [record.yearResult, record.yearResults[yearResult]],
    [record.decision, html`<strong>${decisionText(words, report)}</strong>`],
    commendations(words, report),
    absences(words, report),
  ]
}

type TermRatings = readonly (Rating | undefined)[]

const ratingTable = ({ record }: Words, { summary: { conduct, learning } }: YearReport): Html | false => {
  if (conduct === undefined && learning === undefined) return false
  const afterSummer = [learning?.afterReassessment, conduct?.afterSummer]
  const hasSummer = afterSummer.some((rating) => rating !== undefined)
  const rows: readonly (readonly [string, TermRatings])[] = [
    [record.learning, [learning?.term1, learning?.term2, learning?.year, learning?.afterReassessment]],
    [record.conduct, [conduct?.term1, conduct?.term2, conduct?.year, conduct?.afterSummer]],
  ]
  const headings = [record.term1, record.term2, record.year, ...(hasSummer ? [record.afterSummer] : [])]
  return html`<div class="scroll" role="group" aria-label="${record.results}" tabindex="0">
    <table class="ratings">
      <thead>
        <tr>
          <th scope="col">${record.results}</th>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, values]) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${headings.map((_, index) => html`<td>${ratingText(record, values[index])}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

const ratingText = (record: Words['record'], rating: Rating | undefined): string | undefined =>
  rating && record.ratings[rating]

interface Assessed {
  readonly code: string
  readonly level: 'T' | 'Đ' | 'C'
}

const traitList = (
  { record }: Words,
  title: string,
  traits: readonly Trait<string>[],
  results: readonly Assessed[],
  comments: readonly (string | undefined)[],
): Html | false =>
  results.length > 0 &&
  html`<div>
    <h4>${title}</h4>
    <dl class="facts compact" lang="vi">
      ${traits.flatMap(({ code, name }) => {
        const result = results.find((one) => one.code === code)
        return result === undefined
          ? []
          : [
              html`<div>
                <dt>${name}</dt>
                <dd>${record.traitLevels[result.level]}</dd>
              </div>`,
            ]
      })}
    </dl>
    ${comments.map((comment) => comment !== undefined && html`<p lang="vi">${comment}</p>`)}
  </div>`

const traits = (words: Words, { summary }: YearReport): Part => {
  const { record } = words
  const { generalCompetencesComment, specificCompetencesComment, qualitiesComment } = summary
  return html`<div class="columns">
    ${traitList(words, record.qualities, qualities, summary.qualities, [qualitiesComment])}
    ${traitList(words, record.competences, competences, summary.competences, [
      generalCompetencesComment,
      specificCompetencesComment,
    ])}
  </div>`
}

const comments = ({ record }: Words, { summary }: YearReport): Part => [
  [summary.comment, summary.summerComment].map(
    (comment) =>
      comment !== undefined &&
      html`<figure class="quote">
        <blockquote lang="vi">${comment}</blockquote>
        <figcaption>${record.homeroomComment}</figcaption>
      </figure>`,
  ),
  factList([
    [record.homeroomTeacher, html`<span lang="vi">${summary.homeroomTeacher.fullName}</span>`],
    [record.approver, html`<span lang="vi">${summary.approver.fullName}</span>`],
  ]),
]

/** What one year of a book says, as a page that one likes to read. */
export const recordSection = (words: Words, report: YearReport): Html => {
  const { identity } = report
  const id = `nam-${identity.schoolYear}`
  return html`<section class="card record" aria-labelledby="${id}">
    <h2 id="${id}">
      ${words.record.title} – ${words.result.schoolYear.toLowerCase()}
      ${identity.schoolYear.replace('-', '–')}
    </h2>
    <p class="school" lang="vi">${identity.schoolName}, ${report.cover.school.province.name}</p>
    ${factList(studentFacts(words, report))} ${factList(resultFacts(words, report))}
    ${ratingTable(words, report)} ${subjectTable(words, report)}
    ${report.summary.qualities.length > 0 && traits(words, report)} ${comments(words, report)}
  </section>`
}
