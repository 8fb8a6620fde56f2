import { create } from 'qrcode'

const runsOf = (row: readonly boolean[], y: number): string => {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue
    const start = x
    while (row[x + 1] === true) x++
    path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`
  }
  return path
}

/** Mã QR: the address as one vector path in an SVG, a unit per module, without quiet zone (ISO/IEC 18004, level M). */
export const drawQrCode = (address: string): string => {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const rows = Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_, x) => modules.get(y, x) !== 0),
  )
  const path = rows.map(runsOf).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules.size} ${modules.size}"><path d="${path}"/></svg>`
}

/** One QR code for each address; equal addresses are drawn once. */
export const drawQrCodes = (addresses: readonly string[]): readonly string[] => {
  const drawn = new Map<string, string>()
  return addresses.map((address) => {
    const code = drawn.get(address) ?? drawQrCode(address)
    drawn.set(address, code)
    return code
  })
}
