import { describe, expect, it } from 'vitest'
import { currentCircularOf, findRuleSet, ruleSets } from './rule-sets.ts'

describe('the texts of the circulars', () => {
  it('are found by circular and school year', () => {
    expect(findRuleSet('TT22/2021', '2025-2026')).toMatchObject({
      circular: 'TT22/2021',
      version: '2021-07-20',
      fromSchoolYear: '2021-2022',
    })
    expect(findRuleSet('TT27/2020', '2020-2021')).toMatchObject({
      circular: 'TT27/2020',
      version: '2020-09-04',
    })
  })

  it('do not reach back before their first school year', () => {
    expect(findRuleSet('TT22/2021', '2020-2021')).toBeUndefined()
    expect(findRuleSet('TT27/2020', '2019-2020')).toBeUndefined()
  })

  it('are none for a circular that nobody knows', () => {
    expect(findRuleSet('TT58/2011', '2025-2026')).toBeUndefined()
  })

  it('are still open-ended, because the amendments are drafts', () => {
    expect(ruleSets.map(({ toSchoolYear }) => toSchoolYear)).toEqual([undefined, undefined])
  })
})

describe('the circular in force', () => {
  it.each([
    ['primary', '2025-2026', 'TT27/2020'],
    ['lower-secondary', '2021-2022', 'TT22/2021'],
    ['upper-secondary', '2025-2026', 'TT22/2021'],
    ['primary', '2019-2020', undefined],
    ['upper-secondary', '2020-2021', undefined],
  ] as const)('for %s in %s is %s', (level, schoolYear, circular) => {
    expect(currentCircularOf(level, schoolYear)).toBe(circular)
  })
})
