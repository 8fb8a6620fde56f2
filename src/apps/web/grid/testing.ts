import { columnsOf } from '../../../gradebook/index.ts'
import type { Sheet, SheetCell } from './model/sheet.ts'

/** Four invented pupils; the last one is exempt. */
const names = ['Nguyễn Thị An', 'Trần Bảo Ly', 'Lê Văn Minh', 'Phạm Gia Nam'] as const

export const codeOf = (number: number): string => `2600000${number}`

/** The sheet of Toán in 7A1 with four pupils, and the cells that are said. */
export const mathSheet = (cells: readonly Partial<SheetCell>[] = [], change: Partial<Sheet> = {}): Sheet => ({
  class: { classId: '7A1', name: '7A1', grade: 7 },
  sheet: 'TOAN',
  title: 'Toán',
  subjectName: 'Toán',
  schoolYear: '2026-2027',
  level: 'lower-secondary',
  canWrite: true,
  window: { closesOn: null, title: null, article: null },
  teachers: ['Lê Thu Hiền'],
  periodsPerYear: 140,
  columns: columnsOf({ sheet: 'TOAN', grade: 7, schoolYear: '2026-2027', periodsPerYear: 140 }),
  students: names.map((fullName, index) => ({
    studentCode: codeOf(index + 1),
    fullName,
    givenName: fullName.split(' ').at(-1) ?? '',
    birthDate: `2013-05-0${index + 1}`,
    isExempt: index === 3,
    isPracticeExempt: false,
    individualPlan: false,
  })),
  cells: cells.map((cell) => ({
    studentCode: codeOf(1),
    path: first,
    value: '8',
    version: 1,
    byName: 'Lê Thu Hiền',
    at: '2026-11-20T07:00:00Z',
    ...cell,
  })),
  asOf: '2026-11-23T07:00:00Z',
  ...change,
})

/** The first regular marks of term one. */
export const first = 'terms.1.regularMarks.0'
export const second = 'terms.1.regularMarks.1'
