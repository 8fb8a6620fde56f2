import { createHash } from 'node:crypto'
import { evaluate, type EvaluationResult } from '../../../evaluation/index.ts'
import { listClassRecords, toEvaluationInput } from '../../../gradebook/index.ts'
import {
  planRollOver,
  type RollOverPlan,
  type SchoolYearRecords,
  type StudentYear,
  type YearConclusion,
} from '../../../records/index.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { findSubject } from '../../../shared/subjects.ts'
import type { Database } from '../connect.ts'
import type { Row } from '../school/columns.ts'
import { compareRows } from '../school/compare-rows.ts'
import { readingSchool, writingSchool } from '../school/enter-school.ts'
import { loadRows } from '../school/load-rows.ts'
import { yearTables } from '../school/tables.ts'
import { recordsOfRows } from '../school/year-records.ts'
import { rowsOfRecords } from '../school/year-rows.ts'
import { refuseChanged, writerOf, type SetUpBy, type SetUpPlace } from './set-up-act.ts'
import { changesOf, findRows, refuseInput, type ReadableYear } from './set-up-rows.ts'
import { planOf, type PlannedSubject } from './subject-plan.ts'

/** A rehearsal of the roll-over: what would become of the school, and over what it was computed. */
export interface Rehearsal {
  readonly plan: RollOverPlan
  /** SHA-256, hexadecimal, of everything that it was computed from. */
  readonly digest: string
}

interface YearFacts {
  readonly records: SchoolYearRecords
  readonly groups: readonly Row[]
  readonly planRows: readonly Row[]
}

const readFacts = async (year: ReadableYear, place: SetUpPlace): Promise<YearFacts> => {
  const rows = await loadRows(year.transaction, { ...place, tenant: year.tenant })
  if ((rows.get('school_year') ?? []).length === 0) throw refuseMissing(place)
  const filled = new Map([...rows].map(([name, own]) => [name, own.filter((row) => row['value'] !== null)]))
  return {
    records: recordsOfRows(place, filled),
    groups: await findRows(year, 'subject_group'),
    planRows: await findRows(year, 'subject_plan'),
  }
}

const refuseMissing = ({ schoolYear }: SetUpPlace): Refusal =>
  new Refusal('school-year-not-found', `Trường chưa có năm học ${schoolYear} ở cấp này.`)

const rehearse = (facts: YearFacts): Rehearsal => {
  const { records, planRows } = facts
  const planned = Map.groupBy(planOf(records.school.level, planRows.map(toPlanRow)), ({ grade }) => grade)
  const plan = planRollOver({
    records,
    conclusionOf: conclusionsOf(records),
    subjectsOf: (grade) => (planned.get(grade) ?? []).map(({ subject }: PlannedSubject) => subject),
  })
  return { plan, digest: digestOf(facts) }
}

const toPlanRow = (row: Row) => ({
  grade: Number(row['grade']),
  subject: String(row['subject']),
  periods_per_year: Number(row['periods_per_year']),
  version: Number(row['version']),
})

/** The evaluation of every pupil, in the words of the roll-over. */
const conclusionsOf = (records: SchoolYearRecords): ((student: StudentYear) => YearConclusion) => {
  const classes = new Map(listClassRecords(records).map((one) => [one.schoolClass.classId, one]))
  return (student) => {
    const ofClass = classes.get(student.classId)
    if (ofClass === undefined) throw new Error(`no class ${student.classId}`)
    return concludeFrom(evaluate(toEvaluationInput(ofClass, student)))
  }
}

const decisionWords =
  /^(Được lên lớp|Hoàn thành chương trình|Không được lên lớp|Chưa quyết định|Chưa hoàn thành|Học sinh được đánh giá theo kế hoạch)/

const concludeFrom = ({ status, decision, findings, reasons }: EvaluationResult): YearConclusion => {
  if (status !== 'complete' || decision === null)
    return {
      decision: null,
      reason: `Chưa kết luận được: còn ${findings.length} chỗ thiếu hoặc chưa đúng trong sổ.`,
      article: null,
    }
  const reason = reasons.findLast(({ text }) => decisionWords.test(text)) ?? reasons.at(-1)
  return { decision, reason: reason?.text ?? '', article: reason?.rule ?? null }
}

/** Keys in order, so that the same facts are the same text whatever order rows came in. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )

const digestOf = ({ records, groups, planRows }: YearFacts): string => {
  const sorted = (rows: readonly Row[]): readonly string[] => rows.map((row) => canonical(row)).toSorted()
  return createHash('sha256')
    .update(canonical({ records, groups: sorted(groups), plan: sorted(planRows) }))
    .digest('hex')
}

/** Computes the next year from what stands at one moment; writes nothing. */
export const rehearseRollOver = (database: Database<'school'>, place: SetUpPlace): Promise<Rehearsal> =>
  readingSchool(database, place.schoolCode, async (transaction, tenant) => {
    if (tenant === undefined) throw refuseMissing(place)
    return rehearse(await readFacts({ transaction, tenant, ...place }, place))
  })

/** Which rehearsal somebody looked at, and whether they know that pupils are left without a class. */
export interface RollOverOrder {
  readonly digest: string
  readonly confirmUndecided: boolean
}

/**
 * Makes the next school year as it was rehearsed, in one transaction. Refused where anything that it was computed from
 * has changed, where the year is there already, and where pupils without a class have not been confirmed.
 */
export const rollOver = (
  database: Database<'school'>,
  place: SetUpPlace,
  order: RollOverOrder,
  by: SetUpBy,
): Promise<{ readonly schoolYear: string }> =>
  writingSchool(database, place.schoolCode, async (transaction, tenant) => {
    const facts = await readFacts({ transaction, tenant, ...place }, place)
    const { plan, digest } = rehearse(facts)
    const to = { tenant, schoolYear: plan.toSchoolYear, level: place.level }
    await requireNew({ transaction, ...to })
    if (digest !== order.digest) throw refuseChanged('Dữ liệu của năm học')
    requireConfirmed(plan, order)
    const rows = rowsOfRecords(plan.next)
    const write = writerOf(transaction, to, by, 'roll-over')
    await write([
      ...yearTables.map((table) => compareRows(table, [], rows.get(table.name) ?? [])),
      changesOf('subject_group', [], facts.groups.map(keepHead(plan))),
      changesOf('subject_plan', [], facts.planRows),
    ])
    return { schoolYear: plan.toSchoolYear }
  })

const keepHead =
  ({ next }: RollOverPlan) =>
  (group: Row): Row => ({
    ...group,
    head: next.staff.some(({ staffCode }) => staffCode === group['head']) ? (group['head'] ?? null) : null,
  })

const requireNew = async (year: ReadableYear): Promise<void> => {
  if ((await findRows(year, 'school_year')).length > 0)
    throw refuseInput(
      `Năm học ${year.schoolYear} của cấp này đã có; không tạo lần nữa. Hãy mở năm học ấy để sửa tiếp.`,
    )
}

const requireConfirmed = ({ destinations }: RollOverPlan, { confirmUndecided }: RollOverOrder): void => {
  const open = destinations.filter(({ outcome }) => outcome === 'undecided' || outcome === 'waiting')
  if (open.length > 0 && !confirmUndecided)
    throw refuseInput(
      `Còn ${open.length} học sinh chưa kết luận hoặc chờ đánh giá lại, chưa được xếp lớp ở năm học mới → hoàn tất ` +
        `kết quả của các em, hoặc xác nhận chuyển năm khi các em chưa có lớp.`,
    )
}

/** The lessons that nobody has been given, with their subjects' names. */
export const nameLessons = (
  { unassigned }: RollOverPlan,
  level: SetUpPlace['level'],
): readonly {
  readonly className: string
  readonly subjectName: string
  readonly lastTeacher: string | null
}[] =>
  unassigned.map(({ className, subject, lastTeacher }) => ({
    className,
    subjectName: findSubject(level, subject)?.name ?? subject,
    lastTeacher,
  }))
