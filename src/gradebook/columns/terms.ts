import { textLimits } from '../../shared/limits.ts'
import type { Moment } from '../../evaluation/index.ts'
import type { Term } from '../../shared/school-year.ts'
import type { YearPart } from '../sheet.ts'

/** What the columns of one term have in common. */
export interface TermPlace {
  readonly term: Term
  readonly name: string
  readonly group: string
  readonly part: YearPart
}

/** The two terms of a secondary year. */
export const terms: readonly TermPlace[] = [
  { term: 1, name: 'học kì I', group: 'Học kì I', part: 'term1' },
  { term: 2, name: 'học kì II', group: 'Học kì II', part: 'year' },
]

export const wholeYear = 'Cả năm'
export const summer = 'Đánh giá lại, rèn luyện hè'
export const transferred = 'Học sinh chuyển đến'

/** What the columns of one of primary's moments have in common, and what stands before their paths. */
export interface MomentPlace {
  readonly moment: Moment
  readonly name: string
  readonly group: string
  readonly term: 0 | 1 | 2
  readonly prefix: string
}

/** The four moments of a primary year (TT 27/2020, Điều 7). */
export const momentPlaces: readonly MomentPlace[] = [
  { moment: 'midterm1', name: 'giữa học kì I', group: 'Giữa học kì I', term: 1, prefix: 'moments.midterm1.' },
  { moment: 'term1', name: 'cuối học kì I', group: 'Cuối học kì I', term: 1, prefix: 'moments.term1.' },
  {
    moment: 'midterm2',
    name: 'giữa học kì II',
    group: 'Giữa học kì II',
    term: 2,
    prefix: 'moments.midterm2.',
  },
  { moment: 'year', name: 'cuối năm học', group: 'Cuối năm học', term: 0, prefix: '' },
]

export const { phrase, remark: longestRemark } = textLimits
