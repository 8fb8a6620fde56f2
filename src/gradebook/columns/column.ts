import type { Moment } from '../../evaluation/index.ts'
import { textLimits } from '../../shared/limits.ts'
import type { Closing, SheetContext, YearPart } from '../sheet.ts'

/** What the cells of a column hold. 'computed' columns have no cells: the page forms them from the others. */
export type ColumnKind = 'mark' | 'score' | 'choice' | 'text' | 'count' | 'decimal' | 'flag' | 'computed'

/** One word of a closed list: how it is stored, how a narrow cell shows it, and its name. */
export interface Option {
  readonly value: string
  readonly short: string
  readonly name: string
}

/** Cột: one column of a sheet. */
export interface Column {
  readonly path: string
  readonly title: string
  readonly shortTitle: string
  readonly group: string | null
  readonly kind: ColumnKind
  /** The words a choice may be; of marks, the words beside them ('vắng'). */
  readonly options?: readonly Option[]
  /** In code points. */
  readonly maxLength?: number
  readonly min?: number
  readonly max?: number
  /** 0 is the whole year. */
  readonly term: 0 | 1 | 2
  readonly moment: Moment | null
  readonly isRequired: boolean
  readonly isLocked: boolean
  readonly lockedBecause: string | null
}

/** A column before the sheet's circumstances are known. */
export interface Draft extends Partial<Omit<Column, 'isLocked' | 'lockedBecause'>> {
  readonly path: string
  readonly title: string
  readonly shortTitle: string
  readonly kind: ColumnKind
  readonly part: YearPart
}

/** Makes the columns of a sheet, each locked where its part of the year is closed. */
export const finishColumns = ({ closings = [] }: SheetContext, drafts: readonly Draft[]): readonly Column[] =>
  drafts.map((draft) => finish(closings, draft))

const finish = (closings: readonly Closing[], { part, ...draft }: Draft): Column => {
  const closing = draft.kind === 'computed' ? undefined : closings.find((one) => one.part === part)
  return {
    group: null,
    term: 0,
    moment: null,
    isRequired: false,
    ...draft,
    isLocked: draft.kind === 'computed' || closing !== undefined,
    lockedBecause: closing?.because ?? null,
  }
}

/** A column of free words, up to the length of a comment. */
export const remark = (draft: Omit<Draft, 'kind'>): Draft => ({
  kind: 'text',
  maxLength: textLimits.remark,
  ...draft,
})

/** A column that the page computes. */
export const computed = (draft: Omit<Draft, 'kind'>): Draft => ({ kind: 'computed', ...draft })
