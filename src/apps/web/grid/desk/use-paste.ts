import { useMemo, useState } from 'react'
import type { Column, TypingHabits } from '../../../../gradebook/index.ts'
import { changesOf, countOutcomes, planPaste, type PastePlan } from '../model/paste-plan.ts'
import type { Spot } from '../model/selection.ts'
import type { Table } from '../model/table.ts'
import { parseTsv } from '../model/tsv.ts'
import type { SheetStore } from '../sheet-store.ts'

/** A block on its way into the sheet, and how the person wants it read. */
interface Pasted {
  readonly rows: readonly (readonly string[])[]
  readonly from: Spot
  readonly isPositional: boolean
  readonly targets: readonly (string | null)[] | undefined
}

/** A paste under preview. */
export interface PasteUnderPreview {
  readonly plan: PastePlan | undefined
  readonly isPositional: boolean
  readonly begin: (text: string, from: Spot) => void
  readonly setPositional: (isPositional: boolean) => void
  readonly setTargets: (targets: readonly (string | null)[]) => void
  readonly cancel: () => void
  /** Writes it as one edit; tells how many cells, and how many of them are no values. */
  readonly confirm: () => { readonly count: number; readonly rejected: number }
}

/** Holds a pasted block until somebody has looked at what it would do. */
export const usePaste = (
  store: SheetStore,
  table: Table,
  columns: readonly Column[],
  habits: TypingHabits,
): PasteUnderPreview => {
  const [pasted, setPasted] = useState<Pasted>()
  const plan = useMemo(
    () =>
      pasted === undefined
        ? undefined
        : planPaste(table, {
            rows: pasted.rows,
            from: pasted.from,
            columns,
            habits,
            isPositional: pasted.isPositional,
            ...(pasted.targets === undefined ? {} : { targets: pasted.targets }),
          }),
    [table, columns, habits, pasted],
  )
  const change = (part: Partial<Pasted>): void => {
    setPasted((before) => (before === undefined ? undefined : { ...before, ...part }))
  }
  return {
    plan,
    isPositional: pasted?.isPositional ?? false,
    begin: (text, from) => {
      setPasted({ rows: parseTsv(text), from, isPositional: false, targets: undefined })
    },
    setPositional: (isPositional) => {
      change({ isPositional })
    },
    setTargets: (targets) => {
      change({ targets })
    },
    cancel: () => {
      setPasted(undefined)
    },
    confirm: () => {
      const changes = plan === undefined ? [] : changesOf(plan)
      setPasted(undefined)
      store.edit(changes, 'pasted')
      return { count: changes.length, rejected: plan === undefined ? 0 : countOutcomes(plan).rejected }
    },
  }
}
