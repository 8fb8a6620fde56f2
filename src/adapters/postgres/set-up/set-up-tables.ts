import { yearTables, type TableName, type YearTable } from '../school/tables.ts'

/** The tables that no workbook expresses, as the bulk writer takes them. */
const ownTables: readonly YearTable[] = [
  { name: 'subject_group', key: ['name'], by: 'level', types: { name: 'text', head: 'text' } },
  {
    name: 'subject_plan',
    key: ['grade', 'subject'],
    by: 'level',
    types: { grade: 'smallint', subject: 'text', periods_per_year: 'integer' },
  },
  { name: 'setting', key: ['name'], by: 'level', types: { name: 'text', value: 'text', reason: 'text' } },
  {
    name: 'exemption_order',
    key: ['student_code', 'subject'],
    by: 'pupils',
    types: { student_code: 'text', subject: 'text', reason: 'text', decision_number: 'text' },
  },
  {
    name: 'student_move',
    key: ['student_code', 'number'],
    by: 'pupils',
    types: {
      student_code: 'text',
      number: 'integer',
      from_class: 'text',
      to_class: 'text',
      moved_on: 'date',
      reason: 'text',
    },
  },
]

const byName = new Map([...yearTables, ...ownTables].map((table) => [table.name, table]))

/** A table of a school year by its name. */
export const tableNamed = (name: TableName): YearTable => {
  const table = byName.get(name)
  if (table === undefined) throw new Error(`there is no table ${name}`)
  return table
}
