import { findObject, placeOf, type PdfDocument } from './document.ts'
import { childrenOf, isReference, type PdfObject, type PdfValue } from './values.ts'

/** A revision beside the state it was written upon. */
export interface PdfUpdate {
  readonly document: PdfDocument
  readonly before: number
  readonly after: number
  /** Every object number that an older revision speaks of, whether it exists there or not. */
  readonly spokenOf: ReadonlySet<number>
}

/** The object numbers that a value refers to. */
export const referencesIn = (value: PdfValue): readonly number[] => {
  const found: number[] = []
  const waiting = [value]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isReference(next)) found.push(next.object)
    else for (const child of childrenOf(next)) waiting.push(child)
  }
  return found
}

/** Whether the revision wrote this object. */
export const isWritten = ({ document, after }: PdfUpdate, object: number): boolean =>
  document.revisions[after]?.entries.has(object) === true

/**
 * Whether the revision wrote this object and no older one had it or so much as spoke of it: a page that draws an
 * object which is only added later is the oldest trick of all.
 */
export const isNew = (update: PdfUpdate, object: number): boolean =>
  isWritten(update, object) &&
  placeOf(update.document, object, update.before) === undefined &&
  !update.spokenOf.has(object)

/** The new object that a value refers to; undefined for any other value. */
export const newObject = (update: PdfUpdate, value: PdfValue | undefined): PdfObject | undefined =>
  isReference(value) && isNew(update, value.object)
    ? findObject(update.document, value.object, update.after)
    : undefined

/** Every new object that can be reached from a value by way of new objects. */
export const newObjectsFrom = (update: PdfUpdate, value: PdfValue | undefined): readonly PdfObject[] => {
  const found = new Map<number, PdfObject>()
  const waiting = value === undefined ? [] : [...referencesIn(value)]
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    const one =
      found.has(object) || !isNew(update, object)
        ? undefined
        : findObject(update.document, object, update.after)
    if (!one) continue
    found.set(object, one)
    for (const reached of referencesIn(one.value)) waiting.push(reached)
  }
  return [...found.values()]
}

/**
 * Whether a value may stand where another stood: directly, in the same object as before, or in a new one. It must
 * not be switched to an object that was lying ready.
 */
export const isHeldAlike = (
  update: PdfUpdate,
  before: PdfValue | undefined,
  after: PdfValue | undefined,
): boolean =>
  !isReference(after) ||
  (isReference(before) && before.object === after.object) ||
  isNew(update, after.object)
