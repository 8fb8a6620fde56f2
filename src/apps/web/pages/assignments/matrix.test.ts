import { expect, it } from 'vitest'
import type { AssignmentLine, ClassLine } from '../../setting-up/index.ts'
import {
  assign,
  countMissing,
  lessonKey,
  lessonsIn,
  loadsOf,
  paste,
  toMatrices,
  type GradeMatrix,
} from './matrix.ts'

const staff = [
  { staffCode: 'GV01', fullName: 'Quàng Thị Thời' },
  { staffCode: 'GV02', fullName: 'Kha Văn Tiến' },
]

const room = (classId: string): ClassLine => ({
  classId,
  name: classId,
  grade: 6,
  homeroomTeacher: null,
  foreignLanguage: null,
  students: 0,
  subjects: 0,
  version: 1,
})

const line = (classId: string, subject: string): AssignmentLine => ({
  classId,
  className: classId,
  subject,
  subjectName: subject,
  teacher: { staffCode: 'GV01', fullName: 'Quàng Thị Thời' },
  otherTeachers: [],
  periodsPerYear: 140,
  version: 3,
})

const planned = ['NGU_VAN', 'TOAN', 'NGOAI_NGU_2'].map((subject) => ({
  grade: 6,
  subject,
  name: subject,
  periodsPerYear: subject === 'NGOAI_NGU_2' ? 105 : 140,
  isElective: subject === 'NGOAI_NGU_2',
  version: 1,
}))

const matrices = toMatrices('lower-secondary', {
  classes: [room('6A'), room('6B')],
  planned,
  assignments: [line('6A', 'TOAN')],
})
const [matrix] = matrices as readonly [GradeMatrix]

it('misses a teacher where every class is taught the subject, not where it is an elective', () => {
  expect(matrix.subjects.map(({ code }) => code)).toEqual(['NGU_VAN', 'TOAN', 'NGOAI_NGU_2'])
  expect(countMissing(matrix, new Map())).toBe(3)
})

it('fills a whole column with one pasted teacher', () => {
  const column = { row: 0, column: 1, toRow: 2, toColumn: 1 }
  const pasted = paste(matrix, new Map(), column, 'Kha Văn Tiến\r\n', staff)
  expect(pasted).toMatchObject({ placed: 3, unknown: [] })
  expect([...pasted.edits]).toEqual([
    ['6B/NGU_VAN', 'GV02'],
    ['6B/TOAN', 'GV02'],
    ['6B/NGOAI_NGU_2', 'GV02'],
  ])
})

it('pastes a block from its corner, and says which names it does not know', () => {
  const corner = { row: 0, column: 0, toRow: 0, toColumn: 0 }
  const pasted = paste(matrix, new Map(), corner, 'GV01\tgv02\nAi đó\tGV01', staff)
  expect(pasted.unknown).toEqual(['Ai đó'])
  expect([...pasted.edits]).toEqual([
    ['6A/NGU_VAN', 'GV01'],
    ['6B/NGU_VAN', 'GV02'],
    ['6B/TOAN', 'GV01'],
  ])
})

it('takes a change back that gives the lesson to whom it was', () => {
  const [[lesson] = []] = lessonsIn(matrix, { row: 1, column: 0, toRow: 1, toColumn: 0 })
  const lessons = lesson === undefined ? [] : [lesson]
  const changed = assign(new Map(), lessons, 'GV02')
  expect(changed.get(lessonKey('6A', 'TOAN'))).toBe('GV02')
  expect(assign(changed, lessons, 'GV01').size).toBe(0)
})

it('adds up the periods of a teacher with the changes not yet saved', () => {
  const edits = new Map([[lessonKey('6B', 'NGOAI_NGU_2'), 'GV01']])
  expect(loadsOf(matrices, edits).map(({ staffCode, periods }) => [staffCode, periods])).toEqual([
    ['GV01', 245],
  ])
})
