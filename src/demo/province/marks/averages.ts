import type { MarkedTerm } from '../../../records/index.ts'

/** A mark or an average in tenths, 0 to 100: '8.5' is 85. */
export type Tenths = number

export const tenthsOf = (mark: string): Tenths => (mark === 'absent' ? 0 : Math.round(Number(mark) * 10))

/** 85 → '8.5', 80 → '8', as teachers write marks. */
export const markOf = (tenths: Tenths): string => (tenths / 10).toString()

/** 80 → '8.0', as averages are written. */
export const averageOf = (tenths: Tenths): string => (tenths / 10).toFixed(1)

/** Half-up to one decimal in whole numbers (TT 22/2021, Điều 5.3). */
const roundedQuotient = (sum: number, divisor: number): Tenths =>
  Math.floor((2 * sum + divisor) / (2 * divisor))

/** ĐTBmhk (TT 22/2021, Điều 9.1) as a teacher sees it while writing; undefined where an assessment is missing. */
export const termAverage = (term: MarkedTerm | undefined): Tenths | undefined => {
  if (term === undefined) return undefined
  if (term.average !== undefined) return tenthsOf(term.average)
  const { regularMarks = [], topicMark, midtermMark, finalMark } = term
  if (midtermMark === undefined || finalMark === undefined) return undefined
  const regular = [...regularMarks, ...(topicMark === undefined ? [] : [topicMark])]
  if (regular.some((mark) => mark === null)) return undefined
  const sum = regular.reduce((total, mark) => total + tenthsOf(mark ?? '0'), 0)
  return roundedQuotient(sum + 2 * tenthsOf(midtermMark) + 3 * tenthsOf(finalMark), regular.length + 5)
}

/** ĐTBmcn from the two rounded term averages (TT 22/2021, Điều 9.1). */
export const yearAverage = (first: Tenths | undefined, second: Tenths | undefined): Tenths | undefined =>
  first === undefined || second === undefined ? undefined : roundedQuotient(first + 2 * second, 3)
