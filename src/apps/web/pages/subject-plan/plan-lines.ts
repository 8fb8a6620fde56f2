import type { EducationLevel, Grade } from '../../../../shared/education-level.ts'
import { subjectsOfLevel, type Subject } from '../../../../shared/subjects.ts'
import type { PlannedSubject } from '../../setting-up/index.ts'

/** One subject a grade may be taught: the programme's periods and the school's. */
export interface PlanLine {
  readonly subject: string
  readonly name: string
  readonly isElective: boolean
  /** Of the programme of 2018; undefined where it leaves them to the school. */
  readonly programme: number | undefined
  readonly isTaught: boolean
  readonly periods: number | ''
}

const isElective = (subject: Subject, grade: Grade): boolean => subject.optionalInGrades.includes(grade)

/**
 * The lines of a grade: every subject it may have, with what the school has planned or, before that, the
 * programme. A compulsory subject is always taught.
 */
export const planLines = (
  level: EducationLevel,
  grade: Grade,
  planned: readonly PlannedSubject[],
): readonly PlanLine[] =>
  subjectsOfLevel[level]
    .filter(({ grades }) => grades.includes(grade))
    .map((subject) => {
      const own = planned.find((one) => one.subject === subject.code)
      const programme = subject.periodsPerYear[grade]
      return {
        subject: subject.code,
        name: subject.name,
        isElective: isElective(subject, grade),
        programme,
        isTaught: own !== undefined || !isElective(subject, grade),
        periods: own?.periodsPerYear ?? programme ?? '',
      }
    })

/** How many periods more than the programme says (fewer: negative); 0 where they agree or it says none. */
export const differenceOf = ({ isTaught, periods, programme }: PlanLine): number =>
  isTaught && programme !== undefined && periods !== '' ? periods - programme : 0

/** All periods of a grade in a year. */
export const totalOf = (lines: readonly PlanLine[]): number =>
  lines.reduce((sum, { isTaught, periods }) => sum + (isTaught && periods !== '' ? periods : 0), 0)
