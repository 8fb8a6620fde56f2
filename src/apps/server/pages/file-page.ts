import type { YearReport } from '../../../bookfile/index.ts'
import { listFileYears, type FileAnswer, type FileYear } from '../../../lookup/index.ts'
import { html, type Part } from './html.ts'
import { againLink, type Page } from './layout.ts'
import { recordSection } from './record.ts'
import { checkList, signatureTable, verdictBox, type Fact } from './result-parts.ts'
import type { Words } from './words.ts'

const factsOf = ({ result }: Words, { identity, version }: YearReport): readonly Fact[] => [
  [result.bookOf, html`<span lang="vi">${identity.fullName}</span>`],
  [result.school, html`<span lang="vi">${identity.schoolName}</span>`],
  [result.schoolYear, identity.schoolYear.replace('-', '–')],
  [result.version, version.number],
]

const content = (words: Words, years: readonly FileYear[]): Part =>
  years.length > 0 && [
    html`<p class="plain">${words.result.ownContent}</p>`,
    years.map(({ report }) => recordSection(words, report)),
  ]

/** What only the registry can add: that there is a newer version. */
const newerOf = ({ result }: Words, years: readonly FileYear[]): readonly string[] =>
  years.flatMap(({ newestVersion, report }) =>
    newestVersion !== undefined && newestVersion > report.version.number ? [result.newer(newestVersion)] : [],
  )

/** Of a file that is not genuine only the signatures that broke are named: nothing in it may look trustworthy. */
const trustworthy = ({ verdict, signatures }: FileAnswer): FileAnswer['signatures'] =>
  verdict === 'not-genuine' ? signatures.filter((one) => one.verdict !== 'passed') : signatures

/** The answer to a file that somebody brings: of a broken one, nothing but why. */
export const filePage = (
  answer: FileAnswer,
  { words, now }: { readonly words: Words; readonly now: Date },
): Page => {
  const years = listFileYears(answer)
  const [first] = years
  const isNoBook = answer.format === 'unknown' && answer.verdict === 'not-genuine'
  return {
    title: words.verdicts[answer.verdict].title,
    main: html`${verdictBox(words, answer.verdict, {
      now,
      facts: first === undefined ? [] : factsOf(words, first.report),
      more: [...(isNoBook ? [words.problems.notBook] : []), ...newerOf(words, years)],
    })}
    ${checkList(words, answer.checks)} ${signatureTable(words, trustworthy(answer))} ${content(words, years)}
    ${againLink(words)}`,
  }
}
