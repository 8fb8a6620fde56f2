import { userInfo } from 'node:os'
import {
  compareSchoolYear,
  saveSchoolYear,
  type YearChanges,
} from '../../adapters/postgres/school/save-school-year.ts'
import type { TableName } from '../../adapters/postgres/school/tables.ts'
import type { SchoolYearRecords } from '../../records/index.ts'
import { levelNames } from '../../shared/education-level.ts'
import { badUsage, readArguments } from './arguments.ts'
import { refuseCollisions } from './issuing/collisions.ts'
import { describeNotes, readWorkbookFiles } from './read-workbook-file.ts'
import { chooseDatabase, databaseArguments, databaseOptions, withSchoolDatabase } from './school-database.ts'

const usage =
  'Cách gọi: hocba import SỔ.xlsx [--database ĐỊA-CHỈ | --data THƯ-MỤC] [--school MÃ-TRƯỜNG] [--check]'

/**
 * `hocba import`: a school's year from its workbook into the database, all of it or nothing; `--check` only says what
 * would change, `--school` refuses the workbook of any other school.
 */
export const importCommand = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = readArguments(
    args,
    { ...databaseOptions, school: { type: 'string' }, check: { type: 'boolean' } },
    usage,
  )
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw badUsage('Hãy nêu đúng một sổ.', usage)
  const place = chooseDatabase(values, usage)
  const { records, notes } = await readOne(file)
  process.stdout.write(describeNotes(notes))
  const options = {
    now: new Date(),
    by: `hocba import (${userInfo().username})`,
    ...(values.school === undefined ? {} : { schoolCode: values.school }),
  }
  const isCheck = values.check === true
  const changes = await withSchoolDatabase(place, (database) =>
    isCheck ? compareSchoolYear(database, records, options) : saveSchoolYear(database, records, options),
  )
  process.stdout.write(describeImport(records, changes, { isCheck, options: databaseArguments(values) }))
  return 0
}

const readOne = async (file: string) => {
  const { years, notes } = await readWorkbookFiles([file])
  refuseCollisions(years)
  const [records] = years
  if (records === undefined) throw new Error('an accepted workbook has records')
  return { records, notes }
}

const shownTables: readonly (readonly [string, readonly TableName[]])[] = [
  ['trường', ['school_year']],
  ['cán bộ', ['staff']],
  ['lớp', ['class']],
  ['phân công', ['assignment', 'co_teacher']],
  ['học sinh', ['enrolment']],
  ['quá trình học tập', ['schooling_history']],
  ['điểm, mức đạt, nhận xét môn học', ['assessment']],
  ['ghi chép của giáo viên chủ nhiệm', ['homeroom_entry']],
  ['đính chính', ['amendment']],
]

const countWords = [
  ['added', 'thêm'],
  ['changed', 'sửa'],
  ['removed', 'bỏ'],
  ['unchanged', 'giữ nguyên'],
] as const

const number = new Intl.NumberFormat('vi-VN')

/** One line of the account, or none of what is neither there nor was. */
const describeTable = (
  what: string,
  tables: readonly TableName[],
  byTable: YearChanges['byTable'],
): readonly string[] => {
  const counts = countWords.flatMap(([key, word]) => {
    const count = tables.reduce((sum, name) => sum + (byTable.get(name)?.[key] ?? 0), 0)
    return count === 0 ? [] : [`${word} ${number.format(count)}`]
  })
  return counts.length === 0 ? [] : [`  • ${what}: ${counts.join(', ')}`]
}

/** What an import did, or would do, in a clerk's words, with what to do next. */
export const describeImport = (
  { school, schoolYear }: SchoolYearRecords,
  changes: YearChanges,
  { isCheck, options }: { readonly isCheck: boolean; readonly options: string },
): string => {
  const isSame = changes.added + changes.changed + changes.removed === 0
  const done = isSame
    ? 'sổ giống hệt dữ liệu đã có, không có gì thay đổi'
    : isCheck
      ? 'nếu nhập, dữ liệu sẽ thay đổi như sau (chưa ghi gì)'
      : 'đã nhập vào cơ sở dữ liệu'
  const next =
    isCheck && !isSame
      ? 'Nhập: gọi lại lệnh này, bỏ --check.'
      : `Phát hành: npx --no-install hocba issue --school ${school.code} --year ${schoolYear}${options}`
  return [
    `${school.name} (mã ${school.code}, ${levelNames[school.level]}), năm học ${schoolYear}: ${done}.`,
    ...shownTables.flatMap(([what, tables]) => describeTable(what, tables, changes.byTable)),
    next,
    '',
  ].join('\n')
}
