import type { PortalSettings, SampleCode } from '../portal-contract.ts'
import { icons } from './icons.ts'
import { html, type Html } from './html.ts'
import { addressIn } from './layout.ts'
import { formatDate } from '../../../shared/dates.ts'
import type { Words } from './words.ts'

/** What was typed before, to be typed no second time. The second datum is never sent back. */
export interface Typed {
  readonly code?: string
}

const hint = (id: string, text: string): Html => html`<span class="hint" id="${id}">${text}</span>`

/** The fields of the second datum, as the place's setting asks for it. */
export const datumFields = ({ home }: Words, { secondDatum }: Pick<PortalSettings, 'secondDatum'>): Html =>
  html` <div class="field">
      <label for="ngay-sinh">${home.birthDate}</label>
      ${hint('ngay-sinh-hint', home.birthDateHint)}
      <input
        id="ngay-sinh"
        name="ngay-sinh"
        inputmode="numeric"
        autocomplete="off"
        maxlength="10"
        placeholder="dd/mm/yyyy"
        aria-describedby="ngay-sinh-hint"
      />
    </div>
    ${
      secondDatum === 'birth-date-and-last-four' &&
      html`<div class="field">
        <label for="so-cuoi">${home.lastFour}</label>
        ${hint('so-cuoi-hint', home.lastFourHint)}
        <input
          id="so-cuoi"
          name="so-cuoi"
          class="short"
          inputmode="numeric"
          autocomplete="off"
          maxlength="4"
          pattern="[0-9A-Za-z]{4}"
          aria-describedby="so-cuoi-hint"
        />
      </div>`
    }`

/** The form for a lookup code, with the second datum where somebody has it. Works without a script. */
export const lookupForm = (words: Words, settings: PortalSettings, { code = '' }: Typed = {}): Html => {
  const { home, language } = words
  return html`<section class="card" aria-labelledby="by-code">
    <h2 id="by-code">${icons.code}${home.byCode}</h2>
    <form id="lookup" method="post" action="${addressIn(language, '/tra-cuu')}">
      <div class="field">
        <label for="ma">${home.code}</label>
        ${hint('ma-hint', home.codeHint)}
        <input
          id="ma"
          name="ma"
          class="code"
          value="${code}"
          maxlength="60"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          required
          aria-describedby="ma-hint"
        />
      </div>
      <div class="buttons">
        <button type="button" class="quiet" id="scan-camera" hidden>${home.camera}</button>
        <button type="button" class="quiet" id="scan-photo" hidden>${home.photo}</button>
        <input type="file" accept="image/*" id="photo" aria-label="${home.photoLabel}" hidden />
      </div>
      <fieldset>
        <legend>${home.optional}</legend>
        <div class="fields">${datumFields(words, settings)}</div>
        <p class="hint">${home.datumHint}</p>
      </fieldset>
      <div class="buttons"><button type="submit">${home.lookUp}</button></div>
    </form>
    <dialog id="scanner" aria-labelledby="scanner-note">
      <p id="scanner-note">${home.scanner}</p>
      <video id="scanner-video" muted playsinline></video>
      <button type="button" class="quiet" id="scanner-close">${home.close}</button>
    </dialog>
  </section>`
}

/** The form for a file: chosen, dropped or pasted. Works without a script. */
export const fileForm = ({ home, language }: Words): Html =>
  html`<section class="card" aria-labelledby="by-file">
    <h2 id="by-file">${icons.file}${home.byFile}</h2>
    <form
      id="verify"
      method="post"
      action="${addressIn(language, '/xac-thuc')}"
      enctype="multipart/form-data"
    >
      <div class="field drop">
        <label for="tep">${home.file}</label>
        ${hint('tep-hint', home.fileHint)}
        <input
          type="file"
          id="tep"
          name="tep"
          accept=".pdf,.xml,application/pdf,application/xml,text/xml"
          required
          aria-describedby="tep-hint"
        />
        <p class="hint only-script">${home.dropHere}</p>
      </div>
      <div class="buttons"><button type="submit">${home.verify}</button></div>
    </form>
  </section>`

/** A code alone, with the fields that open its record. */
export const openForm = (words: Words, settings: PortalSettings, code: string): Html =>
  html`<section class="card" aria-labelledby="open">
    <h2 id="open">${words.result.open}</h2>
    <p>${words.result.openHint}</p>
    <form id="lookup" method="post" action="${addressIn(words.language, '/tra-cuu')}">
      <input type="hidden" name="ma" value="${code}" />
      <div class="fields">${datumFields(words, settings)}</div>
      <div class="buttons"><button type="submit">${words.result.openButton}</button></div>
    </form>
  </section>`

const sampleItem = (words: Words, { code, birthDate, lastFour, text }: SampleCode): Html =>
  html`<li>
    <div>
      <strong id="${`mau-${code}`}" lang="vi">${text}</strong>
      <span class="code">${code}</span>
      <span class="hint">${formatDate(birthDate)} · ${lastFour}</span>
    </div>
    <form method="post" action="${addressIn(words.language, '/tra-cuu')}">
      <input type="hidden" name="ma" value="${code}" />
      <input type="hidden" name="ngay-sinh" value="${formatDate(birthDate)}" />
      <input type="hidden" name="so-cuoi" value="${lastFour}" />
      <button type="submit" class="quiet" id="${`mo-${code}`}" aria-labelledby="${`mo-${code} mau-${code}`}">
        ${words.home.sampleOpen}
      </button>
    </form>
  </li>`

/** Codes to try, where everything is invented. */
export const sampleList = (words: Words, samples: readonly SampleCode[]): Html | false =>
  samples.length > 0 &&
  html`<section class="card" aria-labelledby="samples">
    <h2 id="samples">${words.home.samples}</h2>
    <p>${words.home.samplesHint}</p>
    <ul class="samples">
      ${samples.map((sample) => sampleItem(words, sample))}
    </ul>
  </section>`
