import { describe, expect, it } from 'vitest'
import { expectedEffectiveDate, lockDateRules, type LockDateRule } from './index.ts'

const place = { province: '99', level: 'primary', schoolYear: '2025-2026' } as const

describe('the expected effective date', () => {
  it('is the end of June for a pupil whose year is decided, mid-August after the summer', () => {
    expect(expectedEffectiveDate(place, 'year-end')).toBe('2026-06-30')
    expect(expectedEffectiveDate(place, 'after-summer')).toBe('2026-08-15')
  })

  it('lies in the calendar year in which the school year ends', () => {
    expect(expectedEffectiveDate({ ...place, schoolYear: '2030-2031' }, 'year-end')).toBe('2031-06-30')
  })

  it('names its source for every rule', () => {
    for (const { source } of lockDateRules) expect(source).toMatch(/\S/)
  })
})

const rule = (monthDay: string, changes: Partial<LockDateRule> = {}): LockDateRule => ({
  group: 'year-end',
  monthDay,
  source: 'phép thử',
  ...changes,
})

describe('among several rules', () => {
  const country = rule('06-30')
  const year = rule('06-25', { schoolYear: '2025-2026' })
  const level = rule('06-20', { level: 'primary' })
  const province = rule('06-10', { province: '99' })
  const whole = rule('06-05', { province: '99', level: 'primary', schoolYear: '2025-2026' })

  it.each<readonly [string, readonly LockDateRule[], string]>([
    ['a year’s own before the country’s', [country, year], '2026-06-25'],
    ['a level’s before a year’s', [year, level], '2026-06-20'],
    [
      'a province’s before both together',
      [rule('06-19', { level: 'primary', schoolYear: '2025-2026' }), province],
      '2026-06-10',
    ],
    ['the one that names everything before all', [country, year, level, province, whole], '2026-06-05'],
  ])('%s, in whatever order they stand', (_, rules, expected) => {
    expect(expectedEffectiveDate(place, 'year-end', rules)).toBe(expected)
    expect(expectedEffectiveDate(place, 'year-end', rules.toReversed())).toBe(expected)
  })

  it.each<readonly [string, Partial<LockDateRule>]>([
    ['of another province', { province: '01' }],
    ['of another level', { level: 'upper-secondary' }],
    ['of another year', { schoolYear: '2024-2025' }],
    ['of the other group', { group: 'after-summer' }],
  ])('one %s does not count', (_, changes) => {
    expect(expectedEffectiveDate(place, 'year-end', [country, rule('01-01', changes)])).toBe('2026-06-30')
  })

  it('none is a bug of the settings, never a guess', () => {
    expect(() => expectedEffectiveDate(place, 'after-summer', [country])).toThrow('no lock date')
  })
})
