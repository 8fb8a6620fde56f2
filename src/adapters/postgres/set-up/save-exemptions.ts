import { isGrade } from '../../../shared/education-level.ts'
import { textLimits } from '../../../shared/limits.ts'
import { findSubject } from '../../../shared/subjects.ts'
import type { Database } from '../connect.ts'
import type { Row } from '../school/columns.ts'
import { compareRows, type RowChanges } from '../school/compare-rows.ts'
import type { Exemption } from './read-student.ts'
import { getClasses } from './save-class.ts'
import { settingUp, type OpenYear, type SetUpBy, type SetUpPlace } from './set-up-act.ts'
import { findRows, refuseAny, refuseInput, removalOf } from './set-up-rows.ts'
import { tableNamed } from './set-up-tables.ts'
import { readTextOrNull } from './typed-values.ts'

/** Sets from what a pupil is exempt, as a whole: the gradebook's cells say that, the orders beside them why. */
export const saveExemptions = (
  database: Database<'school'>,
  place: SetUpPlace & { readonly classId: string; readonly studentCode: string },
  exemptions: readonly Exemption[],
  by: SetUpBy,
): Promise<void> =>
  settingUp(database, place, by, async (year) => {
    const { classId, studentCode } = place
    const [enrolment] = await findRows(year, 'enrolment', { student_code: studentCode, class_id: classId })
    if (enrolment === undefined) throw refuseInput(`Lớp ${classId} không có học sinh mã ${studentCode}.`)
    const grade = (await getClasses(year, [classId])).get(classId)?.['grade']
    refuseAny(listFaults(year, Number(grade), exemptions))
    await year.write([
      await cellChanges(year, studentCode, exemptions),
      ...(await orderChanges(year, studentCode, exemptions)),
    ])
  })

const listFaults = (
  { level }: OpenYear,
  grade: number,
  exemptions: readonly Exemption[],
): readonly string[] => {
  const subjects = exemptions.map(({ subject }) => subject)
  return subjects.flatMap((code, at) => {
    const subject = findSubject(level, code)
    const isTaught = isGrade(grade) && subject?.grades.includes(grade) === true
    return [
      ...(isTaught
        ? []
        : [`Mục 'Miễn học': khối ${grade} không có môn ${subject?.name ?? code} → bỏ dòng này.`]),
      ...(subjects.indexOf(code) === at
        ? []
        : [
            `Mục 'Miễn học': môn ${subject?.name ?? code} ghi hai lần → giữ một (miễn cả môn hay phần thực hành).`,
          ]),
    ]
  })
}

const cellOf = (studentCode: string, { subject, kind }: Exemption): Row => ({
  student_code: studentCode,
  subject,
  kind,
  term: 0,
  number: 0,
  value: 'true',
})

/** A cell that is not wanted any more is emptied, as everywhere in the gradebook. */
const cellChanges = async (
  year: OpenYear,
  studentCode: string,
  exemptions: readonly Exemption[],
): Promise<RowChanges> => {
  const cells = await findRows(year, 'assessment', { student_code: studentCode, term: 0 })
  const stored = cells.filter(({ kind }) => kind === 'exempt' || kind === 'practice-exempt')
  return compareRows(
    tableNamed('assessment'),
    stored,
    exemptions.map((one) => cellOf(studentCode, one)),
  )
}

const orderChanges = async (
  year: OpenYear,
  studentCode: string,
  exemptions: readonly Exemption[],
): Promise<readonly RowChanges[]> => {
  const stored = await findRows(year, 'exemption_order', { student_code: studentCode })
  const wanted = exemptions.map(({ subject, reason, decisionNumber }): Row => ({
    student_code: studentCode,
    subject,
    reason: readTextOrNull('Lí do miễn', reason, textLimits.phrase) ?? '',
    decision_number: readTextOrNull('Số quyết định', decisionNumber, textLimits.short),
  }))
  const kept = new Set(wanted.map((row) => row['subject']))
  const isKept = (row: Row): boolean => kept.has(row['subject'] ?? null)
  return [
    compareRows(tableNamed('exemption_order'), stored.filter(isKept), wanted),
    removalOf(
      'exemption_order',
      stored.filter((row) => !isKept(row)),
    ),
  ]
}
