import { describe, expect, it } from 'vitest'
import type { Actor } from './actor.ts'
import { isPermitted, permissions, type Permission, type Target } from './policies.ts'
import { roles, type Role } from './roles.ts'

const somebody: Actor = {
  accountId: 'a',
  fullName: 'Lò Thị Én',
  schoolCode: '0010000001',
  tenant: 1,
  isAdministrator: false,
  roles: [],
  homeroomClasses: [],
  teaches: [],
  follows: [],
}

const withRole = (role: Role): Actor => ({
  ...somebody,
  roles: [role],
  isAdministrator: role === 'administrator',
})

const rolesThatMay = (permission: Permission, target: Target = {}): readonly Role[] =>
  roles.filter((role) => isPermitted(withRole(role), permission, target))

const maths = { classId: '7A', subject: 'TOAN' } as const
const mathsSheet = { classId: '7A', sheet: 'TOAN' }
const homeroomTeacher: Actor = { ...somebody, roles: ['homeroom-teacher'], homeroomClasses: ['7A'] }
const mathsTeacher: Actor = { ...somebody, roles: ['subject-teacher'], teaches: [maths] }
const groupHead: Actor = { ...somebody, roles: ['group-head'], follows: [maths] }

describe('what needs no class', () => {
  it('is open to everybody at the school where it is about the school, its years and the own work', () => {
    for (const permission of ['school.read', 'year.read', 'work.read', 'notices.read'] as const)
      expect(rolesThatMay(permission), permission).toEqual(roles)
  })

  it('is, for accounts, the administrator’s; a principal looks on', () => {
    expect(rolesThatMay('accounts.manage')).toEqual(['administrator'])
    expect(rolesThatMay('accounts.read')).toEqual(['principal', 'administrator'])
  })

  it('is, for setting a year up and for the next year, the office’s and the heads’', () => {
    const office = ['principal', 'vice-principal', 'registrar', 'administrator']
    expect(rolesThatMay('year.set-up')).toEqual(office)
    expect(rolesThatMay('roll-over')).toEqual(office)
  })

  it('is, for the school’s settings, the principal’s and the administrator’s', () => {
    expect(rolesThatMay('settings.write')).toEqual(['principal', 'administrator'])
  })
})

describe('pupils', () => {
  it('are read by the office of the whole school, and by a homeroom teacher in the own class', () => {
    expect(rolesThatMay('students.read')).toEqual([
      'principal',
      'vice-principal',
      'clerk',
      'registrar',
      'accountant',
      'administrator',
    ])
    expect(isPermitted(homeroomTeacher, 'students.read', { classId: '7A' })).toBe(true)
    expect(isPermitted(homeroomTeacher, 'students.read', { classId: '7B' })).toBe(false)
    expect(isPermitted(homeroomTeacher, 'students.read', {})).toBe(false)
  })

  it('are written by registrar and administrator, and by a homeroom teacher in the own class', () => {
    expect(rolesThatMay('students.write')).toEqual(['registrar', 'administrator'])
    expect(isPermitted(homeroomTeacher, 'students.write', { classId: '7A' })).toBe(true)
    expect(isPermitted(homeroomTeacher, 'students.write', { classId: '7B' })).toBe(false)
  })
})

describe('a sheet of marks', () => {
  it('is written by who answers for it, for that class and that subject alone', () => {
    expect(isPermitted(mathsTeacher, 'sheet.write', mathsSheet)).toBe(true)
    expect(isPermitted(mathsTeacher, 'sheet.write', { classId: '7B', sheet: 'TOAN' })).toBe(false)
    expect(isPermitted(mathsTeacher, 'sheet.write', { classId: '7A', sheet: 'NGU-VAN' })).toBe(false)
  })

  it('is written by no role as such: not by a principal, a registrar or a group head', () => {
    expect(rolesThatMay('sheet.write', mathsSheet)).toEqual([])
    expect(isPermitted(groupHead, 'sheet.write', mathsSheet)).toBe(false)
    expect(isPermitted(homeroomTeacher, 'sheet.write', mathsSheet)).toBe(false)
  })

  it('is never written by an administrator, whatever else they are', () => {
    const administrates = { isAdministrator: true } as const
    expect(isPermitted({ ...mathsTeacher, ...administrates }, 'sheet.write', mathsSheet)).toBe(false)
    for (const sheet of ['homeroom', 'attendance'])
      expect(
        isPermitted({ ...homeroomTeacher, ...administrates }, 'sheet.write', { classId: '7A', sheet }),
      ).toBe(false)
    const principal = { ...withRole('principal'), ...administrates }
    expect(isPermitted(principal, 'sheet.write', { classId: '7A', sheet: 'decisions' })).toBe(false)
  })

  it('is read, with its trace, by heads, homeroom teacher, own teacher and head of the group', () => {
    for (const permission of ['sheet.read', 'trace.read'] as const) {
      expect(rolesThatMay(permission, mathsSheet)).toEqual(['principal', 'vice-principal'])
      for (const reader of [homeroomTeacher, mathsTeacher, groupHead]) {
        expect(isPermitted(reader, permission, mathsSheet)).toBe(true)
        expect(isPermitted(reader, permission, { classId: '7B', sheet: 'TOAN' })).toBe(false)
      }
    }
  })
})

describe('the other sheets of a class', () => {
  it('are, for conduct and absences, the homeroom teacher’s', () => {
    for (const sheet of ['homeroom', 'attendance']) {
      expect(isPermitted(homeroomTeacher, 'sheet.write', { classId: '7A', sheet })).toBe(true)
      expect(isPermitted(homeroomTeacher, 'sheet.write', { classId: '7B', sheet })).toBe(false)
      expect(isPermitted(mathsTeacher, 'sheet.write', { classId: '7A', sheet })).toBe(false)
      expect(rolesThatMay('sheet.write', { classId: '7A', sheet })).toEqual([])
    }
  })

  it('are, for decisions, the principal’s alone', () => {
    expect(rolesThatMay('sheet.write', { classId: '7A', sheet: 'decisions' })).toEqual(['principal'])
    expect(isPermitted(homeroomTeacher, 'sheet.write', { classId: '7A', sheet: 'decisions' })).toBe(false)
  })
})

describe('results', () => {
  it('are read by the heads, and by a homeroom teacher of the own class', () => {
    expect(rolesThatMay('results.read', { classId: '7A' })).toEqual(['principal', 'vice-principal'])
    expect(isPermitted(homeroomTeacher, 'results.read', { classId: '7A' })).toBe(true)
    expect(isPermitted(homeroomTeacher, 'results.read', { classId: '7B' })).toBe(false)
    expect(isPermitted(mathsTeacher, 'results.read', { classId: '7A' })).toBe(false)
  })
})

describe('who names no class', () => {
  const ofNoClass = [
    'school.read',
    'year.read',
    'work.read',
    'notices.read',
    'books.sign',
    'progress.read',
    'nudge.send',
  ]

  it('reaches nothing that is given by class', () => {
    for (const actor of [homeroomTeacher, mathsTeacher, groupHead])
      for (const permission of permissions)
        if (!ofNoClass.includes(permission))
          expect(isPermitted(actor, permission, {}), permission).toBe(false)
  })
})

describe('the books', () => {
  const clerk = withRole('clerk')

  it('are confirmed by who answers for a sheet, and carried over by who leads the class', () => {
    expect(isPermitted(mathsTeacher, 'sheet.confirm', mathsSheet)).toBe(true)
    expect(isPermitted(mathsTeacher, 'sheet.confirm', { classId: '7A', sheet: 'homeroom' })).toBe(false)
    expect(isPermitted(homeroomTeacher, 'sheet.confirm', { classId: '7A', sheet: 'homeroom' })).toBe(true)
    expect(isPermitted(homeroomTeacher, 'class.carry-over', { classId: '7A' })).toBe(true)
    expect(isPermitted(homeroomTeacher, 'class.carry-over', { classId: '7B' })).toBe(false)
    expect(isPermitted(mathsTeacher, 'class.carry-over', { classId: '7A' })).toBe(false)
  })

  it('are read by the heads, the office, and whoever teaches or leads the class', () => {
    const target = { classId: '7A' }
    expect(rolesThatMay('books.read', target)).toEqual(['principal', 'vice-principal', 'clerk', 'registrar'])
    expect(isPermitted(mathsTeacher, 'books.read', target)).toBe(true)
    expect(isPermitted(mathsTeacher, 'books.read', { classId: '7B' })).toBe(false)
    expect(isPermitted(homeroomTeacher, 'books.read', target)).toBe(true)
  })

  it('are signed by who has a part in them, sealed by the clerk, and by no administrator', () => {
    expect(rolesThatMay('books.sign')).toEqual([
      'principal',
      'vice-principal',
      'subject-teacher',
      'homeroom-teacher',
      'clerk',
    ])
    expect(rolesThatMay('books.seal')).toEqual(['clerk'])
    expect(isPermitted({ ...clerk, isAdministrator: true }, 'books.seal', {})).toBe(false)
    expect(isPermitted({ ...mathsTeacher, isAdministrator: true }, 'sheet.confirm', mathsSheet)).toBe(false)
  })

  it('have receipts for families that the heads, the clerk and the homeroom teacher print', () => {
    expect(rolesThatMay('receipts.print', { classId: '7A' })).toEqual([
      'principal',
      'vice-principal',
      'clerk',
    ])
    expect(isPermitted(homeroomTeacher, 'receipts.print', { classId: '7A' })).toBe(true)
    expect(isPermitted(mathsTeacher, 'receipts.print', { classId: '7A' })).toBe(false)
  })

  it('are sent back by who leads, follows or heads; corrected on the heads’ decision', () => {
    expect(isPermitted(groupHead, 'cell.send-back', mathsSheet)).toBe(true)
    expect(isPermitted(homeroomTeacher, 'cell.send-back', mathsSheet)).toBe(true)
    expect(isPermitted(mathsTeacher, 'cell.send-back', mathsSheet)).toBe(false)
    expect(isPermitted(mathsTeacher, 'correction.request', { classId: '7A' })).toBe(true)
    expect(rolesThatMay('correction.decide')).toEqual(['principal', 'vice-principal'])
  })

  it('are opened again by order of the principal, whom the administrator may quote', () => {
    expect(rolesThatMay('entry.order')).toEqual(['principal', 'administrator'])
    expect(rolesThatMay('entry.countersign')).toEqual(['principal', 'vice-principal'])
    expect(rolesThatMay('progress.read')).toEqual(['principal', 'vice-principal', 'group-head'])
    expect(rolesThatMay('nudge.send')).toEqual([
      'principal',
      'vice-principal',
      'group-head',
      'homeroom-teacher',
    ])
    expect(rolesThatMay('incidents.answer')).toEqual(['administrator'])
  })
})
