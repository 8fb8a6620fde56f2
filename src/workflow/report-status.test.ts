import { describe, expect, it } from 'vitest'
import { coverStatus, reportStatus, type StatusSlot } from './report-status.ts'

const slots = (...signed: readonly string[]): readonly StatusSlot[] =>
  (
    [
      ['s-bia-ht', 'principal'],
      ['s-bia-truong', 'school-seal'],
      ['s-gv-CB01', 'subject-teacher'],
      ['s-gv-CB02', 'principal-for-absent-teacher'],
      ['s-gvcn', 'homeroom-teacher'],
      ['s-hieutruong', 'vice-principal-on-behalf'],
      ['s-truong', 'school-seal'],
    ] as const
  ).map(([id, role]) => ({ id, role, isSigned: signed.includes(id) }))

const teachers = ['s-gv-CB01', 's-gv-CB02']

describe('the status of a report', () => {
  it.each([
    ['nobody has signed', [], 'entered'],
    ['the cover alone is signed', ['s-bia-ht', 's-bia-truong'], 'entered'],
    ['one teacher is missing', ['s-gv-CB01'], 'entered'],
    ['every teacher has signed, also in place of one who left', teachers, 'subjects-signed'],
    ['the homeroom teacher too', [...teachers, 's-gvcn'], 'homeroom-signed'],
    ['the head of the school too', [...teachers, 's-gvcn', 's-hieutruong'], 'approved'],
  ] as const)('%s: %s', (_what, signed, status) => {
    expect(reportStatus(slots(...signed), false)).toBe(status)
  })

  it('is issued once it is issued, whatever else', () => {
    expect(reportStatus(slots(), true)).toBe('issued')
  })
})

describe('the status of a cover', () => {
  it.each([
    ['made', []],
    ['signed', ['s-bia-ht']],
    ['sealed', ['s-bia-ht', 's-bia-truong']],
  ] as const)('%s', (status, signed) => {
    expect(coverStatus(slots(...signed))).toBe(status)
  })

  it('is none where the cover is not signed by itself', () => {
    expect(coverStatus(slots().filter(({ id }) => !id.startsWith('s-bia')))).toBeUndefined()
  })
})
