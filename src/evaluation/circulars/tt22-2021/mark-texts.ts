import { averageText, forEveryMark, markText } from '../../marks.ts'
import type { SecondaryThresholds, Weights } from './rules.ts'

/** Pieces of the written-out formulas of Điều 9.1.b, one for every possible mark. */
export interface MarkTexts {
  /** '(8' */
  readonly open: readonly string[]
  /** ' + 8' */
  readonly plus: readonly string[]
  /** ' + 2 × 8' */
  readonly midterm: readonly string[]
  /** ' + 3 × 8' */
  readonly final: readonly string[]
  /** ' + 9 (chuyên đề)' */
  readonly topic: readonly string[]
  /** ') : 9 = 7,9', first by the divisor */
  readonly close: readonly (readonly string[])[]
  /** '; cả năm (7,9' */
  readonly yearOpen: readonly string[]
  /** ' + 2 × 8,1) : 3 = ' */
  readonly yearClose: readonly string[]
}

export const markTexts = (thresholds: SecondaryThresholds): MarkTexts => {
  const { midterm, final, secondTerm } = thresholds.weights
  return {
    open: forEveryMark((mark) => `(${markText(mark)}`),
    plus: forEveryMark((mark) => ` + ${markText(mark)}`),
    midterm: forEveryMark((mark) => ` + ${midterm} × ${markText(mark)}`),
    final: forEveryMark((mark) => ` + ${final} × ${markText(mark)}`),
    topic: forEveryMark((mark) => ` + ${markText(mark)} (chuyên đề)`),
    close: Array.from({ length: largestDivisor(thresholds) + 1 }, (_, divisor) =>
      forEveryMark((average) => `) : ${divisor} = ${averageText(average)}`),
    ),
    yearOpen: forEveryMark((mark) => `; cả năm (${averageText(mark)}`),
    yearClose: forEveryMark((mark) => ` + ${secondTerm} × ${averageText(mark)}) : ${1 + secondTerm} = `),
  }
}

// All regular marks, the topic mark, and both periodic ones.
const largestDivisor = ({ regularMarks, weights }: SecondaryThresholds): number =>
  Math.max(...regularMarks.map(({ count }) => count)) + 1 + weights.midterm + weights.final

/** The formula in words, so that a parent can follow the figures after it. */
export const formulaText = ({ midterm, final, secondTerm }: Weights): string =>
  `Điểm trung bình môn học kì: điểm thường xuyên hệ số 1, giữa kì hệ số ${midterm}, cuối kì hệ số ${final}; ` +
  `cả năm: học kì II hệ số ${secondTerm}; làm tròn đến một chữ số thập phân.`
