import { historyOf, type LookupVerdict, type MaskedYear, type OpenedYear } from '../../../lookup/index.ts'
import { formatDate } from '../../../shared/dates.ts'
import type { PortalPorts } from '../portal-contract.ts'
import { openForm } from './forms.ts'
import { html, type Html, type Part } from './html.ts'
import { againLink, type Page } from './layout.ts'
import { dayTextOf } from './moments.ts'
import { recordSection } from './record.ts'
import {
  checkList,
  historyList,
  signatureTable,
  standingReasons,
  verdictBox,
  type Fact,
} from './result-parts.ts'
import type { Words } from './words.ts'

/** What every answer page is made with. */
export interface Answering {
  readonly words: Words
  readonly ports: PortalPorts
  readonly now: Date
}

/** Several years one below the other, each with its verdict, and a way to each; one alone stands alone. */
const yearList = <T extends { readonly verdict: LookupVerdict }>(
  words: Words,
  years: readonly T[],
  yearOf: (year: T) => string,
): Html | false =>
  years.length > 1 &&
  html`<nav class="years" aria-label="${words.result.years}">
    <p>${words.result.years}</p>
    <ul>
      ${years.map((year) => html`<li><a href="#${`ket-qua-${yearOf(year)}`}">${yearOf(year).replace('-', '–')}</a> <span class="pill verdict-${year.verdict}">${words.verdicts[year.verdict].title}</span></li>`)}
    </ul>
  </nav>`

/** The year that an answer begins with: the newest. */
const newestFirst = <T>(years: readonly T[], yearOf: (year: T) => string): readonly T[] =>
  years.toSorted((one, other) => yearOf(other).localeCompare(yearOf(one)))

const maskedFacts = ({ result }: Words, year: MaskedYear): readonly Fact[] => [
  [result.bookOf, year.maskedName],
  [result.school, html`<span lang="vi">${year.schoolName}</span>`],
  [result.schoolYear, year.schoolYear.replace('-', '–')],
  [result.version, year.version],
]

/** The answer to whoever holds a code alone: the verdict and initials. */
export const maskedPage = (
  years: readonly MaskedYear[],
  code: string,
  { words, ports, now }: Answering,
): Page => {
  const yearOf = ({ schoolYear }: MaskedYear): string => schoolYear
  const ordered = newestFirst(years, yearOf)
  const [newest] = ordered
  return {
    title: newest === undefined ? words.site : words.verdicts[newest.verdict].title,
    path: `/${code}`,
    main: html`${yearList(words, ordered, yearOf)}
    ${ordered.map(
      (year, index) =>
        html`<div id="${`ket-qua-${year.schoolYear}`}">
          ${verdictBox(words, year.verdict, { facts: maskedFacts(words, year), now })}
          ${index === 0 && openForm(words, ports.settings, code)} ${historyList(words, year.history)}
          ${checkList(words, year.checks)}
        </div>`,
    )}
    ${againLink(words)}`,
  }
}

const openedFacts = ({ result }: Words, { report, shown }: OpenedYear): readonly Fact[] => [
  [result.bookOf, html`<span lang="vi">${report.identity.fullName}</span>`],
  [result.school, html`<span lang="vi">${report.identity.schoolName}</span>`],
  [result.schoolYear, report.identity.schoolYear.replace('-', '–')],
  [result.version, shown.version],
  [result.issued, dayTextOf(shown.issuedAt)],
  [result.effective, `${formatDate(shown.expectedEffectiveDate)} (${result.expected})`],
]

const downloads = ({ result }: Words, files: { readonly xml: string; readonly pdf?: string }): Html =>
  html`<section class="card">
    <h2>${result.files}</h2>
    <div class="buttons">
      ${files.pdf !== undefined && html`<a class="button" href="${files.pdf}" download>${result.pdf}</a>`}
      <a class="button quiet" href="${files.xml}" download>${result.xml}</a>
    </div>
    <p class="hint">${result.filesHint}</p>
  </section>`

/** One year with its evidence: verdict, files, content, checks, signatures. */
const openedYear = (year: OpenedYear, { words, ports, now }: Answering): Part =>
  html`<div id="${`ket-qua-${year.found.identity.schoolYear}`}">
    ${verdictBox(words, year.verdict, {
      facts: openedFacts(words, year),
      more: standingReasons(words, year.checks),
      now,
    })}
    ${downloads(words, ports.fileLinks(year))} ${recordSection(words, year.report)}
    ${historyList(words, historyOf(year.found))} ${checkList(words, year.checks)}
    ${signatureTable(words, year.signatures, `ky-${year.found.identity.schoolYear}`)}
  </div>`

/** The answer to whoever holds code and second datum: the record, its evidence and both files. */
export const openedPage = (years: readonly OpenedYear[], answering: Answering): Page => {
  const { words } = answering
  const yearOf = ({ found }: OpenedYear): string => found.identity.schoolYear
  const ordered = newestFirst(years, yearOf)
  const [newest] = ordered
  return {
    title: newest === undefined ? words.site : words.verdicts[newest.verdict].title,
    main: html`${yearList(words, ordered, yearOf)} ${ordered.map((year) => openedYear(year, answering))}
    ${againLink(words)}`,
  }
}
