import { html, type Html } from './html.ts'

const drawing = (name: string, shape: Html): Html =>
  html`<svg class="icon icon-${name}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`

/** Small pictures that stand beside words, never instead of them. */
export const icons = {
  book: drawing('book', html`<path d="M4 4h7v16H4zM13 4h7v16h-7z" />`),
  passed: drawing('passed', html`<path d="M4 12.5l5.5 5.5L20 6.5" />`),
  failed: drawing('failed', html`<path d="M5 5l14 14M19 5L5 19" />`),
  indeterminate: drawing(
    'indeterminate',
    html`<path d="M8 9a4 4 0 1 1 5.5 3.7c-1 .5-1.5 1.2-1.5 2.3M12 19v.5" />`,
  ),
  'not-done': drawing('not-done', html`<path d="M5 12h14" />`),
  replaced: drawing('replaced', html`<path d="M4 8h13l-4-4M20 16H7l4 4" />`),
  file: drawing('file', html`<path d="M6 3h8l4 4v14H6zM14 3v4h4" />`),
  code: drawing('code', html`<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2z" />`),
} as const
