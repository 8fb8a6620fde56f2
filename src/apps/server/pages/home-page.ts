import type { PortalSettings } from '../portal-contract.ts'
import { fileForm, lookupForm, sampleList, type Typed } from './forms.ts'
import { html, type Html } from './html.ts'
import type { Page } from './layout.ts'
import type { VerdictWords, Words } from './words.ts'
import { icons } from './icons.ts'

/** A sentence above the forms that says what was missing or wrong with what was sent. */
export const noticeBox = ({ title, meaning }: VerdictWords, ...more: readonly (string | undefined)[]): Html =>
  html`<section class="verdict verdict-problem" role="alert">
    <div class="mark">${icons.indeterminate}</div>
    <div>
      <h1>${title}</h1>
      <p>${meaning}</p>
      ${more.map((text) => text !== undefined && html`<p>${text}</p>`)}
    </div>
  </section>`

const howToRead = ({ home }: Words): Html =>
  html`<section class="plain" aria-labelledby="how">
    <h2 id="how">${home.how}</h2>
    <ul>
      ${home.howText.map((text) => html`<li>${text}</li>`)}
    </ul>
  </section>`

const question = ({ home }: Words): Html =>
  html`<div class="lead">
    <h1>${home.title}</h1>
    <p>${home.lead}</p>
  </div>`

/** The first page: the question, the two ways to ask it, what may be tried, how to read the answer. */
export const homePage = (words: Words, settings: PortalSettings, typed: Typed = {}, box?: Html): Page => ({
  title: words.home.title,
  main: html`${box ?? question(words)}
    <div class="columns">
      ${lookupForm(words, settings, typed)}
      <div>${fileForm(words)} ${howToRead(words)}</div>
    </div>
    ${settings.demonstration && sampleList(words, settings.sampleCodes ?? [])}`,
})
