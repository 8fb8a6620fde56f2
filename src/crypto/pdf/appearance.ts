import { deflateSync } from 'node:zlib'
import { realNumber, reference } from './write-object.ts'
import { addObject, streamSource, type PdfDraft } from './write-update.ts'
import { Buffer } from 'node:buffer'

/** Left, bottom, right and top in points from the page's bottom left corner. */
export type PdfRectangle = readonly [number, number, number, number]

/** A place on a page, counted from 1. */
export interface PdfPlace {
  readonly page: number
  readonly rect: PdfRectangle
}

/** A picture in sRGB: three bytes a pixel, rows from the top; `alpha` one byte a pixel. */
export interface PdfImage {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
  readonly alpha?: Uint8Array
}

/** What a signature shows on the page (hình ảnh chữ ký): it fills its place. */
export interface PdfAppearance extends PdfPlace {
  readonly image?: PdfImage
  /** Path operators in points from the place's bottom left corner; no text, since PDF/A wants its fonts inside. */
  readonly drawing?: string
}

const imageSource = ({ width, height }: PdfImage, colours: string, samples: Uint8Array): string =>
  streamSource(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${colours} /BitsPerComponent 8 /Filter /FlateDecode`,
    deflateSync(samples),
  )

const addImage = (draft: PdfDraft, image: PdfImage): number => {
  const { width, height, rgb, alpha } = image
  if (rgb.length !== 3 * width * height || (alpha && alpha.length !== width * height))
    throw new Error('an image has three bytes a pixel, and one of alpha')
  const mask = alpha ? addObject(draft, imageSource(image, '/ColorSpace /DeviceGray', alpha)) : undefined
  const masked = mask === undefined ? '' : ` /SMask ${reference(mask)}`
  return addObject(draft, imageSource(image, `/ColorSpace /DeviceRGB${masked}`, rgb))
}

/** Adds the picture as a form of this size and gives its object's number. */
export const addAppearance = (
  draft: PdfDraft,
  { image, drawing = '' }: Pick<PdfAppearance, 'image' | 'drawing'>,
  [left, bottom, right, top]: PdfRectangle,
): number => {
  const [width, height] = [realNumber(right - left), realNumber(top - bottom)]
  const picture = image ? `q ${width} 0 0 ${height} 0 0 cm /Im0 Do Q\n` : ''
  const resources = image ? `<< /XObject << /Im0 ${reference(addImage(draft, image))} >> >>` : '<< >>'
  const entries = `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Resources ${resources}`
  return addObject(draft, streamSource(entries, Buffer.from(`${picture}${drawing}`, 'latin1')))
}
