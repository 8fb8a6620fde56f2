import { clash, put, type Cell, type Content } from './cell.ts'

/** Bản nháp: what a person wrote into a cell and the server has not confirmed, with what they saw before. */
export interface Draft extends Content {
  readonly studentCode: string
  readonly path: string
  readonly base: string | null
  readonly baseVersion: number
}

/** The draft of a cell, or undefined where the server has everything. */
export const draftOf = (studentCode: string, path: string, cell: Cell): Draft | undefined =>
  cell.mine === undefined
    ? undefined
    : { studentCode, path, base: cell.value, baseVersion: cell.version, ...cell.mine }

/**
 * Brings a draft back into the cell as the server has it now, three ways: the same value is dropped; where the server
 * did not change since, it is to be sent; else it is a conflict.
 */
export const mergeDraft = (cell: Cell, draft: Draft): Cell => {
  const { value, typed, fault, base, baseVersion } = draft
  const mine: Content = {
    value,
    ...(typed === undefined ? {} : { typed }),
    ...(fault === undefined ? {} : { fault }),
  }
  if (fault === undefined && value === cell.value) return cell
  const isUnchanged = cell.version === baseVersion || cell.value === base
  if (isUnchanged) return put(cell, mine)
  const { value: theirValue, version, byName, at } = cell
  const before: Cell = { ...cell, value: base, version: baseVersion, mine, state: 'unsent' }
  return clash(before, { value: theirValue, version, byName, at })
}
