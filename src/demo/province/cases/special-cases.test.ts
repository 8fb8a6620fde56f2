import { describe, expect, it } from 'vitest'
import { describeProvince, specialCaseNames } from '../index.ts'
import type { JudgedYear } from '../testing.ts'
import { judgeAll } from '../testing.ts'

const isIssuable = ({ result }: JudgedYear): boolean =>
  result.status === 'complete' && (result.decision === 'promoted' || result.decision === 'retained')

describe.each([
  [60, 1],
  [60, 2],
  [83, 3],
  [180, 1],
  [180, 20],
  [2000, 1],
])('the special cases among %i pupils (seed %i)', (students, seed) => {
  const { records, cases } = describeProvince({ students, seed })
  const judged = judgeAll(records)

  it('are there, every one of them', () => {
    expect(new Set(cases.map(({ case: name }) => name))).toEqual(new Set(specialCaseNames))
  })

  it('exactly the pending and the incomplete ones are not issuable', () => {
    const waiting = cases.filter(({ case: name }) =>
      ['supplementary-pending', 'reassessment-pending', 'data-missing'].includes(name),
    )
    const notIssuable = judged.filter((one) => !isIssuable(one)).map(({ year }) => year.profile.studentCode)
    expect(notIssuable.toSorted()).toEqual(waiting.map(({ studentCode }) => studentCode).toSorted())
  })
})

describe('the results of ordinary pupils', () => {
  const judged = judgeAll(describeProvince({ students: 2000, seed: 4 }).records)

  it('are spread over the ratings as in a real school', () => {
    const ratings = judged
      .map(({ result }) => result.learning?.year)
      .filter((rating) => typeof rating === 'string')
    const share = (rating: string): number => ratings.filter((one) => one === rating).length / ratings.length
    expect(share('good')).toBeGreaterThan(0.12)
    expect(share('good')).toBeLessThan(0.45)
    expect(share('fair')).toBeGreaterThan(0.25)
    expect(share('pass')).toBeGreaterThan(0.1)
  })
})
