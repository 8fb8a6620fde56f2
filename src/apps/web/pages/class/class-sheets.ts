import type { PupilGaps } from '../results/missing.ts'

/** A sheet of the class, who writes it, and how many pupils have everything on it that a period asks for. */
export interface ClassSheetLine {
  readonly sheet: string
  readonly title: string
  readonly teachers: readonly string[]
  readonly done: number
  readonly all: number
}

interface Taught {
  readonly subject: string
  readonly subjectName: string
  readonly teacher: { readonly fullName: string } | null
  readonly otherTeachers: readonly { readonly fullName: string }[]
}

/** The sheets of a class: those of its subjects as they are assigned, then the homeroom teacher's. */
export const listSheets = (
  taught: readonly Taught[],
  gaps: readonly PupilGaps[],
  homeroom: { readonly title: string; readonly attendance: string; readonly teacher: string | undefined },
): readonly ClassSheetLine[] => {
  const line = (sheet: string, title: string, teachers: readonly string[]): ClassSheetLine => ({
    sheet,
    title,
    teachers,
    ...progressOf(gaps, sheet),
  })
  const own = homeroom.teacher === undefined ? [] : [homeroom.teacher]
  return [
    ...taught.map(({ subject, subjectName, teacher, otherTeachers }) =>
      line(
        subject,
        subjectName,
        [...(teacher === null ? [] : [teacher]), ...otherTeachers].map(({ fullName }) => fullName),
      ),
    ),
    line('homeroom', homeroom.title, own),
    line('attendance', homeroom.attendance, own),
  ]
}

const progressOf = (
  gaps: readonly PupilGaps[],
  sheet: string,
): { readonly done: number; readonly all: number } => {
  // Attendance holds what happened; nothing is asked for in it.
  if (sheet === 'attendance') return { done: 0, all: 0 }
  const isOpen = ({ gaps: own }: PupilGaps): boolean => own.some(({ place }) => place.sheet === sheet)
  return { done: gaps.filter((pupil) => !isOpen(pupil)).length, all: gaps.length }
}
