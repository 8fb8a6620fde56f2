import { crc32, deflateSync } from 'node:zlib'

/** Six steps of each colour, evenly apart: 216 colours, all greys of black type on white among them. */
const steps = 6
const stepOf = (value: number): number => Math.round((value * (steps - 1)) / 255)

const palette = Buffer.from(
  Array.from({ length: steps ** 3 }, (_, index) => [
    Math.floor(index / steps ** 2),
    Math.floor(index / steps) % steps,
    index % steps,
  ])
    .flat()
    .map((step) => (step * 255) / (steps - 1)),
)

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const readPpm = (ppm: Buffer): { readonly width: number; readonly height: number; readonly dots: Buffer } => {
  const head = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.subarray(0, 64).toString('latin1'))
  if (head === null) throw new Error('not a drawing in colour (PPM, P6)')
  return { width: Number(head[1]), height: Number(head[2]), dots: ppm.subarray(head[0].length) }
}

/** One line of the drawing: no filter (0), then the colour of each dot by its place in the palette. */
const lineOf = (dots: Buffer, width: number, row: number): Buffer =>
  Buffer.from(
    Array.from({ length: width + 1 }, (_, place) => {
      const at = 3 * (row * width + place - 1)
      const [red = 0, green = 0, blue = 0] = dots.subarray(Math.max(at, 0), at + 3)
      return place === 0 ? 0 : (stepOf(red) * steps + stepOf(green)) * steps + stepOf(blue)
    }),
  )

const headerOf = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // 8 bits a dot, colours by palette (ISO/IEC 15948, 11.2.1).
  header.set([8, 3, 0, 0, 0], 8)
  return header
}

/** Turns a drawing (PPM) into a small PNG of 8 bits a dot. Equal drawings give equal bytes. */
export const encodePalettePng = (ppm: Buffer): Uint8Array => {
  const { width, height, dots } = readPpm(ppm)
  const lines = Array.from({ length: height }, (_, row) => lineOf(dots, width, row))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', headerOf(width, height)),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(Buffer.concat(lines), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
