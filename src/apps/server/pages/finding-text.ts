import type { LookupFinding } from '../../../lookup/index.ts'
import { findingsInEnglish } from './findings-en.ts'
import { html, type Html } from './html.ts'
import type { Words } from './words.ts'

/** A finding as a sentence: in Vietnamese with its details, in English by its kind. */
export const findingText = ({ language }: Words, { code, at, text }: LookupFinding): Html => {
  const place = at === '' || at === 'file' || at === 'csdl' ? '' : ` (${at})`
  return language === 'vi' ? html`${text}${place}` : html`${findingsInEnglish[code]}${place}`
}
