import type { Check, LookupVerdict, MaskedYear } from '../../../lookup/index.ts'
import type { SignatureReport } from '../../../verification/index.ts'
import { icons } from './icons.ts'
import { html, type Html, type Part } from './html.ts'
import { dayTextOf, momentText, timeOf } from './moments.ts'
import { findingText } from './finding-text.ts'
import type { Words } from './words.ts'

const verdictIcons: Readonly<Record<LookupVerdict, Html>> = {
  'in-force': icons.passed,
  replaced: icons.replaced,
  revoked: icons.failed,
  unregistered: icons.indeterminate,
  'not-genuine': icons.failed,
  'not-checked': icons.indeterminate,
}

/** One line of a list of facts; none where there is no fact. */
export type Fact = readonly [string, Part]

/** A list of facts: what, and which. */
export const factList = (facts: readonly (Fact | undefined)[]): Html =>
  html`<dl class="facts">
    ${facts.map(
      (fact) =>
        fact &&
        html`<div>
          <dt>${fact[0]}</dt>
          <dd>${fact[1]}</dd>
        </div>`,
    )}
  </dl>`

/** The verdict, before anything else: a large word with its meaning, whose book it is, when it was checked. */
export const verdictBox = (
  words: Words,
  verdict: LookupVerdict,
  {
    facts = [],
    more = [],
    now,
  }: {
    readonly facts?: readonly (Fact | undefined)[]
    readonly more?: readonly Part[]
    readonly now: Date
  },
): Html => {
  const { title, meaning } = words.verdicts[verdict]
  return html`<section class="verdict verdict-${verdict}">
    <div class="mark">${verdictIcons[verdict]}</div>
    <div>
      <h1>${title}</h1>
      <p>${meaning}</p>
      ${more.map((text) => html`<p>${text}</p>`)} ${facts.length > 0 && factList(facts)}
      <p class="when">${words.result.checkedAt(timeOf(now), dayTextOf(now))}. ${words.result.address}</p>
    </div>
  </section>`
}

const checkItem = (words: Words, { name, outcome, findings }: Check): Html =>
  html`<li class="check check-${outcome}">
    ${icons[outcome]}
    <div>
      <h3>${words.checks[name].title} <span class="outcome">${words.outcomes[outcome]}</span></h3>
      <p>${words.checks[name][outcome]}</p>
      ${
        findings.length > 0 &&
        html`<ul>
          ${findings.slice(0, mostFindings).map((finding) => html`<li>${findingText(words, finding)}</li>`)}
        </ul>`
      }
    </div>
  </li>`

const mostFindings = 8

/** Why a book does not stand in force any more, in the registry's own words. */
export const standingReasons = (words: Words, checks: readonly Check[]): readonly Html[] =>
  checks
    .filter(({ name, outcome }) => name === 'registry-status' && outcome === 'failed')
    .flatMap(({ findings }) => findings.map((finding) => findingText(words, finding)))

/** Every check by its name, those that were not done too. */
export const checkList = (words: Words, checks: readonly Check[]): Html =>
  html`<section class="card">
    <h2>${words.result.checks}</h2>
    <ul class="checks">
      ${checks.map((check) => checkItem(words, check))}
    </ul>
  </section>`

const signatureRow = (
  words: Words,
  { id, role, signer, signedAt, certificateSerial, verdict }: SignatureReport,
): Html =>
  html`<tr>
    <td data-label="${words.result.role}">
      ${role === null ? words.noRole : words.roles[role]}${id.startsWith('s-bia') && ` (${words.result.cover})`}
    </td>
    <th scope="row" lang="vi">${signer}</th>
    <td data-label="${words.result.signedAt}">${momentText(signedAt)}</td>
    <td class="serial" data-label="${words.result.serial}">${certificateSerial?.toUpperCase()}</td>
    <td class="state state-${verdict}" data-label="${words.result.state}">
      ${words.signatureVerdicts[verdict]}
    </td>
  </tr>`

/** Who signed, as what, when, and with which certificate. */
export const signatureTable = (
  words: Words,
  signatures: readonly SignatureReport[],
  id = 'signatures',
): Html | false => {
  const { result } = words
  return (
    signatures.length > 0 &&
    html`<section class="card">
      <h2 id="${id}">${result.signatures}</h2>
      <div class="scroll" role="group" aria-labelledby="${id}" tabindex="0">
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">${result.role}</th>
              <th scope="col">${result.signer}</th>
              <th scope="col">${result.signedAt}</th>
              <th scope="col">${result.serial}</th>
              <th scope="col">${result.state}</th>
            </tr>
          </thead>
          <tbody>
            ${signatures.map((signature) => signatureRow(words, signature))}
          </tbody>
        </table>
      </div>
    </section>`
  )
}

/** Every version with where it stands; nothing where there was only ever one in force. */
export const historyList = (words: Words, history: MaskedYear['history']): Html | false =>
  (history.length > 1 || history.some(({ status }) => status !== 'in-force')) &&
  html`<section class="card">
    <h2>${words.result.history}</h2>
    <ol class="history">
      ${history.map(
        ({ version, status, at }) =>
          html`<li class="status-${status}">
            <strong>${words.result.version} ${version}</strong>: ${words.statuses[status]}
            (${words.result.since.toLowerCase()} ${dayTextOf(at)})
          </li>`,
      )}
    </ol>
  </section>`
