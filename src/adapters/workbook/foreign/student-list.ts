import { textLimits } from '../../../shared/limits.ts'
import { placeOf, showValue, type Findings, type Place } from '../findings.ts'
import { isBlank, valueAt, type Grid } from '../grid.ts'
import { studentColumns } from '../layout/students.ts'
import { without } from '../present.ts'
import { asIs, optional, readCell, required, type AnyColumn, type RowOf } from '../table/column.ts'
import { findGroupedHeader, type GroupedHeader } from '../table/grouped.ts'
import { isOrdinal, readRows, type TableRow } from '../table/read-table.ts'
import { choice } from '../values/choice.ts'
import { text } from '../values/text.ts'

type StudentRow = TableRow<typeof studentColumns>

/** Addresses that exports may split, and the words by which their columns are known. */
const places = { address: 'choohiennai', birthPlace: 'noisinh', hometown: 'quequan' } as const
type PlaceKey = keyof typeof places

/** The parts of a split address, from the house to the province. */
const parts: readonly (readonly string[])[] = [
  ['snxom', 'sonhaxom', 'tothon', 'sonha'],
  ['khudancu'],
  ['xaphuong', 'phuongxa'],
  ['tinhtp', 'tinhthanh', 'tinhthanhpho'],
]

const partColumn = optional('Địa chỉ', text(textLimits.phrase), asIs)

const status = choice<'here' | 'gone'>(
  ['here', 'Đang học', 'Đang học tại trường', 'Chuyển đến', 'Chuyển đến kì 1', 'Chuyển đến kì 2'],
  ['gone', 'Chuyển đi', 'Chuyển trường', 'Đã chuyển trường', 'Thôi học', 'Bỏ học', 'Đã thôi học', 'Nghỉ học'],
)

/** What an export has instead of the columns of trang 'Học sinh'. */
const exportColumns = {
  ...studentColumns,
  nationality: optional('Quốc tịch', text(textLimits.short), asIs),
  birthPlace: optional('Nơi sinh', text(textLimits.phrase), asIs, { aliases: ['Nơi sinh chi tiết'] }),
  address: optional('Nơi ở hiện nay', text(textLimits.phrase), asIs, {
    aliases: ['Chỗ ở hiện nay', 'Địa chỉ'],
  }),
  status: optional('Trạng thái', status.parse, status.format),
} as const

// In vnEdu's list 'Mã học sinh' is the vendor's own number and 'Mã MOET' the sector's.
const vnEduColumns = {
  ...exportColumns,
  studentCode: required('Mã MOET', studentColumns.studentCode.parse, asIs),
}

const keys = new Set(['madinhdanhbogddt', 'mamoet', 'mahocsinh'])
const captions = new Set(Object.values<AnyColumn>(exportColumns).flatMap(({ folded }) => [...folded]))
const isLeaf = (caption: string): boolean => captions.has(caption) || parts.flat().includes(caption)

/** The header of a class list exported from CSDL ngành or vnEdu, or of trang 'Học sinh'; undefined for other sheets. */
export const findStudentList = (grid: Grid): GroupedHeader | undefined => {
  const header = findGroupedHeader(grid, (caption) => keys.has(caption), isLeaf)
  if (!header) return undefined
  const named = new Set([...header.paths.values()].flat())
  const names = [studentColumns.fullName, studentColumns.birthDate, studentColumns.gender]
  return names.every(({ folded }) => [...folded].some((caption) => named.has(caption))) ? header : undefined
}

/** Reads an exported list; its rows are as those of trang 'Học sinh'. */
export const readStudentList = (
  grid: Grid,
  header: GroupedHeader,
  findings: Findings,
): readonly StudentRow[] => {
  const columns = [...header.paths.values()].some((path) => path.at(-1) === 'mamoet')
    ? vnEduColumns
    : exportColumns
  const mapping = new Map<string, number>()
  const ranked: { readonly key: PlaceKey; readonly rank: number; readonly at: number }[] = []
  for (const [at, path] of header.paths) {
    const place = placeOf(grid, header.leafRow, at)
    const part = splitPlace(path)
    const last = path.at(-1) ?? ''
    const key = Object.keys(columns).find((name) =>
      (columns as Record<string, AnyColumn>)[name]?.folded.has(last),
    )
    if (part) ranked.push({ ...part, at })
    else if (key !== undefined && !mapping.has(key)) mapping.set(key, at)
    else if (last !== '' && !isOrdinal(last))
      findings.note(place, `cột '${showValue(valueAt(grid, header.leafRow, at))}' không dùng đến, không đọc`)
  }
  const inOrder = ranked.toSorted((a, b) => a.rank - b.rank)
  const columnsOf = (key: PlaceKey): number[] =>
    inOrder.filter((part) => part.key === key).map(({ at }) => at)
  const split = {
    address: columnsOf('address'),
    birthPlace: columnsOf('birthPlace'),
    hometown: columnsOf('hometown'),
  }
  tellMissing(grid, header, columns, mapping, findings)
  return readRows(grid, header.firstRow, columns, mapping, findings).flatMap((row) =>
    isGone(row, findings) ? [] : [complete(grid, row, split, findings)],
  )
}

const splitPlace = (
  path: readonly string[],
): { readonly key: PlaceKey; readonly rank: number } | undefined => {
  const joined = path.join(' ')
  const key = (Object.keys(places) as PlaceKey[]).find((name) => joined.includes(places[name]))
  const rank = parts.findIndex((words) => words.some((word) => path.at(-1)?.includes(word)))
  return key === undefined || rank < 0 ? undefined : { key, rank }
}

const tellMissing = (
  grid: Grid,
  header: GroupedHeader,
  columns: Readonly<Record<string, AnyColumn>>,
  mapping: ReadonlyMap<string, number>,
  findings: Findings,
): void => {
  for (const [key, column] of Object.entries(columns))
    if (column.required && !mapping.has(key))
      findings.problem(
        { sheet: grid.name, cell: '' },
        '',
        `thiếu cột '${column.caption}'`,
        `thêm cột '${column.caption}' vào dòng tiêu đề (dòng ${header.leafRow + 1})`,
      )
}

type ExportRow = TableRow<typeof exportColumns>

const isGone = ({ values, place }: Pick<ExportRow, 'values' | 'place'>, findings: Findings): boolean => {
  if (values.status !== 'gone') return false
  findings.note(place('status'), 'học sinh đã chuyển đi hoặc thôi học, không đọc')
  return true
}

// An export has no nationality; whoever has a citizen's number is Vietnamese (NĐ 137/2015, Điều 13).
const complete = (
  grid: Grid,
  { row, values, whole, place: placeIn }: ExportRow,
  split: Readonly<Record<PlaceKey, readonly number[]>>,
  findings: Findings,
): StudentRow => {
  const written = without(values, 'status')
  const known = written.nationality ?? (written.citizenId === undefined ? undefined : 'Việt Nam')
  if (written.nationality === undefined && known !== undefined)
    findings.note(
      placeIn('citizenId'),
      'danh sách không ghi quốc tịch; người có số định danh cá nhân được hiểu là quốc tịch Việt Nam',
    )
  const read: Record<string, unknown> = { ...written, ...(known === undefined ? {} : { nationality: known }) }
  for (const key of Object.keys(places) as PlaceKey[]) {
    const joined = join(grid, row, split[key], findings)
    if (read[key] === undefined && joined !== '') read[key] = joined
  }
  const place = (key: keyof typeof studentColumns): Place => placeAt(grid, row, key, split, placeIn)
  const missing = (['nationality', 'birthPlace', 'address'] as const).filter((key) => read[key] === undefined)
  for (const key of missing)
    findings.problem(
      place(key),
      '',
      `chưa ghi '${studentColumns[key].caption}'`,
      'điền vào ô này; nếu danh sách không có cột này thì thêm cột',
    )
  const result = read as Partial<RowOf<typeof studentColumns>>
  if (!whole || missing.length > 0) return { row, values: result, place }
  return { row, values: result, whole: result as RowOf<typeof studentColumns>, place }
}

const isPlace = (key: string): key is PlaceKey => key in places

const placeAt = (
  grid: Grid,
  row: number,
  key: keyof typeof studentColumns,
  split: Readonly<Record<PlaceKey, readonly number[]>>,
  placeIn: ExportRow['place'],
): Place => {
  const first = isPlace(key) ? split[key][0] : undefined
  return first === undefined ? placeIn(key) : placeOf(grid, row, first)
}

const join = (grid: Grid, row: number, columns: readonly number[], findings: Findings): string =>
  columns
    .filter((at) => !isBlank(valueAt(grid, row, at)))
    .map((at) => readCell(grid, row, at, partColumn, findings) ?? '')
    .filter((part) => part !== '')
    .join(', ')
