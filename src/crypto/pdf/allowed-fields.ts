import { arrayOf, findObject } from './document.ts'
import { fieldReferences } from './signature-fields.ts'
import { isNew, isWritten, newObject, newObjectsFrom, type PdfUpdate } from './update.ts'
import {
  entryOf,
  isArray,
  isDictionary,
  isReference,
  isSameExcept,
  isSameValue,
  isString,
  nameOf,
  type PdfDictionary,
  type PdfValue,
} from './values.ts'

/** What a later revision may write (EN 319 142-1 §5.5; ISO 32000-1 §12.8.2.2: filling in signatures). */
export type AllowedKind =
  'catalog' | 'form' | 'page-annotations' | 'signature-field' | 'signature' | 'appearance' | 'validation-data'

export type Allowed = Map<number, AllowedKind>

const hasOnly = ({ entries }: PdfDictionary, keys: readonly string[]): boolean =>
  [...entries.keys()].every((key) => keys.includes(key))

const signatureKeys = [
  ...['Type', 'Filter', 'SubFilter', 'Contents', 'ByteRange', 'Reference', 'Cert', 'Changes'],
  ...[
    'Name',
    'M',
    'Location',
    'Reason',
    'ContactInfo',
    'R',
    'V',
    'Prop_Build',
    'Prop_AuthTime',
    'Prop_AuthType',
  ],
]

/** The object of a new signature; undefined when the value is none. */
const newSignature = (update: PdfUpdate, value: PdfValue | undefined): number | undefined => {
  const found = newObject(update, value)
  const isSignature =
    isDictionary(found?.value) &&
    !found.stream &&
    ['Sig', 'DocTimeStamp'].includes(nameOf(found.value.entries.get('Type')) ?? 'Sig') &&
    hasOnly(found.value, signatureKeys)
  return isSignature ? found.object : undefined
}

const appearanceTypes = [
  'XObject',
  'Font',
  'FontDescriptor',
  'ExtGState',
  'CMap',
  'Encoding',
  'Pattern',
  undefined,
]

/** A new picture for a field, `<< /N … >>` with one stream, and what only it draws with; undefined for any other. */
const newAppearance = (update: PdfUpdate, value: PdfValue | undefined): readonly number[] | undefined => {
  if (value === undefined) return []
  const stream = newObject(update, entryOf(value, 'N'))
  if (!isDictionary(value) || !hasOnly(value, ['N']) || !stream?.stream) return undefined
  const objects = newObjectsFrom(update, value)
  const isDrawing = objects.every((one) => appearanceTypes.includes(nameOf(entryOf(one.value, 'Type'))))
  return isDrawing ? objects.map(({ object }) => object) : undefined
}

const isEmptyPlace = (value: PdfValue | undefined): boolean =>
  isArray(value) &&
  value.items.length === 4 &&
  value.items[0] === value.items[2] &&
  value.items[1] === value.items[3]

const widgetKeys = [
  'Type',
  'Subtype',
  'FT',
  'T',
  'TU',
  'F',
  'Ff',
  'Rect',
  'P',
  'V',
  'AP',
  'MK',
  'Border',
  'StructParent',
]

const isNewWidget = (dictionary: PdfDictionary, mustBeInvisible: boolean): boolean => {
  const { entries } = dictionary
  return (
    hasOnly(dictionary, widgetKeys) &&
    nameOf(entries.get('FT')) === 'Sig' &&
    nameOf(entries.get('Subtype')) === 'Widget' &&
    isString(entries.get('T')) &&
    (!mustBeInvisible || isEmptyPlace(entries.get('Rect')))
  )
}

const allowSigned = (
  update: PdfUpdate,
  allowed: Allowed,
  field: PdfDictionary,
  picture: readonly number[],
): boolean => {
  const signature = newSignature(update, field.entries.get('V'))
  if (signature === undefined && field.entries.has('V')) return false
  if (signature !== undefined) allowed.set(signature, 'signature')
  for (const object of picture) allowed.set(object, 'appearance')
  return true
}

/** A field that was not there: its own object, its signature if it has one, its picture. */
const allowNewField = (
  update: PdfUpdate,
  allowed: Allowed,
  object: number,
  mustBeInvisible: boolean,
): boolean => {
  const field = findObject(update.document, object, update.after)?.value
  if (!isNew(update, object) || !isDictionary(field) || !isNewWidget(field, mustBeInvisible)) return false
  const picture = newAppearance(update, field.entries.get('AP'))
  if (!picture || !allowSigned(update, allowed, field, picture)) return false
  allowed.set(object, 'signature-field')
  return true
}

/** An empty field that is signed now. Its place stays; a picture may fill the place. */
const allowFilledField = (update: PdfUpdate, allowed: Allowed, object: number): void => {
  const [old, field] = [update.before, update.after].map(
    (asOf) => findObject(update.document, object, asOf)?.value,
  )
  if (!isDictionary(old) || !isDictionary(field) || old.entries.has('V') || !field.entries.has('V')) return
  const isKept = nameOf(old.entries.get('FT')) === 'Sig' && isSameExcept(old, field, ['V', 'AP'])
  const [oldPicture, nowPicture] = [old.entries.get('AP'), field.entries.get('AP')]
  const picture = isSameValue(oldPicture, nowPicture) ? [] : newAppearance(update, nowPicture)
  if (isKept && picture && allowSigned(update, allowed, field, picture))
    allowed.set(object, 'signature-field')
}

/**
 * Allows the fields that the revision adds and fills, and tells which widgets are new; undefined when the list of
 * fields changed in another way. Once somebody has signed, a new field must be invisible: a later signer must not
 * cover with a picture what was signed, unless the first signer laid out the place for it.
 */
export const allowFields = (
  update: PdfUpdate,
  allowed: Allowed,
  isSigned: boolean,
): ReadonlySet<number> | undefined => {
  const before = fieldReferences(update.document, update.before)
  const after = fieldReferences(update.document, update.after)
  const added = after.slice(before.length)
  if (before.some((object, index) => after[index] !== object)) return undefined
  const accepted = added.filter((object) => allowNewField(update, allowed, object, isSigned))
  for (const object of before) if (isWritten(update, object)) allowFilledField(update, allowed, object)
  return accepted.length === added.length ? new Set(accepted) : undefined
}

/** Whether a page's list of annotations only grew, and only by these widgets. */
export const isGrownBy = (
  update: PdfUpdate,
  [before, after]: readonly [PdfValue | undefined, PdfValue | undefined],
  widgets: ReadonlySet<number>,
): boolean => {
  const old = before === undefined ? [] : arrayOf(update.document, before, update.before)?.items
  const now = after === undefined ? [] : arrayOf(update.document, after, update.after)?.items
  if (!old || !now || now.length < old.length) return false
  return now.every((item, index) => {
    const kept = old[index]
    return kept === undefined ? isReference(item) && widgets.has(item.object) : isSameValue(kept, item)
  })
}
