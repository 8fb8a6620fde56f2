import { sql } from 'kysely'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import type { FallingSignature } from './preview-correction.ts'

/**
 * The signatures that fell with the draft an act made of a pupil's report: those of the draft before it that were not
 * kept. None where the act made no draft.
 */
export const listFallen = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
  studentCode: string,
  actId: string | null,
): Promise<readonly FallingSignature[]> => {
  const { rows } = await sql<FallingSignature>`
    select s.slot_id as "slotId", s.role, f.full_name as "fullName"
    from school.report n
    cross join lateral (
      select r.version, r.draft from school.report r
      where r.tenant_id = ${tenant} and r.school_year = ${schoolYear} and r.student_code = n.student_code
        and r.version > 0 and (r.version, r.draft) < (n.version, n.draft)
      order by r.version desc, r.draft desc limit 1
    ) b
    join school.signature_slot s on s.tenant_id = ${tenant} and s.school_year = ${schoolYear}
      and s.student_code = n.student_code and s.version = b.version and s.draft = b.draft and s.signature is not null
    left join school.signature_slot k on k.tenant_id = ${tenant} and k.school_year = ${schoolYear}
      and k.student_code = n.student_code and k.version = n.version and k.draft = n.draft and k.slot_id = s.slot_id
    left join school.staff f on f.tenant_id = ${tenant} and f.school_year = ${schoolYear} and f.level = ${level}
      and f.staff_code = s.staff_code
    where n.tenant_id = ${tenant} and n.school_year = ${schoolYear} and n.student_code = ${studentCode}
      and n.version > 0 and n.act_id = ${actId}::uuid and k.signature is distinct from s.signature
    order by s.position`.execute(transaction)
  return rows
}
