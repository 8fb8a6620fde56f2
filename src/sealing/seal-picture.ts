const bend = 0.5523

const at = (value: number): string => value.toFixed(2)

/** A circle as four curves round a middle (PDF path operators). */
const circle = (middle: number, radius: number): string => {
  const [near, far, pull] = [middle - radius, middle + radius, bend * radius]
  const curve = (...points: readonly number[]): string => `${points.map(at).join(' ')} c`
  return [
    `${at(far)} ${at(middle)} m`,
    curve(far, middle + pull, middle + pull, far, middle, far),
    curve(middle - pull, far, near, middle + pull, near, middle),
    curve(near, middle - pull, middle - pull, near, middle, near),
    curve(middle + pull, near, far, middle - pull, far, middle),
    's',
  ].join('\n')
}

/** A star of five points. */
const star = (middle: number, radius: number): string => {
  const points = Array.from({ length: 10 }, (_, index) => {
    const [angle, reach] = [Math.PI / 2 + (index * Math.PI) / 5, index % 2 === 0 ? radius : radius * 0.382]
    return `${at(middle + reach * Math.cos(angle))} ${at(middle + reach * Math.sin(angle))}`
  })
  return `${points.map((point, index) => `${point} ${index === 0 ? 'm' : 'l'}`).join('\n')}\ns`
}

/**
 * Hình con dấu: two red rings and a star in outline, so that the signature beneath stays legible, for schools that
 * give no picture of their seal (NĐ 30/2020, Phụ lục I: red, over a third of the signature). In points, square.
 */
export const drawSeal = (size: number): string => {
  const middle = size / 2
  return [
    'q',
    '0.85 0.1 0.12 RG',
    '1.6 w',
    circle(middle, middle - 1.5),
    '0.7 w',
    circle(middle, middle - 5),
    star(middle, middle * 0.34),
    'Q',
  ].join('\n')
}
