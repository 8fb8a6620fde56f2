import type { ConductResult, LearningResult, SubjectResult, YearReport } from '../../../bookfile/index.ts'
import type { RecordAnswer } from '../schemas/record.ts'

/** The object without what is undefined: absent is left out, never null. */
type Present<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> }

const present = <T extends object>(fields: T): Partial<Present<T>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Present<T>>

const viewTerms = ({
  term1,
  term2,
  year,
}: ConductResult | LearningResult): NonNullable<RecordAnswer['conduct']> => present({ term1, term2, year })

const viewSubject = ({
  code,
  name,
  teacher,
  substitute,
  term1,
  term2,
  year,
  reassessed,
  level,
  finalScore,
  exemption,
  comment,
}: SubjectResult): RecordAnswer['subjects'][number] => ({
  code,
  name,
  ...present({ term1, term2, year, reassessed, level, finalScore, exemption, comment }),
  teacher: (substitute ?? teacher).fullName,
})

const viewSummary = ({ summary }: YearReport) => ({
  ...(summary.conduct === undefined ? {} : { conduct: viewTerms(summary.conduct) }),
  ...(summary.learning === undefined ? {} : { learning: viewTerms(summary.learning) }),
  qualities: summary.qualities.map(({ code, level }) => ({ code, level })),
  competences: summary.competences.map(({ code, level }) => ({ code, level })),
  ...present({
    excusedAbsences: summary.excusedAbsences,
    unexcusedAbsences: summary.unexcusedAbsences,
    award: summary.award,
    comment: summary.comment,
  }),
  decision: summary.decision,
  homeroomTeacher: summary.homeroomTeacher.fullName,
  approver: summary.approver.fullName,
})

/** What the API tells of a book's year (schemas/record.ts). */
export const viewRecord = (report: YearReport): RecordAnswer => {
  const { cover, identity, version } = report
  return {
    student: {
      code: identity.studentCode,
      fullName: identity.fullName,
      birthDate: identity.birthDate,
      gender: cover.student.gender,
    },
    school: { code: identity.schoolCode, name: identity.schoolName, province: cover.school.province.name },
    schoolYear: identity.schoolYear,
    grade: identity.grade,
    className: identity.className,
    version: version.number,
    circular: version.circular,
    expectedEffectiveDate: version.expectedEffectiveDate,
    isDemonstration: cover.demonstration !== undefined,
    subjects: report.subjects.map(viewSubject),
    ...viewSummary(report),
  }
}
