import { identityDigest, type Signatory, type YearReport } from '../../../src/bookfile/index.ts'
import { findRuleSet } from '../../../src/evaluation/index.ts'
import { people, secondaryReport } from '../../builders/reports.ts'

/** The lookup code of the year before, in the same book. */
export const earlierYearCode = 'aabbccddeeff00112233445566778899'

const personOf = (staffCode: string): { readonly citizenId: string } =>
  Object.values(people).find((one) => one.staffCode === staffCode) ?? people.principal

const isSignatory = (value: unknown): value is Signatory =>
  typeof value === 'object' && value !== null && 'identityDigest' in value && 'staffCode' in value

/** The same people under another year's code: what hides their numbers is salted with it. */
const salted = (report: YearReport, code: string): YearReport =>
  JSON.parse(
    JSON.stringify(report, (_key, value: unknown) =>
      isSignatory(value)
        ? { ...value, identityDigest: identityDigest(code, personOf(value.staffCode).citizenId) }
        : value,
    ),
  ) as YearReport

/** The pupil of `secondaryReport` one year before. */
export const earlierReport = (): YearReport => {
  const report = salted(secondaryReport(), earlierYearCode)
  const { cover, identity, version } = report
  return {
    ...report,
    cover: { ...cover, history: [] },
    identity: {
      ...identity,
      yearLookupCode: earlierYearCode,
      schoolYear: '2024-2025',
      grade: 7,
      classId: '7A1',
      className: '7A1',
    },
    version: { ...version, ruleSet: findRuleSet('TT22/2021', '2024-2025')?.version ?? '' },
  }
}
