import { describe, expect, it } from 'vitest'
import { findTemplate, renditionVersionOf } from './templates.ts'
import { sampleReport } from './testing/reports.ts'

describe('the form of a report', () => {
  it.each([
    ['primary', 'tt27-2020/1'],
    ['lower-secondary', 'tt22-2021-lower/1'],
    ['upper-secondary', 'tt22-2021-upper/1'],
  ] as const)('follows its circular and level: %s', (level, version) => {
    expect(renditionVersionOf(sampleReport(level))).toBe(version)
  })

  it('is not known for a year before its circular', () => {
    const report = sampleReport('lower-secondary')
    const early = { ...report, identity: { ...report.identity, schoolYear: '2019-2020' as const } }
    expect(findTemplate(early)).toBeUndefined()
  })

  it('can be asked for by version, but not for another level', () => {
    expect(findTemplate(sampleReport('primary'), 'tt27-2020/1')?.version).toBe('tt27-2020/1')
    expect(findTemplate(sampleReport('primary'), 'tt22-2021-lower/1')).toBeUndefined()
  })
})
