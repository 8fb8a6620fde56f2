import { randomUUID } from 'node:crypto'
import { beginSitting, type SittingStart } from '../../../src/adapters/postgres/books/begin-sitting.ts'
import {
  planSitting,
  type PlanRequest,
  type SittingKind,
  type SittingPlan,
} from '../../../src/adapters/postgres/books/plan-sitting.ts'
import { runSitting, type RunEnd, type SittingRun } from '../../../src/adapters/postgres/books/run-sitting.ts'
import { readSitting, type SittingDetail } from '../../../src/adapters/postgres/books/sittings.ts'
import type { YearReport } from '../../../src/bookfile/index.ts'
import type { SigningDesk } from '../../../src/issuing/index.ts'
import type { SchoolYearRecords } from '../../../src/records/index.ts'
import { draftOf, levelOf, putDrafts, reportsOf, type PutDraft } from './drafts.ts'
import { colleagues, fillClass, plannedClass, yearEnd, type Colleague } from './finished-class.ts'
import { openFilled, schoolYear, type FilledDatabase } from './gradebook.ts'
import { askAll } from './rows.ts'
import { openDesk } from './signing-desk.ts'

/** A school whose reports lie ready to be signed, with the desk at which its people sign. */
export interface SigningBench extends FilledDatabase {
  readonly desk: SigningDesk
  readonly clock: () => Date
  readonly reports: readonly YearReport[]
  readonly level: PlanRequest['level']
  readonly requestOf: (who: Colleague, kind?: SittingKind) => PlanRequest
  readonly plan: (who: Colleague, kind?: SittingKind) => Promise<SittingPlan>
  /** Begins over what the plan shows, but for what is said otherwise; gives the sitting's number. */
  readonly begin: (who: Colleague, kind?: SittingKind, otherwise?: Partial<SittingStart>) => Promise<string>
  readonly run: (sittingId: string, otherwise?: Partial<SittingRun>, desk?: SigningDesk) => Promise<RunEnd>
  readonly look: (sittingId: string) => Promise<SittingDetail>
  /** Plans, begins and runs to the end. */
  readonly sit: (who: Colleague, kind?: SittingKind) => Promise<SittingDetail>
  /** Everybody's turn, up to and without the clerk's. */
  readonly signAll: () => Promise<void>
}

/** Two classes of one level, 7A and 8A, with the same people. */
export const twoClasses = (pupils = 2): SchoolYearRecords => {
  const [one, other] = [plannedClass(7, pupils), plannedClass(8, pupils)]
  return {
    ...one,
    classes: [...one.classes, ...other.classes],
    assignments: [...one.assignments, ...other.assignments],
    students: [...one.students, ...other.students],
  }
}

const fillAll = async (filled: FilledDatabase, records: SchoolYearRecords): Promise<void> => {
  for (const schoolClass of records.classes) {
    const isOfClass = ({ classId }: { readonly classId: string }): boolean => classId === schoolClass.classId
    await fillClass(filled, {
      ...records,
      classes: [schoolClass],
      assignments: records.assignments.filter(isOfClass),
      students: records.students.filter(isOfClass),
    })
  }
}

/** A bench with a draft of every report; `withDrafts` false leaves the year before its carry-over. */
export const openSigningBench = async (
  records: SchoolYearRecords = plannedClass(7, 3),
  {
    withDrafts = true,
    withPages = false,
  }: { readonly withDrafts?: boolean; readonly withPages?: boolean } = {},
): Promise<SigningBench> => {
  const filled = await openFilled(records)
  await fillAll(filled, records)
  const clock = (): Date => yearEnd
  const opened = await openDesk(filled.server.url, clock, { withPages })
  const { desk } = opened
  const reports = await reportsOf(filled, records)
  const level = levelOf(records)
  const drafts = reports.map((report) => draftOf(report))
  if (withDrafts) await putDrafts(filled, level, drafts)
  return {
    ...filled,
    ...benchOf(filled, { desk, clock, level }),
    desk,
    clock,
    reports,
    level,
    close: async () => {
      await opened.close()
      await filled.close()
    },
  }
}

type Place = Pick<SigningBench, 'desk' | 'clock' | 'level'>
type Sitting = 'requestOf' | 'plan' | 'begin' | 'run' | 'look' | 'sit' | 'signAll'

const benchOf = (
  { database, tenant }: FilledDatabase,
  { desk, clock, level }: Place,
): Pick<SigningBench, Sitting> => {
  const requestOf: SigningBench['requestOf'] = ({ staffCode }, kind = 'sign') => ({
    ...{ tenant, schoolYear, level },
    ...{ staffCode, kind, now: clock() },
  })
  const plan: SigningBench['plan'] = (who, kind) => planSitting(database, requestOf(who, kind))
  const begin: SigningBench['begin'] = async (who, kind, otherwise) =>
    beginSitting(database, {
      ...requestOf(who, kind),
      sittingId: randomUUID(),
      account: who,
      digest: otherwise?.digest ?? (await plan(who, kind)).digest,
      classIds: null,
      leaveOut: [],
      ...otherwise,
    })
  const run: SigningBench['run'] = (sittingId, otherwise, other = desk) =>
    runSitting(database, other, { tenant, sittingId, clock, ...otherwise })
  const look: SigningBench['look'] = async (sittingId) => {
    const found = await readSitting(database, { tenant, schoolYear, level, sittingId })
    if (found === undefined) throw new Error('no such sitting')
    return found
  }
  const sit: SigningBench['sit'] = async (who, kind) => {
    const sittingId = await begin(who, kind)
    await run(sittingId)
    return look(sittingId)
  }
  const signAll = async (): Promise<void> => {
    const { subjectTeacher, artsTeacher, homeroomTeacher, principal } = colleagues
    for (const who of [subjectTeacher, artsTeacher, homeroomTeacher, principal]) await sit(who)
  }
  return { requestOf, plan, begin, run, look, sit, signAll }
}

/** Which slots of which pupils bear a signature, of current drafts: 's-gvcn 7A0001'. */
export const listSigned = async (
  { server }: Pick<FilledDatabase, 'server'>,
  slot = '%',
): Promise<readonly string[]> =>
  (
    await askAll<{ signed: string }>(
      server,
      `select slot_id || ' ' || student_code as signed from school.signature_slot
       where is_current and signature is not null and slot_id like $1 order by 1`,
      [slot],
    )
  ).map(({ signed }) => signed)

/** The reasons of a plan with how many pupils each concerns. */
export const reasonsOf = ({ classes }: SittingPlan): readonly string[] =>
  classes.flatMap(({ blocked }) => blocked.map(({ reason, students }) => `${students.length} × ${reason}`))

/** The slots of a plan's reports, pupil by pupil. */
export const slotsOf = ({ classes }: SittingPlan): readonly string[] =>
  classes.flatMap(({ eligible }) => eligible.map(({ slots }) => slots.map(({ slotId }) => slotId).join(' ')))

/** An order that opens the year again is in force. */
export const giveOrder = (bench: Pick<SigningBench, 'server' | 'clock'>): Promise<unknown> =>
  askAll(
    bench.server,
    `insert into school.entry_order (tenant_id, order_id, school_year, level, order_number, reason, opens_at,
         ends_at, by_name, act_id)
       select tenant_id, act_id, school_year, level, '45/QĐ', 'Bổ sung', $1::timestamptz - interval '1 day',
         $1::timestamptz + interval '1 day', 'Hiệu trưởng', act_id from school.act limit 1`,
    [bench.clock()],
  )

/** A cell of the pupil 7A0001 on a sheet is sent back. */
export const sendBack = (bench: SigningBench, sheet: string): Promise<unknown> =>
  askAll(
    bench.server,
    `insert into school.send_back (tenant_id, send_back_id, school_year, level, class_id, sheet, student_code, path,
       reason, by_name, act_id)
     select tenant_id, act_id, school_year, level, '7A', $1, '7A0001', 'terms.1.finalMark', 'Xem lại', 'Tổ trưởng',
       act_id from school.act limit 1`,
    [sheet],
  )

/** A draft of the same report after a comment of it was written anew. */
export const changedDraftOf = (report: YearReport): PutDraft =>
  draftOf({ ...report, summary: { ...report.summary, comment: 'Em tiến bộ nhiều.' } })
