import { isSameName, normalizeText } from '../../shared/text.ts'
import { findIdentity, type Identity, type PastedRow } from './identity-columns.ts'

/** A pupil of the class as a pasted row or a file may name them. */
export interface NamedStudent {
  readonly studentCode: string
  readonly fullName: string
  /** 'YYYY-MM-DD', or only its beginning. */
  readonly birthDate: string
}

/** By what a row was recognised. */
export type MatchedBy = 'code' | 'name-and-birth-date' | 'name' | 'position'

/** Whose row one pasted row is, or why nobody can tell. */
export interface MatchedRow {
  readonly index: number
  readonly studentCode: string | null
  readonly by: MatchedBy | null
  /** Why it is nobody's, or, of a row matched by position, that it names somebody else. */
  readonly because: string | null
}

export interface RowMatches {
  readonly rows: readonly MatchedRow[]
  /** Columns that say whose row it is (number, code, name, date of birth), not what is to be entered. */
  readonly identityColumns: readonly number[]
}

/**
 * Finds whose rows were pasted (ghép dòng): by code, else by name and date of birth, else by a name only one pupil of
 * the class has. By position, from the pupil at an index on, only where the person has chosen that.
 */
export const matchRows = (
  rows: readonly PastedRow[],
  students: readonly NamedStudent[],
  { positionalFrom }: { readonly positionalFrom?: number } = {},
): RowMatches => {
  const identity = findIdentity(rows, students)
  const matched = rows.map((row, index) =>
    positionalFrom === undefined
      ? matchRow(row, index, identity, students)
      : matchPosition(row, index, identity, students, positionalFrom),
  )
  return { rows: withoutRepeats(matched), identityColumns: identity.columns }
}

const nobody = (index: number, because: string): MatchedRow => ({
  index,
  studentCode: null,
  by: null,
  because,
})
const found = (index: number, { studentCode }: NamedStudent, by: MatchedBy): MatchedRow => ({
  index,
  studentCode,
  by,
  because: null,
})

const matchRow = (
  row: PastedRow,
  index: number,
  identity: Identity,
  students: readonly NamedStudent[],
): MatchedRow => {
  const name = identity.nameOf(row)
  const code = identity.codeOf(row)
  const byCode = code === '' ? undefined : students.find(({ studentCode }) => studentCode === code)
  if (byCode === undefined && code !== '') return nobody(index, `Lớp không có học sinh mang mã ${code}.`)
  if (byCode === undefined) return matchName(row, index, name, identity, students)
  return name === '' || isSameName(byCode.fullName, name)
    ? found(index, byCode, 'code')
    : nobody(index, `Mã ${code} là của ${byCode.fullName}, không phải ${name}.`)
}

const matchName = (
  row: PastedRow,
  index: number,
  name: string,
  identity: Identity,
  students: readonly NamedStudent[],
): MatchedRow => {
  if (name === '') return nobody(index, 'Dòng này không có mã và họ tên học sinh.')
  const named = students.filter(({ fullName }) => isSameName(fullName, name))
  const birthDate = identity.birthDateOf(row)
  const born = named.filter((student) => student.birthDate === birthDate)
  const [student] = born
  if (student !== undefined && born.length === 1) return found(index, student, 'name-and-birth-date')
  const [only] = named
  if (only === undefined) return nobody(index, `Lớp không có học sinh tên ${normalizeText(name)}.`)
  if (named.length > 1)
    return nobody(index, `Lớp có ${named.length} học sinh tên ${only.fullName}: cần mã hoặc ngày sinh.`)
  return birthDate === ''
    ? found(index, only, 'name')
    : nobody(index, `Ngày sinh của ${only.fullName} không khớp với danh sách lớp.`)
}

const matchPosition = (
  row: PastedRow,
  index: number,
  identity: Identity,
  students: readonly NamedStudent[],
  from: number,
): MatchedRow => {
  const student = students[from + index]
  if (student === undefined) return nobody(index, 'Nhiều dòng hơn số học sinh còn lại của lớp.')
  const name = identity.nameOf(row)
  const isOther = name !== '' && !isSameName(name, student.fullName)
  const because = isOther ? `Dòng này ghi ${normalizeText(name)}, không phải ${student.fullName}.` : null
  return { ...found(index, student, 'position'), because }
}

/** Of several rows for one pupil nobody can tell which holds. */
const withoutRepeats = (rows: readonly MatchedRow[]): readonly MatchedRow[] => {
  const counts = new Map<string, number>()
  for (const { studentCode } of rows)
    if (studentCode !== null) counts.set(studentCode, (counts.get(studentCode) ?? 0) + 1)
  return rows.map((row) =>
    row.studentCode !== null && (counts.get(row.studentCode) ?? 0) > 1
      ? nobody(row.index, 'Học sinh này có hai dòng trở lên.')
      : row,
  )
}
