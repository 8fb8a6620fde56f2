import { randomUUID } from 'node:crypto'
import { askAll } from './rows.ts'
import { schoolYear, type FilledDatabase } from './gradebook.ts'

/** A slot of a report as the test wants it: signed on a day, or not yet. */
export interface WantedSlot {
  readonly id: string
  readonly role: string
  readonly staffCode: string | null
  readonly after?: readonly string[]
  readonly covers?: readonly string[]
  readonly signedAt?: string
}

export interface WantedReport {
  readonly studentCode: string
  readonly classId?: string
  readonly version?: number
  readonly issuedAt?: string
  readonly slots: readonly WantedSlot[]
}

type Filled = Pick<FilledDatabase, 'server' | 'tenant'>

/** Enters an act, so that rows may say which one wrote them; gives its number. */
export const addAct = async ({ server, tenant }: Filled, kind: string, at: string): Promise<string> => {
  const actId = randomUUID()
  await askAll(
    server,
    `insert into school.act (tenant_id, act_id, kind, school_year, level, acted_at, acted_by)
     values ($1, $2, $3::school.act_kind, $4, 'lower-secondary', $5, 'Kha Văn Tiến')`,
    [tenant, actId, kind, schoolYear, at],
  )
  return actId
}

/** Writes a current report with its slots, as carrying over and signing leave them. */
export const addReport = async (filled: Filled, report: WantedReport): Promise<void> => {
  const { server, tenant } = filled
  const { studentCode, classId = '7A', version = 1, issuedAt = null, slots } = report
  const actId = await addAct(filled, 'carry-over', '2027-05-20T08:00:00+07:00')
  await askAll(
    server,
    `insert into school.report (tenant_id, school_year, student_code, version, draft, level, class_id, digest, data,
       act_id, issued_at, xml_sha256, issue_act_id)
     values ($1, $2, $3, $4, 1, 'lower-secondary', $5, sha256('x'), 'x', $6, $7,
       case when $7::timestamptz is null then null else sha256('x') end,
       case when $7::timestamptz is null then null else $6::uuid end)`,
    [tenant, schoolYear, studentCode, version, classId, actId, issuedAt],
  )
  for (const [
    position,
    { id, role, staffCode, after = [], covers = ['x'], signedAt = null },
  ] of slots.entries())
    await askAll(
      server,
      `insert into school.signature_slot (tenant_id, school_year, student_code, version, draft, slot_id, level, class_id,
         position, role, staff_code, covers, after, signature, value_digest, signed_at, act_id)
       values ($1, $2, $3, $4, 1, $5, 'lower-secondary', $6, $7, $8, $9, $10, $11,
         case when $12::timestamptz is null then null else 'x' end,
         case when $12::timestamptz is null then null else 'x' end, $12,
         case when $12::timestamptz is null then null else $13::uuid end)`,
      [
        tenant,
        schoolYear,
        studentCode,
        version,
        id,
        classId,
        position,
        role,
        staffCode,
        covers,
        after,
        signedAt,
        actId,
      ],
    )
}

/** The four signatures of a small book; the first so many are made, on a day. */
export const slotsOf = (signed: number, signedAt: string, principal = 'CB01'): readonly WantedSlot[] => {
  const all: readonly WantedSlot[] = [
    { id: 's-toan', role: 'subject-teacher', staffCode: 'CB03', covers: ['mon-TOAN'] },
    { id: 's-cn', role: 'homeroom-teacher', staffCode: 'CB02', after: ['s-toan'], covers: ['hb'] },
    { id: 's-ht', role: 'principal', staffCode: principal, after: ['s-cn'], covers: ['hb'] },
    { id: 's-truong', role: 'school-seal', staffCode: null, after: ['s-ht'], covers: ['hb'] },
  ]
  return all.map((slot, index) => (index < signed ? { ...slot, signedAt } : slot))
}

/** Confirms or withdraws the year of a sheet, as the next row of its list. */
export const addConfirmation = async (
  filled: Filled,
  sheet: string,
  kind: 'confirm' | 'withdraw' = 'confirm',
): Promise<void> => {
  const actId = await addAct(filled, 'confirm', '2027-05-19T08:00:00+07:00')
  await askAll(
    filled.server,
    `insert into school.confirmation (tenant_id, school_year, class_id, sheet, part, number, kind, level, digest, act_id)
     select $1, $2, '7A', $3, 'year', 1 + count(*), $4, 'lower-secondary',
       case when $4 = 'confirm' then sha256('x') end, $5
     from school.confirmation where tenant_id = $1 and sheet = $3`,
    [filled.tenant, schoolYear, sheet, kind, actId],
  )
}

/** Sends a cell of a sheet back, and leaves it open. */
export const addSendBack = async (filled: Filled, studentCode: string, sheet: string): Promise<void> => {
  const actId = await addAct(filled, 'send-back', '2027-05-20T09:00:00+07:00')
  await askAll(
    filled.server,
    `insert into school.send_back (tenant_id, send_back_id, school_year, level, class_id, sheet, student_code, path,
       reason, by_name, act_id)
     values ($1, gen_random_uuid(), $2, 'lower-secondary', '7A', $3, $4, 'terms.1.finalMark', 'Điểm chưa khớp bài',
       'Quàng Thị Thời', $5)`,
    [filled.tenant, schoolYear, sheet, studentCode, actId],
  )
}

/** The school decides a day. */
export const decideDay = (filled: Filled, name: string, value: string): Promise<unknown> =>
  askAll(
    filled.server,
    `insert into school.setting (tenant_id, school_year, level, name, value, reason, act_id)
     values ($1, $2, 'lower-secondary', $3, $4, 'KH 05', gen_random_uuid())`,
    [filled.tenant, schoolYear, name, value],
  )
