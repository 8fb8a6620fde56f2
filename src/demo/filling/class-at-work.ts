import { randomUUID } from 'node:crypto'
import type { Actor } from '../../accounts/index.ts'
import { beginSitting } from '../../adapters/postgres/books/begin-sitting.ts'
import { carryOver } from '../../adapters/postgres/books/carry-over.ts'
import { classDigest } from '../../adapters/postgres/books/cell-digests.ts'
import { confirmSheet, readConfirmation } from '../../adapters/postgres/books/confirm-sheet.ts'
import { planSitting, type SittingKind } from '../../adapters/postgres/books/plan-sitting.ts'
import { listRunningSittings } from '../../adapters/postgres/books/running-sittings.ts'
import { runSitting } from '../../adapters/postgres/books/run-sitting.ts'
import { withTenant, type Database } from '../../adapters/postgres/connect.ts'
import type { ClassPlace } from '../../adapters/postgres/gradebook/class-results.ts'
import { readMemberYears } from '../../adapters/postgres/school/member-roles.ts'
import { listSubjectGroups, saveSubjectGroup } from '../../adapters/postgres/set-up/subject-groups.ts'
import type { SheetName } from '../../gradebook/index.ts'
import type { SigningDesk } from '../../issuing/index.ts'
import type { SchoolClass, SchoolYearRecords } from '../../records/index.ts'
import { chooseGroup, listVisitedStaff } from '../accounts.ts'
import { demonstrationMark } from '../authority/index.ts'
import { drawCode } from '../demo-issuing.ts'

/** A class of an invented school, with what its people work at. */
interface ClassAtWork {
  readonly school: Database<'school'>
  readonly desk: SigningDesk
  readonly records: SchoolYearRecords
  readonly schoolClass: SchoolClass
  readonly place: ClassPlace
  readonly clock: () => Date
}

const staffOf = ({ records: { staff } }: ClassAtWork, code: string): Person => {
  const found = staff.find(({ staffCode }) => staffCode === code)
  if (found === undefined) throw new Error(`nobody has the code ${code}`)
  return { accountId: randomUUID(), staffCode: code, fullName: found.fullName }
}

interface Person extends Pick<Actor, 'accountId' | 'fullName'> {
  readonly staffCode: string
}

/**
 * A class as it is in the weeks of signing: every sheet that is complete is confirmed, the class is carried over, and
 * all have signed whom no visitor may sign in as. What is left waits for the visitors. A sheet on which something is
 * missing stays open, and its class is not carried over.
 */
export const bringToVisitors = async (
  school: Database<'school'>,
  desk: SigningDesk,
  {
    records,
    classId,
    clock,
  }: { readonly records: SchoolYearRecords; readonly classId: string; readonly clock: () => Date },
): Promise<void> => {
  const schoolClass = records.classes.find((one) => one.classId === classId)
  if (schoolClass === undefined) throw new Error(`there is no class ${classId}`)
  const {
    schoolYear,
    school: { code, level },
  } = records
  const years = await readMemberYears(school, { schoolCode: code, staffCode: null })
  if (years === undefined) throw new Error(`there is no school ${code}`)
  const place = { tenant: years.tenant, schoolYear, level, classId }
  const work = { school, desk, records, schoolClass, place, clock }
  await finishSittings(work)
  await nameHead(work)
  if (!(await confirmSheets(work))) return
  await carryOverClass(work)
  await signCovers(work)
  await signSubjects(work)
}

/** What an earlier filling was in the middle of when it was cut off. */
const finishSittings = async ({ school, desk, place, clock }: ClassAtWork): Promise<void> => {
  for (const key of await listRunningSittings(school))
    if (key.tenant === place.tenant) await runSitting(school, desk, { ...key, clock })
}

const nameHead = async ({ school, records, place, clock }: ClassAtWork): Promise<void> => {
  const group = chooseGroup(records)
  if (group === undefined) return
  const { code, name } = records.school
  const known = (await listSubjectGroups(school, place)).find((one) => one.name === group.name)
  await saveSubjectGroup(
    school,
    { schoolCode: code, schoolYear: place.schoolYear, level: place.level },
    { ...group, seenVersion: known?.version ?? null },
    { account: { accountId: randomUUID(), fullName: name }, now: clock() },
  )
}

/** Whether every sheet of the class is confirmed now. */
const confirmSheets = async (work: ClassAtWork): Promise<boolean> => {
  const { records, schoolClass } = work
  const lessons = records.assignments.filter(({ classId }) => classId === schoolClass.classId)
  const sheets: readonly (readonly [SheetName, string])[] = [
    ...lessons.map(({ subject, teacher }) => [subject, teacher] as const),
    ['homeroom', schoolClass.homeroomTeacher],
  ]
  let isDone = true
  for (const [sheet, teacher] of sheets) isDone = (await confirm(work, sheet, teacher)) && isDone
  return isDone
}

const confirm = async (work: ClassAtWork, sheet: SheetName, teacher: string): Promise<boolean> => {
  const { school, place, clock, records } = work
  const person = staffOf(work, teacher)
  const actor: Actor = {
    ...person,
    schoolCode: records.school.code,
    tenant: place.tenant,
    isAdministrator: false,
    roles: [],
    homeroomClasses: [],
    teaches: [],
    follows: [],
  }
  const acting = { actor, now: clock() }
  const seen = await readConfirmation(school, { ...place, sheet }, acting)
  if (seen === undefined || seen.warnings.some(({ severity }) => severity === 'blocking')) return false
  const accepted = seen.warnings.map(({ key }) => ({ key, words: 'Đã xem lại, đúng như vậy' }))
  await confirmSheet(school, { ...place, sheet }, { part: 'year', digest: seen.digest, accepted }, acting)
  return true
}

const carryOverClass = async (work: ClassAtWork): Promise<void> => {
  const { school, place, clock, schoolClass, desk } = work
  const { demonstration = demonstrationMark } = desk
  await carryOver(school, place, {
    part: 'year',
    digest: await withTenant(school, place.tenant, (transaction) => classDigest(transaction, place)),
    teacher: staffOf(work, schoolClass.homeroomTeacher),
    now: clock(),
    making: { drawCode, demonstration, registry: desk.registry },
  })
}

const signCovers = async (work: ClassAtWork): Promise<void> => {
  const { approver } = work.records.school
  const clerk = work.records.staff.find(({ post, left }) => post === 'clerk' && left !== true)
  await sit(work, approver.staffCode, 'sign')
  if (clerk !== undefined) await sit(work, clerk.staffCode, 'seal')
}

const signSubjects = async (work: ClassAtWork): Promise<void> => {
  const visited = listVisitedStaff(work.records)
  const { assignments } = work.records
  const teachers = new Set(assignments.map(({ teacher }) => teacher))
  for (const teacher of teachers) if (!visited.has(teacher)) await sit(work, teacher, 'sign')
}

/** Signs or seals everything whose turn it is; nothing where there is none. */
const sit = async (work: ClassAtWork, staffCode: string, kind: SittingKind): Promise<void> => {
  const { school, desk, place, clock } = work
  const { tenant, schoolYear, level } = place
  const request = { tenant, schoolYear, level, staffCode, kind, now: clock() }
  const { digest, eligible } = await planSitting(school, request)
  if (eligible === 0) return
  const sittingId = await beginSitting(school, {
    ...request,
    sittingId: randomUUID(),
    account: staffOf(work, staffCode),
    digest,
    classIds: null,
    leaveOut: [],
  })
  await runSitting(school, desk, { tenant, sittingId, clock })
}
