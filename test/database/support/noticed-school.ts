import { randomUUID } from 'node:crypto'
import type { NoticePerson } from '../../../src/adapters/postgres/books/notice-messages.ts'
import type { SchoolYearRecords } from '../../../src/records/index.ts'
import { emptyClass, openFilled, schoolYear, type FilledDatabase } from './gradebook.ts'
import { askAll } from './rows.ts'
import { addAct, addReport, addSendBack, decideDay, slotsOf } from './written-books.ts'

/** The school whose people are told things; 7A of it has three books on their way, and two cells that were sent back. */
export const code = '0079000777'
const base = emptyClass(7, 3, code)
const records: SchoolYearRecords = {
  ...base,
  staff: [
    ...base.staff,
    { staffCode: 'CB04', citizenId: '001080000004', fullName: 'Vi Thị Dấu', post: 'clerk' },
    { staffCode: 'CB05', citizenId: '001080000005', fullName: 'Lò Văn Phó', post: 'vice-principal' },
  ],
  assignments: base.assignments.map((one) => ({
    ...one,
    teacher: one.subject === 'TOAN' ? 'CB03' : 'CB02',
    otherTeachers: [],
  })),
}

export const person = (staffCode: string | null, isAdministrator = false): NoticePerson => ({
  accountId: randomUUID(),
  staffCode,
  isAdministrator,
})
/** Who has an account there. */
export const people = {
  principal: person('CB01'),
  homeroom: person('CB02'),
  maths: person('CB03'),
  clerk: person('CB04'),
  vice: person('CB05'),
  administrator: person(null, true),
}
export const everybody = Object.values(people)
/** Where the pages of its year are. */
export const page = `/${code}/${schoolYear}/lower-secondary`

/** An order that has ended and one in force; a correction that nobody has decided. */
const addDecisions = async (filled: FilledDatabase): Promise<void> => {
  const actId = await addAct(filled, 'entry-order', '2027-05-20T08:00:00+07:00')
  await askAll(
    filled.server,
    `insert into school.entry_order (tenant_id, order_id, school_year, level, order_number, reason, opens_at, ends_at,
       by_name, act_id)
     select $1, gen_random_uuid(), $2, 'lower-secondary', '12/QĐ', 'Sửa điểm', '2027-05-20T08:00+07', ends::timestamptz,
       'Quàng Thị Thời', $3 from unnest(array['2027-05-23T08:00+07', '2027-05-30T08:00+07']) ends`,
    [filled.tenant, schoolYear, actId],
  )
  await askAll(
    filled.server,
    `insert into school.correction (tenant_id, correction_id, school_year, level, class_id, student_code, subject, field,
       old_value, new_value, reason, evidence, by_name, by_account, act_id)
     values ($1, gen_random_uuid(), $2, 'lower-secondary', '7A', '7A0001', 'TOAN', 'terms.2.finalMark', '8', '9',
       'Cộng nhầm', 'Bài kiểm tra', 'Ngân Thị Lụa', gen_random_uuid(), $3)`,
    [filled.tenant, schoolYear, actId],
  )
}

/** The school and another one, the same to the last pupil but for the books. */
export const openNoticed = async (): Promise<FilledDatabase> => {
  const filled = await openFilled(records, emptyClass(7, 3, '0079000888'))
  await addReport(filled, { studentCode: '7A0001', slots: slotsOf(3, '2027-05-23T09:00:00+07:00') })
  await addReport(filled, { studentCode: '7A0002', slots: slotsOf(1, '2027-05-23T09:00:00+07:00') })
  await addReport(filled, { studentCode: '7A0003', slots: slotsOf(0, '') })
  await addSendBack(filled, '7A0003', 'homeroom')
  await addSendBack(filled, '7A0002', 'NGU_VAN')
  await decideDay(filled, 'entry-closes.year', '2027-05-29')
  await addDecisions(filled)
  return filled
}

/** Six in the morning, five days before the year’s entry closes. */
export const morning = new Date('2027-05-24T06:00:00+07:00')
