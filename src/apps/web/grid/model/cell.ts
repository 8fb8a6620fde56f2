/** Where a cell stands between this person and the server. */
export type CellState = 'saved' | 'unsent' | 'saving' | 'failed' | 'conflict' | 'invalid'

/** What a cell holds: a stored value, or, with a fault, the very text that is none. */
export interface Content {
  readonly value: string | null
  /** The text as typed; kept as it is where it is no value of the column. */
  readonly typed?: string
  readonly fault?: string
}

/** A value as somebody wrote it: who and when. */
export interface Written {
  readonly value: string | null
  readonly version: number
  readonly byName: string | null
  readonly at: string | null
}

/** Ô: what the server has, and what this person wrote that it has not confirmed. */
export interface Cell extends Written {
  readonly state: CellState
  readonly mine?: Content
  /** On its way to the server. */
  readonly sending?: { readonly value: string | null }
  /** What somebody else wrote meanwhile. */
  readonly theirs?: Written
  /** Why the server did not take it. */
  readonly refusal?: string
  /** Why this one cell cannot be written. */
  readonly lockedBecause?: string
}

export const emptyCell: Cell = { value: null, version: 0, byName: null, at: null, state: 'saved' }

/** What the person sees in the cell. */
export const contentOf = (cell: Cell): Content => cell.mine ?? { value: cell.value }

/** The value that results are formed from: a text that is no value counts for nothing. */
export const valueOf = ({ mine, value }: Cell): string | null => {
  if (mine === undefined) return value
  return mine.fault === undefined ? mine.value : null
}

const withoutMine = ({ value, version, byName, at, sending, lockedBecause }: Cell): Cell => ({
  value,
  version,
  byName,
  at,
  state: 'saved',
  ...(sending === undefined ? {} : { sending }),
  ...(lockedBecause === undefined ? {} : { lockedBecause }),
})

const isSame = (content: Content, value: string | null): boolean =>
  content.fault === undefined && content.value === value

/** Writes into a cell. What equals the server's value again needs no sending, unless another value is on its way. */
export const put = (cell: Cell, content: Content): Cell => {
  const bare = withoutMine(cell)
  if (cell.theirs !== undefined && isSame(content, cell.theirs.value)) return take(bare, cell.theirs)
  if (content.fault !== undefined) return { ...bare, mine: content, state: 'invalid', ...theirsOf(cell) }
  if (cell.theirs !== undefined) return { ...bare, mine: content, state: 'conflict', theirs: cell.theirs }
  if (cell.sending !== undefined)
    return { ...bare, mine: content, state: isSame(content, cell.sending.value) ? 'saving' : 'unsent' }
  return isSame(content, cell.value) ? bare : { ...bare, mine: content, state: 'unsent' }
}

const theirsOf = ({ theirs }: Cell): { readonly theirs?: Written } => (theirs === undefined ? {} : { theirs })

const take = (cell: Cell, { value, version, byName, at }: Written): Cell => ({
  ...cell,
  value,
  version,
  byName,
  at,
})

/** Marks what is sent now; until an answer comes, however often it is tried again. */
export const send = (cell: Cell): Cell =>
  cell.mine === undefined ? cell : { ...cell, state: 'saving', sending: { value: cell.mine.value } }

const landed = (cell: Cell): Cell => {
  const { sending, ...rest } = cell
  return sending === undefined ? cell : rest
}

/** The server has the value that was sent; what was typed after it is still to be sent. */
export const confirm = (cell: Cell, written: Written): Cell => {
  const current = take(landed(cell), written)
  if (current.mine === undefined || isSame(current.mine, written.value)) return withoutMine(current)
  return { ...current, state: current.mine.fault === undefined ? 'unsent' : 'invalid' }
}

/** Somebody else wrote it since it was read: both values are kept until this person chooses. */
export const clash = (cell: Cell, theirs: Written): Cell => {
  const current = landed(cell)
  if (current.mine === undefined || isSame(current.mine, theirs.value))
    return withoutMine(take(current, theirs))
  return { ...current, theirs, state: current.mine.fault === undefined ? 'conflict' : 'invalid' }
}

/** The server did not take it, and says why. */
export const refuse = (cell: Cell, refusal: string): Cell =>
  cell.mine === undefined ? landed(cell) : { ...landed(cell), state: 'failed', refusal }

/** What somebody else wrote, as it becomes known: shown where nothing of this person's stands, else a conflict. */
export const hear = (cell: Cell, written: Written): Cell => {
  if (written.version <= Math.max(cell.version, cell.theirs?.version ?? 0)) return cell
  // The answer to what is on its way will tell.
  if (cell.sending !== undefined) return cell
  return cell.mine === undefined ? take(cell, written) : clash(cell, written)
}

/** Ends a conflict: one's own value is sent over the other's, or the other's stays. */
export const choose = (cell: Cell, whose: 'mine' | 'theirs'): Cell => {
  const { theirs, mine } = cell
  if (theirs === undefined) return cell
  const current = take(withoutMine(cell), theirs)
  return whose === 'theirs' || mine === undefined ? current : put(current, mine)
}

/** Gives up what was not taken. */
export const discard = (cell: Cell): Cell =>
  cell.theirs === undefined ? withoutMine(cell) : take(withoutMine(cell), cell.theirs)
