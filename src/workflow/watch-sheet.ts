import {
  columnsOf,
  computeRow,
  formatCell,
  type CellValues,
  type Column,
  type SheetContext,
} from '../gradebook/index.ts'

/** A row as it is watched: whose it is, and what stands in it. */
export interface WatchedRow {
  readonly studentCode: string
  readonly fullName: string
  readonly isExempt: boolean
  readonly values: CellValues
}

/** What may be odd about a sheet before it is confirmed. */
export type WarningCode =
  'missing' | 'missing-earlier' | 'all-tens' | 'all-equal' | 'jump' | 'comment-against' | 'same-comment'

/**
 * Cảnh báo: something to be looked at before a sheet is confirmed. What is missing blocks; the rest may be right, which
 * a named person says in their own words. `key` tells it from the others of the sheet.
 */
export interface Warning {
  readonly key: string
  readonly code: WarningCode
  readonly severity: 'blocking' | 'confirmable'
  readonly studentCode: string | null
  readonly path: string | null
  readonly text: string
}

interface Watched {
  readonly columns: readonly Column[]
  readonly rows: readonly (WatchedRow & { readonly computed: ReadonlyMap<string, string | null> })[]
}

/**
 * What of a sheet has to be looked at before it is confirmed (kiểm tra trước khi xác nhận): what is missing first, then
 * what is odd, in the order of the class.
 */
export const watchSheet = (context: SheetContext, rows: readonly WatchedRow[]): readonly Warning[] => {
  const columns = columnsOf(context)
  const byPath = new Map(columns.map((column) => [column.path, column]))
  const facts = { ...context, periodsPerYear: context.periodsPerYear ?? null }
  const watched = rows
    .filter(({ isExempt }) => !isExempt)
    .map((row) => ({ ...row, computed: computeRow(facts, byPath, row.values) }))
  return checks.flatMap((check) => check({ columns, rows: watched }))
}

const warning = (
  code: WarningCode,
  about: { readonly studentCode: string; readonly path?: string } | { readonly path: string },
  text: string,
): Warning => {
  const studentCode = 'studentCode' in about ? about.studentCode : null
  const path = about.path ?? null
  const severity = code === 'missing' ? 'blocking' : 'confirmable'
  return { key: [code, studentCode ?? '', path ?? ''].join(':'), code, severity, studentCode, path, text }
}

/** A term that is known as a whole, from the school a pupil came from, lacks no single mark. */
const isKnownTerm = ({ term }: Column, { values }: WatchedRow): boolean =>
  term !== 0 && ['average', 'result'].some((known) => (values.get(`terms.${term}.${known}`) ?? null) !== null)

const lacks = (column: Column, row: WatchedRow): boolean =>
  (row.values.get(column.path) ?? null) === null && !isKnownTerm(column, row)

const isEarlier = ({ moment }: Column): boolean => moment !== null && moment !== 'year'

const requiredOf = ({ columns }: Watched): readonly Column[] =>
  columns.filter(({ isRequired, kind }) => isRequired && kind !== 'computed')

const listMissing = (watched: Watched): readonly Warning[] =>
  watched.rows.flatMap((row) =>
    requiredOf(watched)
      .filter((column) => !isEarlier(column) && lacks(column, row))
      .map(({ path, title }) =>
        warning('missing', { studentCode: row.studentCode, path }, `${row.fullName}: còn thiếu ${title}`),
      ),
  )

/** What primary's earlier moments lack is in no book, and who came later has none of it: one word for a column. */
const listMissingEarlier = (watched: Watched): readonly Warning[] =>
  requiredOf(watched)
    .filter(isEarlier)
    .flatMap((column) => {
      const names = watched.rows.filter((row) => lacks(column, row)).map(({ fullName }) => fullName)
      if (names.length === 0) return []
      const more = names.length > mostNames ? ` và ${names.length - mostNames} em khác` : ''
      const text = `${column.title}: chưa có của ${names.slice(0, mostNames).join(', ')}${more}`
      return [warning('missing-earlier', { path: column.path }, text)]
    })

const mostNames = 5

const fewestMarks = 4

/** The marks of a row, as they are stored. */
const marksOf = (columns: readonly Column[], { values }: WatchedRow): readonly string[] =>
  columns.flatMap(({ kind, path }) => {
    const value = kind === 'mark' || kind === 'score' ? values.get(path) : null
    return value === null || value === undefined || !/^\d/.test(value) ? [] : [value]
  })

const listEqualMarks = ({ columns, rows }: Watched): readonly Warning[] =>
  rows.flatMap((row) => {
    const marks = marksOf(columns, row)
    const [first = ''] = marks
    if (marks.length < fewestMarks || marks.some((mark) => Number(mark) !== Number(first))) return []
    const { studentCode, fullName } = row
    return Number(first) === 10
      ? [warning('all-tens', { studentCode }, `${fullName}: cả ${marks.length} điểm đều là 10`)]
      : [warning('all-equal', { studentCode }, `${fullName}: cả ${marks.length} điểm đều là ${comma(first)}`)]
  })

const comma = (mark: string): string => mark.replace('.', ',')

/** How far two terms' averages of one pupil may lie apart without a look. */
const greatJump = 3

const listJumps = ({ rows }: Watched): readonly Warning[] =>
  rows.flatMap(({ studentCode, fullName, computed }) => {
    const [first, second] = ['computed.terms.1', 'computed.terms.2'].map((path) => computed.get(path) ?? '')
    const jump = Number(second) - Number(first)
    const isKnown = /^\d/.test(first ?? '') && /^\d/.test(second ?? '')
    if (!isKnown || Math.abs(jump) < greatJump) return []
    const text = `${fullName}: ĐTBmhkI ${comma(first ?? '')}, ĐTBmhkII ${comma(second ?? '')}`
    return [
      warning('jump', { studentCode, path: 'computed.terms.2' }, `${text} – chênh từ ${greatJump},0 trở lên`),
    ]
  })

/** Words of a comment that fit no very good result, and words that fit no failed one. */
const against = {
  high: /chưa (nắm|hoàn thành|đạt|chăm|cố gắng|biết)|còn yếu|còn kém|yếu kém|cần cố gắng nhiều|lười/iu,
  low: /xuất sắc|rất tốt|rất giỏi|giỏi|nổi bật|hoàn thành tốt|nắm (rất )?(chắc|vững)/iu,
} as const

/** Whether a value is a very good one, or a failed one, of what a comment speaks about. */
const standOf = (value: string | null | undefined): 'high' | 'low' | undefined => {
  if (value === null || value === undefined) return undefined
  if (value === 'T') return 'high'
  if (value === 'C' || value === 'not-pass') return 'low'
  if (!/^\d/.test(value)) return undefined
  return Number(value) >= 8 ? 'high' : Number(value) < 5 ? 'low' : undefined
}

/** The result that a comment stands beside: of the same moment, term or year. */
const resultBeside = (
  path: string,
  { values, computed }: Watched['rows'][number],
): string | null | undefined => {
  const place = path.replace(/\.?comment$/, '')
  if (place.startsWith('moments.')) return values.get(`${place}.level`)
  if (place.startsWith('terms.')) return computed.get(`computed.${place}`)
  return values.get('level') ?? computed.get('computed.year')
}

const listContradictions = ({ columns, rows }: Watched): readonly Warning[] =>
  rows.flatMap((row) =>
    commentsOf(columns).flatMap((column) => {
      const comment = row.values.get(column.path) ?? ''
      const result = resultBeside(column.path, row)
      const stand = standOf(result)
      if (stand === undefined || !against[stand].test(comment)) return []
      const shown = comma(result ?? '')
      const { studentCode, fullName } = row
      const text = `${fullName}: nhận xét «${comment}» bên cạnh kết quả ${shown}`
      return [warning('comment-against', { studentCode, path: column.path }, text)]
    }),
  )

const commentsOf = (columns: readonly Column[]): readonly Column[] =>
  columns.filter(({ kind, path }) => kind === 'text' && /(^|\.)comment$/.test(path))

/** From how many pupils on, and from which share of the class, the same words are nobody's own any more. */
const manyPupils = 4
const largeShare = 0.25

const listSameComments = ({ columns, rows }: Watched): readonly Warning[] =>
  commentsOf(columns).flatMap((column) => {
    const written = rows.flatMap(({ values }) => values.get(column.path) ?? [])
    const counts = [...Map.groupBy(written, (text) => text.trim())].map(
      ([text, own]) => [text, own.length] as const,
    )
    return counts
      .filter(([, count]) => count >= manyPupils && count > rows.length * largeShare)
      .map(([text, count]) => ({
        ...warning(
          'same-comment',
          { path: column.path },
          `${column.title}: ${count} em có cùng lời nhận xét «${formatCell(column, text)}»`,
        ),
        key: `same-comment::${column.path}:${text}`,
      }))
  })

const checks = [
  listMissing,
  listMissingEarlier,
  listEqualMarks,
  listJumps,
  listContradictions,
  listSameComments,
] as const
