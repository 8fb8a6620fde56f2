import type { SubjectResult, YearReport } from '../../../bookfile/index.ts'
import { html, type Html, type Part } from './html.ts'
import type { Words } from './words.ts'

/** '8.0' as Vietnamese readers write it, in both languages: that is how the book has it. */
export const withComma = (value: string): string => value.replace('.', ',')

const valueText = (words: Words, value: string | undefined): string | undefined =>
  value === 'pass' || value === 'not-pass' ? words.record.values[value] : value && withComma(value)

/** A cell that says its heading itself where a narrow screen shows no headings. */
const cell = (label: string, content: Part): Html =>
  html`<td class="mark-cell" data-label="${label}">${content}</td>`

const lastCells = ({ record }: Words, { comment, exemption, substitute, teacher }: SubjectResult): Part => [
  html`<td class="comment">
    ${exemption === 'practice' && html`<em>${record.practiceExempt}.</em> `}<span lang="vi">${comment}</span>
  </td>`,
  html`<td class="teacher" data-label="${record.teacher}" lang="vi">${(substitute ?? teacher).fullName}</td>`,
]

/** The values of a row, under the headings of its table; one across all for a subject left out. */
const valuesOf = (words: Words, subject: SubjectResult): readonly Part[] => {
  const { term1, term2, year, reassessed, level, finalScore, assessedBy } = subject
  return assessedBy === 'level'
    ? [level && words.record.levels[level], finalScore]
    : [term1, term2, year, reassessed].map((value) => valueText(words, value))
}

const subjectRow = (words: Words, subject: SubjectResult, headings: readonly string[]): Html => {
  const values = valuesOf(words, subject)
  return html`<tr>
    <th scope="row" lang="vi">${subject.name}</th>
    ${
      subject.exemption === 'subject'
        ? html`<td class="mark-cell" colspan="${headings.length}">${words.record.exempt}</td>`
        : headings.map((heading, index) => cell(heading, values[index]))
    }
    ${lastCells(words, subject)}
  </tr>`
}

const headingsOf = ({ record }: Words, { cover, subjects }: YearReport): readonly string[] => {
  if (cover.level === 'primary') return [record.level, record.score]
  const hasReassessed = subjects.some(({ reassessed }) => reassessed !== undefined)
  return [record.term1, record.term2, record.year, ...(hasReassessed ? [record.reassessed] : [])]
}

/** The year's subjects as a table, in the order of the official form. */
export const subjectTable = (words: Words, report: YearReport): Html => {
  const { record } = words
  const headings = headingsOf(words, report)
  const id = `mon-${report.identity.schoolYear}`
  return html`<h3 id="${id}">${record.subjects}</h3>
    <div class="scroll" role="group" aria-labelledby="${id}" tabindex="0">
      <table class="subjects">
        <thead>
          <tr>
            <th scope="col">${record.subject}</th>
            ${headings.map((heading) => html`<th scope="col" class="mark-cell">${heading}</th>`)}
            <th scope="col">${record.comment}</th>
            <th scope="col">${record.teacher}</th>
          </tr>
        </thead>
        <tbody>
          ${report.subjects.map((subject) => subjectRow(words, subject, headings))}
        </tbody>
      </table>
    </div>`
}
