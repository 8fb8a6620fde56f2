import { placeOf, wholeSheet } from '../findings.ts'
import { isBlank, valueAt, type Grid } from '../grid.ts'
import { nameOfSubject } from '../layout/subject-names.ts'
import { recordFrom, type Entry } from '../layout/subject-values.ts'
import { checkConflicts } from '../read/class-sheet.ts'
import type { Reading } from '../read/reading.ts'
import { findMarkHeader, readMarkSheet, type TermEntries } from './mark-sheet.ts'

/** Reads every sheet that is an exported mark file; gives the classes that have marks from there. */
export const readMarkSheets = (grids: readonly Grid[], reading: Reading): ReadonlySet<string> => {
  const all: TermEntries[] = []
  for (const grid of grids) {
    const header = findMarkHeader(grid)
    if (header) all.push(...readMarkSheet(grid, header, reading))
    else if (grid.rows.some((row) => row.some((value) => !isBlank(value))))
      reading.findings.note(wholeSheet(grid.name), 'không nhận ra trang này là bảng gì, không đọc')
  }
  const bySubject = Map.groupBy(all, ({ pupil, subject }) => `${pupil.profile.studentCode} ${subject}`)
  for (const terms of bySubject.values()) addSubject(terms, reading)
  return new Set(all.map(({ pupil }) => pupil.classId))
}

// Both terms' sheets of a subject make one record.
const addSubject = (terms: readonly TermEntries[], reading: Reading): void => {
  const [first] = terms
  if (!first || !isOnce(terms, reading)) return
  const inOrder = terms.toSorted((a, b) => a.term - b.term)
  const entries = inOrder.flatMap((term) => withoutComputed(term, reading))
  const comments = entries.filter(({ leaf }) => leaf.field === 'comment')
  const kept = entries.filter((entry) => entry.leaf.field !== 'comment' || entry === comments.at(-1))
  if (comments.length > 1)
    reading.findings.note(
      wholeSheet(first.grid.name),
      'nhận xét học kì I không vào học bạ khi đã có nhận xét học kì II',
    )
  if (kept.length === 0) return
  if (!reading.assigned(first.pupil.classId, first.subject)) tellUnassigned(first, reading)
  reading.addSubjects(first.pupil, [recordFrom(first.subject, first.kind, kept)])
}

const isOnce = (terms: readonly TermEntries[], { findings, level, subjectsOf }: Reading): boolean => {
  const seen = new Set<number>()
  for (const { term, grid, row, subject, pupil } of terms) {
    const isDouble =
      seen.has(term) || subjectsOf(pupil.profile.studentCode).some((record) => record.subject === subject)
    seen.add(term)
    if (!isDouble) continue
    findings.problem(
      placeOf(grid, row, 0),
      pupil.profile.studentCode,
      `điểm môn ${nameOfSubject(level, subject)} của học sinh này đã có ở trang khác`,
      'chỉ giữ một trang cho mỗi lớp, môn và học kì',
    )
    return false
  }
  return true
}

// An exported average is computed from the marks beside it, so it is not written down a second time.
const withoutComputed = ({ entries, grid, row }: TermEntries, { findings }: Reading): readonly Entry[] => {
  const hasMarks = entries.some(({ leaf }) => ['regular', 'midterm', 'final'].includes(leaf.field))
  const average = entries.find(({ leaf }) => leaf.field === 'average')
  if (hasMarks && average)
    findings.note(
      placeOf(grid, row, average.at),
      'điểm trung bình được tính lại từ các điểm thành phần, không đọc',
    )
  const kept = hasMarks ? entries.filter((entry) => entry !== average) : entries
  checkConflicts(grid, row, kept, findings)
  return kept
}

const tellUnassigned = (
  { grid, row, pupil, subject, entries }: TermEntries,
  { findings, level }: Reading,
): void => {
  const name = nameOfSubject(level, subject)
  const at = entries[0]?.at ?? 0
  findings.problem(
    placeOf(grid, row, at),
    valueAt(grid, row, at),
    `lớp ${pupil.schoolClass.name} có kết quả môn ${name} nhưng chưa phân công giáo viên`,
    "thêm một dòng ở trang 'Phân công'",
  )
}
