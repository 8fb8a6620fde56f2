import type { SchoolClass } from '../../../records/index.ts'
import { isSubjectCode } from '../../../shared/subjects.ts'
import { findMarkHeader } from '../foreign/mark-sheet.ts'
import { readMarkContext } from '../foreign/mark-context.ts'
import type { Grid } from '../grid.ts'
import type { FoundColumn, FoundHeader } from './find-columns.ts'
import { fileColumns, type FileSheet } from './sheet-file.ts'

/** A sheet exported from another system, or why it cannot be used here. */
export type ForeignHeader = FoundHeader | { readonly because: string; readonly columns: number }

/** Recognises a mark sheet as CSDL ngành and vnEdu export it; its tab or titles must say the term. */
export const findForeignHeader = (grid: Grid, sheet: FileSheet): ForeignHeader | undefined => {
  const header = findMarkHeader(grid)
  if (header === undefined || !isSubjectCode(sheet.sheet)) return undefined
  const context = readMarkContext(grid, header.row, sheet.level, onlyClass(sheet))
  if (context.subjects.size > 0 && !context.subjects.has(sheet.sheet))
    return {
      because: `trang '${grid.name}' ghi môn học khác, không phải ${sheet.title}`,
      columns: header.slots.length,
    }
  const [term] = context.terms
  if (term === undefined || context.terms.size > 1)
    return {
      because: `trang '${grid.name}' không nói rõ học kì: đặt tên trang theo mẫu '${sheet.className} - HK1'`,
      columns: header.slots.length,
    }
  const columns = new Map(fileColumns(sheet).map((column) => [column.path, column]))
  const found = header.slots.flatMap(({ at, field, index }): readonly FoundColumn[] => {
    const paths = pathsOf(field, term, index)
    const own = paths.flatMap((path) => columns.get(path) ?? [])
    return own.length === 0 ? [] : [{ at, columns: field === 'regulars' ? own : own.slice(0, 1) }]
  })
  return { row: header.row, found, codeAt: header.codeAt }
}

const regularPlaces = [0, 1, 2, 3, 4, 5, 6, 7]

/** The cells a column of an exported sheet may be: the first that this sheet has. */
const pathsOf = (field: string, term: 1 | 2, index = 0): readonly string[] => {
  const moment = term === 1 ? 'moments.term1.' : ''
  switch (field) {
    case 'regular':
      return [`terms.${term}.regularMarks.${index}`, `terms.${term}.regularResults.${index}`]
    case 'regulars':
      return regularPlaces.map((place) => `terms.${term}.regularMarks.${place}`)
    case 'midterm':
      return [`terms.${term}.midtermMark`, `terms.${term}.midtermResult`]
    case 'final':
      return [`terms.${term}.finalMark`, `terms.${term}.finalResult`]
    case 'result':
      return [`terms.${term}.result`]
    case 'level':
      return [`${moment}level`]
    case 'score':
      return [term === 1 ? 'moments.term1.score' : 'finalScore']
    case 'comment':
      return term === 1 ? ['terms.1.comment', 'moments.term1.comment'] : ['terms.2.comment', 'comment']
    default:
      return []
  }
}

const onlyClass = ({ classId, className, grade }: FileSheet) => {
  const own: SchoolClass = {
    classId,
    name: className,
    grade: grade as SchoolClass['grade'],
    homeroomTeacher: '',
  }
  const isOwn = (called: string): boolean =>
    [classId, className].some(
      (name) => name.toLocaleLowerCase('vi') === called.trim().toLocaleLowerCase('vi'),
    )
  return {
    list: [own],
    find: (called: string) => (isOwn(called) ? own : undefined),
    isClaimed: isOwn,
  }
}
