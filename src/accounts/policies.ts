import type { Actor, Lesson } from './actor.ts'
import type { Role } from './roles.ts'

/** What a route lets somebody do. */
export const permissions = [
  'school.read',
  'accounts.read',
  'accounts.manage',
  'year.read',
  'year.set-up',
  'settings.write',
  'students.read',
  'students.write',
  'roll-over',
  'sheet.read',
  'sheet.write',
  'results.read',
  'trace.read',
  'work.read',
  'sheet.confirm',
  'class.carry-over',
  'books.read',
  'books.sign',
  'books.seal',
  'receipts.print',
  'progress.read',
  'cell.send-back',
  'entry.order',
  'entry.countersign',
  'correction.request',
  'correction.decide',
  'notices.read',
  'incidents.answer',
  'nudge.send',
] as const

export type Permission = (typeof permissions)[number]

/** What of a school is asked for: a class, and a sheet of its gradebook. */
export interface Target {
  readonly classId?: string
  readonly sheet?: string
}

type Policy = (actor: Actor, target: Target) => boolean

const anyone: Policy = () => true

const oneOf =
  (...allowed: readonly Role[]): Policy =>
  ({ roles }) =>
    roles.some((role) => allowed.includes(role))

const either =
  (...policies: readonly Policy[]): Policy =>
  (actor, target) =>
    policies.some((policy) => policy(actor, target))

const isAmong = (lessons: readonly Lesson[], { classId, sheet }: Target): boolean =>
  lessons.some((lesson) => lesson.classId === classId && lesson.subject === sheet)

const ofOwnClass: Policy = ({ homeroomClasses }, { classId }) =>
  classId !== undefined && homeroomClasses.includes(classId)

const ofOwnLesson: Policy = ({ teaches }, target) => isAmong(teaches, target)

const ofFollowedLesson: Policy = ({ follows }, target) => isAmong(follows, target)

const heads = oneOf('principal', 'vice-principal')

const teachesInClass: Policy = ({ teaches }, { classId }) =>
  classId !== undefined && teaches.some((lesson) => lesson.classId === classId)

/** Who keeps the system never confirms, signs or corrects what teachers answer for (quy chế: tách nhiệm vụ). */
const exceptAdministrators =
  (policy: Policy): Policy =>
  (actor, target) =>
    !actor.isAdministrator && policy(actor, target)

const readsSheet = either(heads, ofOwnClass, ofOwnLesson, ofFollowedLesson)

/** Who answers for a sheet writes it, and an administrator never does (quy chế: tách nhiệm vụ). */
const writesSheet: Policy = (actor, target) => {
  if (actor.isAdministrator) return false
  if (target.sheet === 'decisions') return actor.roles.includes('principal')
  if (target.sheet === 'homeroom' || target.sheet === 'attendance') return ofOwnClass(actor, target)
  return ofOwnLesson(actor, target)
}

const policies: Readonly<Record<Permission, Policy>> = {
  'school.read': anyone,
  'accounts.read': oneOf('administrator', 'principal'),
  'accounts.manage': oneOf('administrator'),
  'year.read': anyone,
  'year.set-up': oneOf('administrator', 'registrar', 'principal', 'vice-principal'),
  'settings.write': oneOf('principal', 'administrator'),
  'students.read': either(
    oneOf('principal', 'vice-principal', 'registrar', 'clerk', 'accountant', 'administrator'),
    ofOwnClass,
  ),
  'students.write': either(oneOf('registrar', 'administrator'), ofOwnClass),
  'roll-over': oneOf('administrator', 'registrar', 'principal', 'vice-principal'),
  'sheet.read': readsSheet,
  'sheet.write': writesSheet,
  'results.read': either(heads, ofOwnClass),
  'trace.read': readsSheet,
  'work.read': anyone,
  'sheet.confirm': exceptAdministrators((actor, target) =>
    target.sheet === 'homeroom' ? ofOwnClass(actor, target) : ofOwnLesson(actor, target),
  ),
  'class.carry-over': exceptAdministrators(ofOwnClass),
  'books.read': either(heads, ofOwnClass, teachesInClass, oneOf('clerk', 'registrar')),
  'books.sign': exceptAdministrators(
    oneOf('principal', 'vice-principal', 'homeroom-teacher', 'subject-teacher', 'clerk'),
  ),
  'books.seal': exceptAdministrators(oneOf('clerk')),
  'receipts.print': either(heads, ofOwnClass, oneOf('clerk')),
  'progress.read': oneOf('principal', 'vice-principal', 'group-head'),
  'cell.send-back': exceptAdministrators(either(heads, ofOwnClass, ofFollowedLesson)),
  'entry.order': oneOf('principal', 'administrator'),
  'entry.countersign': exceptAdministrators(heads),
  'correction.request': exceptAdministrators(either(heads, ofOwnClass, teachesInClass)),
  'correction.decide': exceptAdministrators(heads),
  'notices.read': anyone,
  'incidents.answer': oneOf('administrator'),
  'nudge.send': oneOf('principal', 'vice-principal', 'group-head', 'homeroom-teacher'),
}

/** Whether somebody may do something to something in their school; what is not said here is not allowed. */
export const isPermitted = (actor: Actor, permission: Permission, target: Target): boolean =>
  policies[permission](actor, target)
