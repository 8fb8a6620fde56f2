import type { EducationLevel, Grade } from '../../../shared/education-level.ts'
import type { Term } from '../../../shared/school-year.ts'
import { findSubject, type SubjectCode } from '../../../shared/subjects.ts'
import { placeOf, showValue, type Findings } from '../findings.ts'
import { fold } from '../fold.ts'
import { valueAt, type Grid } from '../grid.ts'
import { kindOf, possibleLeaves, type Leaf, type SubjectKind } from '../layout/marks.ts'
import { nameColumn, studentCodeColumn } from '../layout/students.ts'
import { nameOfSubject, subjectNamed } from '../layout/subject-names.ts'
import { traitColumns, type TraitColumn, type TraitTarget } from '../layout/traits.ts'
import { isCaptionOf } from '../table/column.ts'
import { findGroupedHeader } from '../table/grouped.ts'
import { isOrdinal } from '../table/read-table.ts'

/** One column of a class sheet that holds part of a subject. */
export interface SubjectSlot {
  readonly at: number
  readonly subject: SubjectCode
  readonly kind: SubjectKind
  readonly leaf: Leaf
}

/** One column of a class sheet that holds a quality, a competence or a comment on them. */
export interface TraitSlot {
  readonly at: number
  readonly target: TraitTarget
  readonly column: TraitColumn['column']
}

/** What the header of a class sheet says. */
export interface ClassHeader {
  readonly firstRow: number
  readonly codeAt: number
  readonly nameAt: number | undefined
  readonly subjects: readonly SubjectSlot[]
  readonly traits: readonly TraitSlot[]
}

const leavesByKind: Record<SubjectKind, readonly Leaf[]> = {
  marked: possibleLeaves('marked'),
  commented: possibleLeaves('commented'),
  leveled: possibleLeaves('leveled'),
}

const leafCaptions = new Set(
  Object.values(leavesByKind)
    .flat()
    .flatMap(({ column }) => [column.caption, ...column.aliases].map(fold)),
)

export const isStudentCode = (caption: string): boolean =>
  caption !== '' && isCaptionOf(studentCodeColumn, caption)
export const isStudentName = (caption: string): boolean => caption !== '' && isCaptionOf(nameColumn, caption)

/** 'Học kì I', 'HK2', 'Học kỳ 1' → the term; folded captions. */
export const termNamed = (caption: string): Term | undefined => {
  if (/^(hocki|hk)(ii|2)$/.test(caption)) return 2
  return /^(hocki|hk)(i|1)$/.test(caption) ? 1 : undefined
}

/** Reads the header of trang 'Điểm …' or 'Đánh giá …'; undefined when there is none. */
export const readClassHeader = (
  grid: Grid,
  level: EducationLevel,
  grade: Grade,
  findings: Findings,
): ClassHeader | undefined => {
  const traits = level === 'primary' ? traitColumns(grade) : []
  const traitCaptions = new Set(traits.map(({ column }) => fold(column.caption)))
  const header = findGroupedHeader(
    grid,
    isStudentCode,
    (caption) => leafCaptions.has(caption) || traitCaptions.has(caption),
  )
  if (!header) return undefined
  const found = {
    codeAt: -1,
    nameAt: undefined as number | undefined,
    subjects: [] as SubjectSlot[],
    traits: [] as TraitSlot[],
  }
  const isNew = newSlots(grid, header.leafRow, findings)
  for (const [at, path] of header.paths) {
    const last = path.at(-1) ?? ''
    if (last === '' || isOrdinal(last)) continue
    const trait = traits.find(({ group, column }) => path.includes(fold(group)) && isCaptionOf(column, last))
    const slot = trait ? undefined : subjectSlot(level, path, at)
    if (isStudentCode(last)) found.codeAt = found.codeAt < 0 ? at : found.codeAt
    else if (isStudentName(last)) found.nameAt ??= at
    else if (trait) {
      if (isNew(at, JSON.stringify(trait.target)))
        found.traits.push({ at, target: trait.target, column: trait.column })
    } else if (slot) {
      if (isNew(at, `${slot.subject} ${slot.leaf.term ?? ''} ${slot.leaf.field} ${slot.leaf.index ?? ''}`))
        found.subjects.push(slot)
    } else tellUnknown(grid, level, header.leafRow, at, path, findings)
  }
  return { firstRow: header.firstRow, ...found }
}

const newSlots = (grid: Grid, row: number, findings: Findings) => {
  const seen = new Set<string>()
  return (at: number, key: string): boolean => {
    if (seen.has(key)) {
      findings.problem(
        placeOf(grid, row, at),
        valueAt(grid, row, at),
        'hai cột cùng một tiêu đề',
        'xóa hoặc đổi tên một trong hai cột',
      )
      return false
    }
    seen.add(key)
    return true
  }
}

const subjectSlot = (level: EducationLevel, path: readonly string[], at: number): SubjectSlot | undefined => {
  const groups = path.slice(0, -1)
  const subject = groups.map((caption) => subjectNamed(level, caption)).find((code) => code !== undefined)
  const described = subject && findSubject(level, subject)
  if (!described) return undefined
  const kind = kindOf(described)
  const term = groups.map(termNamed).find((named) => named !== undefined)
  const last = path.at(-1) ?? ''
  const leaf = leavesByKind[kind].find(
    (candidate) =>
      isCaptionOf(candidate.column, last) && candidate.term === (isYearly(candidate) ? undefined : term),
  )
  return leaf && { at, subject: described.code, kind, leaf }
}

const isYearly = ({ field }: Leaf): boolean =>
  ['reassessed', 'comment', 'exemption', 'level', 'score'].includes(field)

const tellUnknown = (
  grid: Grid,
  level: EducationLevel,
  row: number,
  at: number,
  path: readonly string[],
  findings: Findings,
): void => {
  const place = placeOf(grid, row, at)
  const shown = valueAt(grid, row, at)
  const groups = path.slice(0, -1)
  const subject = groups.map((caption) => subjectNamed(level, caption)).find((code) => code !== undefined)
  if (!leafCaptions.has(path.at(-1) ?? ''))
    findings.note(place, `cột '${showValue(shown)}' không dùng đến, không đọc`)
  else if (subject)
    findings.problem(
      place,
      shown,
      `cột không hợp với môn ${nameOfSubject(level, subject)}, hoặc không rõ học kì`,
      "ghi 'Học kì I' hoặc 'Học kì II' ở dòng tiêu đề phía trên; môn đánh giá bằng nhận xét không có cột điểm",
    )
  else
    findings.problem(
      place,
      shown,
      'không rõ cột này của môn nào',
      'ghi tên môn ở dòng tiêu đề phía trên, đúng như ở trang Danh mục',
    )
}
