import type { Content } from './cell.ts'
import type { Place } from './sheet.ts'

/** One cell of an edit: what stood there, and what was put there. */
export interface Change extends Place {
  readonly before: Content
  readonly after: Content
}

/** One edit, undone as a whole: a typed cell, a paste, a cleared block. */
export type Patch = readonly Change[]

/** Hoàn tác, làm lại: what may be undone, and what was undone, newest last. */
export interface History {
  readonly done: readonly Patch[]
  readonly undone: readonly Patch[]
}

export const noHistory: History = { done: [], undone: [] }

/** How many edits can be undone. */
export const depth = 100

/** Notes an edit; what had been undone cannot be done again. */
export const note = ({ done }: History, patch: Patch): History => ({
  done: [...done, patch].slice(-depth),
  undone: [],
})

/** The newest edit turned around, and the history after it; undefined where there is none. */
export const undo = ({
  done,
  undone,
}: History): { readonly patch: Patch; readonly history: History } | undefined => {
  const patch = done.at(-1)
  if (patch === undefined) return undefined
  return { patch: reverse(patch), history: { done: done.slice(0, -1), undone: [...undone, patch] } }
}

export const redo = ({
  done,
  undone,
}: History): { readonly patch: Patch; readonly history: History } | undefined => {
  const patch = undone.at(-1)
  return patch === undefined
    ? undefined
    : { patch, history: { done: [...done, patch], undone: undone.slice(0, -1) } }
}

const reverse = (patch: Patch): Patch =>
  patch.map(({ studentCode, path, before, after }) => ({ studentCode, path, before: after, after: before }))
