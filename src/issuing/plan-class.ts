import type { ClassRecords } from '../book/index.ts'
import type { YearReport } from '../bookfile/index.ts'
import type { StudentProfile } from '../shared/student.ts'
import { listEditions, type EditionContext } from './editions.ts'

/** A pupil without a book, or without its newest version, and why. */
export interface NotIssued {
  readonly student: string
  readonly reason: string
}

/** What a class is to get: every version of every pupil's year, oldest first, as far as the records allow. */
export interface ClassPlan {
  readonly plans: readonly (readonly YearReport[])[]
  readonly notIssued: readonly NotIssued[]
}

const nameOf = ({ schoolClass }: ClassRecords, { fullName, studentCode }: StudentProfile): string =>
  `${fullName} (${studentCode}, lớp ${schoolClass.name})`

const versionWords = (index: number): string => (index === 0 ? '' : `Phiên bản ${index + 1}: `)

/** Evaluates and assembles a class's year; a version that cannot be issued ends its pupil's plan, with the reason. */
export const planClass = (classRecords: ClassRecords, context: EditionContext): ClassPlan => {
  const notIssued: NotIssued[] = []
  const plans = classRecords.students.map((student) => {
    const reports: YearReport[] = []
    for (const [index, edition] of listEditions(classRecords, student, context).entries()) {
      if ('notIssued' in edition) {
        const reason = versionWords(index) + edition.notIssued
        notIssued.push({ student: nameOf(classRecords, student.profile), reason })
        break
      }
      reports.push(edition.report)
    }
    return reports
  })
  return { plans, notIssued }
}
