export { calendarOfNow, dayOf, type SigningCalendar, type SigningDays } from './calendar.ts'
export { createIssuedYears, listEditions, type EditionContext, type IssuedYears } from './editions.ts'
export { issueClass, type ClassOutcome, type IssuedYear, type IssuingContext } from './issue-class.ts'
export { issueYear, type YearIssuing, type YearOutcome } from './issue-year.ts'
export { planClass, type NotIssued } from './plan-class.ts'
export type { Sitting } from './sit.ts'
export { createStopwatch, type Stopwatch } from './stopwatch.ts'
export { issueSheets, type SheetIssuing, type SheetOutcome } from './issue-sheets.ts'
export type { KeyHolder, SealHolder, SigningDesk } from './signing-desk.ts'
export {
  makeCover,
  makeReport,
  versionToMake,
  type IssuedYearBefore,
  type MadeReport,
  type ReportMaking,
} from './make-report.ts'
export { findYearsBefore } from './year-on-record.ts'
