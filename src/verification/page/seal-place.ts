import { listPages } from '../../crypto/pdf/pages.ts'
import { withoutFault } from '../../crypto/pdf/fault.ts'
import { arrayOf, lastRevision, type PdfDocument } from '../../crypto/pdf/document.ts'
import type { DocumentFacts, PdfSignatureField } from '../../crypto/pdf/index.ts'
import { isReference } from '../../crypto/pdf/values.ts'
import { finding, type Finding } from '../findings.ts'
import type { PagePlace } from './renderer.ts'

/** Coordinates are written with a few decimals. */
const tolerance = 0.5

type Rectangle = readonly [number, number, number, number]

const rectangleOf = (document: PdfDocument, { dictionary }: PdfSignatureField): Rectangle | undefined => {
  const items = arrayOf(document, dictionary.entries.get('Rect'), lastRevision(document))?.items ?? []
  const [x1, y1, x2, y2] = items
  if (typeof x1 !== 'number' || typeof y1 !== 'number' || typeof x2 !== 'number' || typeof y2 !== 'number')
    return undefined
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
}

/** The pages, counted from 1, whose annotations hold a field. */
const pagesOf = (document: PdfDocument, { object }: PdfSignatureField): readonly number[] => {
  const asOf = lastRevision(document)
  return listPages(document, asOf).flatMap(({ dictionary }, index) => {
    const annotations = arrayOf(document, dictionary.entries.get('Annots'), asOf)?.items ?? []
    return annotations.some((one) => isReference(one) && one.object === object) ? [index + 1] : []
  })
}

const isWithin = ([left, bottom, right, top]: Rectangle, { x, y, width, height }: PagePlace): boolean =>
  left >= x - tolerance &&
  bottom >= y - tolerance &&
  right <= x + width + tolerance &&
  top <= y + height + tolerance

const isInPlace = (document: PdfDocument, field: PdfSignatureField, place: PagePlace): boolean => {
  const rectangle = rectangleOf(document, field)
  if (rectangle === undefined) return false
  const [left, bottom, right, top] = rectangle
  if (right === left || top === bottom) return true
  return isWithin(rectangle, place) && pagesOf(document, field).every((page) => page === place.page)
}

/**
 * A signature may show a picture in the place kept for the seal and nowhere else: painted over a table, it could show
 * another mark than the page beneath it.
 */
export const judgeSealPlace = ({ content }: DocumentFacts, place: PagePlace): readonly Finding[] => {
  const { document, fields } = content
  const judged = withoutFault(() =>
    fields
      .filter((field) => !isInPlace(document, field, place))
      .map(({ name }) => finding('page-covered', name)),
  )
  return Array.isArray(judged) ? judged : [finding('page-covered', 'pdf')]
}
