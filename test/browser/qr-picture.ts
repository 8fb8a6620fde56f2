import { create } from 'qrcode'

/** A grey picture, row by row, 0 black to 255 white. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly luma: Uint8Array
}

type Point = readonly [x: number, y: number]

/** How a QR code lies in the picture: its corners clockwise from top left, in parts of the picture's width. */
export interface Shot {
  readonly corners: readonly [Point, Point, Point, Point]
  /** Radius of the blur, in pixels. */
  readonly blur: number
  /** The largest change of a pixel by noise. */
  readonly noise: number
  readonly seed: number
}

/** Held askew and tilted, a little out of focus, in poor light. */
export const askew: Shot = {
  corners: [
    [0.3, 0.1],
    [0.72, 0.18],
    [0.66, 0.62],
    [0.22, 0.5],
  ],
  blur: 1,
  noise: 45,
  seed: 7,
}

// Mulberry32: the same noise in every run.
const createNoise = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** From a point of the picture to the unit square whose projection the four corners are (P. Heckbert, 1989, 2.2). */
const unproject = ([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Shot['corners']): ((point: Point) => Point) => {
  const [dx1, dx2, sx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3]
  const [dy1, dy2, sy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3]
  const area = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / area
  const h = (dx1 * sy - sx * dy1) / area
  const [a, b, c] = [x1 - x0 + g * x1, x3 - x0 + h * x3, x0]
  const [d, e, f] = [y1 - y0 + g * y1, y3 - y0 + h * y3, y0]
  return ([x, y]) => {
    const u = (e - f * h) * x + (c * h - b) * y + (b * f - c * e)
    const v = (f * g - d) * x + (a - c * g) * y + (c * d - a * f)
    const w = (d * h - e * g) * x + (b * g - a * h) * y + (a * e - b * d)
    return [u / w, v / w]
  }
}

const quietModules = 4

/** The code's own light at a point of the unit square, with its quiet zone around; a grey table beside it. */
const lightAt = (text: string): ((point: Point) => number) => {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const whole = size + 2 * quietModules
  return ([u, v]) => {
    if (u < 0 || u >= 1 || v < 0 || v >= 1) return 150
    const [column, row] = [Math.floor(u * whole) - quietModules, Math.floor(v * whole) - quietModules]
    const isInside = column >= 0 && column < size && row >= 0 && row < size
    return isInside && data[row * size + column] === 1 ? 45 : 225
  }
}

const blurred = ({ width, height, luma }: Picture, radius: number): Picture => ({
  width,
  height,
  luma: luma.map((_light, index) => {
    const [x, y] = [index % width, Math.floor(index / width)]
    let [sum, count] = [0, 0]
    for (let row = Math.max(0, y - radius); row <= Math.min(height - 1, y + radius); row++)
      for (let column = Math.max(0, x - radius); column <= Math.min(width - 1, x + radius); column++) {
        sum += luma[row * width + column] ?? 0
        count++
      }
    return sum / count
  }),
})

const clamp = (light: number): number => Math.max(0, Math.min(255, Math.round(light)))

/** A photo of a text's QR code, as a hand-held camera would take it; without a text, of the table alone. */
export const photograph = (
  text: string | undefined,
  { corners, blur, noise, seed }: Shot,
  [width, height]: readonly [number, number],
): Picture => {
  const toCode = unproject(corners)
  const light = text === undefined ? () => 150 : lightAt(text)
  const sharp = Uint8Array.from({ length: width * height }, (_none, index) =>
    light(toCode([((index % width) + 0.5) / width, (Math.floor(index / width) + 0.5) / width])),
  )
  const random = createNoise(seed)
  const { luma } = blurred({ width, height, luma: sharp }, blur)
  return { width, height, luma: luma.map((value) => clamp(value + (2 * random() - 1) * noise)) }
}

/** A picture as a 24-bit BMP file; the width is a multiple of 4. */
export const asBitmap = ({ width, height, luma }: Picture): Buffer => {
  const head = Buffer.alloc(54)
  head.write('BM')
  head.writeUInt32LE(54 + luma.length * 3, 2)
  head.writeUInt32LE(54, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(width, 18)
  head.writeInt32LE(-height, 22) // Negative: the first row is the top one.
  head.writeUInt16LE(1, 26)
  head.writeUInt16LE(24, 28)
  return Buffer.concat([
    head,
    Buffer.from(Uint8Array.from({ length: luma.length * 3 }, (_, i) => luma[Math.floor(i / 3)] ?? 0)),
  ])
}

/** A picture as a film of one frame (YUV4MPEG2), which Chromium's stand-in for a camera shows again and again. */
export const asFilm = ({ width, height, luma }: Picture): Buffer =>
  Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`),
    luma,
    Buffer.alloc(luma.length / 2, 128),
  ])
