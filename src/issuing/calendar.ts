import type { SignatureSlot, YearReport } from '../bookfile/index.ts'

/** When each step of one report's signing takes place. */
export interface SigningDays {
  readonly cover: Date
  readonly subjects: Date
  readonly homeroom: Date
  readonly approval: Date
  readonly seal: Date
}

/** Chooses the days of a report. Reports with the same days are signed in one sitting. */
export type SigningCalendar = (report: YearReport) => SigningDays

/** Everything now: what `issue` does. */
export const calendarOfNow =
  (now: Date): SigningCalendar =>
  () => ({ cover: now, subjects: now, homeroom: now, approval: now, seal: now })

/** The moment at which a slot of a report is signed. */
export const dayOf = (days: SigningDays, { id, role }: SignatureSlot): Date => {
  if (id.startsWith('s-bia')) return days.cover
  switch (role) {
    case 'subject-teacher':
    case 'principal-for-absent-teacher':
      return days.subjects
    case 'homeroom-teacher':
      return days.homeroom
    case 'principal':
    case 'vice-principal-on-behalf':
      return days.approval
    case 'school-seal':
      return days.seal
  }
}
