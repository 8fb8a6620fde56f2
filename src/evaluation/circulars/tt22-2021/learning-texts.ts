import { ratingNames } from '../../../shared/ratings.ts'
import { averageText } from '../../marks.ts'
import type { LearningStandard, SecondaryThresholds } from './rules.ts'

/** What a reason says of one standard of Điều 9.2, made once; the lists go by the number of subjects. */
export interface StandardTexts {
  /** 'Khá: mọi môn từ 5,0 trở lên, 7 môn từ 6,5 trở lên (cần 6)' */
  readonly met: readonly string[]
  /** 'chỉ có 4 môn từ 8,0 trở lên (cần 6)' */
  readonly tooFew: readonly string[]
  /** '. Chưa Tốt vì: ' */
  readonly missed: string
  /** ' dưới 6,5' */
  readonly below: string
}

// More marked subjects than any grade teaches.
const mostSubjects = 24

const forEveryCount = (text: (count: number) => string): readonly string[] =>
  Array.from({ length: mostSubjects + 1 }, (_, count) => text(count))

export const standardTexts = ({ standards, enoughSubjects }: SecondaryThresholds): readonly StandardTexts[] =>
  standards.map((standard) => textsOf(standard, enoughSubjects))

const textsOf = (standard: LearningStandard, needed: number): StandardTexts => {
  const every = averageText(standard.everyFrom)
  const enough = averageText(standard.enoughFrom)
  const name = ratingNames[standard.rating]
  return {
    met: forEveryCount(
      (count) => `${name}: mọi môn từ ${every} trở lên, ${count} môn từ ${enough} trở lên (cần ${needed})`,
    ),
    tooFew: forEveryCount(
      (count) => `${count === 0 ? 'không có' : `chỉ có ${count}`} môn từ ${enough} trở lên (cần ${needed})`,
    ),
    missed: `. Chưa ${name} vì: `,
    below: ` dưới ${every}`,
  }
}
