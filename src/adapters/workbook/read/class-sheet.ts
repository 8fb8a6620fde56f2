import type { HomeroomRecord, SchoolClass, SubjectRecord } from '../../../records/index.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import { placeOf, wholeSheet, type Findings } from '../findings.ts'
import { isBlank, valueAt, type Grid } from '../grid.ts'
import { nameColumn, studentCodeColumn } from '../layout/students.ts'
import { nameOfSubject } from '../layout/subject-names.ts'
import { recordFrom, saysExempt, type Entry } from '../layout/subject-values.ts'
import { orNothing, present } from '../present.ts'
import { readCell } from '../table/column.ts'
import { readClassHeader, type ClassHeader, type SubjectSlot, type TraitSlot } from './class-header.ts'
import { findPupil, type EnrolledPupil } from './pupils.ts'
import type { Reading } from './reading.ts'

/** Reads trang 'Điểm …' (secondary) or 'Đánh giá …' (primary) of one class into the reading. */
export const readClassSheet = (grid: Grid, schoolClass: SchoolClass, reading: Reading): void => {
  const { findings, level } = reading
  const header = readClassHeader(grid, level, schoolClass.grade, findings)
  if (!header || header.codeAt < 0) {
    findings.problem(
      wholeSheet(grid.name),
      '',
      "không thấy dòng tiêu đề có cột 'Mã học sinh'",
      'ghi lại các dòng tiêu đề như trong tệp mẫu',
    )
    return
  }
  noteHidden(grid, header, findings)
  const bySubject = Map.groupBy(header.subjects, ({ subject }) => subject)
  for (const subject of bySubject.keys())
    checkAssigned(grid, header, bySubject.get(subject) ?? [], subject, schoolClass, reading)
  for (let row = header.firstRow; row < grid.rows.length; row += 1) {
    if (isEmptyRow(grid, row, header)) continue
    const pupil = readPupilOfRow(grid, row, header, schoolClass, reading)
    const subjects = readSubjects(grid, row, bySubject, findings)
    const traits = readTraits(grid, row, header.traits, findings)
    if (!pupil) continue
    reading.addSubjects(pupil, subjects)
    reading.addHomeroom(pupil, traits)
  }
}

const dataColumns = ({ codeAt, nameAt, subjects, traits }: ClassHeader): readonly number[] => [
  codeAt,
  ...(nameAt === undefined ? [] : [nameAt]),
  ...subjects.map(({ at }) => at),
  ...traits.map(({ at }) => at),
]

const isEmptyRow = (grid: Grid, row: number, header: ClassHeader): boolean =>
  dataColumns(header).every((at) => isBlank(valueAt(grid, row, at)))

const noteHidden = (grid: Grid, header: ClassHeader, findings: Findings): void => {
  for (const at of dataColumns(header))
    if (grid.hiddenColumns.has(at))
      findings.note(placeOf(grid, header.firstRow - 1, at), 'cột ẩn vẫn được đọc')
  for (const row of grid.hiddenRows)
    if (row >= header.firstRow && !isEmptyRow(grid, row, header))
      findings.note(placeOf(grid, row, 0), 'dòng ẩn vẫn được đọc')
}

const checkAssigned = (
  grid: Grid,
  header: ClassHeader,
  slots: readonly SubjectSlot[],
  subject: SubjectCode,
  { classId, name }: SchoolClass,
  { assigned, findings, level }: Reading,
): void => {
  if (assigned(classId, subject)) return
  for (let row = header.firstRow; row < grid.rows.length; row += 1) {
    const slot = slots.find(({ at }) => !isBlank(valueAt(grid, row, at)))
    if (!slot) continue
    const shown = nameOfSubject(level, subject)
    findings.problem(
      placeOf(grid, row, slot.at),
      shown,
      `lớp ${name} có kết quả môn ${shown} nhưng chưa phân công giáo viên`,
      "thêm một dòng ở trang 'Phân công'",
    )
    return
  }
}

const readPupilOfRow = (
  grid: Grid,
  row: number,
  { codeAt, nameAt }: ClassHeader,
  schoolClass: SchoolClass,
  reading: Reading,
): EnrolledPupil | undefined => {
  const { findings } = reading
  const code = readCell<string>(grid, row, codeAt, studentCodeColumn, findings)
  const name = nameAt === undefined ? undefined : readCell<string>(grid, row, nameAt, nameColumn, findings)
  return pupilOfClass(grid, row, { codeAt, nameAt: nameAt ?? codeAt }, { code, name }, schoolClass, reading)
}

/** The pupil of a row of a class's sheet: known, of this class, and there only once. */
export const pupilOfClass = (
  grid: Grid,
  row: number,
  { codeAt, nameAt }: { readonly codeAt: number; readonly nameAt: number },
  { code, name }: { readonly code: string | undefined; readonly name: string | undefined },
  schoolClass: SchoolClass,
  { findings, pupils, isNewRow }: Reading,
): EnrolledPupil | undefined => {
  const at = { code: placeOf(grid, row, codeAt), name: placeOf(grid, row, nameAt) }
  if (code === undefined) {
    if (isBlank(valueAt(grid, row, codeAt)))
      findings.problem(
        at.code,
        name ?? '',
        'dòng có dữ liệu nhưng chưa ghi mã học sinh',
        'ghi mã học sinh, hoặc xóa cả dòng',
      )
    return undefined
  }
  const pupil = findPupil(pupils, code, name, at, findings)
  if (!pupil || !isNewRow(grid, code, at.code)) return undefined
  if (pupil.classId === schoolClass.classId) return pupil
  findings.problem(
    at.code,
    code,
    `học sinh ${pupil.profile.fullName} thuộc lớp ${pupil.schoolClass.name}, không phải lớp ${schoolClass.name}`,
    "chuyển dòng sang trang của lớp đó, hoặc sửa lớp ở trang 'Học sinh'",
  )
  return undefined
}

const readSubjects = (
  grid: Grid,
  row: number,
  bySubject: ReadonlyMap<SubjectCode, readonly SubjectSlot[]>,
  findings: Findings,
): readonly SubjectRecord[] => {
  const records: SubjectRecord[] = []
  for (const [subject, slots] of bySubject) {
    const entries = slots.flatMap(({ at, leaf }) => {
      const value = readCell<unknown>(grid, row, at, leaf.column, findings) as string | number | undefined
      return value === undefined ? [] : [{ at, leaf, value }]
    })
    const kind = slots[0]?.kind
    if (entries.length === 0 || kind === undefined) continue
    checkConflicts(grid, row, entries, findings)
    records.push(recordFrom(subject, kind, entries))
  }
  return records
}

const isResult = ({ leaf, value }: Entry): boolean =>
  value !== 'exempt' && leaf.field !== 'comment' && leaf.field !== 'exemption'

/** A pupil cannot be exempt and have marks; a term cannot have marks and a known average. */
export const checkConflicts = (
  grid: Grid,
  row: number,
  entries: readonly Entry[],
  findings: Findings,
): void => {
  const refuse = ({ at }: Entry, message: string, remedy: string): void => {
    findings.problem(placeOf(grid, row, at), valueAt(grid, row, at), message, remedy)
  }
  const exempt = entries.find(saysExempt)
  if (exempt && entries.some(isResult))
    refuse(exempt, 'vừa ghi miễn học vừa có kết quả của môn này', 'bỏ dấu miễn, hoặc xóa các kết quả')
  for (const known of entries) {
    if (known.leaf.field !== 'average' && known.leaf.field !== 'result') continue
    if (entries.some((entry) => entry !== known && entry.leaf.term === known.leaf.term && isResult(entry)))
      refuse(
        known,
        `học kì ${known.leaf.term === 1 ? 'I' : 'II'} vừa có kết quả cả học kì vừa có từng lần đánh giá`,
        'xóa ô này (hệ thống tự tính), hoặc xóa các lần đánh giá nếu là học sinh chuyển đến',
      )
  }
}

const readTraits = (
  grid: Grid,
  row: number,
  slots: readonly TraitSlot[],
  findings: Findings,
): Partial<HomeroomRecord> => {
  const values: Record<TraitSlot['target']['kind'], Record<string, unknown>> = {
    quality: {},
    competence: {},
    comment: {},
  }
  for (const { at, target, column } of slots) {
    const value = readCell<unknown>(grid, row, at, column, findings)
    if (value !== undefined) values[target.kind][target.kind === 'comment' ? target.key : target.code] = value
  }
  return present({
    qualities: orNothing(values.quality),
    competences: orNothing(values.competence),
    ...values.comment,
  })
}
