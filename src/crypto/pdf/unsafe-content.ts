import { arrayOf, catalogOf, dictionaryOf, type PdfDocument } from './document.ts'
import { listPages } from './pages.ts'
import {
  childrenOf,
  entryOf,
  isArray,
  isDictionary,
  nameOf,
  type PdfDictionary,
  type PdfObject,
  type PdfValue,
} from './values.ts'

/** What a page must not hold, since it could show something else to somebody else, or act. */
export type UnsafeKind =
  'script' | 'action' | 'external' | 'hidden-layer' | 'form-field' | 'annotation' | 'alternate' | 'multimedia'

export interface UnsafeContent {
  readonly kind: UnsafeKind
  readonly object: number
}

// Keys that no plain page needs, wherever they stand (ISO 32000-1; ISO 19005-3 §6.1-6.6 forbids most of them too).
const unsafeKeys: ReadonlyMap<string, UnsafeKind> = new Map(
  Object.entries<UnsafeKind>({
    JS: 'script',
    JavaScript: 'script',
    AA: 'action',
    OC: 'hidden-layer',
    OCProperties: 'hidden-layer',
    OCGs: 'hidden-layer',
    XFA: 'form-field',
    NeedAppearances: 'form-field',
    Alternates: 'alternate',
    AlternatePresentations: 'alternate',
    Collection: 'alternate',
    PresSteps: 'alternate',
    Templates: 'alternate',
    OPI: 'external',
    RichMediaContent: 'multimedia',
    RichMediaSettings: 'multimedia',
  }),
)

const unsafeActions: ReadonlyMap<string, UnsafeKind> = new Map(
  Object.entries<UnsafeKind>({
    JavaScript: 'script',
    Launch: 'action',
    ImportData: 'action',
    SubmitForm: 'action',
    ResetForm: 'action',
    Hide: 'action',
    Named: 'action',
    SetOCGState: 'hidden-layer',
    GoToR: 'external',
    GoToE: 'external',
    Thread: 'external',
    Rendition: 'multimedia',
    Movie: 'multimedia',
    Sound: 'multimedia',
    Trans: 'action',
    GoTo3DView: 'multimedia',
  }),
)

const unsafeTypes: ReadonlyMap<string, UnsafeKind> = new Map(
  Object.entries<UnsafeKind>({
    OCG: 'hidden-layer',
    OCMD: 'hidden-layer',
    Rendition: 'multimedia',
  }),
)

const kindIn = (kinds: ReadonlyMap<string, UnsafeKind>, name: string | undefined): readonly UnsafeKind[] => {
  const kind = name === undefined ? undefined : kinds.get(name)
  return kind === undefined ? [] : [kind]
}

const isOutside = ({ entries }: PdfDictionary): boolean =>
  // A file specification without its file names one outside.
  (nameOf(entries.get('Type')) === 'Filespec' && !entries.has('EF')) || nameOf(entries.get('FS')) === 'URL'

const dictionaryKinds = (dictionary: PdfDictionary): readonly UnsafeKind[] => {
  const { entries } = dictionary
  const kinds = [
    ...kindIn(unsafeActions, nameOf(entries.get('S'))),
    ...kindIn(unsafeTypes, nameOf(entries.get('Type'))),
  ]
  for (const key of entries.keys()) if (unsafeKeys.has(key)) kinds.push(...kindIn(unsafeKeys, key))
  return isOutside(dictionary) ? [...kinds, 'external'] : kinds
}

const streamKinds = ({ entries }: PdfDictionary): readonly UnsafeKind[] => [
  ...(entries.has('F') || entries.has('FFilter') ? (['external'] as const) : []),
  ...(entries.has('Ref') || nameOf(entries.get('Subtype')) === 'PS' ? (['external'] as const) : []),
]

// A list instead of recursion: arrays and dictionaries may stand in each other.
const dictionariesIn = (value: PdfValue): PdfDictionary[] => {
  const found: PdfDictionary[] = []
  const waiting = [value]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isDictionary(next)) found.push(next)
    for (const child of childrenOf(next)) waiting.push(child)
  }
  return found
}

const objectKinds = ({ value, stream }: PdfObject): readonly UnsafeKind[] => {
  const kinds = dictionariesIn(value).flatMap(dictionaryKinds)
  return stream && isDictionary(value) ? [...kinds, ...streamKinds(value)] : kinds
}

const isPlainLink = ({ entries }: PdfDictionary): boolean =>
  nameOf(entries.get('Subtype')) === 'Link' && !entries.has('AP')

const isSignatureWidget = ({ entries }: PdfDictionary): boolean =>
  nameOf(entries.get('Subtype')) === 'Widget' && nameOf(entries.get('FT')) === 'Sig'

const isAnnotationSafe = (annotation: PdfDictionary | undefined): boolean =>
  annotation !== undefined && (isPlainLink(annotation) || isSignatureWidget(annotation))

const annotationKinds = (document: PdfDocument, asOf: number): readonly UnsafeContent[] =>
  listPages(document, asOf).flatMap(({ object, dictionary }) => {
    const annotations = arrayOf(document, dictionary.entries.get('Annots'), asOf)?.items ?? []
    return annotations.every((one) => isAnnotationSafe(dictionaryOf(document, one, asOf)))
      ? []
      : [{ kind: 'annotation' as const, object }]
  })

/** Opening a file may lead to a place in it, and may not do anything else. */
const openActionKinds = (document: PdfDocument, asOf: number): readonly UnsafeContent[] => {
  const action = catalogOf(document, asOf).entries.get('OpenAction')
  const isPlace = action === undefined || isArray(action) || nameOf(entryOf(action, 'S')) === 'GoTo'
  return isPlace ? [] : [{ kind: 'action', object: 0 }]
}

/**
 * What no page of ours holds, in any revision: scripts, actions, external content, optional layers, form fields and
 * annotations over the page, alternate images, multimedia. Below `withoutFault` only.
 */
export const findUnsafeContent = (
  document: PdfDocument,
  objects: readonly PdfObject[],
  otherFields: readonly number[],
): readonly UnsafeContent[] => {
  const asOf = document.revisions.length - 1
  const found = [
    ...objects.flatMap((one) => objectKinds(one).map((kind) => ({ kind, object: one.object }))),
    ...otherFields.map((object) => ({ kind: 'form-field' as const, object })),
    ...annotationKinds(document, asOf),
    ...openActionKinds(document, asOf),
  ]
  // The first of each kind is enough: a hostile file can hold thousands.
  const first = new Map<UnsafeKind, UnsafeContent>()
  for (const one of found) if (!first.has(one.kind)) first.set(one.kind, one)
  return [...first.values()]
}
