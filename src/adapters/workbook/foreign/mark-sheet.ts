import type { SchoolClass } from '../../../records/index.ts'
import type { Term } from '../../../shared/school-year.ts'
import { findSubject, type SubjectCode } from '../../../shared/subjects.ts'
import { placeOf, showValue, wholeSheet } from '../findings.ts'
import { isBlank, valueAt, type Grid } from '../grid.ts'
import { kindOf, type SubjectKind } from '../layout/marks.ts'
import { nameOfSubject } from '../layout/subject-names.ts'
import type { Entry } from '../layout/subject-values.ts'
import { pupilOfClass } from '../read/class-sheet.ts'
import { findClass } from '../read/registers.ts'
import type { EnrolledPupil } from '../read/pupils.ts'
import type { Reading } from '../read/reading.ts'
import { readCell } from '../table/column.ts'
import { captionsOf, headerRows, isOrdinal } from '../table/read-table.ts'
import { markColumns, pupilColumns, type MarkColumn } from './mark-columns.ts'
import { readMarkContext } from './mark-context.ts'

/** What one exported sheet says of one pupil's subject in one term. */
export interface TermEntries {
  readonly pupil: EnrolledPupil
  readonly subject: SubjectCode
  readonly kind: SubjectKind
  readonly term: Term
  readonly grid: Grid
  readonly row: number
  readonly entries: readonly Entry[]
}

interface Header {
  readonly row: number
  readonly kind: SubjectKind
  readonly slots: readonly (MarkColumn & { readonly at: number })[]
  readonly codeAt: number
  readonly nameAt: number | undefined
  readonly classAt: number | undefined
}

/** The header of a mark file exported from CSDL ngành; undefined for other sheets. */
export const findMarkHeader = (grid: Grid): Header | undefined => {
  for (let row = 0; row < Math.min(headerRows, grid.rows.length); row += 1) {
    const captions = captionsOf(grid, row)
    const at = (column: { readonly folded: ReadonlySet<string> }): number =>
      captions.findIndex((caption) => column.folded.has(caption))
    const codeAt = at(pupilColumns.code)
    const kind = codeAt < 0 ? undefined : kindOfHeader(captions)
    if (kind === undefined) continue
    const slots = markColumns[kind].flatMap((column) =>
      at(column.column) < 0 ? [] : [{ ...column, at: at(column.column) }],
    )
    const orNone = (found: number): number | undefined => (found < 0 ? undefined : found)
    return {
      row,
      kind,
      slots,
      codeAt,
      nameAt: orNone(at(pupilColumns.name)),
      classAt: orNone(at(pupilColumns.className)),
    }
  }
  return undefined
}

const kindOfHeader = (captions: readonly string[]): SubjectKind | undefined =>
  (['marked', 'leveled', 'commented'] as const).find((kind) =>
    markColumns[kind].some(
      ({ field, column }) => field !== 'comment' && captions.some((caption) => column.folded.has(caption)),
    ),
  )

/** Reads one exported mark sheet; says what keeps its class, subject or term from being known. */
export const readMarkSheet = (grid: Grid, header: Header, reading: Reading): readonly TermEntries[] => {
  const { findings, level, classes } = reading
  const context = readMarkContext(grid, header.row, level, classes)
  const subject = only(context.subjects)
  const term = only(context.terms)
  const sheetClass = only(context.classes)
  const unclear = [
    subject === undefined ? 'môn học' : '',
    term === undefined ? 'học kì' : '',
    sheetClass === undefined && (header.classAt === undefined || context.classes.size > 1) ? 'lớp' : '',
  ].filter(Boolean)
  if (subject === undefined || term === undefined || unclear.length > 0) {
    findings.problem(
      wholeSheet(grid.name),
      grid.name,
      `không xác định được ${unclear.join(', ')} của bảng điểm`,
      "đặt tên trang theo mẫu '6A1 - Toán - HK1'",
    )
    return []
  }
  if (!fits(grid, header, subject, reading)) return []
  if (header.kind === 'leveled' && term === 1) {
    findings.note(wholeSheet(grid.name), 'bảng đánh giá học kì I của tiểu học không vào học bạ, không đọc')
    return []
  }
  tellUnused(grid, header, reading)
  return readRows(grid, header, { subject, term, sheetClass }, reading)
}

const only = <V>(values: ReadonlySet<V>): V | undefined => (values.size === 1 ? [...values][0] : undefined)

const fits = (grid: Grid, header: Header, code: SubjectCode, { findings, level }: Reading): boolean => {
  const subject = findSubject(level, code)
  if (subject && kindOf(subject) === header.kind) return true
  findings.problem(
    placeOf(grid, header.row, header.slots[0]?.at ?? 0),
    nameOfSubject(level, code),
    'các cột của trang không hợp với cách đánh giá môn này',
    'kiểm tra lại môn học trong tên trang và tiêu đề',
  )
  return false
}

const tellUnused = (grid: Grid, header: Header, { findings }: Reading): void => {
  const used = new Set([header.codeAt, header.nameAt, header.classAt, ...header.slots.map(({ at }) => at)])
  captionsOf(grid, header.row).forEach((caption, at) => {
    if (caption !== '' && !isOrdinal(caption) && !used.has(at))
      findings.note(
        placeOf(grid, header.row, at),
        `cột '${showValue(valueAt(grid, header.row, at))}' không dùng đến, không đọc`,
      )
  })
  for (const at of used)
    if (at !== undefined && grid.hiddenColumns.has(at))
      findings.note(placeOf(grid, header.row, at), 'cột ẩn vẫn được đọc')
}

interface About {
  readonly subject: SubjectCode
  readonly term: Term
  readonly sheetClass: SchoolClass | undefined
}

const readRows = (grid: Grid, header: Header, about: About, reading: Reading): readonly TermEntries[] => {
  const { subject, term } = about
  const rows: TermEntries[] = []
  for (let row = header.row + 1; row < grid.rows.length; row += 1) {
    if (
      [header.codeAt, header.nameAt, ...header.slots.map(({ at }) => at)].every(
        (at) => at === undefined || isBlank(valueAt(grid, row, at)),
      )
    )
      continue
    if (grid.hiddenRows.has(row)) reading.findings.note(placeOf(grid, row, 0), 'dòng ẩn vẫn được đọc')
    const pupil = pupilOf(grid, row, header, about, reading)
    const entries = header.slots.flatMap((slot) => entriesOf(grid, row, slot, term, reading))
    if (pupil) rows.push({ pupil, subject, kind: header.kind, term, grid, row, entries })
  }
  return rows
}

const pupilOf = (
  grid: Grid,
  row: number,
  header: Header,
  { sheetClass }: About,
  reading: Reading,
): EnrolledPupil | undefined => {
  const { findings, classes } = reading
  const code = readCell<string>(grid, row, header.codeAt, pupilColumns.code, findings)
  const name =
    header.nameAt === undefined
      ? undefined
      : readCell<string>(grid, row, header.nameAt, pupilColumns.name, findings)
  const called =
    header.classAt === undefined
      ? undefined
      : readCell<string>(grid, row, header.classAt, pupilColumns.className, findings)
  const at = placeOf(grid, row, header.classAt ?? header.codeAt)
  const rowClass = findClass(classes, called, at, findings)
  if (sheetClass && rowClass && sheetClass !== rowClass) {
    findings.problem(
      at,
      called,
      `dòng ghi lớp ${rowClass.name} nhưng trang là của lớp ${sheetClass.name}`,
      'sửa lớp, hoặc đổi tên trang',
    )
    return undefined
  }
  const schoolClass = rowClass ?? sheetClass
  if (!schoolClass) {
    if (called === undefined)
      findings.problem(at, '', 'chưa ghi lớp', 'ghi lớp vào ô này, hoặc vào tên trang')
    return undefined
  }
  return pupilOfClass(
    grid,
    row,
    { codeAt: header.codeAt, nameAt: header.nameAt ?? header.codeAt },
    { code, name },
    schoolClass,
    reading,
  )
}

const entriesOf = (
  grid: Grid,
  row: number,
  slot: Header['slots'][number],
  term: Term,
  { findings }: Reading,
): readonly Entry[] => {
  const { at, field, index, column } = slot
  const value = readCell<unknown>(grid, row, at, column, findings)
  if (value === undefined) return []
  if (field === 'regulars')
    return (value as readonly string[]).map((mark, place) => ({
      at,
      leaf: { field: 'regular', term, index: place },
      value: mark,
    }))
  const isYearly = field === 'comment' || field === 'level' || field === 'score'
  return [
    {
      at,
      leaf: { field, ...(isYearly ? {} : { term }), ...(index === undefined ? {} : { index }) },
      value: value as string | number,
    },
  ]
}
