import type { Column } from '../columns/column.ts'
import { absent } from '../columns/options.ts'

const withComma = (value: string): string => value.replace('.', ',')

/** A value as a cell shows it: '8,5', 'Đ', 'CĐ', 'V', 'x'; an empty cell is ''. */
export const formatCell = (
  { kind, options = [] }: Pick<Column, 'kind' | 'options'>,
  value: string | null,
): string => {
  if (value === null) return ''
  if (kind === 'text') return value
  if (kind === 'flag') return value === 'true' ? 'x' : ''
  const option = [...options, absent].find((one) => one.value === value)
  return option?.short ?? withComma(value)
}

/** A value in full words, for a screen reader or a list: 'Chưa đạt', 'Vắng, không làm bù'. */
export const describeCell = (column: Pick<Column, 'kind' | 'options'>, value: string | null): string => {
  if (value === null) return ''
  const option = [...(column.options ?? []), absent].find((one) => one.value === value)
  return column.kind !== 'text' && option !== undefined ? option.name : formatCell(column, value)
}
