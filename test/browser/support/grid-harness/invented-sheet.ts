import { columnsOf, type SheetName } from '../../../../src/gradebook/index.ts'
import type { Sheet, SheetCell, SheetStudent } from '../../../../src/apps/web/grid/model/sheet.ts'

const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ']
const middle = ['Thị', 'Bảo', 'Thanh', 'Văn', 'Thùy', 'Quốc', 'Minh', 'Hữu', 'Gia', 'Ngọc']
const given = [
  'An',
  'Bình',
  'Châu',
  'Dũng',
  'Đức',
  'Giang',
  'Hà',
  'Hiếu',
  'Khánh',
  'Lan',
  'Ly',
  'Minh',
  'Nam',
  'Nga',
]

/** An invented pupil; every combination is another name. */
const studentOf = (index: number): SheetStudent => {
  const givenName = given[Math.floor(index / 4) % given.length] ?? ''
  const fullName = `${family[(index * 5) % family.length] ?? ''} ${middle[(index * 7) % middle.length] ?? ''} ${givenName}`
  return {
    studentCode: `2600${String(index + 1).padStart(4, '0')}`,
    fullName,
    givenName,
    birthDate: `2013-0${(index % 9) + 1}-1${index % 10}`,
    isExempt: index === 12,
    isPracticeExempt: false,
    individualPlan: index === 20,
  }
}

/** What the invented sheet is of. */
export interface Invention {
  readonly sheet: SheetName
  readonly grade: 4 | 7
  readonly students?: number
  readonly filled?: boolean
  readonly lockedTerm1?: boolean
}

const markOf = (row: number, column: number): string => String(((row * 31 + column * 17 + 45) % 101) / 10)

const valueOf = (
  kind: string,
  options: readonly { readonly value: string }[],
  row: number,
  column: number,
) => {
  if (kind === 'mark') return markOf(row, column)
  if (kind === 'score') return String((row * 3 + column) % 11)
  return kind === 'choice' ? (options[(row + column) % options.length]?.value ?? null) : null
}

/** A sheet of nobody's: 45 pupils, and marks where it is filled. */
export const inventSheet = ({
  sheet,
  grade,
  students = 45,
  filled = false,
  lockedTerm1 = false,
}: Invention): Sheet => {
  const schoolYear = '2026-2027'
  const columns = columnsOf({
    sheet,
    grade,
    schoolYear,
    periodsPerYear: 140,
    month: '2026-11',
    ...(lockedTerm1 ? { closings: [{ part: 'term1', because: 'Đã khóa sổ học kì I từ 15/01/2027.' }] } : {}),
  })
  const pupils = Array.from({ length: students }, (_, index) => studentOf(index))
  const cells: readonly SheetCell[] = !filled
    ? []
    : pupils.flatMap(({ studentCode, isExempt }, row) =>
        columns.flatMap(({ path, kind, options = [], term }, column) => {
          const value = valueOf(kind, options, row, column)
          return isExempt || term !== 1 || value === null || /\.(average|result)$/.test(path)
            ? []
            : [{ studentCode, path, value, version: 1, byName: 'Lê Thu Hiền', at: '2026-11-20T14:12:00Z' }]
        }),
      )
  return {
    class: { classId: '7A1', name: '7A1', grade },
    sheet,
    title: 'Toán',
    subjectName: 'Toán',
    schoolYear,
    level: grade === 4 ? 'primary' : 'lower-secondary',
    canWrite: true,
    window: { closesOn: '2027-01-15', title: 'Khóa sổ học kì I', article: 'Quy chế của trường, Điều 5' },
    teachers: ['Lê Thu Hiền'],
    periodsPerYear: 140,
    columns,
    students: pupils,
    cells,
    asOf: '2026-11-23T07:00:00Z',
  }
}
