const lineHeight = 15

/** How many lines a text takes in a column of so many characters. */
const linesOf = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.08) / Math.max(1, width - 0.5))), 0)

/** How high a row must be, in points, for its wrapped texts: programs do not find it out by themselves. */
export const rowHeight = (texts: readonly string[], widths: readonly number[]): number =>
  Math.max(1, ...texts.map((text, at) => linesOf(text, widths[at] ?? 10))) * lineHeight + 2
