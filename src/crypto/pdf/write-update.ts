import { Buffer } from 'node:buffer'
import { sha256Hex } from '../digest.ts'
import { lastRevision, type PdfDocument } from './document.ts'
import { reference, sourceOf } from './write-object.ts'
import { countOf, isArray, isString } from './values.ts'

/** The objects of an update while it is put together: number → source, Latin-1. */
export interface PdfDraft {
  readonly document: PdfDocument
  readonly objects: Map<number, string>
  /** The next free object number. */
  next: number
}

export const openDraft = (document: PdfDocument): PdfDraft => {
  const { trailer } = document.revisions[lastRevision(document)] ?? {}
  return { document, objects: new Map(), next: countOf(trailer?.entries.get('Size')) ?? 0 }
}

/** Keeps a new object and gives its number. */
export const addObject = (draft: PdfDraft, source: string): number => {
  draft.objects.set(draft.next, source)
  return draft.next++
}

/** A stream's source from its dictionary's entries and its bytes. */
export const streamSource = (entries: string, bytes: Uint8Array): string =>
  `<< ${entries} /Length ${bytes.length} >>\nstream\n${Buffer.from(bytes).toString('latin1')}\nendstream`

const xrefOf = (offsets: ReadonlyMap<number, number>): string => {
  const runs: number[][] = []
  for (const object of [...offsets.keys()].sort((one, other) => one - other)) {
    const run = runs.at(-1)
    if (run?.at(-1) === object - 1) run.push(object)
    else runs.push([object])
  }
  const entry = (object: number): string => `${String(offsets.get(object)).padStart(10, '0')} 00000 n \n`
  return runs.map((run) => `${run[0] ?? 0} ${run.length}\n${run.map(entry).join('')}`).join('')
}

// ISO 32000-1 §14.4: the first half stays, the second is new with each change.
const identifierSource = ({ document }: PdfDraft, body: string): string => {
  const trailer = document.revisions[lastRevision(document)]?.trailer
  const identifier = trailer?.entries.get('ID')
  const first = isArray(identifier) ? identifier.items[0] : undefined
  if (!isString(first)) return ''
  return `/ID [<${first.bytes.toString('hex')}> <${sha256Hex(body).slice(0, 32)}>]\n`
}

const trailerSource = (draft: PdfDraft, body: string): string => {
  const { document, next } = draft
  const last = document.revisions[lastRevision(document)]
  if (!last) return ''
  const [root = '', info] = ['Root', 'Info'].map((key) => sourceOf(document, last.trailer, key))
  const infoEntry = info === undefined ? '' : `/Info ${info}\n`
  const identifier = identifierSource(draft, body)
  return `trailer\n<<\n/Size ${next}\n/Root ${root}\n${infoEntry}${identifier}/Prev ${last.at}\n>>\n`
}

/** The bytes to be appended, Latin-1 (ISO 32000-1 §7.5.6). They open with a line end, which belongs to them. */
export const updateSource = (draft: PdfDraft): string => {
  const start = draft.document.bytes.length
  const offsets = new Map<number, number>()
  let body = '\n'
  for (const [object, source] of draft.objects) {
    offsets.set(object, start + body.length)
    body += `${object} 0 obj\n${source}\nendobj\n`
  }
  const at = start + body.length
  return `${body}xref\n${xrefOf(offsets)}${trailerSource(draft, body)}startxref\n${at}\n%%EOF\n`
}

export const referenceList = (objects: readonly number[]): string => objects.map(reference).join(' ')
