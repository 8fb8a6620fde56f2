import { Modal, Table as Sheet, Text } from '@mantine/core'
import { evaluateRow, formatCell, type Column } from '../../../../gradebook/index.ts'
import { ratingNames, type Rating } from '../../../../shared/ratings.ts'
import type { grid } from '../../words/vi/grid.ts'
import { emptyCell, valueOf } from '../model/cell.ts'
import type { Place } from '../model/sheet.ts'
import { valuesOf, type Row, type Table } from '../model/table.ts'
import { useWords } from '../view/use-words.ts'

interface ProofDialogProps {
  readonly table: Table
  readonly place: Place
  readonly onClose: () => void
}

/** Vì sao? The proof of a computed cell: what went in, the formula, and the article it rests on. */
export const ProofDialog = ({ table, place, onClose }: ProofDialogProps) => {
  const t = useWords()
  const row = table.rows[table.rowOf.get(place.studentCode) ?? -1]
  const column = table.columns.get(place.path)
  if (row === undefined || column === undefined) return null
  const { reasons, findings } = evaluateRow(table.facts, valuesOf(row.cells))
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('proof.title', { name: row.student.fullName, column: column.title })}
      closeButtonProps={{ 'aria-label': t('proof.close') }}
      transitionProps={{ duration: 0 }}
    >
      <p className="proof-result">
        {t('proof.result')}{' '}
        <b>{formatCell(column, row.computed.get(column.path) ?? null) || t('proof.none')}</b>
      </p>
      <Inputs table={table} row={row} column={column} />
      <Formula column={column} row={row} table={table} />
      {reasons.map(({ rule, text }) => (
        <p key={`${rule} ${text}`} className="proof-reason">
          {text} <cite>({rule})</cite>
        </p>
      ))}
      {findings.length > 0 ? (
        <>
          <Text size="sm" fw={600} mt="sm">
            {t('proof.missing')}
          </Text>
          <ul className="proof-missing">
            {findings.map(({ code, at }) => (
              <li key={`${code} ${at}`}>
                {at === 'terms.1'
                  ? t('proof.term1')
                  : at === 'terms.2'
                    ? t('proof.term2')
                    : titleOf(table, at)}
                : {t(`finding.${code as KnownFinding}`, { defaultValue: code })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Modal>
  )
}

// Others do not come up in one row by itself.
type KnownFinding = keyof typeof grid.finding

const titleOf = (table: Table, at: string): string =>
  table.columns.get(at)?.title ??
  [...table.columns.values()].find(({ path }) => path.startsWith(at))?.title ??
  at

const inputsOf = (
  table: Table,
  row: Row,
  { term, path }: Column,
): readonly { readonly column: Column; readonly value: string }[] =>
  [...table.columns.values()].flatMap((column) => {
    const isTerm = term !== 0 && column.term === term && column.kind !== 'text' && column.kind !== 'computed'
    const isYear = term === 0 && column.path !== path && isInputOfYear(path, column)
    const value =
      column.kind === 'computed'
        ? row.computed.get(column.path)
        : valueOf(row.cells.get(column.path) ?? emptyCell)
    return (isTerm || isYear) && value !== null && value !== undefined ? [{ column, value }] : []
  })

const isInputOfYear = (path: string, column: Column): boolean => {
  if (path === 'computed.conduct') return column.path.startsWith('conduct.')
  if (path.startsWith('computed.absences')) return false
  return (
    column.kind === 'computed' || (path === 'computed.reassessed' && column.path.startsWith('reassessed'))
  )
}

const Inputs = ({
  table,
  row,
  column,
}: {
  readonly table: Table
  readonly row: Row
  readonly column: Column
}) => {
  const t = useWords()
  const inputs = inputsOf(table, row, column)
  if (inputs.length === 0) return null
  return (
    <Sheet withTableBorder verticalSpacing={4} fz="sm" mb="sm" aria-label={t('proof.inputs')}>
      <Sheet.Tbody>
        {inputs.map(({ column: input, value }) => (
          <Sheet.Tr key={input.path}>
            <Sheet.Td>{input.title}</Sheet.Td>
            <Sheet.Td ta="end">{formatCell(input, value)}</Sheet.Td>
          </Sheet.Tr>
        ))}
      </Sheet.Tbody>
    </Sheet>
  )
}

/** The sum written out, so that a teacher can follow it on paper (TT 22/2021, Điều 9, khoản 1). */
const Formula = ({
  table,
  row,
  column,
}: {
  readonly table: Table
  readonly row: Row
  readonly column: Column
}) => {
  const result = row.computed.get(column.path) ?? null
  const text = result === null ? undefined : formulaOf(table, row, column, result)
  return text === undefined ? null : <p className="proof-formula">{text}</p>
}

const formulaOf = (table: Table, row: Row, { path, term }: Column, result: string): string | undefined => {
  const comma = (value: string): string => value.replace('.', ',')
  const at = (other: string): string | null => valueOf(row.cells.get(other) ?? emptyCell)
  if (result in ratingNames) return ratingNames[result as Rating]
  if (path === 'computed.year') {
    const [first, second] = [row.computed.get('computed.terms.1'), row.computed.get('computed.terms.2')]
    return first && second && !(first in ratingNames)
      ? `(${comma(first)} + 2 × ${comma(second)}) : 3 ≈ ${comma(result)}`
      : undefined
  }
  if (term === 0) return undefined
  const regular = [...table.columns.keys()]
    .filter((one) => one.startsWith(`terms.${term}.regularMarks.`) || one === `terms.${term}.topicMark`)
    .flatMap((one) => at(one) ?? [])
  const asNumber = (value: string | null): string | undefined =>
    value === null ? undefined : value === 'absent' ? '0' : comma(value)
  const [midterm, final] = [
    asNumber(at(`terms.${term}.midtermMark`)),
    asNumber(at(`terms.${term}.finalMark`)),
  ]
  if (regular.length === 0 || midterm === undefined || final === undefined) return undefined
  return `(${regular.map(comma).join(' + ')} + 2 × ${midterm} + 3 × ${final}) : ${regular.length + 5} ≈ ${comma(result)}`
}
