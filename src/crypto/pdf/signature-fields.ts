import { arrayOf, catalogOf, dictionaryOf, findObject, placeOf, type PdfDocument } from './document.ts'
import { fault } from './fault.ts'
import { textOf } from './parse-string.ts'
import {
  entryOf,
  isArray,
  isDictionary,
  isReference,
  isString,
  nameOf,
  type PdfDictionary,
  type PdfValue,
} from './values.ts'

/** A signature as a PDF holds it (ISO 32000-1 §12.8.1), read but not verified. */
export interface PdfSignature {
  readonly object: number
  /** The revision that wrote it. */
  readonly revision: number
  readonly dictionary: PdfDictionary
}

/** A signature field (ô chữ ký); without a signature it is still empty. */
export interface PdfSignatureField {
  readonly name: string
  readonly object: number
  readonly dictionary: PdfDictionary
  readonly signature?: PdfSignature
}

/** The interactive form (AcroForm) as of a revision. */
export interface PdfForm {
  readonly fields: readonly PdfSignatureField[]
  /** Objects of fields that are no plain signature fields. */
  readonly otherFields: readonly number[]
}

const maxFields = 256

const signatureOf = (
  document: PdfDocument,
  value: PdfValue | undefined,
  asOf: number,
): PdfSignature | undefined => {
  if (value === undefined) return undefined
  if (!isReference(value)) return fault('form')
  const dictionary = dictionaryOf(document, value, asOf) ?? fault('form')
  const revision = placeOf(document, value.object, asOf)?.revision ?? 0
  return { object: value.object, revision, dictionary }
}

const isPlainSignatureField = (dictionary: PdfDictionary): boolean =>
  nameOf(dictionary.entries.get('FT')) === 'Sig' &&
  !dictionary.entries.has('Kids') &&
  !dictionary.entries.has('Parent')

const readField = (document: PdfDocument, object: number, asOf: number): PdfSignatureField | undefined => {
  const dictionary = findObject(document, object, asOf)?.value
  if (!isDictionary(dictionary)) return fault('form')
  if (!isPlainSignatureField(dictionary)) return undefined
  const name = dictionary.entries.get('T')
  const signature = signatureOf(document, dictionary.entries.get('V'), asOf)
  return {
    name: isString(name) ? textOf(name) : fault('form'),
    object,
    dictionary,
    ...(signature ? { signature } : {}),
  }
}

/** The fields that a form refers to; a field that stands there directly could not be told apart later. */
export const fieldReferences = (document: PdfDocument, asOf: number): readonly number[] => {
  const form = catalogOf(document, asOf).entries.get('AcroForm')
  if (form === undefined) return []
  const listed = entryOf(dictionaryOf(document, form, asOf) ?? fault('form'), 'Fields')
  const fields = arrayOf(document, listed, asOf) ?? fault('form')
  if (!isArray(fields) || fields.items.length > maxFields) fault('form')
  return fields.items.map((item) => (isReference(item) ? item.object : fault('form')))
}

const isRepeated = (values: readonly (string | number)[]): boolean => new Set(values).size < values.length

/** Reads the form as of a revision. Below `withoutFault` only. */
export const readForm = (document: PdfDocument, asOf: number): PdfForm => {
  const objects = fieldReferences(document, asOf)
  if (isRepeated(objects)) fault('form')
  const read = objects.map((object) => ({ object, field: readField(document, object, asOf) }))
  const fields = read.flatMap(({ field }) => field ?? [])
  const signatures = fields.flatMap(({ signature }) => signature?.object ?? [])
  if (isRepeated(fields.map(({ name }) => name)) || isRepeated(signatures)) fault('form')
  return { fields, otherFields: read.filter(({ field }) => !field).map(({ object }) => object) }
}
