import { allowedChanges, type AllowedKind } from './allowed-changes.ts'
import { findObject, placeOf, type PdfDocument } from './document.ts'
import { referencesIn, type PdfUpdate } from './update.ts'
import { entryOf, isArray, isSameValue, nameOf, type PdfObject, type PdfValue } from './values.ts'

/** What kind of object a revision wrote without being allowed to. */
export type ForbiddenKind =
  'trailer' | 'removed' | 'catalog' | 'page' | 'annotation' | 'attachment' | 'signature' | 'stream' | 'other'

/** One object that a revision wrote: new, changed or removed. */
export interface PdfChange {
  readonly object: number
  readonly kind: AllowedKind | ForbiddenKind
  readonly isAllowed: boolean
}

/** What a revision after the first wrote (sửa đổi sau bản gốc). */
export interface PdfRevisionChanges {
  readonly revision: number
  readonly changes: readonly PdfChange[]
}

const kindOfType: Readonly<Record<string, ForbiddenKind>> = {
  Catalog: 'catalog',
  Page: 'page',
  Pages: 'page',
  Annot: 'annotation',
  Filespec: 'attachment',
  EmbeddedFile: 'attachment',
  Sig: 'signature',
}

const forbiddenKind = (one: PdfObject | undefined): ForbiddenKind => {
  if (!one) return 'removed'
  const type = nameOf(entryOf(one.value, 'Type'))
  const known = type !== undefined && Object.hasOwn(kindOfType, type) ? kindOfType[type] : undefined
  return known ?? (one.stream ? 'stream' : 'other')
}

const firstOf = (value: PdfValue | undefined): PdfValue | undefined =>
  isArray(value) ? value.items[0] : undefined

const trailerKeys = ['Size', 'Root', 'Info', 'ID', 'Prev']

/** The trailer may grow and point back; what it calls the root of everything stays (ISO 32000-1 §14.4 on ID). */
const isTrailerKept = ({ revisions }: PdfDocument, revision: number): boolean => {
  const [before, after] = [revisions[revision - 1]?.trailer.entries, revisions[revision]?.trailer.entries]
  if (!before || !after) return false
  return (
    [...after.keys()].every((key) => trailerKeys.includes(key)) &&
    ['Root', 'Info'].every((key) => isSameValue(before.get(key), after.get(key))) &&
    isSameValue(firstOf(before.get('ID')), firstOf(after.get('ID'))) &&
    Number(after.get('Size')) >= Number(before.get('Size'))
  )
}

const changesOf = (update: PdfUpdate): PdfRevisionChanges => {
  const { document, after: revision } = update
  const allowed = allowedChanges(update)
  const changes = [...(document.revisions[revision]?.entries.keys() ?? [])].map((object): PdfChange => {
    const kind = allowed.get(object)
    const isRemoved = placeOf(document, object, revision) === undefined
    return kind === undefined || isRemoved
      ? { object, kind: forbiddenKind(findObject(document, object, revision)), isAllowed: false }
      : { object, kind, isAllowed: true }
  })
  const trailer: readonly PdfChange[] = isTrailerKept(document, revision)
    ? []
    : [{ object: 0, kind: 'trailer', isAllowed: false }]
  return { revision, changes: [...trailer, ...changes] }
}

/** What every revision after the first wrote; `objects` are all of them by revision. Below `withoutFault` only. */
export const listRevisionChanges = (
  document: PdfDocument,
  objects: readonly (readonly PdfObject[])[],
): readonly PdfRevisionChanges[] => {
  const spokenOf = new Set<number>()
  return document.revisions.slice(1).map((_, before) => {
    const values = [
      document.revisions[before]?.trailer ?? null,
      ...(objects[before] ?? []).map(({ value }) => value),
    ]
    for (const value of values) for (const object of referencesIn(value)) spokenOf.add(object)
    return changesOf({ document, before, after: before + 1, spokenOf })
  })
}
