import { randomUUID } from 'node:crypto'
import { withClient } from '../../../src/adapters/postgres/session.ts'
import type { SchoolYearRecords, StaffPost } from '../../../src/records/index.ts'
import { emptyClass, openFilled, schoolYear, type FilledDatabase } from '../../database/support/gradebook.ts'

/** Who is at work in the small school, and as what. */
export const staff = {
  principal: ['CB01', 'principal', 'Quàng Thị Thời'],
  vicePrincipal: ['CB02', 'vice-principal', 'Lò Văn Phó'],
  registrar: ['CB03', 'registrar', 'Lường Thị Sổ'],
  clerk: ['CB04', 'clerk', 'Vi Thị Dấu'],
  accountant: ['CB05', 'accountant', 'Cầm Thị Tính'],
  /** Leads 7A and teaches nothing there. */
  homeroomTeacher: ['CB06', 'teacher', 'Kha Văn Tiến'],
  /** Answers for Toán in 7A. */
  subjectTeacher: ['CB07', 'teacher', 'Ngân Thị Lụa'],
  /** Heads the group of the teacher of Toán. */
  groupHead: ['CB08', 'teacher', 'Lô Văn Tổ'],
  /** Leads 7B, and teaches all of 7A but Toán. */
  otherTeacher: ['CB09', 'teacher', 'Hà Thị Bên'],
  /** Teaches Toán in 7A too, and administers. */
  teachingAdministrator: ['CB10', 'teacher', 'Lữ Văn Hai'],
  /** A vice principal whose account is suspended. */
  suspended: ['CB11', 'vice-principal', 'Mùa Thị Ngưng'],
  /** Has left the school. */
  former: ['CB12', 'registrar', 'Sùng Văn Cũ'],
} as const satisfies Record<string, readonly [string, StaffPost, string]>

const group = 'Tổ Toán – Tin'
const base = emptyClass(7, 3)

/** 7A and 7B of a school in which everybody is one thing only. */
export const smallSchool: SchoolYearRecords = {
  ...base,
  staff: Object.values(staff).map(([staffCode, post, fullName], index) => ({
    staffCode,
    citizenId: `0010800001${String(index).padStart(2, '0')}`,
    fullName,
    post,
    ...(staffCode === 'CB07' ? { subjectGroup: group } : {}),
    ...(staffCode === 'CB12' ? { left: true } : {}),
  })),
  classes: [
    { classId: '7A', name: '7A', grade: 7, homeroomTeacher: 'CB06' },
    { classId: '7B', name: '7B', grade: 7, homeroomTeacher: 'CB09' },
  ],
  assignments: base.assignments.map(({ classId, subject, periodsPerYear }) => ({
    classId,
    subject,
    periodsPerYear,
    ...(subject === 'TOAN' ? { teacher: 'CB07', otherTeachers: ['CB10'] } : { teacher: 'CB09' }),
  })),
}

/** The school next door, where CB01 is the principal. */
export const otherSchool = emptyClass(9, 2, '0079000888')

/** Both schools in a database of their own. */
export const openSchools = async (): Promise<FilledDatabase> => {
  const filled = await openFilled(smallSchool, otherSchool)
  await withClient(filled.server.superuserUrl, (client) =>
    client.query(
      `insert into school.subject_group (tenant_id, school_year, level, name, head, act_id)
       values ($1, $2, 'lower-secondary', $3, 'CB08', $4)`,
      [filled.tenant, schoolYear, group, randomUUID()],
    ),
  )
  return filled
}
