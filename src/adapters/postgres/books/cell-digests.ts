import { sql, type RawBuilder } from 'kysely'
import type { SheetName } from '../../../gradebook/index.ts'
import { isSubjectCode } from '../../../shared/subjects.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SheetPlace } from '../gradebook/sheet-facts.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'

const everything = { subject: sql<boolean>`true`, entry: sql<boolean>`true` }

/** Which cells (of t) a confirmation of a sheet is about: the homeroom teacher's takes attendance in. */
const cellsOfSheet = (
  sheet: SheetName | null,
): { subject: RawBuilder<boolean>; entry: RawBuilder<boolean> } => {
  if (sheet === null) return everything
  if (isSubjectCode(sheet)) return { subject: sql`t.subject = ${sheet}`, entry: sql`false` }
  const isDecision = sheet === 'decisions'
  return { subject: sql`false`, entry: sql`(t.field = 'principalDecision') = ${isDecision}` }
}

/** Which cells are no result of the summer. */
const beforeSummer = {
  kind: sql<boolean>`t.kind <> 'reassessed'`,
  field: sql<boolean>`(t.field, t.item) <> ('conduct', 'afterSummer') and t.field <> 'summerComment'`,
}

/** Which cells are one. */
const ofSummer = {
  kind: sql<boolean>`t.kind = 'reassessed'`,
  field: sql<boolean>`((t.field, t.item) = ('conduct', 'afterSummer') or t.field = 'summerComment')`,
}

const anyTime = { kind: sql`true`, field: sql`true` }

/** The cells of a class's pupils that have a value, each as one text with the sheet it is confirmed with. */
const cellTexts = (
  { tenant, schoolYear, level, classId }: ClassPlace,
  { subject, entry } = everything,
  { kind, field }: { readonly kind: RawBuilder<unknown>; readonly field: RawBuilder<unknown> } = anyTime,
) => sql`
  pupil as (
    select student_code from school.enrolment
    where tenant_id = ${tenant} and school_year = ${schoolYear} and level = ${level} and class_id = ${classId}
  ), cell as (
    select t.subject as sheet,
      jsonb_build_array(t.student_code, t.subject, t.kind, t.term, t.number, t.value)::text as text
    from pupil p join school.assessment t on t.tenant_id = ${tenant} and t.school_year = ${schoolYear}
      and t.student_code = p.student_code
    where t.value is not null and ${subject} and ${kind}
    union all
    select case t.field when 'principalDecision' then 'decisions' else 'homeroom' end,
      jsonb_build_array(t.student_code, t.field, t.item, t.value)::text
    from pupil p join school.homeroom_entry t on t.tenant_id = ${tenant} and t.school_year = ${schoolYear}
      and t.student_code = p.student_code
    where t.value is not null and ${entry} and ${field}
  )`

// What of a pupil's row goes into a cover or report; codes are drawn when one is made, and change nothing.
const notOfProfile = ['tenant_id', 'position', 'book_lookup_code', 'year_lookup_code', 'version', 'act_id']

/** The profiles of a class's pupils, each as one text. */
const profileTexts = ({ tenant, schoolYear, level, classId }: ClassPlace) => sql`
  select (to_jsonb(e) - ${notOfProfile}::text[])::text as text from school.enrolment e
  where e.tenant_id = ${tenant} and e.school_year = ${schoolYear} and e.level = ${level} and e.class_id = ${classId}`

/** SHA-256 (hex) of the texts, in an order of their own. */
const digestOfTexts = sql`encode(sha256(convert_to(
  coalesce(string_agg(text, chr(10) order by text collate "C"), ''), 'UTF8')), 'hex')`

const digestCells = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  sheet: SheetName | null,
  { isWithoutSummer = false } = {},
): Promise<string> => {
  const { tenant, schoolYear, level, classId } = place
  const { rows } = await sql<{ readonly digest: string }>`
    with ${cellTexts(place, cellsOfSheet(sheet), isWithoutSummer ? beforeSummer : anyTime)}, said as (
      select text from cell ${sheet === null ? sql`union all ${profileTexts(place)}` : sql``}
    )
    select (select ${digestOfTexts} from said) as digest from school.class
    where tenant_id = ${tenant} and school_year = ${schoolYear} and class_id = ${classId} and level = ${level}`.execute(
    transaction,
  )
  return rows[0]?.digest ?? ''
}

/** SHA-256 (hex) of what stands in the cells of a sheet, whoever wrote it and however often. */
export const sheetDigest = (transaction: SchoolTransaction, place: SheetPlace): Promise<string> =>
  digestCells(transaction, place, place.sheet === 'attendance' ? 'homeroom' : place.sheet)

/** The same without what the summer gave: what a confirmation of the year was about. */
export const digestBeforeSummer = (transaction: SchoolTransaction, place: SheetPlace): Promise<string> =>
  digestCells(transaction, place, place.sheet === 'attendance' ? 'homeroom' : place.sheet, {
    isWithoutSummer: true,
  })

/** The same of a whole class: all its sheets, attendance, decisions, and the profiles of its pupils. */
export const classDigest = (transaction: SchoolTransaction, place: ClassPlace): Promise<string> =>
  digestCells(transaction, place, null)

/** The digests of all sheets of a class that have any cell, by their names. One statement. */
export const listSheetDigests = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ readonly sheet: string; readonly digest: string }>`
    with ${cellTexts(place)} select sheet, ${digestOfTexts} as digest from cell group by sheet`.execute(
    transaction,
  )
  return new Map(rows.map(({ sheet, digest }) => [sheet, digest]))
}

/** The sheets of a class on which the summer gave something. */
export const listSummerSheets = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ readonly sheet: string }>`
    with ${cellTexts(place, everything, ofSummer)} select distinct sheet from cell order by sheet`.execute(
    transaction,
  )
  return rows.map(({ sheet }) => sheet)
}
