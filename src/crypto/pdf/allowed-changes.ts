import { allowFields, isGrownBy, type Allowed, type AllowedKind } from './allowed-fields.ts'
import { catalogOf, dictionaryOf, findObject } from './document.ts'
import { readForm } from './signature-fields.ts'
import { isHeldAlike, isWritten, newObject, newObjectsFrom, type PdfUpdate } from './update.ts'
import {
  entryOf,
  isDictionary,
  isReference,
  isSameExcept,
  isSameValue,
  nameOf,
  type PdfDictionary,
  type PdfValue,
} from './values.ts'

export type { AllowedKind } from './allowed-fields.ts'

type Change = readonly [before: PdfValue | undefined, after: PdfValue | undefined]

const emptyDictionary: PdfDictionary = { kind: 'dictionary', entries: new Map(), start: 0, end: 0 }

/** Allows the object in which a value stands, where it stands in one. */
const allowHolder = (
  update: PdfUpdate,
  allowed: Allowed,
  value: PdfValue | undefined,
  kind: AllowedKind,
): void => {
  if (isReference(value) && isWritten(update, value.object)) allowed.set(value.object, kind)
}

const changeOf = (update: PdfUpdate, key: string): Change => [
  catalogOf(update.document, update.before).entries.get(key),
  catalogOf(update.document, update.after).entries.get(key),
]

const formOf = (update: PdfUpdate, value: PdfValue | undefined, asOf: number): PdfDictionary =>
  dictionaryOf(update.document, value, asOf) ?? emptyDictionary

/** The form may gain fields and say that it is signed; undefined when anything else about it changed. */
const allowForm = (
  update: PdfUpdate,
  allowed: Allowed,
  isSigned: boolean,
): ReadonlySet<number> | undefined => {
  const [before, after] = changeOf(update, 'AcroForm')
  const [old, form] = [formOf(update, before, update.before), formOf(update, after, update.after)]
  const [oldFields, fields] = [old, form].map(({ entries }) => entries.get('Fields'))
  const isKept =
    isSameExcept(old, form, ['Fields', 'SigFlags']) &&
    isHeldAlike(update, before, after) &&
    isHeldAlike(update, oldFields, fields)
  const widgets = isKept ? allowFields(update, allowed, isSigned) : undefined
  if (!widgets) return undefined
  allowHolder(update, allowed, after, 'form')
  allowHolder(update, allowed, fields, 'form')
  return widgets
}

/** A page may list the new widgets among its annotations, and change in nothing else. */
const allowPage = (update: PdfUpdate, allowed: Allowed, page: number, widgets: ReadonlySet<number>): void => {
  const [old, now] = [update.before, update.after].map(
    (asOf) => findObject(update.document, page, asOf)?.value,
  )
  if (!isDictionary(old) || !isDictionary(now) || nameOf(old.entries.get('Type')) !== 'Page') return
  const annotations = [old.entries.get('Annots'), now.entries.get('Annots')] as const
  if (!isSameExcept(old, now, ['Annots']) || !isHeldAlike(update, ...annotations)) return
  if (!isGrownBy(update, annotations, widgets)) return
  if (isWritten(update, page)) allowed.set(page, 'page-annotations')
  allowHolder(update, allowed, annotations[1], 'page-annotations')
}

const allowPages = (update: PdfUpdate, allowed: Allowed, widgets: ReadonlySet<number>): void => {
  for (const widget of widgets) {
    const page = entryOf(findObject(update.document, widget, update.after)?.value, 'P')
    if (isReference(page)) allowPage(update, allowed, page.object, widgets)
  }
}

/** The document's permissions (ISO 32000-1 §12.8.4) are set by its first signature, and never again. */
const allowPermissions = (update: PdfUpdate, allowed: Allowed, isSigned: boolean): boolean => {
  const [before, after] = changeOf(update, 'Perms')
  if (isSameValue(before, after) && !(isReference(after) && isWritten(update, after.object))) return true
  const permissions = dictionaryOf(update.document, after, update.after)
  if (before !== undefined || isSigned || permissions?.entries.size !== 1) return false
  const signature = newObject(update, permissions.entries.get('DocMDP'))
  if (!isHeldAlike(update, before, after) || allowed.get(signature?.object ?? 0) !== 'signature') return false
  allowHolder(update, allowed, after, 'catalog')
  return true
}

const validationKeys = /^(?:Type|VRI|Certs?|OCSPs?|CRLs?|TU|TS|Length|Filter|[0-9A-F]{40})$/

/** Validation data (EN 319 142-1 §5.4.2) shows nothing, so it may be added by anyone at any time. */
const allowValidationData = (update: PdfUpdate, allowed: Allowed): boolean => {
  const [before, after] = changeOf(update, 'DSS')
  const isOld = isReference(after) && isSameValue(before, after)
  if (isOld && !isWritten(update, after.object)) return true
  const store = dictionaryOf(update.document, after, update.after)
  if (after === undefined || !store || !isHeldAlike(update, before, after)) return isSameValue(before, after)
  const objects = newObjectsFrom(update, store)
  const all = [store, ...objects.map(({ value }) => value)].filter(isDictionary)
  if (!all.every(({ entries }) => [...entries.keys()].every((key) => validationKeys.test(key)))) return false
  allowHolder(update, allowed, after, 'validation-data')
  for (const { object } of objects) allowed.set(object, 'validation-data')
  return true
}

const allowCatalog = (update: PdfUpdate, allowed: Allowed): void => {
  const root = update.document.revisions[update.after]?.trailer.entries.get('Root')
  const [old, now] = [update.before, update.after].map((asOf) => catalogOf(update.document, asOf))
  if (old && now && isSameExcept(old, now, ['AcroForm', 'Perms', 'DSS']))
    allowHolder(update, allowed, root, 'catalog')
}

const hasSignature = (update: PdfUpdate): boolean =>
  readForm(update.document, update.before).fields.some(({ signature }) => signature)

/**
 * What a revision wrote that it may write: signatures with their fields and pictures, and validation data; and the
 * catalog, form and pages as far as they must speak of these. What is not in the answer is not allowed.
 */
export const allowedChanges = (update: PdfUpdate): ReadonlyMap<number, AllowedKind> => {
  const allowed: Allowed = new Map()
  const isSigned = hasSignature(update)
  const widgets = allowForm(update, allowed, isSigned)
  if (!widgets) return new Map()
  allowPages(update, allowed, widgets)
  const isSound = allowPermissions(update, allowed, isSigned) && allowValidationData(update, allowed)
  if (isSound) allowCatalog(update, allowed)
  return allowed
}
