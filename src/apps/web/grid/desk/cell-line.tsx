import { describeCell, formatCell, type Column } from '../../../../gradebook/index.ts'
import { contentOf, emptyCell, type Cell } from '../model/cell.ts'
import { hintsAt } from '../model/remarks.ts'
import type { Place } from '../model/sheet.ts'
import { isSingle, rectangleOf, type Selection } from '../model/selection.ts'
import { lockOf, type Row, type Table } from '../model/table.ts'
import { sumUp, totalsOf } from '../model/totals.ts'
import { shownIn } from '../view/grid-row.tsx'
import { useWords } from '../view/use-words.ts'
import { describeMoment } from './when.ts'

interface CellLineProps {
  readonly id: string
  readonly table: Table
  readonly columns: readonly Column[]
  readonly selection: Selection
  readonly mayWrite: boolean
  readonly now: number
  /** What stands in the field and is not committed yet. */
  readonly typing: string | undefined
  readonly onDiscard: (place: Place) => void
  readonly onChoose: () => void
}

/** The line under the grid about the active cell: whose it is, who wrote it, what is wrong with it, what it adds up to. */
export const CellLine = (props: CellLineProps) => {
  const { id, table, columns, selection } = props
  const row = table.rows[selection.active.row]
  const column = columns[selection.active.column]
  if (row === undefined || column === undefined) return <p id={id} className="cell-line" />
  const cell = row.cells.get(column.path) ?? emptyCell
  return (
    <div className="cell-line">
      <p id={id} className="cell-about">
        <b>{row.student.fullName}</b>
        <span>{column.title}</span>
        <About {...props} row={row} column={column} cell={cell} />
      </p>
      <CellActs {...props} place={{ studentCode: row.student.studentCode, path: column.path }} cell={cell} />
      <p className="cell-sums">
        <Sums {...props} column={column} />
      </p>
    </div>
  )
}

interface CellActsProps extends CellLineProps {
  readonly place: Place
  readonly cell: Cell
}

/** What a person can do about a cell that the server does not have. */
const CellActs = ({ place, cell, onDiscard, onChoose }: CellActsProps) => {
  const t = useWords()
  return (
    <>
      {cell.theirs === undefined ? null : (
        <button type="button" className="cell-act" onClick={onChoose}>
          {t('cell.choose')}
        </button>
      )}
      {cell.state === 'invalid' || cell.state === 'failed' ? (
        <button
          type="button"
          className="cell-act"
          onClick={() => {
            onDiscard(place)
          }}
        >
          {t('cell.discard')}
        </button>
      ) : null}
    </>
  )
}

interface AboutProps extends CellLineProps {
  readonly row: Row
  readonly column: Column
  readonly cell: Cell
}

const About = ({ table, row, column, cell, mayWrite, now, typing }: AboutProps) => {
  const t = useWords()
  const place = { studentCode: row.student.studentCode, path: column.path }
  const lock = lockOf(table, place)
  if (cell.mine?.fault !== undefined) return <strong className="is-bad">{cell.mine.fault}</strong>
  if (cell.state === 'failed')
    return <strong className="is-bad">{t('cell.refused', { why: cell.refusal ?? '' })}</strong>
  if (cell.theirs !== undefined) {
    const { value, byName, at } = cell.theirs
    return (
      <strong className="is-warn">
        {t('cell.conflict', {
          who: byName ?? '',
          at: at === null ? '' : describeMoment(at, now),
          theirs: formatCell(column, value) || t('cell.empty'),
          mine: formatCell(column, contentOf(cell).value) || t('cell.empty'),
        })}
      </strong>
    )
  }
  if (lock?.kind === 'computed') return <span>{t('cell.computed')}</span>
  if (lock?.kind === 'exempt') return <span>{t('cell.exempt')}</span>
  if (lock?.kind === 'sent-back')
    return <strong className="is-warn">{t('cell.sentBack', { who: lock.byName, why: lock.reason })}</strong>
  if (lock?.kind === 'locked') return <span>{lock.because}</span>
  if (!mayWrite) return <span>{t('cell.readOnly')}</span>
  return (
    <>
      {column.kind === 'choice' && cell.value !== null ? (
        <span>{describeCell(column, contentOf(cell).value)}</span>
      ) : null}
      {column.kind === 'text' ? (
        <TextNotes table={table} place={place} column={column} cell={cell} typing={typing} />
      ) : null}
      {cell.byName === null || cell.at === null ? null : (
        <span className="is-quiet">
          {t('cell.writtenBy', { who: cell.byName, at: describeMoment(cell.at, now) })}
        </span>
      )}
    </>
  )
}

interface TextNotesProps {
  readonly table: Table
  readonly place: { readonly studentCode: string; readonly path: string }
  readonly column: Column
  readonly cell: Cell
  readonly typing: string | undefined
}

const TextNotes = ({ table, place, column, cell, typing }: TextNotesProps) => {
  const t = useWords()
  const length = Array.from(typing ?? contentOf(cell).value ?? '').length
  return (
    <>
      <span className="is-quiet">{t('cell.length', { length, most: column.maxLength ?? 0 })}</span>
      {hintsAt(table, place, column).map((hint) => (
        <span key={hint.kind} className="is-warn">
          {hint.kind === 'identical'
            ? t('cell.identical', { count: hint.names.length, names: hint.names.slice(0, 2).join(', ') })
            : t('cell.contradicts', { word: hint.word, result: hint.result })}
        </span>
      ))}
    </>
  )
}

const Sums = ({ table, columns, selection, column }: CellLineProps & { readonly column: Column }) => {
  const t = useWords()
  if (!isSingle(selection)) {
    const { top, bottom, left, right } = rectangleOf(selection)
    const shown = table.rows
      .slice(top, bottom + 1)
      .flatMap((row) => columns.slice(left, right + 1).map((one) => shownIn(row, one)))
    const filled = shown.filter((text) => text !== '')
    return t('sums.selection', {
      count: shown.length,
      filled: filled.length,
      ...spell(sumUp(filled.map((text) => text.replace(',', '.')))),
    })
  }
  const { filled, expected, sum, mean, words } = totalsOf(table, column)
  const head = t('sums.filled', { column: column.shortTitle, filled, expected })
  if (words !== undefined)
    return `${head} · ${words.map(({ short, count }) => `${short} ${count}`).join(' · ')}`
  return sum === undefined ? head : `${head} · ${t('sums.sum', spell({ sum, mean }))}`
}

const spell = ({ sum, mean }: { readonly sum?: string | undefined; readonly mean?: string | undefined }) => ({
  sum: sum ?? '–',
  mean: mean ?? '–',
})
