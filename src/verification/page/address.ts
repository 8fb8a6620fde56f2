import type { DocumentFacts } from '../../crypto/pdf/index.ts'
import type { TextRun } from './text/read-runs.ts'

const longestAddress = 200

const isAddress = (text: string): boolean => {
  if (text.length > longestAddress || !URL.canParse(text)) return false
  return ['http:', 'https:'].includes(new URL(text).protocol)
}

const printed = /nhậpmãtracứutại([!-~]{1,200}?),đểkiểmtra/u

/** By the foot of the page, which leaves out scheme and last slash. */
const listGuesses = (runs: readonly TextRun[]): readonly string[] => {
  const text = runs.map((run) => run.text).join('')
  const site = printed.exec(text.normalize('NFC').replace(/\s+/gu, ''))?.[1]
  return site === undefined ? [] : [`https://${site}/`, `http://${site}/`]
}

/** With it a page that names no address is made anew all the same, to be told apart from the file's. */
const nowhere = 'http://localhost/'

/**
 * Where a page may lead its readers, the likeliest first: by the reason that its seal states, the verifier's own, by
 * the foot of the page. Nobody's word is taken for it: only the right one gives a page of the same bytes.
 */
export function* listAddresses(
  { signatures }: DocumentFacts,
  own: string | undefined,
  readPage: () => readonly TextRun[],
): Generator<string> {
  const stated = /https?:\/\/\S+/.exec(signatures[0]?.reason ?? '')?.[0]
  const tried = new Set<string>()
  const fresh = (addresses: readonly (string | undefined)[]): readonly string[] =>
    addresses.filter((one) => one !== undefined && !tried.has(one) && isAddress(one)) as readonly string[]
  for (const address of fresh([stated, own])) {
    if (tried.has(address)) continue
    tried.add(address)
    yield address
  }
  yield* fresh(listGuesses(readPage()))
  if (tried.size === 0) yield nowhere
}

/** The host of an address, with its port. */
export const hostOf = (address: string): string => new URL(address).host
