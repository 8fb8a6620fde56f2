import { cellName, type Grid } from './grid.ts'

/** One thing in a workbook that cannot be accepted (lỗi): where it stands, what is wrong and what to do. */
export interface WorkbookProblem {
  readonly file: string
  readonly sheet: string
  /** 'C7', or '' when the problem is the sheet's or the file's as a whole. */
  readonly cell: string
  /** What stands there, as a person reads it. */
  readonly value: string
  readonly message: string
  readonly remedy: string
}

/** What was understood although it was not written as expected (lưu ý); nothing changed its meaning. */
export interface WorkbookNote {
  readonly file: string
  readonly sheet: string
  /** The first cell it is about, or ''. */
  readonly cell: string
  readonly message: string
  /** How many cells of the sheet it is about. */
  readonly count: number
}

/** A place in a workbook: a sheet and, where it is about one, a cell. */
export interface Place {
  readonly sheet: string
  readonly cell: string
}

/** What a reading finds on its way: every problem is counted, the first `shownProblems` are kept. */
export interface Findings {
  readonly problem: (at: Place, value: unknown, message: string, remedy: string) => void
  readonly note: (at: Place, message: string) => void
  readonly problems: () => readonly WorkbookProblem[]
  readonly problemCount: () => number
  readonly notes: () => readonly WorkbookNote[]
}

/** How many problems of one file are listed; the others are counted. */
export const shownProblems = 200

export const createFindings = (file: string): Findings => {
  const problems: WorkbookProblem[] = []
  const notes = new Map<string, WorkbookNote>()
  let problemCount = 0
  return {
    problem: (at, value, message, remedy) => {
      problemCount += 1
      if (problems.length < shownProblems)
        problems.push({ file, ...at, value: showValue(value), message, remedy })
    },
    note: (at, message) => {
      const key = `${at.sheet}\n${message}`
      const known = notes.get(key)
      notes.set(key, known ? { ...known, count: known.count + 1 } : { file, ...at, message, count: 1 })
    },
    problems: () => problems,
    problemCount: () => problemCount,
    notes: () => [...notes.values()],
  }
}

/** The place of a cell, by zero-based row and column. */
export const placeOf = (grid: Grid, row: number, column: number): Place => ({
  sheet: grid.name,
  cell: cellName(row, column),
})

/** The place of a whole sheet, or of the whole file when no sheet is named. */
export const wholeSheet = (sheet = ''): Place => ({ sheet, cell: '' })

/** A cell's value as a person reads it, at most 80 characters, control characters made visible. */
export const showValue = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10).split('-').reverse().join('/')
  if (typeof value === 'number') return String(value).replace('.', ',')
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value !== 'string') return showSpecial(value)
  const visible = value.replace(/\p{Cc}/gu, '\u{fffd}')
  return visible.length > 80 ? `${visible.slice(0, 79)}…` : visible
}

const showSpecial = (value: object | symbol | bigint): string => {
  if (typeof value === 'object' && 'formula' in value) return showValue(`=${String(value.formula)}`)
  if (typeof value === 'object' && 'error' in value) return String(value.error)
  return ''
}

/** A problem on one line, as the command prints it. */
export const formatProblem = ({ file, sheet, cell, value, message, remedy }: WorkbookProblem): string => {
  const place = [file, sheet && `trang '${sheet}'`, cell && `ô ${cell}`].filter(Boolean).join(', ')
  return `${place}: ${message}${value === '' ? '' : ` (đang ghi: “${value}”)`} → ${remedy}`
}
