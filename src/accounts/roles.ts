/** What somebody is at a school in a school year (vai trò); one person may be several. */
export const roles = [
  'principal',
  'vice-principal',
  'group-head',
  'subject-teacher',
  'homeroom-teacher',
  'clerk',
  'registrar',
  'accountant',
  'administrator',
] as const

export type Role = (typeof roles)[number]

export const roleNames: Record<Role, string> = {
  principal: 'Hiệu trưởng',
  'vice-principal': 'Phó hiệu trưởng',
  'group-head': 'Tổ trưởng chuyên môn',
  'subject-teacher': 'Giáo viên bộ môn',
  'homeroom-teacher': 'Giáo viên chủ nhiệm',
  clerk: 'Văn thư',
  registrar: 'Nhân viên học vụ',
  accountant: 'Kế toán',
  administrator: 'Quản trị hệ thống',
}
