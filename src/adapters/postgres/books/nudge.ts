import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Lesson } from '../../../accounts/index.ts'
import type { SheetName } from '../../../gradebook/index.ts'
import { dayInVietnam } from '../../../shared/dates.ts'
import { textLimits } from '../../../shared/limits.ts'
import { withTenant, type Database } from '../connect.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import { refuseInput } from '../set-up/set-up-rows.ts'
import { readText } from '../set-up/typed-values.ts'
import { refuseAct, type Acting } from './acting.ts'

/** Nhắc việc: whom somebody reminds, of what, in which words. */
export interface Nudge {
  readonly staffCode: string
  readonly classId?: string
  readonly sheet?: SheetName
  readonly words: string
}

/** What a nudge came to: the same matter is told to the same person once a day. */
export interface SentNudge {
  readonly isNew: boolean
}

interface Colleague {
  readonly staffCode: string
  readonly lessons: readonly (Pick<Lesson, 'classId'> & { readonly sheet: string })[]
}

/**
 * Reminds a colleague: a head whomever, a group head of the lessons of the group's members, a homeroom teacher of those
 * of the own class. Refused where the colleague does not answer for what is named.
 */
export const sendNudge = (
  database: Database<'school'>,
  place: YearScope,
  nudge: Nudge,
  acting: Acting,
): Promise<SentNudge> => {
  const words = readText('Lời nhắc', nudge.words, textLimits.phrase)
  return withTenant(database, place.tenant, async (transaction) => {
    const colleague = await getColleague(transaction, place, nudge.staffCode)
    requireMatter(colleague, nudge)
    if (!reaches(acting.actor, colleague, nudge))
      throw refuseAct(
        'Chỉ nhắc được người dạy lớp mình chủ nhiệm hoặc thành viên của tổ mình; hãy chọn đúng lớp, môn.',
      )
    return { isNew: await insertNudge(transaction, place, { ...nudge, words }, acting) }
  })
}

const getColleague = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
  staffCode: string,
): Promise<Colleague> => {
  const { rows } = await sql<Colleague>`
    select s.staff_code as "staffCode", coalesce((
      select jsonb_agg(jsonb_build_object('classId', l.class_id, 'sheet', l.sheet)) from (
        select class_id, subject as sheet from school.assignment
        where tenant_id = ${tenant} and school_year = ${schoolYear} and level = ${level} and teacher = ${staffCode}
        union all
        select class_id, unnest(array['homeroom', 'attendance']) from school.class
        where tenant_id = ${tenant} and school_year = ${schoolYear} and level = ${level}
          and homeroom_teacher = ${staffCode}
      ) l
    ), '[]') as lessons
    from school.staff s
    where s.tenant_id = ${tenant} and s.school_year = ${schoolYear} and s.level = ${level}
      and s.staff_code = ${staffCode} and s.has_left is not true`.execute(transaction)
  const [found] = rows
  if (found === undefined)
    throw refuseInput(`Năm học này không có cán bộ mã ${staffCode} → chọn người trong danh sách.`)
  return found
}

const isAbout =
  ({ classId, sheet }: Pick<Nudge, 'classId' | 'sheet'>) =>
  (lesson: Colleague['lessons'][number]): boolean =>
    (classId ?? lesson.classId) === lesson.classId && (sheet ?? lesson.sheet) === lesson.sheet

const requireMatter = ({ lessons }: Colleague, nudge: Nudge): void => {
  const { classId, sheet } = nudge
  if ((classId === undefined && sheet === undefined) || lessons.some(isAbout(nudge))) return
  throw refuseInput('Người này không phụ trách lớp, môn đã chọn → chọn đúng người phụ trách.')
}

const reaches = (
  { roles, homeroomClasses, follows }: Actor,
  { lessons }: Colleague,
  nudge: Nudge,
): boolean => {
  if (roles.includes('principal') || roles.includes('vice-principal')) return true
  return lessons
    .filter(isAbout(nudge))
    .some(
      ({ classId, sheet }) =>
        (nudge.classId === classId && homeroomClasses.includes(classId)) ||
        follows.some((one) => one.classId === classId && one.subject === sheet),
    )
}

const insertNudge = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
  {
    staffCode,
    classId = null,
    sheet = null,
    words,
  }: Omit<Nudge, 'classId' | 'sheet'> & {
    readonly classId?: string | null
    readonly sheet?: string | null
  },
  { actor, now }: Acting,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('school.nudge')
    .values({
      tenant_id: tenant,
      nudge_id: randomUUID(),
      school_year: schoolYear,
      level,
      day: dayInVietnam(now),
      from_account: actor.accountId,
      by_name: actor.fullName,
      to_staff: staffCode,
      class_id: classId,
      sheet,
      words,
      sent_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
