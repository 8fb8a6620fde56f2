import type { FileEntry } from './marks-files.ts'
import { codeOf, pupils, type Pupil } from './marks-school.ts'

/** What the teacher of Toán gives each pupil of 7A, as it is typed, in the order of the columns of a term. */
export const termColumns = ['ĐĐGtx1', 'ĐĐGtx2', 'ĐĐGtx3', 'ĐĐGtx4', 'ĐĐGgk', 'ĐĐGck'] as const
export const marksOfAn = ['8,5', '8', '7,5', '8', '7,5', '8'] as const
/** With 7,7 in the second term the year is 7,8. */
export const laterMarksOfAn = ['8', '8', '7', '8', '7,5', '7,8'] as const
export const marksOfBao: readonly string[] = ['9', '9', '9', '9,5', '9', '9']
export const usualMarks: readonly string[] = ['7', '6,5', '7', '7', '6,5', '7,5']

const fields = [...[0, 1, 2, 3].map((number) => `regularMarks.${number}`), 'midtermMark', 'finalMark']

const dotted = (mark: string): string => mark.replace(',', '.')

/** The cells of one term of a pupil's row in the database. */
export const rowOf = (name: Pupil, term: 1 | 2, marks: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    marks.map((mark, at) => [`${codeOf(name)} terms.${term}.${fields[at] ?? ''}`, dotted(mark)]),
  )

/** The rows of several pupils who got the same. */
export const rowsOf = (
  names: readonly Pupil[],
  term: 1 | 2,
  marks: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(names.flatMap((name) => Object.entries(rowOf(name, term, marks))))

const [an, bao] = pupils

/** The second term as it is filled in with a spreadsheet, and a comment on the year. */
export const secondTerm = (commentOf: Pupil, comment: string): readonly FileEntry[] => [
  ...pupils.flatMap((name) => {
    const marks: readonly string[] = name === an ? laterMarksOfAn : name === bao ? marksOfBao : usualMarks
    return termColumns.map((heading, at) => ({
      code: codeOf(name),
      heading,
      value: Number(dotted(marks[at] ?? '')),
    }))
  }),
  { code: codeOf(commentOf), heading: 'Nhận xét', value: comment },
]
