import type { Buffer } from 'node:buffer'
import { arrayOf, catalogOf, dictionaryOf, findObject, type PdfDocument } from './document.ts'
import { fault } from './fault.ts'
import { streamBytes } from './inflate.ts'
import { listNameTree } from './name-tree.ts'
import { textOf } from './parse-string.ts'
import { countOf, entryOf, isReference, isString, nameOf, type PdfObject, type PdfValue } from './values.ts'

/** A file attached to a PDF (tệp đính kèm, ISO 32000-1 §7.11.4). */
export interface PdfEmbeddedFile {
  readonly name: string
  /** AFRelationship (ISO 19005-3, annex E): 'Source' for the data the page shows. */
  readonly relationship?: string
  readonly bytes: Buffer
  /** The object that holds the bytes. */
  readonly object: number
}

/** All attachments, and whether two readers could take different ones for the same. */
export interface PdfAttachments {
  readonly files: readonly PdfEmbeddedFile[]
  readonly isAmbiguous: boolean
}

const maxFileBytes = 1 << 25
const maxAllBytes = 1 << 26

interface Specification {
  readonly file: PdfEmbeddedFile
  /** Whether its two names, its two streams and its stated size agree. */
  readonly isPlain: boolean
}

const isStatedSize = (stream: PdfObject, size: number): boolean => {
  const stated = entryOf(entryOf(stream.value, 'Params'), 'Size')
  return stated === undefined || countOf(stated) === size
}

const streamOf = (document: PdfDocument, embedded: PdfValue | undefined, asOf: number): PdfObject => {
  const reference = entryOf(embedded, 'UF') ?? entryOf(embedded, 'F')
  if (!isReference(reference)) return fault('attachments')
  return findObject(document, reference.object, asOf) ?? fault('attachments')
}

const readSpecification = (document: PdfDocument, value: PdfValue, asOf: number): Specification => {
  const specification = dictionaryOf(document, value, asOf) ?? fault('attachments')
  const embedded = dictionaryOf(document, specification.entries.get('EF'), asOf) ?? fault('attachments')
  const stream = streamOf(document, embedded, asOf)
  const bytes = streamBytes(document, stream, maxFileBytes)
  const [plain, unicode] = [specification.entries.get('F'), specification.entries.get('UF')]
  const named = unicode ?? plain
  const name = isString(named) ? textOf(named) : fault('attachments')
  const relationship = nameOf(specification.entries.get('AFRelationship'))
  const streams = [...embedded.entries.values()].map((one) => (isReference(one) ? one.object : 0))
  return {
    file: { name, bytes, object: stream.object, ...(relationship === undefined ? {} : { relationship }) },
    isPlain:
      streams.every((object) => object === stream.object) &&
      (!isString(plain) || textOf(plain) === name) &&
      isStatedSize(stream, bytes.length),
  }
}

const isRepeated = (values: readonly (string | number)[]): boolean => new Set(values).size < values.length

/** Files that are in the PDF without standing in its list of attachments, as some readers show them too. */
const hasUnlisted = (objects: readonly PdfObject[], files: readonly PdfEmbeddedFile[]): boolean => {
  const listed = new Set(files.map(({ object }) => object))
  return objects.some(
    ({ object, value }) => nameOf(entryOf(value, 'Type')) === 'EmbeddedFile' && !listed.has(object),
  )
}

/** Reads the attachments as of a revision; `objects` are all objects of the file. Below `withoutFault` only. */
export const readAttachments = (
  document: PdfDocument,
  objects: readonly PdfObject[],
  asOf: number,
): PdfAttachments => {
  const catalog = catalogOf(document, asOf)
  const names = dictionaryOf(document, catalog.entries.get('Names'), asOf)
  const leaves = listNameTree(document, names?.entries.get('EmbeddedFiles'), asOf)
  const read = leaves.map(([, value]) => readSpecification(document, value, asOf))
  const files = read.map(({ file }) => file)
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > maxAllBytes) fault('inflation')
  const specifications = new Set(leaves.map(([, value]) => (isReference(value) ? value.object : 0)))
  const associated = arrayOf(document, catalog.entries.get('AF'), asOf)?.items ?? []
  const isStray = associated.some((item) => !isReference(item) || !specifications.has(item.object))
  const isAmbiguous =
    isStray ||
    read.some(({ isPlain }) => !isPlain) ||
    isRepeated(files.map(({ name }) => name)) ||
    hasUnlisted(objects, files)
  return { files, isAmbiguous }
}
