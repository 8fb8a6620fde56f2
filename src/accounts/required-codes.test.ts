import { describe, expect, it } from 'vitest'
import { needsOneTimeCodes, oneTimeCodesAlwaysFor } from './required-codes.ts'
import { roles } from './roles.ts'

describe('one-time codes', () => {
  it('are asked of who signs for the school, seals or administers, and of nobody else', () => {
    expect(roles.filter((role) => needsOneTimeCodes([role], oneTimeCodesAlwaysFor))).toEqual([
      'principal',
      'clerk',
      'administrator',
    ])
  })

  it('are asked of who is one of these among other things', () => {
    expect(needsOneTimeCodes(['subject-teacher', 'administrator'], oneTimeCodesAlwaysFor)).toBe(true)
  })

  it('are asked of nobody who is nothing at the school, and by nobody who asks it of none', () => {
    expect(needsOneTimeCodes([], oneTimeCodesAlwaysFor)).toBe(false)
    expect(needsOneTimeCodes([...roles], [])).toBe(false)
  })

  it('are asked of others too where a school wants it', () => {
    expect(needsOneTimeCodes(['homeroom-teacher'], [...oneTimeCodesAlwaysFor, 'homeroom-teacher'])).toBe(true)
  })
})
