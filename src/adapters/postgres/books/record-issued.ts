import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { readBook, signatureSlots, type BookFile } from '../../../bookfile/index.ts'
import type { SchoolClass, SchoolYearRecords } from '../../../records/index.ts'
import { lookupKey, type RegisteredVersion, type RegistryPorts } from '../../../registry/index.ts'
import type { Database } from '../connect.ts'
import { writingSchool, type SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import { retireDrafts } from './write-reports.ts'

/** Who records, and when. */
interface RecordedBy {
  readonly by: string
  readonly now: Date
}

interface IssuedVersion {
  readonly classId: string
  readonly registered: RegisteredVersion
  readonly book: BookFile
}

/**
 * Takes into the school's own books what the registry has of its year: versions that were issued by the command or by
 * another program, with their signatures. What is there already stays; called again it changes nothing. Gives how many
 * versions were added.
 */
export const recordIssued = async (
  database: Database<'school'>,
  registry: RegistryPorts,
  records: SchoolYearRecords,
  recorded: RecordedBy,
): Promise<number> => {
  let added = 0
  for (const schoolClass of records.classes)
    added += await recordClass(database, registry, { records, schoolClass }, recorded)
  return added
}

interface ClassOfYear {
  readonly records: SchoolYearRecords
  readonly schoolClass: SchoolClass
}

const recordClass = async (
  database: Database<'school'>,
  registry: RegistryPorts,
  ofYear: ClassOfYear,
  recorded: RecordedBy,
): Promise<number> => {
  const { schoolYear, school } = ofYear.records
  const issued = await readIssued(registry, ofYear)
  if (issued.length === 0) return 0
  return writingSchool(database, school.code, async (transaction, tenant) => {
    const scope = { tenant, schoolYear, level: school.level }
    const known = await listKnown(transaction, scope, ofYear.schoolClass)
    const missing = issued.filter(({ book }) => !known.has(versionKey(book)))
    if (missing.length > 0) await write(transaction, scope, { missing, newest: newestOf(issued) }, recorded)
    return missing.length
  })
}

const versionKey = ({ data: { report } }: BookFile): string =>
  `${report.identity.studentCode}/${report.version.number}`

const readIssued = async (
  { years, files }: RegistryPorts,
  { records, schoolClass }: ClassOfYear,
): Promise<readonly IssuedVersion[]> => {
  const keys = records.students.flatMap(({ classId, yearLookupCode }) =>
    classId === schoolClass.classId && yearLookupCode !== undefined ? [lookupKey(yearLookupCode)] : [],
  )
  const found = keys.length === 0 ? [] : await years.list(keys)
  const versions = found.flatMap((year) => year.versions.map((registered) => registered))
  return Promise.all(
    versions.map(async (registered) => ({
      classId: schoolClass.classId,
      registered,
      book: bookOf(await files.read(registered.xml.sha256), registered),
    })),
  )
}

const bookOf = (bytes: Uint8Array | undefined, { xml }: RegisteredVersion): BookFile => {
  if (bytes === undefined) throw new Error(`a registered version has no file: ${xml.sha256}`)
  const reading = readBook(bytes)
  if ('fault' in reading) throw new Error('a registered book must be readable', { cause: reading.fault })
  return reading.book
}

const listKnown = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: YearScope,
  { classId }: SchoolClass,
): Promise<ReadonlySet<string>> => {
  const rows = await transaction
    .selectFrom('school.report')
    .select(['student_code', 'version'])
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('class_id', '=', classId)
    .where('issued_at', 'is not', null)
    .execute()
  return new Set(rows.map(({ student_code, version }) => `${student_code}/${version}`))
}

/** What is to be added, and which version of each pupil is the current one. */
interface Found {
  readonly missing: readonly IssuedVersion[]
  readonly newest: ReadonlySet<IssuedVersion>
}

const newestOf = (issued: readonly IssuedVersion[]): ReadonlySet<IssuedVersion> =>
  new Set(
    [...Map.groupBy(issued, studentOf).values()].map((own) =>
      own.reduce((one, other) => (one.registered.version > other.registered.version ? one : other)),
    ),
  )

const write = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
  found: Found,
  { by, now }: RecordedBy,
): Promise<void> => {
  const actId = randomUUID()
  await transaction
    .insertInto('school.act')
    .values({
      tenant_id: tenant,
      act_id: actId,
      kind: 'issue',
      school_year: schoolYear,
      level,
      acted_at: now,
      acted_by: by,
    })
    .execute()
  const earlier = await giveWay(transaction, { tenant, schoolYear }, found)
  await insertReports(transaction, { tenant, schoolYear, level, actId }, found, earlier)
  await insertSlots(transaction, { tenant, schoolYear, level, actId }, found, earlier)
}

const studentOf = ({ book }: IssuedVersion): string => book.data.report.identity.studentCode

/** Drafts that were made here meanwhile give way to what was issued; gives how many a version has. */
const giveWay = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: Pick<YearScope, 'tenant' | 'schoolYear'>,
  { missing, newest }: Found,
): Promise<ReadonlyMap<string, number>> => {
  const replaced = missing.filter((one) => newest.has(one)).map(studentOf)
  await retireDrafts(
    transaction,
    { tenant, schoolYear },
    replaced.map((studentCode) => ({ studentCode, isCover: false })),
  )
  const rows = await transaction
    .selectFrom('school.report')
    .select(['student_code', 'version'])
    .select(({ fn }) => fn.max('draft').as('draft'))
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('student_code', '=', sql<string>`any(${missing.map(studentOf)}::text[])`)
    .groupBy(['student_code', 'version'])
    .execute()
  return new Map(rows.map(({ student_code, version, draft }) => [`${student_code}/${version}`, draft]))
}

interface WritePlace extends YearScope {
  readonly actId: string
}

const draftOf = (book: BookFile, earlier: ReadonlyMap<string, number>): number =>
  (earlier.get(versionKey(book)) ?? 0) + 1

const insertReports = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, actId }: WritePlace,
  { missing, newest }: Found,
  earlier: ReadonlyMap<string, number>,
): Promise<void> => {
  await transaction
    .insertInto('school.report')
    .values(
      missing.map((one) => ({
        tenant_id: tenant,
        school_year: schoolYear,
        student_code: studentOf(one),
        version: one.registered.version,
        draft: draftOf(one.book, earlier),
        level,
        class_id: one.classId,
        is_current: newest.has(one),
        digest: Buffer.from(one.book.data.digestOf('hb') ?? '', 'base64'),
        data: one.book.data.text,
        act_id: actId,
        issued_at: one.registered.issuedAt,
        xml_sha256: Buffer.from(one.registered.xml.sha256, 'hex'),
        pdf_sha256: one.registered.pdf === undefined ? null : Buffer.from(one.registered.pdf.sha256, 'hex'),
        issue_act_id: actId,
      })),
    )
    .execute()
}

const slotRowsOf = (
  { classId, book }: IssuedVersion,
  draft: number,
  isCurrent: boolean,
): readonly object[] => {
  const { report } = book.data
  const coverSignedSeparately = book.signatures.some(({ id }) => id === 's-bia-truong')
  return signatureSlots(report, { coverSignedSeparately }).map((slot, position) => {
    const at = book.signatures.findIndex(({ id }) => id === slot.id)
    const signature = book.signatures[at]
    if (signature === undefined) throw new Error(`an issued book lacks ${slot.id}`)
    return {
      student_code: report.identity.studentCode,
      version: report.version.number,
      draft,
      slot_id: slot.id,
      class_id: classId,
      is_current: isCurrent,
      position,
      role: slot.role,
      staff_code: slot.signatory?.staffCode ?? null,
      covers: slot.covers,
      after: slot.covers.flatMap((target) => (target.startsWith('sv-') ? [target.slice(3)] : [])),
      signature: book.signatureTexts[at],
      value_digest: signature.valueDigest,
      signed_at: signature.signingTime,
    }
  })
}

const insertSlots = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, actId }: WritePlace,
  { missing, newest }: Found,
  earlier: ReadonlyMap<string, number>,
): Promise<void> => {
  const rows = missing.flatMap((one) => slotRowsOf(one, draftOf(one.book, earlier), newest.has(one)))
  await sql`
    insert into school.signature_slot (tenant_id, school_year, level, act_id, student_code, version, draft, slot_id,
      class_id, is_current, position, role, staff_code, covers, after, signature, value_digest, signed_at)
    select ${tenant}::integer, ${schoolYear}::text, ${level}::school.education_level, ${actId}::uuid, n.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(student_code text, version integer, draft integer,
      slot_id text, class_id text, is_current boolean, position integer, role text, staff_code text, covers text[],
      after text[], signature text, value_digest text, signed_at timestamptz)`.execute(transaction)
}
