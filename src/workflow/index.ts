export {
  addDays,
  describeForecast,
  forecastPace,
  paceDays,
  type FinishedOn,
  type Forecast,
  type PaceFacts,
} from './forecast.ts'
export {
  confirmedClosings,
  issuedBecause,
  issuedPupilBecause,
  sentBackBecause,
  sheetClosings,
  whyClosed,
  type ConfirmedPart,
  type EntryFacts,
  type OrderInForce,
  type PupilStanding,
  type StandingConfirmation,
} from './entry-policy.ts'
export { watchSheet, type Warning, type WarningCode, type WatchedRow } from './watch-sheet.ts'
export type { Mail, Mailer } from './ports.ts'
export {
  coverStatus,
  coverStatuses,
  isCoverSlot,
  reportStatus,
  reportStatuses,
  type CoverStatus,
  type ReportStatus,
  type StatusSlot,
} from './report-status.ts'
