import { levelOfGrade } from '../shared/education-level.ts'
import type { PlainDate } from '../shared/dates.ts'
import { firstYearOf } from '../shared/school-year.ts'
import type { Column } from './columns/column.ts'
import { columnsOf } from './columns/columns-of.ts'
import type { SheetContext } from './sheet.ts'

/** When in a school year a part of it begins to be asked for: 'MM-DD', of the second calendar year until August. */
const begins = {
  midterm1: '10-15',
  term1: '12-15',
  midterm2: '03-10',
  year: '05-01',
  secondTerm: '01-15',
} as const

/**
 * The required columns of a sheet that a school asks for by a day (phần việc đến hạn): of a secondary year the first
 * term's, from the middle of January all; of a primary one those of each moment from about three weeks before it.
 */
export const listDueColumns = (context: SheetContext, today: PlainDate): readonly Column[] => {
  const isPrimary = levelOfGrade(context.grade) === 'primary'
  return columnsOf(context).filter(
    (column) => column.isRequired && today >= dayOf(context, beginOf(column, isPrimary)),
  )
}

const beginOf = ({ term, moment }: Column, isPrimary: boolean): string => {
  if (!isPrimary) return term === 1 ? '08-01' : begins.secondTerm
  return begins[moment ?? 'year']
}

const dayOf = ({ schoolYear }: SheetContext, monthDay: string): string => {
  const year = firstYearOf(schoolYear)
  return `${monthDay >= '08-01' ? year : year + 1}-${monthDay}`
}
