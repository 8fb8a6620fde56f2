import { createHash } from 'node:crypto'
import type { SignerRole } from '../../../bookfile/index.ts'
import type { Grade } from '../../../shared/education-level.ts'
import { withTenant, type Database } from '../connect.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import { listTurnsOf, whyNotYet } from './own-turns.ts'
import { listPupilsWithoutReport, whyWithout } from './pupils-without-report.ts'
import { readTurns, type DraftKey, type DraftOnItsWay, type StoredException } from './stored-turns.ts'
import type { StaffNames } from './tell-awaited.ts'

/** Kí, or affixing the school's seal (đóng dấu, phát hành). */
export type SittingKind = 'sign' | 'seal'

/** Who would sign or seal what. */
export interface PlanRequest extends YearScope {
  readonly staffCode: string
  readonly kind: SittingKind
  readonly now: Date
}

/** A report that may be signed now: with the slots that this person signs in it. */
export interface PlannedItem extends DraftKey {
  readonly fullName: string
  readonly slots: readonly { readonly slotId: string; readonly role: SignerRole }[]
  readonly exceptions: readonly StoredException[]
}

/** Reports that may not be signed yet, for one and the same reason. */
export interface BlockedItems {
  readonly reason: string
  readonly students: readonly { readonly studentCode: string; readonly fullName: string }[]
}

/** One class of a plan. `digest` stands for its eligible reports as they were shown. */
export interface PlannedClass {
  readonly classId: string
  readonly className: string
  readonly grade: Grade
  readonly digest: string
  /** What is out of the ordinary in every eligible report: told once, not of each. */
  readonly common: readonly StoredException[]
  readonly eligible: readonly PlannedItem[]
  readonly blocked: readonly BlockedItems[]
}

/** What somebody may sign in one sitting (phiên kí), class by class, and what not yet, with the reasons. */
export interface SittingPlan {
  readonly kind: SittingKind
  readonly digest: string
  readonly eligible: number
  readonly blocked: number
  readonly classes: readonly PlannedClass[]
}

/** What somebody has to sign, of all classes. A fixed number of statements, however many reports there are. */
export const planSitting = (database: Database<'school'>, request: PlanRequest): Promise<SittingPlan> =>
  withTenant(database, request.tenant, (transaction) => planIn(transaction, request))

/** Whose slots a sitting signs: the school's, or those of the person. */
export const signingOf = ({
  kind,
  staffCode,
}: Pick<PlanRequest, 'kind' | 'staffCode'>): { readonly staffCode: string | null } => ({
  staffCode: kind === 'seal' ? null : staffCode,
})

/** The same within a transaction. */
export const planIn = async (transaction: SchoolTransaction, request: PlanRequest): Promise<SittingPlan> => {
  const signing = signingOf(request)
  const drafts = await readTurns(transaction, request, signing, request.now)
  const without = await listPupilsWithoutReport(transaction, request, signing.staffCode)
  const names = await readStaffNames(transaction, request)
  const standings = [
    ...drafts.map((draft) => standingOf(draft, signing, names)),
    ...without.map((pupil): Standing => ({ pupil, why: whyWithout(pupil) })),
  ]
  const classes = [...Map.groupBy(standings, ({ pupil }) => pupil.classId).values()]
    .map(toClass)
    .toSorted((one, other) => one.grade - other.grade || byName.compare(one.className, other.className))
  const items = classes.flatMap(({ eligible }) => eligible)
  return {
    kind: request.kind,
    digest: digestOf(
      items,
      classes.map(({ digest }) => digest),
    ),
    eligible: items.length,
    blocked: classes.reduce((sum, { blocked }) => sum + countBlocked(blocked), 0),
    classes,
  }
}

const byName = new Intl.Collator('vi', { numeric: true })

const countBlocked = (blocked: readonly BlockedItems[]): number =>
  blocked.reduce((sum, { students }) => sum + students.length, 0)

type Pupil = Pick<DraftOnItsWay, 'classId' | 'className' | 'grade' | 'studentCode' | 'fullName'>

/** One pupil's draft: to be signed, or why not yet. */
type Standing =
  | { readonly pupil: Pupil; readonly item: PlannedItem; readonly digest: string }
  | { readonly pupil: Pupil; readonly why: string }

const standingOf = (
  draft: DraftOnItsWay,
  signing: { readonly staffCode: string | null },
  names: StaffNames,
): Standing => {
  const turns = listTurnsOf(draft, signing)
  if (turns.length === 0) return { pupil: draft, why: whyNotYet(draft, signing, names) }
  const { studentCode, fullName, version, draft: number, digest } = draft
  const slots = turns.map(({ id, role }) => ({ slotId: id, role }))
  // Who answers for a subject alone is not told what became of the pupil's year.
  const seesWhole = turns.some(({ covers }) => covers.includes('hb'))
  const exceptions = seesWhole ? draft.exceptions : []
  return { pupil: draft, digest, item: { studentCode, fullName, version, draft: number, slots, exceptions } }
}

const toClass = (standings: readonly Standing[]): PlannedClass => {
  const [first] = standings
  if (first === undefined) throw new Error('a group has members')
  const { classId, className, grade } = first.pupil
  const own = standings.flatMap((one) => ('item' in one ? [one] : []))
  const { common, eligible } = setCommonApart(own.map(({ item }) => item))
  const blocked = Map.groupBy(
    standings.flatMap((one) => ('why' in one ? [one] : [])),
    ({ why }) => why,
  )
  return {
    classId,
    className,
    grade,
    digest: digestOf(
      eligible,
      own.map(({ item, digest }) => [
        classId,
        item.studentCode,
        item.version,
        item.draft,
        digest,
        item.slots,
      ]),
    ),
    common,
    // What needs a look comes first.
    eligible: eligible.toSorted(
      (one, other) => Number(other.exceptions.length > 0) - Number(one.exceptions.length > 0),
    ),
    blocked: [...blocked].map(([reason, ones]) => ({
      reason,
      students: ones.map(({ pupil: { studentCode, fullName } }) => ({ studentCode, fullName })),
    })),
  }
}

const isIn = ({ kind, text }: StoredException, exceptions: readonly StoredException[]): boolean =>
  exceptions.some((one) => one.kind === kind && one.text === text)

/** Where each report is odd in the same way none of them stands out by it. */
const setCommonApart = (items: readonly PlannedItem[]): Pick<PlannedClass, 'common' | 'eligible'> => {
  const [first, ...others] = items
  if (first === undefined || others.length === 0) return { common: [], eligible: items }
  const common = first.exceptions.filter((one) => others.every(({ exceptions }) => isIn(one, exceptions)))
  const eligible = items.map((item) => ({
    ...item,
    exceptions: item.exceptions.filter((one) => !isIn(one, common)),
  }))
  return { common, eligible }
}

/** How many, then what exactly: so that who comes too late is told by how many it changed. */
const digestOf = (items: readonly PlannedItem[], content: unknown): string =>
  `${items.length}-${createHash('sha256').update(JSON.stringify(content)).digest('hex')}`

const readStaffNames = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
): Promise<StaffNames> => {
  const rows = await transaction
    .selectFrom('school.staff')
    .select(['staff_code', 'full_name'])
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('level', '=', level)
    .execute()
  return new Map(rows.map(({ staff_code, full_name }) => [staff_code, full_name]))
}
