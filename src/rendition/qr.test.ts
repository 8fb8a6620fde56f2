import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import { drawQrCode, drawQrCodes } from './qr.ts'

const address = 'https://tracuu.example/hoc-ba/0123456789abcdef0123456789abcdef'

/** Paints the runs of the path back onto a grid. */
const painted = (svg: string): ReadonlySet<string> =>
  new Set(
    [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].flatMap(([, x, y, width, back]) => {
      if (width !== back) throw new Error('a run that does not close')
      return Array.from({ length: Number(width) }, (_, step) => `${Number(x) + step},${y ?? ''}`)
    }),
  )

describe('the QR code', () => {
  it('draws exactly the dark modules', () => {
    const { modules } = create(address, { errorCorrectionLevel: 'M' })
    const dark = Array.from(modules.data).flatMap((value, index) =>
      value === 0 ? [] : [`${index % modules.size},${Math.floor(index / modules.size)}`],
    )
    expect(painted(drawQrCode(address))).toEqual(new Set(dark))
  })

  it('is one path', () => {
    expect(drawQrCode(address).match(/<path/g)).toHaveLength(1)
  })

  it('is the same for equal addresses and differs for others', () => {
    const [first, second, third] = drawQrCodes([address, address, `${address}0`])
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })
})
