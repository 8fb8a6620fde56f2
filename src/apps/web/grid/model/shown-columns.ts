import type { Column } from '../../../../gradebook/index.ts'
import type { Sheet } from './sheet.ts'

/** A part of the year that a sheet shows by itself. */
export type SheetView = 'all' | 'term1' | 'term2' | 'year' | 'midterm1' | 'midterm2'

/** The parts a sheet can be shown by: two terms and the year, primary's four moments, or as a whole only. */
export const viewsOf = ({ columns, sheet }: Pick<Sheet, 'columns' | 'sheet'>): readonly SheetView[] => {
  if (columns.some(({ moment }) => moment !== null)) return ['midterm1', 'term1', 'midterm2', 'year']
  const isSubject = sheet !== 'homeroom' && sheet !== 'attendance' && sheet !== 'decisions'
  return isSubject ? ['term1', 'term2', 'year'] : ['all']
}

const isPrimary = (columns: readonly Column[]): boolean => columns.some(({ moment }) => moment !== null)
// What a pupil brought from another school is needed for few: with the whole year only.
const isTransferred = ({ path }: Column): boolean => /^terms\.\d\.(average|result)$/.test(path)
const isTermComment = ({ path }: Column): boolean => /^terms\.\d\.comment$/.test(path)

/** The columns of one part of the year. The year itself shows both terms' marks, as the printed book does. */
export const columnsIn = (columns: readonly Column[], view: SheetView): readonly Column[] => {
  if (view === 'all') return columns
  if (isPrimary(columns)) return columns.filter(({ moment }) => (moment ?? 'year') === view)
  if (view === 'year') return columns.filter((column) => !isTermComment(column))
  const term = view === 'term2' ? 2 : 1
  return columns.filter((column) => column.term === term && !isTransferred(column))
}
