import { icons } from './icons.ts'
import { html, type Html, type Part } from './html.ts'
import type { Words } from './words.ts'

/** Where the page's own files are, and what the place says of itself. */
export interface Surroundings {
  readonly words: Words
  readonly assets: {
    readonly style: string
    readonly script: string
    readonly scanner: string
    readonly worker: string
    readonly fonts: readonly string[]
  }
  readonly demonstration: boolean
  readonly maxFileBytes: number
}

/** A page's own part: its title, what it shows, and which address shows it in the other language. */
export interface Page {
  readonly title: string
  readonly main: Part
  /** The path that gives the same page in the other language; '/' where a form was sent. */
  readonly path?: string
}

/** An address of these pages in a language: Vietnamese needs no word for it. */
export const addressIn = (language: 'vi' | 'en', path: string): string =>
  language === 'vi' ? path : `${path}?lang=en`

/** The way back to the forms, below every answer. */
export const againLink = ({ language, result }: Words): Html =>
  html`<nav class="again" aria-label="${result.again}">
    <a class="button quiet" href="${addressIn(language, '/')}">${result.again}</a>
  </nav>`

const head = ({ words, assets }: Surroundings, { title }: Page): Html =>
  html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} – ${words.site}</title>
    <meta name="robots" content="noindex, nofollow" />
    <meta name="description" content="${words.siteNote}" />
    <meta name="theme-color" content="#123a63" />
    <link rel="icon" href="data:," />
    ${assets.fonts.map((font) => html`<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin />`)}
    <link rel="stylesheet" href="${assets.style}" />
  </head>`

const script = ({ words, assets, maxFileBytes }: Surroundings): Html =>
  html`<script
    type="module"
    id="portal-script"
    src="${assets.script}"
    data-scanner="${assets.scanner}"
    data-worker="${assets.worker}"
    data-max-bytes="${maxFileBytes}"
    data-reading="${words.script.reading}"
    data-no-code="${words.script.noCode}"
    data-no-camera="${words.script.noCamera}"
    data-checking="${words.script.checking}"
    data-too-large="${words.script.tooLarge}"
    data-drop-here="${words.script.dropHere}"
  ></script>`

/** Writes a whole page: the same head, foot and language switch around each. */
export const writePage = (surroundings: Surroundings, page: Page): string => {
  const { words, demonstration } = surroundings
  const { language, other } = words
  return html`<!doctype html>
    <html lang="${language}">
      ${head(surroundings, page)}
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        <header class="site">
          <div class="wide">
            <a class="brand" href="${addressIn(language, '/')}">${icons.book}<span>${words.site}</span></a>
            <a
              class="language"
              href="${addressIn(other.name === 'en' ? 'en' : 'vi', page.path ?? '/')}"
              lang="${other.name}"
              hreflang="${other.name}"
              >${other.label}</a
            >
          </div>
        </header>
        ${demonstration && html`<aside class="demonstration">${words.demonstration}</aside>`}
        <main id="main" class="wide" tabindex="-1">
          <p id="notice" role="status" aria-live="polite"></p>
          ${page.main}
        </main>
        <footer class="site">
          <div class="wide">
            <p>${words.footer}</p>
            <p><a href="/truong/">${words.school}</a></p>
            <p><a href="/api/docs">${words.api}</a></p>
          </div>
        </footer>
        ${script(surroundings)}
      </body>
    </html> `.markup
}
